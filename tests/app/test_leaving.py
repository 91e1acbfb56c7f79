"""The laptop is left, as this computer tells it: a real bus, a real window, a real vault."""

import os
import signal

import pytest
from PySide6.QtCore import QObject
from shiboken6 import isValid

from tests.app.conftest import CANARY
from tests.app.emptied import still_says
from tests.ui.kit.conftest import settle
from tests.ui.watch.conftest import LOGIN, OWN, ROOT, bus, machine  # noqa: F401
from tests.ui.watch.test_linux import KNOWN
from welfare_app.presenters.locking import Cause
from welfare_app.presenters.places import AtLaptop
from welfare_app.services.practice import open_practice
from welfare_app.ui.pages.home_page import HomePage
from welfare_app.ui.pages.unlock_page import UnlockPage
from welfare_app.ui.watch import Watch
from welfare_app.ui.watch.ending import Ending
from welfare_app.ui.watch.linux import LinuxWatch

WAYS = {
    "lock": lambda laptop: laptop.lock_session(),
    "sleep": lambda laptop: laptop.prepare("PrepareForSleep"),
    "shut-down": lambda laptop: laptop.prepare("PrepareForShutdown"),
    "switched": lambda laptop: laptop.change(OWN, f"{LOGIN}.Session", "Active", value=False),
    "lid": lambda laptop: laptop.change(ROOT, f"{LOGIN}.Manager", "LidClosed", value=True),
    "saver": lambda laptop: laptop.saver(),
}


@pytest.fixture
def on_the_bus(qtbot, talk, machine, monkeypatch):  # noqa: F811
    """The same desktop, now listening to the machine."""
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    desktop = talk.desktop
    watch = LinuxWatch(machine.address, machine.address, desktop)
    watch.away.connect(desktop.away)
    desktop._shutting._watch = desktop._locking._watch = watch
    qtbot.waitUntil(lambda: len(watch._login._known) == KNOWN)
    assert watch.heard == frozenset(Cause)
    watch.hold()
    assert machine.said(qtbot) == "holds sleep:shutdown delay"
    return talk


def shut(talk):
    talk.qtbot.waitUntil(
        lambda: talk.desktop._desk is None and not talk.desktop._shutting.under_way
    )
    settle(talk.qtbot)


@pytest.mark.parametrize("way", WAYS)
def test_it_locks_lets_go_of_the_key_and_only_then_of_the_laptop(
    on_the_bus,
    machine,  # noqa: F811
    way,
):
    talk = on_the_bus
    talk.type()
    talk.remember()
    assert machine.quiet

    WAYS[way](machine)
    shut(talk)

    assert machine.said(talk.qtbot) == "lets go"
    assert not talk.vault._key
    assert isinstance(talk.page, UnlockPage)
    assert still_says(CANARY, "Practice vault") == []
    assert [one for one in talk.before if isValid(one)] == []
    talk.open()
    assert machine.said(talk.qtbot) == "holds sleep:shutdown delay"
    kept = talk.desktop._desk.interviews.resume(talk.interview)
    assert CANARY in [answer.value for answer in kept.answers.values()]


def test_this_laptop_says_what_can_be_heard_while_it_can(on_the_bus, bus):  # noqa: F811
    talk = on_the_bus
    talk.go(AtLaptop())
    assert still_says("The lid is shut")
    assert not still_says("Press Ctrl+L yourself before these")

    bus.terminate()
    talk.qtbot.waitUntil(lambda: talk.desktop._locking.heard == {Cause.ENDED})
    talk.go(AtLaptop())

    assert still_says("Press Ctrl+L yourself before these")
    talk.remember()
    talk.desktop.lock()
    shut(talk)
    assert not talk.vault._key


@pytest.fixture
def locked(talk):
    talk.remember()
    talk.desktop.lock()
    shut(talk)
    return talk


def test_half_a_passphrase_does_not_stay_on_the_locked_screen(locked):
    page = locked.page
    locked.type()
    assert still_says(CANARY)

    locked.desktop.away()
    settle(locked.qtbot)

    assert not isValid(page)
    assert still_says(CANARY) == []
    assert isinstance(locked.page, UnlockPage)


def test_a_way_in_that_was_under_way_does_not_open_an_empty_room(locked, tools):
    desktop = locked.desktop
    opened = []

    def unlock(_):
        opened.append(open_practice(tools, desktop._practice))
        return opened[0]

    desktop._room.jobs.start(unlock, done=desktop._open, failed=pytest.fail)
    desktop.away()
    locked.qtbot.waitUntil(lambda: bool(opened) and not opened[0].vault._key)
    settle(locked.qtbot)

    assert isinstance(locked.page, UnlockPage)
    assert desktop._desk is None


def test_whoever_comes_back_and_types_a_passphrase_gets_in(locked, tools):
    desktop = locked.desktop
    desktop.away()
    settle(locked.qtbot)

    desktop.window.page.passphrase_given.emit("", "")
    locked.qtbot.waitUntil(lambda: not desktop._jobs.busy)
    locked.open()
    settle(locked.qtbot)

    assert isinstance(locked.page, HomePage)


def test_a_session_that_ends_keeps_what_was_typed(talk):
    talk.type()
    talk.remember()
    ending = Ending(talk.desktop)
    ending.asked.connect(talk.desktop.end)

    os.kill(os.getpid(), signal.SIGTERM)
    talk.qtbot.waitUntil(lambda: not talk.desktop.window.isVisible())
    ending.close()

    assert not talk.vault._key
    opened = open_practice(talk.desktop._tools, talk.desktop._practice)
    with opened.vault.work(opened.staff.id) as work:
        kept = work.interviews.get(talk.interview)
    opened.vault.close()
    assert CANARY in [answer.value for answer in kept.answers.values()]


def test_a_system_that_ends_the_session_through_qt_is_heard(qtbot, qapp):
    parent = QObject()
    watch = Watch(parent)

    with qtbot.waitSignal(watch.away):
        qapp.commitDataRequest.emit(None)
    parent.deleteLater()
