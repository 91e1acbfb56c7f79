from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless, names
from tests.ui.pages.samples_everyday import DAMAGED, LAPTOP, LOCKING, PERSON, WELL
from welfare_app.ui.pages.laptop_page import LaptopPage

VAULT = "Documents/Notes vault"


@pytest.fixture
def page(kit, opened):
    page = LaptopPage(kit, PERSON, VAULT)
    page.show_screen(LAPTOP)
    page.shell = opened(kit, page)
    return page


def pressed(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def said(page):
    return [name for _, name, _ in heard(page.shell)]


def test_colours_are_chosen_by_keyboard_and_moving_alone_chooses_nothing(qtbot, page):
    with qtbot.assertNotEmitted(page.look_chosen):
        pressed(qtbot, *[Qt.Key.Key_Tab] * 3, Qt.Key.Key_Down, Qt.Key.Key_Down)

    with qtbot.waitSignal(page.look_chosen) as chosen:
        pressed(qtbot, Qt.Key.Key_Space)

    assert chosen.args == ["dark", 1.0]


def test_the_size_is_chosen_with_the_colours_as_they_stand(qtbot, page):
    with qtbot.waitSignal(page.look_chosen) as chosen:
        page._scales.mark("1.5").click()

    assert chosen.args == ["system", 1.5]


def test_a_size_of_the_systems_own_is_kept_when_only_colours_change(qtbot, page):
    page.show_screen(replace(LAPTOP, scale=1.1))

    with qtbot.waitSignal(page.look_chosen) as chosen:
        page._schemes.mark("light").click()

    assert chosen.args == ["light", 1.1]


def test_being_told_the_look_is_not_choosing_it(qtbot, page):
    with qtbot.assertNotEmitted(page.look_chosen):
        page.show_screen(replace(LAPTOP, scheme="contrast_dark", scale=2.0))

    assert page._schemes.value() == "contrast_dark"
    assert page._scales.value() == "2.0"


def test_the_vault_is_looked_over_and_the_keyboard_comes_back(qtbot, page):
    with qtbot.waitSignal(page.examine_asked):
        pressed(qtbot, Qt.Key.Key_Space)
    page.show_screen(replace(LAPTOP, busy=True))
    qtbot.waitUntil(lambda: "Looking the vault over…" in names(page.shell))
    with qtbot.assertNotEmitted(page.examine_asked):
        page._examine()

    page.show_screen(WELL)
    settle(qtbot)

    assert QApplication.focusWidget().accessibleName() == "Look the vault over"
    assert "The vault is well" in said(page)
    assert WELL.well in said(page)


def test_a_vault_that_was_tampered_with_is_told_first_and_gravely(qtbot, page):
    page.show_screen(replace(LAPTOP, trouble=DAMAGED))
    settle(qtbot)

    card = page._trouble
    assert card.isVisible()
    assert card.accessibleName() == "One record cannot be read."
    assert card.y() < page._look.mapTo(page, page._look.rect().topLeft()).y()
    assert [one for one in card.children() if getattr(one, "objectName", str)() == "danger"]

    page.show_screen(WELL)
    assert not card.isVisible()


def test_how_long_nobody_may_touch_it_is_chosen_by_keyboard(qtbot, page):
    pressed(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Left)
    with qtbot.waitSignal(page.minutes_chosen) as chosen:
        pressed(qtbot, Qt.Key.Key_Space)

    assert chosen.args == [5]


def test_being_told_the_time_is_not_choosing_it(qtbot, page):
    with qtbot.assertNotEmitted(page.minutes_chosen):
        page.show_screen(replace(LAPTOP, locking=replace(LOCKING, minutes=30)))

    assert page._locking._choices.value() == "30"


def test_it_says_what_locks_it_and_what_one_must_not_rely_on(qtbot, page):
    spoken = said(page)

    assert "You press Ctrl+L, on any page" in spoken
    assert spoken.index("Press Ctrl+L yourself before these") < spoken.index("The lid is shut")

    page.show_screen(replace(LAPTOP, locking=replace(LOCKING, unheard=())))
    settle(qtbot)
    assert "Press Ctrl+L yourself before these" not in said(page)


def test_it_says_where_everything_is_kept(qtbot, page):
    assert f"Folder: {VAULT}" in said(page)
    assert any("Nothing is sent out" in name for name in said(page))


def test_a_practice_vault_says_so(qtbot, kit, opened):
    page = LaptopPage(kit, PERSON, VAULT, practice=True)
    page.show_screen(LAPTOP)
    page.shell = opened(kit, page)

    assert "Practice. Nothing here is real." in said(page)


def test_everything_has_a_name(qtbot, page):
    assert not nameless(page.shell)
