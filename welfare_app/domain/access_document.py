"""The answer to a request for access: on paper and for machines, from the same redacted lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as kept_quiet
from datetime import datetime
from itertools import groupby
from typing import Any

from welfare_app.domain.access import AccessRequest, Ground, Verdict
from welfare_app.domain.document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Line,
    Paragraph,
)
from welfare_app.domain.passages import Passage, redacted
from welfare_app.domain.people import Organisation
from welfare_app.domain.referral_document import PRACTICE
from welfare_app.domain.talk_document import moment


@dataclass(frozen=True, slots=True)
class Given:
    """A passage as it is given: what was kept back is not in it."""

    record: str
    group: str
    field: str
    label: str
    lines: tuple[Line, ...] = kept_quiet(repr=False)
    exact_words: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """Everything an answer is composed from. `kept_back` counts what is about other people."""

    number: str
    at: datetime
    organisation: Organisation
    keeps: tuple[str, ...]
    recipients: tuple[str, ...] = kept_quiet(repr=False)
    given: tuple[Given, ...] = ()
    kept_back: int = 0


def given(request: AccessRequest, passages: Iterable[Passage]) -> tuple[Given, ...]:
    """What is given of the passages, each as it was decided."""
    return tuple(
        Given(one.record, one.group, one.field, one.label, lines, one.exact_words)
        for one in passages
        if (lines := redacted(one, request.decided[one.id]))
    )


def kept_back(request: AccessRequest, passages: Iterable[Passage]) -> int:
    """How many were kept back for other people. What would warn a suspect is not even counted."""
    decided = (request.decided[one.id] for one in passages)
    return sum(
        1 for one in decided if one.what is Verdict.WITHHOLD and one.ground is Ground.THIRD_PARTY
    )


def compose_answer(reply: Reply) -> Document:
    """The answer on paper."""
    practice = reply.organisation.practice
    return Document(
        Line("What we hold about you"),
        reply.number,
        PRACTICE if practice else "For the person who asked, and nobody else.",
        tuple(_blocks(reply)),
    )


def _blocks(reply: Reply) -> Iterator[Block]:
    name = reply.organisation.name
    yield Facts(
        (
            Fact(Line("Request"), (Line(reply.number),)),
            Fact(Line("Answered"), (Line(moment(reply.at)),)),
            Fact(Line("By"), (Line(name),)),
        )
    )
    yield Heading(2, Line("Why we hold it, for how long, and who else has it"))
    yield Paragraph(
        Line(
            "We talk with people who work through us about how they are, and write down what they "
            "choose to tell us, so that someone can help where help is wanted."
        )
    )
    keeps = tuple(Line(f"Kept: {one}.") for one in reply.keeps)
    had = tuple(Line(f"Handed to: {one}.") for one in reply.recipients)
    yield Bullets((*keeps, *(had or (Line("Handed to nobody outside."),))))
    yield Paragraph(
        Line(
            "You can ask us to put right what is wrong, to stop using it, or to erase it. You can "
            "complain to us, and to the Information Commissioner’s Office."
        )
    )
    yield Paragraph(
        Line(
            "Where it says [taken out], words about another person stood there. Files that were "
            "handed to us are listed by name; ask us for a copy."
        ),
        quiet=True,
    )
    for group, passages in groupby(reply.given, key=lambda one: f"{one.record}: {one.group}"):
        yield Heading(2, Line(group))
        yield Facts(
            tuple(Fact(Line(one.label), one.lines, None, one.exact_words) for one in passages)
        )
    if reply.kept_back:
        count = reply.kept_back
        told = "One passage is" if count == 1 else f"{count} passages are"
        yield Paragraph(Line(f"{told} not given, because they are about other people."))


def exported_answer(reply: Reply) -> dict[str, Any]:
    """The same for machines."""
    return {
        "request": reply.number,
        "answered": reply.at.isoformat(timespec="seconds"),
        "organisation": reply.organisation.name,
        "kept": list(reply.keeps),
        "handed_to": list(reply.recipients),
        "held": [
            {
                "record": one.record,
                "group": one.group,
                "field": one.field,
                "label": one.label,
                "lines": [{"text": line.text, "language": line.language} for line in one.lines],
            }
            for one in reply.given
        ],
        "kept_back_for_others": reply.kept_back,
    }
