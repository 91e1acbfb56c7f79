import gc
import threading
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QTimer

from welfare_app.ui import garbage
from welfare_app.ui.garbage import TidyHere


@pytest.fixture
def tidy(qapp, monkeypatch):
    monkeypatch.setattr(garbage, "EVERY_MS", 20)
    gc.collect()
    tidy = TidyHere()
    yield tidy
    tidy.stop()


class Cycle(QObject):
    """A page and a presenter that hold each other."""

    gone: ClassVar[list[str]] = []

    def __init__(self):
        super().__init__()
        self.myself = self
        self.timer = QTimer(self)
        self.timer.start(1000)

    def __del__(self):
        Cycle.gone.append(threading.current_thread().name)


def test_a_busy_job_never_destroys_what_belongs_to_the_screen(qtbot, tidy):
    Cycle.gone.clear()
    Cycle()

    def allocate():
        for _ in range(200_000):
            _ = [[]]

    job = threading.Thread(target=allocate)
    job.start()
    job.join()
    assert Cycle.gone == []

    qtbot.waitUntil(lambda: Cycle.gone == [threading.main_thread().name])


def test_python_tidies_again_once_the_window_is_gone(tidy):
    assert not gc.isenabled()
    tidy.stop()

    assert gc.isenabled()
