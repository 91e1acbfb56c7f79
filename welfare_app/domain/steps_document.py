"""What was done about a case on paper: stages and paths, and the calls with the advice given."""

from collections.abc import Iterator, Mapping

from welfare_app.domain.calls import Written
from welfare_app.domain.document import Block, Fact, Facts, Heading, Line, Paragraph, Table
from welfare_app.domain.ids import StaffId
from welfare_app.domain.outcome import OUTCOME
from welfare_app.domain.pack import Done
from welfare_app.domain.referral import ANONYMOUS
from welfare_app.domain.story import LABOUR, Story
from welfare_app.domain.talk_document import moment, page_blocks


def steps_blocks(story: Story) -> Iterator[Block]:
    """The stages of the incident pack, the paths that were chosen, and what was answered."""
    yield Heading(1, Line("What we have done"))
    names = story.names
    titles = dict(story.stage_titles)
    rows = []
    for id, done in sorted(story.pack.done.items(), key=lambda item: item[1].at):
        how = "Done" if not done.skipped else _passed_over(story, done)
        cells = (titles.get(id, id), moment(done.at), names.get(done.by, "staff"), how)
        rows.append(tuple(map(Line, cells)))
    head = tuple(map(Line, ("Stage", "When", "Who", "How")))
    if rows:
        yield Table("Stages of the incident pack", head, tuple(rows), (0.34, 0.26, 0.2, 0.2))
    else:
        yield Paragraph(Line("No stage has been completed yet."))
    yield from _paths(story, names)
    if story.route != LABOUR:
        yield from page_blocks(story.stages, story.stages.form.pages)


def calls_blocks(story: Story) -> Iterator[Block]:
    """Each call by itself: whom, when, who answered, what they said, and what must wait."""
    if not story.pack.calls:
        return
    yield Heading(1, Line("Calls and advice"))
    names = story.names
    for one in sorted(story.pack.calls, key=lambda written: written.call.at):
        yield Heading(2, Line(one.call.body))
        yield Facts(tuple(_call(one, names)))


def _call(one: Written, names: Mapping[StaffId, str]) -> Iterator[Fact]:
    call = one.call
    yield _fact("Called", moment(call.at))
    yield _fact("Who answered", call.person if call.answered else "Nobody")
    if call.reference:
        yield _fact("Their reference", call.reference)
    if call.answered or call.advice:
        yield _fact("What they said", call.advice or "Nothing")
    if call.hold:
        yield _fact("Asked to wait with", call.hold)
    yield _fact("Written down", f"{moment(one.at)}, {names.get(one.by, 'staff')}")


def _fact(label: str, value: str) -> Fact:
    return Fact(Line(label), (Line(value),))


def _paths(story: Story, names: Mapping[StaffId, str]) -> Iterator[Block]:
    if len(story.pack.paths) < 2:
        return
    head = tuple(map(Line, ("Path", "When", "Who", "Why")))
    rows = tuple(
        (
            Line(story.stages.words.option(OUTCOME, one.outcome)),
            Line(moment(one.at)),
            Line(f"{names.get(one.by, 'staff')}, with {one.second}"),
            Line(one.reason),
        )
        for one in story.pack.paths
    )
    yield Table("Paths that were chosen", head, rows, (0.26, 0.18, 0.2, 0.36))


def _passed_over(story: Story, done: Done) -> str:
    """Why, in the words of whoever passed it over, unless nobody may be named."""
    return "Passed over" if story.route == ANONYMOUS else f"Passed over: {done.skipped}"
