"""What hangs from the mouse when the lock comes: a real window, and a button that stays down."""

import os
import subprocess
import sys

import pytest

from tests.journeys.test_real_window import ROOT, screen

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X is the window system of Linux")


def test_words_being_dragged_are_let_fall(tmp_path):
    with screen(tmp_path) as display:
        running = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.dragger"],
            cwd=ROOT,
            env={**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            assert running.stdout.readline().strip() == "ready"
            display.ask("mousemove", "100", "100", "mousedown", "1")
            for at in range(110, 200, 10):
                display.ask("mousemove", str(at), str(at))
            said, _ = running.communicate(timeout=20)
        finally:
            running.kill()
            running.wait()
            running.stdout.close()

    assert said.split() == ["locking", "ended"]
