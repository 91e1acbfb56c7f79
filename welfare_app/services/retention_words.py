"""What services and screens ask of the retention schedule."""

from typing import Protocol

from welfare_app.domain.retention import Schedule


class ScheduleWords(Protocol):
    """The schedule and its words in one language."""

    @property
    def schedule(self) -> Schedule:
        """The lines."""
        ...

    def name(self, line: str) -> str:
        """What a line is about."""
        ...

    def keeps(self, line: str) -> str:
        """How long it is kept, in words."""
        ...

    def why(self, line: str) -> str:
        """Why so long."""
        ...
