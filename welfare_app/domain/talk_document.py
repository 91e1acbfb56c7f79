"""What a welfare interview says on paper: how it went, line by line, the consents, the answers."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from welfare_app.domain.chronology import day_of
from welfare_app.domain.consents import Consent
from welfare_app.domain.document import Block, Bullets, Fact, Facts, Heading, Line, Paragraph, Quote
from welfare_app.domain.form import Page
from welfare_app.domain.ids import FieldId, StaffId
from welfare_app.domain.interview import Course, Interview
from welfare_app.domain.notes import LineKind, Note
from welfare_app.domain.partial_date import MONTHS, PartialDate
from welfare_app.domain.story import Story
from welfare_app.domain.summing import Asked, Summed
from welfare_app.domain.unprintable import named
from welfare_app.domain.wording import LINES, text_of_turn

LOOKING_BACK = "evaluate"
"""The interview's page for the interviewer, who looks after themselves: not a caseworker's."""


TALK_DATE = FieldId("talk-date")
"""The answer of a talk that says on which day it was."""


def held_on(talk: Asked, started: datetime) -> str:
    """The day of a talk, in words: as it was answered, or that on which its record was begun."""
    answer = talk.answers.get(TALK_DATE)
    day = PartialDate.read(answer.value) if answer and isinstance(answer.value, str) else None
    return (day or day_of(started)[0]).said()


def talk_blocks(story: Story) -> Iterator[Block]:
    """The whole interview of a story, if one was held."""
    for block in _talk(story):
        yield named(block, story.unprintable) if story.unprintable else block


def _talk(story: Story) -> Iterator[Block]:
    if story.talk is None or story.interview is None:
        return
    yield Heading(1, Line(f"The welfare interview, {story.interview.number}"))
    yield Paragraph(
        Line(
            f"Held on {held_on(story.talk, story.interview.started)}, written down from "
            f"{moment(story.interview.started)}. A welfare conversation and a first account, not "
            "an evidential interview. Words in this typeface with a bar beside them are the "
            "worker’s own."
        ),
        quiet=True,
        opens=True,
    )
    yield from _course(story.interview, story.talk)
    yield from _notes(story.notes, story.interview.started)
    if story.left_unasked:
        yield Heading(2, Line("Open questions without an answer"))
        yield Bullets(tuple(Line(one) for one in story.left_unasked))
    yield from _consents(story)
    pages = [page for page in story.talk.form.pages if page.id != LOOKING_BACK]
    yield from page_blocks(story.talk, pages)
    yield from _additions(story)


def page_blocks(asked: Asked, pages: Iterable[Page]) -> Iterator[Block]:
    """What was answered, under the title of the page that asked."""
    for page in pages:
        rows = [field for field in page.fields if asked.given(field)]
        if rows:
            yield Heading(2, Line(asked.words.page_title(page.id)))
            yield Facts(tuple(fact_of(asked.one(field)) for field in rows))


def fact_of(summed: Summed, note: str = "") -> Fact:
    """A line of a summary as it is printed."""
    lines = summed.lines or (Line("None"),)
    return Fact(Line(summed.label), lines, Line(note) if note else None, summed.exact_words)


def moment(at: datetime) -> str:
    """A day and an hour, by the laptop's clock where it is read."""
    local = at.astimezone()
    return f"{local.day} {MONTHS[local.month - 1]} {local:%Y, %H:%M}"


def _course(interview: Interview, talk: Asked) -> Iterator[Block]:
    for turn in interview.turns:
        if turn.course is Course.WHOLE and not turn.reason:
            continue
        reason = f" {turn.reason}" if turn.reason else ""
        yield Paragraph(Line(f"{moment(turn.at)}: {text_of_turn(turn.course)}.{reason}"))
    for page, passed in interview.passed.items():
        if page == LOOKING_BACK:
            continue
        left = f"{moment(passed.at)}: {talk.words.page_title(page)} was left with a reason."
        yield Paragraph(Line(f"{left} {passed.reason}"))


