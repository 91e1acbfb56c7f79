"""The short way through the program in a real window: a real X server, and keys sent to it."""

import json
import os
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cheap_keys import whole_price
from tests.desks import quick_keys
from welfare_app.app.toolbox import toolbox
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.practice import open_practice

ROOT = Path(__file__).parents[2]
WIDE, HIGH, DEEP = 1280, 800, 4
PATIENCE = 30.0
"""Seconds for anything to appear on a slow machine."""
NEW_PAGE, CARET = 0.25, 0.06
"""Of the lines of the screen: another page changes more, a blinking caret less."""
COLOUR_ENTRY = 12
NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
TYPED = "Ionela of the night shift"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X is the window system of Linux")


class Display:
    """A screen nobody looks at, and keys that reach whatever window has the keyboard."""

    def __init__(self, number: str, frames: Path):
        self.name, self._frame = f":{number}", frames / "Xvfb_screen0"

    def picture(self) -> bytes:
        """All that is on the screen, line after line. X writes it behind a header (XWD)."""
        whole = self._frame.read_bytes()
        header, colours = struct.unpack_from(">I", whole)[0], struct.unpack_from(">I", whole, 76)[0]
        return whole[header + colours * COLOUR_ENTRY :][: WIDE * HIGH * DEEP]

    def ask(self, *words: str) -> str:
        """Have `xdotool` do something."""
        done = subprocess.run(
            ["xdotool", *words],
            env={**os.environ, "DISPLAY": self.name},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys by their X names."""
        self.ask("key", "--delay", "40", *keys)

    def type(self, words: str) -> None:
        """Type words."""
        self.ask("type", "--delay", "12", words)

    @contextmanager
    def turning(self) -> Iterator[None]:
        """Wait until what is done meanwhile has brought another page, all of it."""
        before = self.still()
        yield
        until(lambda: _unlike(before, self.picture()) > NEW_PAGE, "the screen stayed as it was")
        self.still()

    def still(self) -> bytes:
        """The picture once nothing is being painted any more."""
        before = self.picture()
        while _unlike(before, now := self._soon()) > CARET:
            before = now
        return now

    def _soon(self) -> bytes:
        time.sleep(0.2)
        return self.picture()


def test_a_person_unlocks_answers_and_locks_in_a_real_window(tmp_path):
    tools = replace(toolbox(secrets=NoSecrets()), portable_keys_for=quick_keys)
    vault = tmp_path / "data" / "Notes" / "vault"
    with whole_price():
        open_practice(tools, vault).vault.close()
    words = json.loads((vault / "practice.json").read_text("utf-8"))["words"]

    with screen(tmp_path) as display, program(display, tmp_path):
        window = until(lambda: display.ask("search", "--name", "^Notes$"), "no window came")
        with display.turning():
            until(lambda: len(set(display.picture()[::401])) > 3, "the window stayed blank")
            display.ask("windowfocus", "--sync", window)
            display.type(words)
            display.press("Return")
        with display.turning():
            display.press("ctrl+n")
        display.type(TYPED)
        with display.turning():
            display.press("ctrl+l")

    with whole_price():
        opened = open_practice(tools, vault)
    with opened.vault.work(opened.staff.id) as work:
        begun = [one for one in work.interviews.all() if one.finished is None]
    opened.vault.close()
    assert [answer.value for one in begun for answer in one.answers.values()] == [TYPED]


@contextmanager
def screen(folder: Path) -> Iterator[Display]:
    """An X server with nothing on it."""
    hear, tell = os.pipe()
    size = f"{WIDE}x{HIGH}x24"
    frames = folder / "frames"
    frames.mkdir()
    command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", size, "-nolisten", "tcp"]
    server = subprocess.Popen(
        [*command, "-fbdir", frames], pass_fds=[tell], stderr=subprocess.DEVNULL
    )
    os.close(tell)
    try:
        with os.fdopen(hear) as number:
            yield Display(number.readline().strip(), frames)
    finally:
        _end(server)


@contextmanager
def program(display: Display, home: Path) -> Iterator[None]:
    """The program as a person starts it, in a home of its own."""
    own = {"DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)}
    folders = {f"XDG_{one.upper()}_HOME": str(home / one) for one in ("data", "config", "cache")}
    running = subprocess.Popen(
        [sys.executable, "-m", "welfare_app"],
        cwd=ROOT,
        env={**os.environ, **own, **folders, **NO_KEYRING},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield
        assert running.poll() is None, "the program ended by itself"
    finally:
        said = _end(running)
    assert not said, said


def until(found: Callable[[], object], otherwise: str):
    """What is found once it is there."""
    end = time.monotonic() + PATIENCE
    while not (answer := found()):
        assert time.monotonic() < end, otherwise
        time.sleep(0.05)
    return answer


def _unlike(before: bytes, after: bytes) -> float:
    line = WIDE * DEEP
    starts = range(0, HIGH * line, line)
    return sum(before[at : at + line] != after[at : at + line] for at in starts) / HIGH


def _end(running: subprocess.Popen) -> str:
    running.terminate()
    _, said = running.communicate(timeout=PATIENCE)
    return said or ""
