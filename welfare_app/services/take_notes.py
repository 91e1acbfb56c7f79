"""Taking notes: write down each line as it is heard, and sort the lines afterwards."""

import json
from dataclasses import asdict, dataclass, field, replace

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import InterviewId, NoteId
from welfare_app.domain.notes import LONGEST_LINE, LineKind, Note, Original, asked_before
from welfare_app.services.shift import Shift

_NOT_IN_ENGLISH = "Not put into English"
"""What stands where only the words of another language were typed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A line as it is typed, before it has a time. `about` is the line it adds to."""

    kind: LineKind
    words: str = field(repr=False)
    original: Original | None = None
    about: NoteId | None = None
    question: str = ""
    topic: str = ""


@dataclass(frozen=True, slots=True)
class TakeNotes:
    """What staff can do with the notes of a talk."""

    shift: Shift

    def of(self, interview: InterviewId) -> tuple[Note, ...]:
        """Every line, as it was written down."""
        with self.shift.work() as work:
            return work.notes.of(interview)

    def keep(
        self, interview: InterviewId, heard: Heard, page: str = "", *, typed: bool = False
    ) -> Note:
        """Write a line down, with the time and the question that led to it.

        The talk opens again at this page. A line that was `typed` takes the place of its draft.
        After sign-off only an addition can be made.
        """
        with self.shift.work() as work:
            talk = work.interviews.get(interview)
            if talk.finished and heard.about is None:
                raise Refused("interview.signed-off")
            said = heard.kind is LineKind.SAID
            note = Note(
                NoteId(self.shift.new_id()),
                interview,
                self.shift.now(),
                self.shift.staff.id,
                heard.kind,
                heard.words.strip("\n"),
                heard.original,
                _prompt(work.notes.of(interview), heard) if said else None,
                heard.about,
                heard.question,
                heard.topic,
            )
            work.notes.save(note, because=note.keep())
            if page and page != talk.page and not talk.finished:
                work.interviews.save(replace(talk, page=page), because=note.keep())
            if typed:
                work.drafts.keep(interview, "")
            changes = work.commit()
        self.shift.announce(changes | {interview})
        return note

    def tag(self, id: NoteId, topic: str) -> Note:
        """Put a line under a topic, or under none. Sign-off ends the sorting too."""
        with self.shift.work() as work:
            note, tagged = work.notes.get(id).tag(topic)
            if work.interviews.get(note.interview).finished:
                raise Refused("interview.signed-off")
            work.notes.save(note, because=tagged)
            changes = work.commit()
        self.shift.announce(changes | {note.interview})
        return note

    def draft(self, interview: InterviewId) -> Heard | None:
        """What was being typed when the talk was last left, if anything was."""
        with self.shift.work() as work:
            text = work.drafts.of(interview)
        return _read(text) if text else None

    def keep_what_was_typed(self, interview: InterviewId) -> None:
        """Keep a half-typed line as it is, in as many lines as it needs, so that none is lost."""
        draft = self.draft(interview)
        if draft is None or not (draft.words.strip() or draft.original):
            return
        words = draft.words.strip("\n") if draft.words.strip() else _NOT_IN_ENGLISH
        for start in range(0, len(words), LONGEST_LINE):
            end = start + LONGEST_LINE
            part = replace(
                draft, words=words[start:end], original=None if start else draft.original
            )
            self.keep(interview, part, typed=end >= len(words))

    def keep_draft(self, interview: InterviewId, heard: Heard | None) -> None:
        """Keep what is being typed, so that a power cut loses no sentence."""
        with self.shift.work() as work:
            work.drafts.keep(interview, json.dumps(asdict(heard)) if heard else "")
            work.commit()


def _prompt(notes: tuple[Note, ...], heard: Heard) -> NoteId | None:
    """The question behind words: the last one asked, or that of the line they add to."""
    about = next((note for note in notes if note.id == heard.about), None)
    return about.prompt if about else asked_before(notes)


def _read(text: str) -> Heard:
    said = json.loads(text)
    original = said.pop("original")
    kind = LineKind(said.pop("kind"))
    return Heard(kind, original=Original(**original) if original else None, **said)
