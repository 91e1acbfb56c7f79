"""What becomes of an error that nobody caught: a calm question, a line in the log, and on we go."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from welfare_app.domain.errors import WelfareAppError
from welfare_app.logs.crash import FaultLog
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.ui.parts.dialog import Question
from welfare_app.ui.window import Window

PLAIN = Trouble(
    "Something in the program went wrong.", "Your records are safe.", "Start the program again."
)
"""What is said before the words of resources/ can be read."""


class Faults:
    """The last to hear of an error. `definitions` and `lock` are given once they are there."""

    def __init__(self, window: Window, log: FaultLog) -> None:
        self._window, self._log = window, log
        self.definitions: Definitions | None = None
        self.lock: Callable[[], object] = window.close

    def install(self) -> None:
        """Be the one that Python and Qt turn to."""
        sys.excepthook = self.heard

    def heard(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Say it, write down where it was, and leave everything else standing."""
        if not isinstance(error, Exception):
            traceback.print_exception(kind, error, trace)
            return
        found = self._log.keep(error)
        said = self._words(error)
        foreseen = isinstance(error, WelfareAppError)
        code = "" if foreseen else f" Its number is {found.code}."
        question = Question(
            said.happened,
            f"{said.safe} {said.todo}{code}",
            do="Lock" if self.definitions else "Close",
            keep="Go on",
        )
        self._window.ask(question, self._answered)

    def _words(self, error: Exception) -> Trouble:
        if self.definitions is None:
            return PLAIN
        try:
            return trouble(self.definitions, error)
        except WelfareAppError:
            return PLAIN

    def _answered(self, do: bool) -> None:
        if do:
            self.lock()
