"""What a Mac's notices mean, told by places that send them out as its own do."""

import pytest

from welfare_app.presenters.locking import Cause
from welfare_app.ui.watch.mac import Centres, MacWatch, centres

QUEUE = object()


class Centre:
    """Sends notices out under Apple's names for asking, to whoever listens to one."""

    def __init__(self):
        self.listening = {}

    def addObserverForName_object_queue_usingBlock_(self, name, sender, queue, told):  # noqa: N802
        assert (sender, queue) == (None, QUEUE)
        observer = object()
        self.listening[observer] = (name, told)
        return observer

    def removeObserver_(self, observer):  # noqa: N802
        del self.listening[observer]

    def send(self, name):
        for listened, told in list(self.listening.values()):
            if listened == name:
                told(object())


@pytest.fixture
def mac():
    return Centres(Centre(), Centre(), QUEUE)


@pytest.fixture
def watch(mac, qtbot, qapp):
    return MacWatch(qapp, mac)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("desktop", "NSWorkspaceWillSleepNotification"),
        ("desktop", "NSWorkspaceScreensDidSleepNotification"),
        ("desktop", "NSWorkspaceSessionDidResignActiveNotification"),
        ("desktop", "NSWorkspaceWillPowerOffNotification"),
        ("everywhere", "com.apple.screenIsLocked"),
        ("everywhere", "com.apple.screensaver.didstart"),
    ],
)
def test_it_hears_that_the_mac_is_left(qtbot, mac, watch, place, name):
    with qtbot.waitSignal(watch.away, timeout=0):
        getattr(mac, place).send(name)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("desktop", "NSWorkspaceDidWakeNotification"),
        ("desktop", "NSWorkspaceSessionDidBecomeActiveNotification"),
        ("everywhere", "com.apple.screenIsUnlocked"),
    ],
)
def test_coming_back_locks_nothing(qtbot, mac, watch, place, name):
    with qtbot.assertNotEmitted(watch.away):
        getattr(mac, place).send(name)


def test_every_cause_is_listened_to_and_nothing_once_it_is_closed(mac, watch):
    assert watch.heard == frozenset(Cause)
    watch.close()
    assert not mac.desktop.listening
    assert not mac.everywhere.listening


def test_where_there_is_no_mac_only_the_end_is_heard(qtbot, qapp):
    assert centres() is None
    assert MacWatch(qapp, None).heard == {Cause.ENDED}
