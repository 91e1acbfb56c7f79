"""The pages of circles, by keyboard and to a screen reader."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import nameless
from tests.ui.pages.pressing import press, shown, told, write
from tests.ui.pages.samples_everyday import PERSON
from welfare_app.presenters.circle import CircleScreen, Person
from welfare_app.presenters.glass import GlassScreen
from welfare_app.ui.pages.circle_page import CirclePage
from welfare_app.ui.pages.glass_page import GlassPage

CONTROL = Qt.KeyboardModifier.ControlModifier
PEOPLE = (Person("s1", "Idris Example, champion", True), Person("s2", "Nia Sample, auditor", False))
OPEN = CircleScreen("W-0001", "Open to everyone who reads cases here", False, PEOPLE, (), ("s2",))
BROKEN = CircleScreen(
    "W-0001",
    "Kept to Rosa Example",
    True,
    PEOPLE,
    (),
    (),
    told=(("Noor Example opened it 10:31 today, by breaking the glass", "He is missing"),),
    unseen=True,
)


@pytest.fixture
def show(qtbot, kit, opened):
    def at(page, screen):
        page.show_screen(screen)
        page.shell = opened(kit, page)
        settle(qtbot)
        return page

    return at


def test_people_are_let_in_and_kept_out_with_the_keyboard(kit, show):
    page = show(CirclePage(kit), OPEN)
    drawn = told(page.drawn)

    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_Return, CONTROL)

    assert drawn == [(("s1",), ("s2",), "")]
    assert not nameless(page.shell)


def test_who_does_not_read_cases_can_be_kept_out_but_not_let_in(kit, show):
    page = show(CirclePage(kit), OPEN)

    assert page._in.values() == ()
    with pytest.raises(KeyError):
        page._in.mark("s2")
    assert page._out.values() == ("s2",)


def test_who_broke_in_is_read_and_said_to_be_read(kit, show):
    page = show(CirclePage(kit), BROKEN)
    seen = told(page.seen)

    assert "“He is missing”" in shown(page)
    press(page, Qt.Key.Key_Space)

    assert seen == [()]
    assert page._lift.button.isVisible()


def test_who_may_only_read_is_offered_no_change(kit, show):
    page = show(
        CirclePage(kit), CircleScreen("W-0001", "Kept to", True, PEOPLE, (), (), may_change=False)
    )

    assert not page._go.isVisible()
    assert not page._form.isVisible()


def test_breaking_the_glass_says_what_happens_then_and_forgets_the_passphrase(kit, show):
    page = show(GlassPage(kit, PERSON), GlassScreen(practice=False))
    opened = told(page.opened)

    write(page, "P-0003")
    page._reason.setPlainText("He is missing")
    page._own.setText("four unrelated words")
    press(page, Qt.Key.Key_Return, CONTROL)

    assert opened == [("P-0003", "He is missing", "four unrelated words")]
    assert "Those in the circle read it on Home when they next unlock." in shown(page)
    assert not nameless(page.shell)
    page.forget()
    assert page._own.text() == ""


def test_a_practice_vault_asks_for_no_passphrase(kit, show):
    page = show(GlassPage(kit, PERSON), GlassScreen(practice=True))

    assert not page._own.isVisible()
