"""Fifty canaries go through every field and file, and are found nowhere but inside the vault."""

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.journeys.test_real_window import NO_KEYRING, screen
from tests.torture.canaries import CANARIES, heard_in, heard_under
from tests.torture.whole_telling import IN_THE_CLEAR

ROOT = Path(__file__).parents[2]
PATIENCE = 180
SEEN = ["close", "kill"] if "WELFARE_APP_TORTURE" in os.environ else ["kill"]
"""How the window ends, which takes half a minute each."""
ENDS = {"close": 0, "kill": -signal.SIGKILL, "abort": -signal.SIGABRT}
"""How a process ends, and what it then answers."""
BOTH_CLIPBOARDS = """
from PySide6.QtGui import QClipboard, QGuiApplication
app = QGuiApplication([])
for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
    print(app.clipboard().text(mode))
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it looks where Linux would leak")


@pytest.fixture
def world(tmp_path):
    """All that a person's programs may write to, to be looked through afterwards."""
    for name in ("home", "temp", "documents", "config", "data", "cache", "state", "run"):
        (tmp_path / name).mkdir(mode=0o700)
    return tmp_path


def surroundings(world: Path, **more: str) -> dict[str, str]:
    """An environment in which everything that can be moved lies in this world."""
    own = {f"XDG_{one.upper()}_HOME": str(world / one) for one in ("config", "data", "cache")}
    own |= {"XDG_STATE_HOME": str(world / "state"), "XDG_RUNTIME_DIR": str(world / "run")}
    own |= {"HOME": str(world / "home"), "TMPDIR": str(world / "temp"), "PYTHONPATH": str(ROOT)}
    return os.environ | own | NO_KEYRING | {"PYTHONDONTWRITEBYTECODE": "1"} | more


def may_dump_core() -> None:
    """What a laptop set up to keep crashes would allow."""
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


@contextmanager
def running(world: Path, *words: str, **more: str):
    """One of the journeys as a process of its own, standing in this world."""
    streams = {name: (world / name).open("wb") for name in ("stdout", "stderr")}
    child = subprocess.Popen(
        [sys.executable, "-m", *words],
        cwd=world,
        env=surroundings(world, **more),
        stdin=subprocess.PIPE,
        preexec_fn=may_dump_core,  # noqa: PLW1509 - one thread, and it only sets a limit
        **streams,
    )
    try:
        yield child
    finally:
        child.kill()
        child.communicate()
        for stream in streams.values():
            stream.close()


def wait_until(world: Path, child: subprocess.Popen, word: str) -> None:
    """Until it has said the word."""
    end = time.monotonic() + PATIENCE
    while word not in (said := (world / "stdout").read_text().split("\n")):
        assert child.poll() is None, said
        assert not any(line.startswith("failed") for line in said), said
        assert time.monotonic() < end, said
        time.sleep(0.05)


def shown_to_others(child: subprocess.Popen) -> bytes:
    """What programs may read of another: its words and, for the same person, its surroundings."""
    seen = Path(f"/proc/{child.pid}/cmdline").read_bytes()
    try:
        return seen + Path(f"/proc/{child.pid}/environ").read_bytes()
    except PermissionError:
        return seen


@pytest.mark.parametrize("end", ENDS)
def test_no_word_of_any_field_is_found_outside_however_it_ends(world, end):
    way = "close" if end == "close" else "wait"
    with running(world, "tests.torture.whole_telling", str(world), way) as child:
        if end != "close":
            wait_until(world, child, "told")
            assert not heard_in(shown_to_others(child))
            child.send_signal(-ENDS[end])
        assert child.wait(PATIENCE) == ENDS[end], (world / "stderr").read_text()

    found = heard_under(world)
    assert found.pop("vault/slots.json") == {CANARIES[IN_THE_CLEAR]}
    assert found == {}
    assert not list(world.rglob("core*"))
    assert (world / "P-0001.pdf").stat().st_size > 100_000


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no X server is here")
@pytest.mark.parametrize(
    "end", ["close", "kill"] if "WELFARE_APP_TORTURE" in os.environ else ["kill"]
)
def test_no_word_typed_in_the_window_is_found_outside_however_it_ends(world, end):
    shown = {"QT_QPA_PLATFORM": "xcb"}
    (world / "frames").mkdir()
    with screen(world / "frames") as display:
        shown["DISPLAY"] = display.name
        with running(world, "tests.torture.at_the_window", str(world), "all", **shown) as child:
            wait_until(world, child, "open")
            assert not heard_in(shown_to_others(child))
            if end == "close":
                go_on(child)
                wait_until(world, child, "locked")
                go_on(child)
            else:
                child.kill()
            assert child.wait(PATIENCE) == ENDS[end], (world / "stderr").read_text()
        assert not heard_in(clipboards(world, **shown))
    shutil.rmtree(world / "frames")

    found = heard_under(world)
    assert found.pop("data/Notes/vault/slots.json") == {CANARIES[2]}, "the name to unlock with"
    own = {name for name in found if name.startswith("documents/family of")}
    assert set(found) == own, "only the person's own file has the name they gave it"
    assert (world / "data" / "Notes" / "faults.log").read_text().count("RuntimeError") == 1
    assert not list(world.rglob("core*"))


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no X server is here")
def test_nothing_copied_is_left_for_others_once_it_is_locked(world):
    shown = {"QT_QPA_PLATFORM": "xcb"}
    (world / "frames").mkdir()
    with screen(world / "frames") as display:
        shown["DISPLAY"] = display.name
        with running(world, "tests.torture.at_the_window", str(world), "copy", **shown) as child:
            wait_until(world, child, "open")
            assert heard_in(clipboards(world, **shown)), "nothing was copied, so nothing is shown"
            go_on(child)
            wait_until(world, child, "locked")
            assert not heard_in(clipboards(world, **shown))


def go_on(child: subprocess.Popen) -> None:
    """Let it do the next thing."""
    child.stdin.write(b"\n")
    child.stdin.flush()


def clipboards(world: Path, **more: str) -> bytes:
    """What another program finds on the clipboard, and in what was last marked."""
    done = subprocess.run(
        [sys.executable, "-c", BOTH_CLIPBOARDS],
        env=surroundings(world, **more),
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout
