"""Tells a person what went wrong: what happened, what is safe, what to do."""

from collections.abc import Callable
from dataclasses import dataclass

from welfare_app.domain.errors import Tampered, WelfareAppError
from welfare_app.services.definitions import Definitions


@dataclass(frozen=True, slots=True)
class Trouble:
    """What to say. `grave` is for what was tampered with: stop, keep it, call."""

    happened: str
    safe: str
    todo: str
    grave: bool = False

    def sentence(self) -> str:
        """All three, one after another."""
        return " ".join(part for part in (self.happened, self.safe, self.todo) if part)


def trouble(definitions: Definitions, error: Exception) -> Trouble:
    """The words for an error. One that nobody raised on purpose is our own fault."""
    if not isinstance(error, WelfareAppError):
        message = definitions.message("bug")
        return Trouble(message.happened, message.safe, message.todo)
    message = definitions.message(error.code, **error.facts)
    return Trouble(message.happened, message.safe, message.todo, isinstance(error, Tampered))


Report = Callable[[Exception], None]
"""Told of an error that nobody raised on purpose, so that the log can have its code."""
