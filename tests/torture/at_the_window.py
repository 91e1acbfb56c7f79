"""The program as a person starts it, with somebody typing canaries into everything in sight.

`python -m tests.torture.at_the_window FOLDER MUCH`: FOLDER is the world it may see, MUCH `all` of
the journey or a `copy` of one answer only. It says "open" once all is typed, and waits: for a
line, on which it locks and says "locked"; for another, on which the window is closed; or for
its end.
"""

import select
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.keyboard import TYPED, Keyboard
from tests.torture.canaries import Cage
from welfare_app.app.hardening import harden
from welfare_app.app.opening import open_window
from welfare_app.ui.window import Window

PASSPHRASE = "gravel teapot lantern orbit"
ROUND = 60
PAGES = 9


class Patience:
    """Waits for things as the tests of windows do, without a test."""

    TimeoutError = AssertionError

    def waitUntil(self, holds: Callable[[], bool], timeout: int) -> None:  # noqa: N802
        """Until it is so, or too late."""
        end = time.monotonic() + timeout / 1000 * 3
        while not holds():
            if time.monotonic() > end:
                raise AssertionError
            QTest.qWait(20)

    def wait(self, milliseconds: int) -> None:
        """Let time pass."""
        QTest.qWait(milliseconds)


class Typist:
    """Types canaries wherever the keyboard can go."""

    def __init__(self, window: Window, folder: Path, *, all_of_it: bool) -> None:
        self.window, self.folder, self.cage = window, folder, Cage()
        self.all_of_it = all_of_it
        self.keyboard = Keyboard(Patience(), window)

    def play(self) -> None:
        """All of it, to the closed window."""
        window = self.window
        window.activateWindow()
        Patience().waitUntil(window.isActiveWindow, 20_000)
        self.first_run()
        if self.all_of_it:
            self.hold_a_talk()
            self.check_a_file()
            self.go_wrong()
        self.copy_something()
        _say("open")
        self.keyboard.press("Ctrl+L")
        self.keyboard.wait_for("Your passphrase")
        QTest.qWait(300)
        _say("locked")
        window.close()

    def first_run(self) -> None:
        """Names everywhere, and the sheet put among the person's documents."""
        keyboard = self.keyboard
        keyboard.wait_for("Before the first interview")
        for name in ("Your organisation’s name", "What do you call this laptop?", "Your own name"):
            keyboard.tab_to(name)
            keyboard.type(self.cage.word())
        keyboard.tab_to("Where is this laptop used?")
        keyboard.choose("England")
        for name in ("Choose a passphrase", "The passphrase once more"):
            keyboard.tab_to(name)
            keyboard.type(PASSPHRASE)
        keyboard.press("Ctrl+Enter")
        keyboard.wait_for("Save the recovery sheet")
        with keyboard.naming_a_file(self.folder / "documents" / "sheet.pdf"):
            keyboard.press("Enter")
        keyboard.wait_for("The sheet is saved")
        keyboard.press("Ctrl+Enter")
        keyboard.wait_for("What needs me now")

    def hold_a_talk(self) -> None:
        """Step after step, a canary in everything that takes words."""
        self.keyboard.press("Ctrl+N")
        self.keyboard.wait_for("Step 1 of 14")
        for _ in range(PAGES):
            self.fill()
            self.keyboard.press("Ctrl+Enter")
            QTest.qWait(150)
        self.keyboard.press("Esc")
        self.keyboard.wait_for("What needs me now")

    def fill(self) -> None:
        """Once round by Tab."""
        typed: set[str] = set()
        keyboard, first = self.keyboard, self.keyboard.widget
        for _ in range(ROUND):
            if keyboard.interface.role() in TYPED and keyboard.name not in typed:
                typed.add(keyboard.name)
                keyboard.type(f"{self.cage.word()} said")
                if keyboard.name.endswith("Enter keeps the line"):
                    keyboard.press("Enter")
                    keyboard.type(self.cage.word())
            keyboard.press("Tab")
            if keyboard.widget is first:
                return

    def check_a_file(self) -> None:
        """A file with a telling name, in a folder with a telling name."""
        telling = self.folder / "documents" / f"family of {self.cage.word()}"
        telling.mkdir()
        file = telling / f"{self.cage.word()}.pdf"
        file.write_bytes(b"%PDF-1.7")
        self.keyboard.go_to("Check a sealed file")
        self.keyboard.wait_for("The seven words")
        with self.keyboard.naming_a_file(file):
            self.keyboard.go_to("Choose the file")
        self.keyboard.tab_to("The seven words")
        self.keyboard.type(self.cage.word())
        self.keyboard.press("Enter")
        self.keyboard.wait_for("We cannot tell")

    def go_wrong(self) -> None:
        """A fault of ours with somebody's words in it, told as Python tells it."""
        error = RuntimeError(self.cage.word())
        sys.excepthook(RuntimeError, error, None)
        self.keyboard.wait_for("Its number is")
        self.keyboard.press("Esc")

    def copy_something(self) -> None:
        """Mark all of an answer and copy it, as people do."""
        keyboard = self.keyboard
        if self.all_of_it:
            keyboard.go_to("Home")
            keyboard.wait_for("What needs me now")
        keyboard.press("Ctrl+N")
        keyboard.wait_for("Step 1 of 14")
        while keyboard.interface.role() not in TYPED:
            keyboard.press("Tab")
        keyboard.type(self.cage.word())
        keyboard.press("Ctrl+A", "Ctrl+C")
        assert QGuiApplication.clipboard().text()


def _say(word: str) -> None:
    """Tell whoever watches, and wait for their answer with the window alive."""
    print(word, flush=True)  # noqa: T201
    while not select.select([sys.stdin], [], [], 0)[0]:
        QTest.qWait(20)
    sys.stdin.readline()


def play(window: Window, folder: Path, *, all_of_it: bool) -> None:
    """Begin once the window is there; whatever goes wrong ends the process."""
    typist = Typist(window, folder, all_of_it=all_of_it)

    def go() -> None:
        try:
            typist.play()
        except Exception as error:  # noqa: BLE001
            print(f"failed: {error!r:.2000}", flush=True)  # noqa: T201
            QApplication.exit(3)

    QTimer.singleShot(300, go)


if __name__ == "__main__":
    harden()
    world, much = Path(sys.argv[1]), sys.argv[2]
    sys.exit(open_window(built=lambda window: play(window, world, all_of_it=much == "all")))
