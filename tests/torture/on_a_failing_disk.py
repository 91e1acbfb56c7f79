"""Does one action again and again, each time with the next call to the disk failing under it.

Run as a module with the failing disk preloaded, it is forked for ACTION MANNER ERROR FOLDER.
Writes a line for each call that failed: its number and the code that was said.
"""

import os
import shutil
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from signal import SIGKILL

from tests.torture.actions import ACTIONS, Action
from tests.torture.failing import FailingDisk, Manner, preloaded
from tests.torture.table import Rows, laid, tools
from tests.warm import serve
from welfare_app.domain.errors import WelfareAppError

MOMENTS = 5
"""The short form fails one call more than this."""


class Ordeal:
    """One action, and the disk that fails under it."""

    def __init__(self, action: Action, disk: FailingDisk, manner: Manner, error: int) -> None:
        self.action, self.disk, self.manner, self.error = action, disk, manner, error
        self.before: Rows = {}

    def suffer(self, folder: Path) -> None:
        """Fail the first call, then the second, until all of the action is done unharmed."""
        pattern = folder / "pattern"
        self.action.prepare(pattern)
        self.before = self.action.before(pattern)
        ways = [self.killed] if self.manner is Manner.DIE else [self.given_up, self.tried_again]
        for nth in self._moments(folder):
            went_on = False
            for way in ways:
                shutil.copytree(pattern, folder / "here")
                try:
                    said, reached = way(folder / "here", nth)
                except BaseException as error:
                    error.add_note(f"call {nth} failed; {way.__name__}")
                    raise
                shutil.rmtree(folder / "here")
                print(nth, way.__name__, said or "well", flush=True)  # noqa: T201
                went_on = went_on or reached
            if not went_on:
                return

    def _moments(self, folder: Path) -> Iterable[int]:
        """Every call in turn; in the short form some from the first to the last."""
        if "WELFARE_APP_TORTURE" in os.environ:
            return count(1)
        shutil.copytree(folder / "pattern", folder / "here")
        desk = self.action.sit(folder / "here")
        self.disk.fails(folder / "here", 0, self.error, self.manner)
        self.action.act(folder / "here", desk)
        self.action.get_up(desk)
        last = self.disk.calls
        self.disk.is_well()
        shutil.rmtree(folder / "here")
        return sorted({max(1, last * part // MOMENTS) for part in range(MOMENTS + 1)})

    def given_up(self, folder: Path, nth: int) -> tuple[str, bool]:
        """The person gives up and locks, on a disk that may still be full."""
        desk = self.action.sit(folder)
        said = self._act(folder, desk, nth)
        if said:
            self._clear(said)
        self.action.get_up(desk)
        reached = self.disk.calls >= nth
        self.disk.is_well()
        self.action.intact(folder, self.before, done=not said)
        self.action.tidy(folder)
        return said, reached

    def tried_again(self, folder: Path, nth: int) -> tuple[str, bool]:
        """The person frees some space, and does the same again."""
        desk = self.action.sit(folder)
        said = self._act(folder, desk, nth)
        reached = self.disk.calls >= nth
        self.disk.is_well()
        if said:
            self._clear(said)
            self.action.act(folder, desk)
        self.action.get_up(desk)
        self.action.intact(folder, self.before, done=True)
        self.action.tidy(folder)
        return said, reached

    def killed(self, folder: Path, nth: int) -> tuple[str, bool]:
        """The process ends in the middle; later the person opens it and does it again."""
        child = os.fork()
        if child == 0:
            desk = self.action.sit(folder)
            self.disk.fails(folder, nth, self.error, self.manner)
            self.action.act(folder, desk)
            self.action.get_up(desk)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        died = os.WIFSIGNALED(status) and os.WTERMSIG(status) == SIGKILL
        assert died or status == 0, "it ended by itself"
        if died:
            self.action.intact(folder, self.before, done=False)
            if not self.action.already(folder):
                desk = self.action.sit(folder)
                self.action.act(folder, desk)
                self.action.get_up(desk)
                self.action.tidy(folder)
        self.action.intact(folder, self.before, done=True)
        return "killed" if died else "", died

    def _act(self, folder: Path, desk: object, nth: int) -> str:
        self.disk.fails(folder, nth, self.error, self.manner)
        try:
            self.action.act(folder, desk)
        except WelfareAppError as error:
            return error.code
        return ""

    def _clear(self, said: str) -> None:
        """What was said has words, and is about the disk."""
        assert said in self.action.codes, f"{said} was said of a disk that failed"
        assert tools().definitions.message(said).todo


def suffer(name: str, manner: str, error: str, folder: str) -> None:
    """One action on a disk that fails in this manner."""
    Ordeal(ACTIONS[name], preloaded(), Manner(int(manner)), int(error)).suffer(Path(folder))


if __name__ == "__main__":
    laid()
    serve(suffer)
