import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from welfare_app.ui import idle
from welfare_app.ui.idle import IdleWatch


@pytest.fixture
def watch(qtbot, qapp, monkeypatch):
    monkeypatch.setattr(idle, "AWAY_MS", 120)
    monkeypatch.setattr(idle, "WARNING_MS", 60)
    watch = IdleWatch(qapp)
    yield watch
    watch.stop()
    qapp.removeEventFilter(watch)


def test_nobody_there_is_warned_first_and_then_locked(qtbot, watch):
    heard = []
    watch.warned.connect(lambda: heard.append("warned"))
    watch.away.connect(lambda: heard.append("away"))

    watch.start()

    qtbot.waitUntil(lambda: heard == ["warned", "away"], timeout=2000)


def test_a_key_during_the_warning_keeps_it_open(qtbot, watch):
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitSignal(watch.warned, timeout=2000):
        watch.start()

    with qtbot.waitSignal(watch.returned, timeout=2000):
        qtbot.keyClick(line, Qt.Key.Key_A)
    with qtbot.assertNotEmitted(watch.away, wait=50):
        pass


def test_a_locked_program_counts_nothing(qtbot, watch):
    watch.start()
    watch.stop()

    with qtbot.assertNotEmitted(watch.warned, wait=150):
        pass
