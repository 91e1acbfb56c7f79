"""No socket to any network is ever opened, and nothing is written but where it belongs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.test_real_window import screen
from tests.torture.test_leaks import ROOT, surroundings, world

__all__ = ["world"]

STRACE = shutil.which("strace")
WITH_KEYRING = ROOT / "tests" / "keys" / "with_keyring.sh"
PATIENCE = 400
SOCKET = re.compile(r"\bsocket(?:pair)?\((\w+)")
WRITES = re.compile(
    r'\b(?:openat|open|creat)\((?:[^,"]*, )?"([^"]*)", [^)]*O_(?:WRONLY|RDWR|CREAT)'
)
NEIGHBOURS = {"AF_UNIX", "AF_LOCAL"}
"""The local display, the message bus and the keyring."""
ANYONES = re.compile(r"/dev/(?:null|tty|shm/\S*|ptmx|dri/\S*|udmabuf)|/proc/self/\S*|/memfd:\S*")

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's own"),
    pytest.mark.skipif(STRACE is None, reason="strace is not here"),
]


def watched(world: Path, *words: str) -> tuple[str, ...]:
    """The words that run something and write down what it asks of the system."""
    calls = "trace=network,openat,open,creat"
    quietly = (str(STRACE), "-f", "-qq", "--seccomp-bpf", "-e", calls)
    return (*quietly, "-o", str(world / "calls"), *words)


def asked(world: Path) -> tuple[set[str], set[str]]:
    """The kinds of socket it opened, and the files it opened to write outside of this world."""
    lines = (world / "calls").read_text(errors="replace").splitlines()
    kinds = {found[1] for line in lines if (found := SOCKET.search(line))}
    written = {
        found[1] for line in lines if (found := WRITES.search(line)) and "ENOENT" not in line
    }
    return kinds, {path for path in written if not belongs(path, world)}


def belongs(path: str, world: Path) -> bool:
    """Whether it is this person's own, or a device."""
    return path.startswith(str(world)) or bool(ANYONES.fullmatch(path))


def only_watched(world: Path, done: subprocess.CompletedProcess[str]) -> set[str]:
    """Demand that it was done, wrote nothing elsewhere, and called only its neighbours."""
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    kinds, elsewhere = asked(world)
    assert elsewhere == set()
    assert kinds <= NEIGHBOURS, kinds
    return kinds


def test_the_whole_main_job_calls_nobody_beyond_this_laptop(world):
    words = watched(world, sys.executable, "-m", "welfare_app", "demo", str(world / "demo"))
    done = subprocess.run(
        words, cwd=world, env=surroundings(world), capture_output=True, text=True, check=False
    )

    only_watched(world, done)
    assert (world / "demo" / "sealed-referral.pdf").exists()


@pytest.mark.skipif(
    "WELFARE_APP_TORTURE" not in os.environ,
    reason="most of a minute under strace: the short form watches the whole main job instead",
)
@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no X server is here")
def test_a_journey_in_the_window_speaks_only_to_the_display_the_bus_and_the_keyring(world):
    (world / "frames").mkdir()
    with screen(world / "frames") as display:
        more = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display.name, "TMPDIR": str(world / "temp")}
        environment = surroundings(world, **more)
        del environment["PYTHON_KEYRING_BACKEND"]
        journey = (sys.executable, "-m", "tests.torture.at_the_window", str(world), "all")
        done = subprocess.run(
            [str(WITH_KEYRING), *watched(world, *journey)],
            cwd=world,
            env=environment,
            input="\n\n",
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    assert only_watched(world, done), "it spoke to nobody, so nothing was watched"
    assert done.stdout.split() == ["open", "locked"]


def test_a_call_to_a_network_and_a_file_put_elsewhere_would_be_seen(world, tmp_path_factory):
    """The proof proved: a program that calls out, or writes where it should not, is caught."""
    elsewhere = str(tmp_path_factory.mktemp("elsewhere") / "file")
    calls = f"import socket; socket.socket().close(); open({elsewhere!r}, 'w').close()"
    subprocess.run(watched(world, sys.executable, "-c", calls), cwd=world, check=True)

    kinds, written = asked(world)
    assert "AF_INET" in kinds
    assert elsewhere in written
