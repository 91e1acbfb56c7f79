"""Linux tells by its message bus that nobody is there any more: a real bus, a small machine."""

import pytest

from tests.ui.watch.conftest import LOGIN, OWN, ROOT
from welfare_app.presenters.locking import Cause

pytest.importorskip("PySide6.QtDBus")

from welfare_app.ui.watch import login
from welfare_app.ui.watch.linux import LinuxWatch

KNOWN = 3
"""What is looked at: whether the session is in front, is locked, and the lid is shut."""
QUIET = 150
"""Milliseconds in which something would have been heard."""


@pytest.fixture
def listening(qtbot, qapp, monkeypatch):
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    made = []

    def listen(address):
        made.append(LinuxWatch(address, address))
        return made[-1]

    yield listen
    for watch in made:
        watch.close()


@pytest.fixture
def watch(qtbot, listening, machine):
    watch = listening(machine.address)
    qtbot.waitUntil(lambda: len(watch._login._known) == KNOWN)
    assert watch.heard == frozenset(Cause)
    return watch


@pytest.mark.parametrize(
    "leave",
    [
        lambda machine: machine.lock_session(),
        lambda machine: machine.prepare("PrepareForSleep"),
        lambda machine: machine.prepare("PrepareForShutdown"),
        lambda machine: machine.change(OWN, f"{LOGIN}.Session", "Active", value=False),
        lambda machine: machine.change(OWN, f"{LOGIN}.Session", "LockedHint", value=True),
        lambda machine: machine.change(ROOT, f"{LOGIN}.Manager", "LidClosed", value=True),
        lambda machine: machine.saver(),
    ],
    ids=["locked", "sleep", "shut-down", "switched", "lock-screen", "lid", "saver"],
)
def test_it_hears_that_the_laptop_is_left(qtbot, watch, machine, leave):
    with qtbot.waitSignal(watch.away):
        leave(machine)


@pytest.mark.parametrize(
    "come",
    [
        lambda machine: machine.prepare("PrepareForSleep", begins=False),
        lambda machine: machine.change(OWN, f"{LOGIN}.Session", "Active", value=True),
        lambda machine: machine.change(ROOT, f"{LOGIN}.Manager", "LidClosed", value=False),
        lambda machine: machine.saver(active=False),
        lambda machine: machine.lock_session("/org/freedesktop/login1/session/_38"),
    ],
    ids=["woken", "back", "lid-open", "saver-gone", "someone-elses"],
)
def test_coming_back_and_other_peoples_sessions_lock_nothing(qtbot, watch, machine, come):
    with qtbot.assertNotEmitted(watch.away, wait=QUIET):
        come(machine)


@pytest.mark.parametrize("desktop", ["gnome", "cinnamon", "mate", "xfce"])
def test_the_screen_savers_of_other_desktops_are_heard(qtbot, watch, machine, desktop):
    name = f"org.{desktop}.ScreenSaver"
    machine.do("own", name)

    with qtbot.waitSignal(watch.away):
        machine.saver(name=name, path=f"/org/{desktop}/ScreenSaver")


def test_a_lid_nobody_announces_is_looked_at_while_the_vault_is_open(
    qtbot, monkeypatch, listening, machine
):
    monkeypatch.setattr(login, "LOOK_AT_LID_MS", 20)
    watch = listening(machine.address)
    qtbot.waitUntil(lambda: Cause.LID in watch.heard)
    watch.hold()

    with qtbot.waitSignal(watch.away):
        machine.do("set", "LidClosed", True)


def test_a_lid_that_was_shut_all_along_stands_beside_another_screen(qtbot, listening, machine):
    machine.do("set", "LidClosed", True)
    watch = listening(machine.address)

    with qtbot.assertNotEmitted(watch.away, wait=QUIET):
        qtbot.waitUntil(lambda: Cause.LID in watch.heard)


def test_a_session_that_was_never_in_front_is_not_left_at_every_notice(qtbot, listening, machine):
    machine.do("set", "Active", False)
    watch = listening(machine.address)
    qtbot.waitUntil(lambda: Cause.SWITCHED in watch.heard)

    with qtbot.assertNotEmitted(watch.away, wait=QUIET):
        machine.change(OWN, f"{LOGIN}.Session", "LockedHint", value=False)


def test_sleep_waits_only_while_the_vault_is_open(watch, machine, qtbot):
    assert machine.quiet
    watch.hold()
    assert machine.said(qtbot) == "holds sleep:shutdown delay"

    watch.let_go()
    assert machine.said(qtbot) == "lets go"


def test_a_vault_locked_before_the_answer_came_holds_nothing(watch, machine, qtbot):
    watch.hold()
    watch.let_go()

    assert machine.said(qtbot) == "holds sleep:shutdown delay"
    assert machine.said(qtbot) == "lets go"


def test_a_logind_that_begins_again_is_heard_and_asked_again(watch, machine, qtbot):
    watch.hold()
    assert machine.said(qtbot) == "holds sleep:shutdown delay"
    machine.do("leave", LOGIN)
    qtbot.waitUntil(lambda: watch.heard == {Cause.SAVER, Cause.ENDED})

    machine.do("own", LOGIN)
    qtbot.waitUntil(lambda: watch.heard == frozenset(Cause))
    with qtbot.waitSignal(watch.away):
        machine.lock_session()
    assert {machine.said(qtbot), machine.said(qtbot)} == {"lets go", "holds sleep:shutdown delay"}
    watch.let_go()
    assert machine.said(qtbot) == "lets go"


def test_a_bus_that_vanishes_is_no_longer_said_to_be_heard(qtbot, watch, machine, bus):
    watch.hold()
    bus.terminate()

    qtbot.waitUntil(lambda: watch.heard == {Cause.ENDED})
    watch.let_go()
    watch.hold()


@pytest.mark.parametrize("address", ["unix:path=/nowhere/at/all", "", "nonsense"])
def test_without_a_bus_nothing_is_heard_and_nothing_goes_wrong(qtbot, listening, address):
    watch = listening(address)
    watch.hold()
    qtbot.wait(20)

    assert watch.heard == {Cause.ENDED}
    watch.let_go()


def test_a_bus_with_nobody_on_it_says_so(qtbot, listening, bus):
    watch = listening(bus.address)
    watch.hold()
    qtbot.wait(50)

    assert watch.heard == {Cause.ENDED}
