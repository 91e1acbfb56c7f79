import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from welfare_app.ui.idle import IdleWatch, sleepless


class Clock:
    """Goes on when it is told to, a second at a look as the real one is looked at."""

    def __init__(self):
        self.now, self.watch = 1000.0, None

    def __call__(self):
        return self.now

    def run(self, seconds):
        for _ in range(seconds):
            self.now += 1
            self.watch.look()

    def sleep(self, seconds):
        self.now += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def watch(qapp, clock):
    watch = clock.watch = IdleWatch(qapp, clock=clock)
    yield watch
    watch.stop()
    qapp.removeEventFilter(watch)


@pytest.fixture
def heard(watch):
    heard = []
    watch.warned.connect(heard.append)
    watch.returned.connect(lambda: heard.append("returned"))
    watch.away.connect(lambda: heard.append("away"))
    return heard


@pytest.fixture
def line(qtbot):
    line = QLineEdit()
    qtbot.addWidget(line)
    return line


def test_nobody_there_is_warned_three_times_in_words_and_then_locked(watch, clock, heard):
    watch.allow(2)
    watch.start()

    clock.run(89)
    assert heard == []
    clock.run(1)
    assert heard == [30]
    clock.run(29)
    assert heard == [30, 20, 10]
    clock.run(1)
    assert heard == [30, 20, 10, "returned", "away"]


def test_a_key_during_the_warning_keeps_it_open_for_as_long_again(qtbot, watch, clock, heard, line):
    watch.allow(2)
    watch.start()
    clock.run(100)

    qtbot.keyClick(line, Qt.Key.Key_A)
    assert heard == [30, 20, "returned"]
    clock.run(89)
    assert heard == [30, 20, "returned"]
    clock.run(31)
    assert heard[-1] == "away"


def test_a_locked_program_counts_nothing(watch, clock, heard):
    watch.start()
    watch.stop()
    assert not watch._timer.isActive()

    watch.start()
    assert watch._timer.isActive()
    clock.run(10 * 60)
    assert heard[-1] == "away"
    assert not watch._timer.isActive()


def test_a_shorter_time_holds_at_once(watch, clock, heard):
    watch.start()
    clock.run(4 * 60)
    assert heard == []

    watch.allow(2)
    clock.run(1)
    assert heard == ["away"]


def test_a_sleep_that_nobody_announced_locks_on_waking(watch, clock, heard):
    watch.start()
    clock.sleep(61)
    watch.look()

    assert heard == ["away"]


def test_the_first_touch_after_a_sleep_comes_too_late(qtbot, watch, clock, heard, line):
    watch.start()
    clock.sleep(8 * 3600)
    qtbot.keyClick(line, Qt.Key.Key_A)

    assert heard == ["away"]


def test_a_program_held_up_for_a_moment_is_not_a_sleep(watch, clock, heard):
    watch.start()
    clock.sleep(20)
    watch.look()

    assert heard == []


def test_the_clock_goes_on_and_cannot_be_set():
    first = sleepless()
    assert sleepless() >= first


def test_it_looks_by_itself(qtbot, watch, clock, heard):
    watch._timer.setInterval(5)
    watch.start()
    clock.sleep(61)

    qtbot.waitUntil(lambda: heard == ["away"], timeout=5000)
