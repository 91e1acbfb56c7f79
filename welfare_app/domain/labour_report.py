"""A report of pay and rights: what was found and what is owed, where nobody seems controlled.

It is put together from the incident pack alone, for the Fair Work Agency; no one is referred by it,
so it holds no more of the talk than who the worker is, their work, their hours and their pay.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from welfare_app.domain.answers import Answer, Answers, is_blank
from welfare_app.domain.document import Block, Facts, Heading, Line, Paragraph
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import FieldId
from welfare_app.domain.outcome import OUTCOME
from welfare_app.domain.story import LABOUR, Story
from welfare_app.domain.summing import Asked
from welfare_app.domain.talk_document import fact_of, page_blocks
from welfare_app.domain.unprintable import named

EXPLOITED = "exploited"
"""The path of a pack that ends in such a report."""

FOUND = ("noticed", "labour")
"""The pages of an incident pack that say what was found, and what is owed."""

WORKER = ("first-name", "last-name", "known-as", "site", "started-work", "first-language")
TERMS = (
    *("finding-work", "job-cost", "work", "work-compared", "working-day", "hours"),
    *("hours-compared", "pay", "pay-compared", "deductions", "bank-account", "on-record"),
)
"""Questions of a talk about the worker, and about the work, its hours and its pay."""

OWED = FieldId("owed")


def way_of(stages: Answers, referral: str) -> str:
    """The way a pack goes: a report of pay and rights on that path, else that of its referral."""
    chosen = stages.get(OUTCOME)
    return LABOUR if chosen is not None and chosen.value == EXPLOITED else referral


def to_report(story: Story) -> Story:
    """The story with no more of the stages and the talk than such a report tells."""
    pages = [page for page in story.stages.form.pages if page.id in FOUND]
    found = {field.id for page in pages for field in page.fields}
    talk = story.talk and _only(story.talk, (*WORKER, *TERMS))
    return replace(
        story,
        stages=_only(story.stages, found),
        talk=talk,
        notes=(),
        consents=(),
        left_unasked=(),
    )


def refuse_empty(stages: Answers) -> None:
    """A report that does not say what is owed is not ready."""
    owed: Answer | None = stages.get(OWED)
    if owed is None or is_blank(owed.value):
        raise Refused("seal.not-ready", count=1)


def labour_blocks(story: Story) -> Iterator[Block]:
    """What was found, what is owed, and what the worker said of work, hours and pay."""
    yield Heading(1, Line("What was found"))
    yield Paragraph(
        Line(
            "We are a labour provider. This is no referral to the National Referral Mechanism: "
            "nobody here seems to be controlled, but somebody is badly treated or not paid. If "
            "you see a sign of control in it, tell us before anyone else."
        ),
        quiet=True,
        opens=True,
    )
    yield from page_blocks(story.stages, story.stages.form.pages)
    for title, ids in (("The worker", WORKER), ("Work, hours and pay", TERMS)):
        for block in _told(story.talk, title, ids):
            yield named(block, story.unprintable)


def _told(talk: Asked | None, title: str, ids: Collection[str]) -> Iterator[Block]:
    if talk is None:
        return
    fields = [one for one in talk.form.fields() if one.id in ids and talk.given(one)]
    if fields:
        yield Heading(2, Line(title))
        yield Facts(tuple(fact_of(talk.one(field)) for field in fields))


def _only(asked: Asked, ids: Collection[str]) -> Asked:
    return replace(asked, answers={id: one for id, one in asked.answers.items() if id in ids})
