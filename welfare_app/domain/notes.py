"""The lines of a talk, as they were heard: written once, never edited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from welfare_app.domain.answers import Answer, Answers
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import NoteKept, NoteTagged
from welfare_app.domain.form import Field, Form
from welfare_app.domain.ids import FieldId, InterviewId, NoteId, StaffId


class LineKind(StrEnum):
    """What kind of line it is. Said, asked and seen are never mixed."""

    SAID = "said"
    NOTE = "note"
    ASKED = "asked"
    SEEN = "seen"
    BREAK = "break"
    ROOM = "room"


LONGEST_LINE = 50_000
"""Characters in one line: far more than anyone says in one breath."""


@dataclass(frozen=True, slots=True)
class Original:
    """Exact words in the language they were said in, and who put them into English."""

    words: str = field(repr=False)
    language: str
    translator: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Note:
    """One line. `prompt` is the line that asked for it, `about` the line it adds to.

    `question` is the catalogue's open question, on a line that asked it. `topic` is the only
    part that may be set later, when the talk is sorted.
    """

    id: NoteId
    interview: InterviewId
    at: datetime
    by: StaffId
    kind: LineKind
    words: str = field(repr=False)
    original: Original | None = None
    prompt: NoteId | None = None
    about: NoteId | None = None
    question: str = ""
    topic: str = ""

    def keep(self) -> NoteKept:
        """What writing it down is called in the audit trail. A blank line is refused."""
        if not self.words.strip():
            raise Refused("note.no-words")
        said = self.original
        longest = max(
            map(len, (self.words, said.words, said.translator) if said else (self.words,))
        )
        if longest > LONGEST_LINE:
            raise Refused("note.too-long", most=LONGEST_LINE)
        return NoteKept(self.id, self.interview)

    def tag(self, topic: str) -> "tuple[Note, NoteTagged]":
        """Put it under a topic, or (blank) under none."""
        return replace(self, topic=topic), NoteTagged(self.id)


def asked_before(notes: Iterable[Note]) -> NoteId | None:
    """The last question asked: what is said next was said to it."""
    last = None
    for note in notes:
        if note.kind is LineKind.ASKED:
            last = note.id
    return last


def offered(
    form: Form, answers: Answers, notes: Iterable[Note], by: str = ""
) -> Mapping[FieldId, Answer]:
    """What the talk itself suggests for fields nobody has answered, each with where it is from.

    Lines under the topics a field gathers are set one under another, as they came, and gathered
    anew while nobody has written over them. A field that offers another field's answer takes
    that; one that asks who explained offers `by`.
    """
    lines = tuple(notes)
    result: dict[FieldId, Answer] = {}
    for one in form.fields():
        own = answers.get(one.id)
        if own is not None and own.origin != GATHERED:
            continue
        if one.gathers and (found := _gathered(one, lines)):
            result[one.id] = found
        elif one.offers == STAFF and by:
            result[one.id] = Answer(by, origin="staff")
        elif one.offers and (source := answers.get(one.offers)) and isinstance(source.value, str):
            result[one.id] = Answer(source.value, source.language, f"field:{one.offers}")
    return result


GATHERED = "notes"
"""The origin of an answer that was set together from lines, and that nobody has written over."""

STAFF = FieldId("staff")
"""What a field offers where its answer is most often the person at the laptop."""


def _gathered(asked: Field, notes: tuple[Note, ...]) -> Answer | None:
    topics = set(asked.gathers)
    kinds = {LineKind(one) for one in topics if one in _KINDS}
    exact = {LineKind.SAID} if asked.exact_words else {LineKind.NOTE, LineKind.SEEN}
    lines = [
        note
        for note in notes
        if note.kind in kinds or (note.kind in exact and (note.topic or UNSORTED) in topics)
    ]
    if not lines:
        return None
    return Answer("\n".join(note.words for note in lines), origin=GATHERED)


UNSORTED = "unsorted"
"""The topic of a line nobody has put under one."""

_KINDS = frozenset(kind.value for kind in LineKind) - {LineKind.SAID.value}
"""Kinds of line a field may gather whole, whatever their topic."""
