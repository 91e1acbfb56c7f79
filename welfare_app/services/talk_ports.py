"""What the services need of the talks in the vault: interviews, their lines and their signs."""

from typing import Protocol

from welfare_app.domain.consents import History
from welfare_app.domain.events import Event
from welfare_app.domain.ids import InterviewId, NoteId, SignId
from welfare_app.domain.interview import Interview
from welfare_app.domain.notes import Note
from welfare_app.domain.sign import Sign


class Interviews(Protocol):
    """The interviews in the vault."""

    def get(self, id: InterviewId) -> Interview:
        """The interview with this id; refused where there is none."""
        ...

    def save(self, record: Interview, *, because: Event) -> None:
        """Keep it, and say why. Nothing can be saved without a reason."""
        ...

    def next_number(self) -> str:
        """The number the next one will be called by."""
        ...

    def all(self) -> tuple[Interview, ...]:
        """Every one that can be read, the newest first."""
        ...

    def unreadable(self) -> int:
        """How many there are that cannot be read, because the vault is damaged where they lie."""
        ...

    def history(self, id: InterviewId) -> History:
        """Every answer ever given to each field, the oldest first."""
        ...


class Notes(Protocol):
    """The lines of talks in the vault."""

    def get(self, id: NoteId) -> Note:
        """The line with this id; refused where there is none."""
        ...

    def save(self, record: Note, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def of(self, interview: InterviewId) -> tuple[Note, ...]:
        """Those of an interview, as they were written down."""
        ...


class Drafts(Protocol):
    """Lines that are still being typed. They are no records: they may be overwritten."""

    def of(self, record: str) -> str:
        """What was being typed for a record, or blank."""
        ...

    def keep(self, record: str, text: str) -> None:
        """Keep it in place of what was; blank empties it."""
        ...

    def under(self, record: str) -> tuple[tuple[str, str], ...]:
        """What is kept by names that begin with this one and a stroke, in their order."""
        ...


class Signs(Protocol):
    """The signs in the vault."""

    def get(self, id: SignId) -> Sign:
        """The sign with this id; refused where there is none."""
        ...

    def save(self, record: Sign, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def of(self, interview: InterviewId) -> tuple[Sign, ...]:
        """Those noted in an interview, the oldest first."""
        ...