def _notes(notes: tuple[Note, ...], begun: datetime) -> Iterator[Block]:
    if not notes:
        return
    yield Heading(2, Line("As it was said, line by line"))
    times = {note.id: _hour(note.at, begun) for note in notes}
    for note in notes:
        adds = f", adds to {times[note.about]}" if note.about and note.about in times else ""
        stamp = f"{times[note.id]}, {LINES[note.kind].lower()}{adds}"
        if note.prompt and note.prompt in times:
            stamp = f"{stamp}, to the question of {times[note.prompt]}"
        if note.kind is LineKind.SAID:
            yield Quote(Line(note.words), Line(stamp))
        else:
            yield Paragraph(Line(f"{stamp}: {note.words}"))
        if note.original:
            by = f", put into English by {note.original.translator}"
            who = by if note.original.translator else ""
            said = Line(note.original.words, note.original.language)
            yield Quote(said, Line(f"{times[note.id]}, in their own language{who}"))


def _consents(story: Story) -> Iterator[Block]:
    told = [one for one in story.consents if one.answers or one.withdrawal]
    if not told or story.talk is None:
        return
    yield Heading(2, Line("Consent, three different things"))
    names = {one.id: one.name for one in story.staff}
    yield Facts(tuple(_consent(story.talk, consent, names) for consent in told))


def _consent(talk: Asked, consent: Consent, names: dict[StaffId, str]) -> Fact:
    fields = {field.id: field for field in talk.form.fields()}
    lines = []
    for given in consent.answers:
        asked = fields[consent.asked.answer]
        said = Asked(talk.form, talk.words, {asked.id: given.answer}).one(asked)
        words = " ".join(line.text for line in said.lines)
        who = names.get(given.by, "staff")
        lines.append(Line(f"{words}. Written down {moment(given.at)} by {who}"))
    if explained := _explained(talk, consent):
        lines.append(Line(explained))
    if consent.words:
        lines.append(Line(f"“{consent.words}”", consent.words_language))
    if consent.answers and consent.stands == "":
        lines.append(Line("The answer was cleared afterwards"))
    if consent.withdrawal:
        taken = consent.withdrawal
        words = f": “{taken.words}”" if taken.words else ""
        lines.append(Line(f"Taken back {moment(taken.at)}{words}"))
    if consent.renewal and not consent.taken_back:
        again = consent.renewal
        words = f": “{again.words}”" if again.words else ""
        lines.append(Line(f"Given again {moment(again.at)}{words}"))
    return Fact(Line(talk.words.consent_title(consent.asked.id)), tuple(lines), None)


def _explained(talk: Asked, consent: Consent) -> str:
    """Who explained what, in which language, as one sentence; blank where nobody said."""
    by = f"Explained by {consent.explained_by}" if consent.explained_by else "Explained"
    how = f"{by}, in {consent.language}" if consent.language else by
    points = consent.asked.points
    told = "; ".join(talk.words.option(points, one) for one in consent.points) if points else ""
    if told:
        return f"{how}: {told}."
    return f"{how}." if consent.explained_by or consent.language else ""


def _additions(story: Story) -> Iterator[Block]:
    if story.talk is None or story.interview is None:
        return
    pages = story.talk.form.pages
    ours = {field.id for page in pages if page.id == LOOKING_BACK for field in page.fields}
    told = [added for added in story.interview.additions if added.to not in ours]
    if not told:
        return
    names = {one.id: one.name for one in story.staff}
    yield Heading(2, Line("Added after it was signed off"))
    for added in told:
        label = story.talk.words.label(added.to)
        who = names.get(added.by, "staff")
        note = f"{moment(added.at)}, by {who}. The answer above stands as it was."
        yield Facts((Fact(Line(label), (Line(added.words),), Line(note)),))


def _hour(at: datetime, begun: datetime) -> str:
    """The time alone on the day the talk began; on any other, with the day."""
    same = at.astimezone().date() == begun.astimezone().date()
    return f"{at.astimezone():%H:%M}" if same else moment(at)
