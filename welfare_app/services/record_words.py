"""What the legal-hold list asks of the content: kinds of records, and what to say of each."""

from datetime import datetime, timedelta
from typing import Protocol

from welfare_app.domain.preserving import Preservation, RecordKind, answer_due


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


def due_by(words: RecordWords, one: Preservation) -> datetime | None:
    """By when to have heard of a request; nothing once the record is safe."""
    kind = next((kind for kind in words.kinds if kind.id == one.record), None)
    return answer_due(one, kind, timedelta(days=words.chase_after_days))
