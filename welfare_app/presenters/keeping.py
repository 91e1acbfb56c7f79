"""Keeps answers as they are given, and holds on to those the disk would not take."""

from collections.abc import Callable
from typing import Generic, TypeVar

from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import FieldId
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import hour
from welfare_app.services.definitions import Definitions
from welfare_app.services.ports import Clock

Record = TypeVar("Record")


class Keeping(Generic[Record]):
    """What could not be kept is tried again with whatever comes next. `kept` says when it was."""

    def __init__(
        self, save: Callable[[FieldId, Answer], Record], definitions: Definitions, now: Clock
    ) -> None:
        self._save, self._definitions, self._now = save, definitions, now
        self._waiting: dict[FieldId, Answer] = {}
        self.kept = ""
        self.trouble: Trouble | None = None

    @property
    def waiting(self) -> dict[FieldId, Answer]:
        """What was given and is not kept yet."""
        return dict(self._waiting)

    def keep(self, field: FieldId, answer: Answer) -> Record | None:
        """Keep an answer and all that still wait; the record as it is now, or nothing."""
        self._waiting[field] = answer
        return self.again()

    def again(self) -> Record | None:
        """Try once more to keep what waits."""
        record = None
        try:
            for field, answer in list(self._waiting.items()):
                record = self._save(field, answer)
                del self._waiting[field]
        except WelfareAppError as error:
            self.trouble = trouble(self._definitions, error)
            return record
        if record is not None:
            self.kept, self.trouble = f"Kept {hour(self._now())}", None
        return record
