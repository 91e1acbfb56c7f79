"""What the legal-hold list asks of the content: kinds of records, and what to say of each."""

from typing import Protocol

from welfare_app.domain.preserving import RecordKind


class RecordWords(Protocol):
    """The kinds of records that others should be asked to keep, and their words."""

    @property
    def kinds(self) -> tuple[RecordKind, ...]:
        """Every kind."""
        ...

    @property
    def chase_after_days(self) -> int:
        """After how many days without an answer to ask again."""
        ...

    def name(self, record: str) -> str:
        """What a kind of record is called."""
        ...

    def ask(self, record: str) -> str:
        """What to ask for."""
        ...

    def caution(self, record: str) -> str:
        """How soon it may be lost; or nothing."""
        ...
