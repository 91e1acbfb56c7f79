"""A case goes from one real window to another laptop and back, through the room as it is wired."""

import shutil

import pytest

from tests.couriers import Side, laptop_beside
from tests.journeys.conftest import switch_on, tools  # noqa: F401 - fixtures are found by name
from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard
from welfare_app.presenters.places import AtCourier, AtLaptop
from welfare_app.services.desk import set_up
from welfare_app.services.practice import open_practice
from welfare_app.ui.parts import Area, Button, Pick
from welfare_app.ui.parts.dialog import Dialog


@pytest.fixture
def desktop(qtbot, switch_on, tools, tmp_path, practice_made):  # noqa: F811
    desktop = switch_on().desktop
    shutil.copytree(practice_made, tmp_path / "practice")
    desktop._open(open_practice(tools, tmp_path / "practice"))
    desktop.go(AtLaptop())
    settle(qtbot)
    return desktop


@pytest.fixture
def other(tools, tmp_path):  # noqa: F811
    """A colleague's laptop, which practises as well."""
    identity = tools.new_identity("Orchard Example Labour Ltd", "Site laptop 9", tools.now())
    with laptop_beside(tools, identity, tmp_path / "other") as side:
        organisation = side.desk.organisation
        practising = type(organisation)(organisation.name, organisation.nation, "9", practice=True)
        desk = set_up(tools, side.desk.shift, practising)
        yield Side(desk, side.folder, side.heard)


def press(desktop, words):
    [button] = [
        one
        for one in desktop.window.findChildren(Button)
        if words in (one.text(), one.accessibleName()) and one.isVisible()
    ]
    button.click()


def told(desktop, words):
    return any(words in name for _, name, _ in heard(desktop.window))


def test_a_case_goes_out_and_comes_back_through_the_window(qtbot, desktop, other, tmp_path):
    desktop.go(AtCourier())
    settle(qtbot)
    page, files = desktop._room.page, {"card": tmp_path / "ours.card", "out": tmp_path / "x.notes"}
    page._to_save = lambda _page, _title, name, _kinds: files["card" if "card" in name else "out"]
    press(desktop, "Save our card")
    theirs = tmp_path / "theirs.card"
    other.desk.colleagues.save_card(theirs)
    other.desk.colleagues.confirm(other.desk.colleagues.add(files["card"]).id)

    page._to_open = lambda *_: theirs
    press(desktop, "Add a colleague’s card")
    settle(qtbot)
    press(desktop, "We compared the digits: Ben Example")
    desktop.window.findChild(Dialog).accept()
    settle(qtbot)
    case, whom = page._sending.findChildren(Pick)
    case.setCurrentIndex(0)
    whom.setCurrentIndex(0)
    page._sending.findChild(Area).setPlainText("He moves to their site")
    press(desktop, "Lock and save the file")
    qtbot.waitUntil(lambda: told(desktop, "Locked and saved."))
    other.take(files["out"])
    [pack] = other.desk.around.look().open_packs

    other.desk.interviews.add(pack.interview, "account", "She rang the office")
    back = other.send(pack.id, tmp_path / "back.notes")
    page._to_open = lambda *_: back
    press(desktop, "Choose the file")
    qtbot.waitUntil(lambda: desktop._room.presenter._incoming is not None)
    settle(qtbot)
    press(desktop, "Take it in")
    qtbot.waitUntil(lambda: told(desktop, "Taken in."))

    [addition] = desktop._desk.interviews.resume(pack.interview).additions
    assert addition.words == "She rang the office"
    assert desktop._desk.shift.vault.examine().sound


def test_this_laptop_leads_to_colleagues_and_back(qtbot, desktop):
    assert any(one.place == AtCourier() for one in desktop._room.page._shown)
    desktop._room.page.followed.emit(AtCourier())
    settle(qtbot)
    assert desktop._room.place() == AtCourier()

    desktop._back()
    assert desktop._room.place() == AtLaptop()
