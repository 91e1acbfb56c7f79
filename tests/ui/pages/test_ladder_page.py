"""The page of the ladder, and the ladder beside a pack, by keyboard and to a screen reader."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import nameless, names
from tests.ui.pages.pressing import press, shown, told
from tests.ui.pages.samples_everyday import PERSON
from welfare_app.domain.ladder import Rung, Standing
from welfare_app.presenters.emergency import Number
from welfare_app.presenters.ladder import LadderScreen, RungLine, Typed
from welfare_app.presenters.ladder_words import NOBODY_LEFT, Climb, Tell
from welfare_app.ui.pages.ladder_page import LadderPage
from welfare_app.ui.pages.ladder_side import climb_items
from welfare_app.ui.parts import column, holding

LINES = (
    RungLine(Rung.LINE, "Line manager on site", "Bo Sample", "0113 496 0002", "checked", False),
    RungLine(Rung.BOARD, "Board owner", "Nia Trustee", "", "not checked since May", True),
)
LADDER = LadderScreen(LINES, (("s1", "Idris Example"),))
CHANGING = LadderScreen(
    LINES,
    (("s1", "Idris Example"),),
    Standing(Rung.LINE, "Bo Sample", "0113 496 0002"),
    "Line manager on site",
)


@pytest.fixture
def show(qtbot, kit, opened):
    def at(page, screen):
        page.show_screen(screen)
        page.shell = opened(kit, page)
        settle(qtbot)
        return page

    return at


def test_each_rung_has_its_own_way_to_change_it(kit, show):
    page = show(LadderPage(kit, PERSON), LADDER)
    wanted = told(page.change_wanted)

    press(page, Qt.Key.Key_Space)

    assert wanted == [("line",)]
    assert "Not checked since May" in shown(page)
    assert "Change: Board owner" in names(page.shell)
    assert not nameless(page.shell)


def test_what_is_typed_is_given_whole(kit, show):
    page = show(LadderPage(kit, PERSON), CHANGING)
    given = told(page.given)

    page._form._email.setText("bo@example.org")
    page._form._checked.mark("checked").setChecked(True)
    page._form.do.click()

    assert given == [(Typed("Bo Sample", "0113 496 0002", "bo@example.org", "", checked=True),)]
    assert not nameless(page.shell)


def test_once_it_is_kept_the_form_is_gone_and_that_is_said(kit, show):
    page = show(LadderPage(kit, PERSON), CHANGING)

    page.show_screen(LadderScreen(LINES, (), done="Line manager on site: kept."))

    assert page._form is None
    assert "Line manager on site: kept." in shown(page)


def test_beside_a_pack_nobody_passed_over_has_a_number(qtbot, kit):
    number = Number("Modern Slavery Helpline", "08000 121 700", "", "checked")
    climb = Climb(None, None, ("Bo Sample is passed over",), NOBODY_LEFT, (number,))
    side = holding(column(*climb_items(kit, climb)))
    qtbot.addWidget(side)
    side.show()

    words = shown(side)

    assert NOBODY_LEFT in words
    assert "Bo Sample is passed over" in words
    assert not any("0113" in one for one in words)


def test_the_next_one_stands_under_the_first(qtbot, kit):
    first = Tell("Regional manager", "Tess Sample", ("0113 496 0003",), "checked")
    after = Tell("Board owner", "Nia Trustee", ("nia@example.org",), "nobody has checked it yet")
    side = holding(column(*climb_items(kit, Climb(first, after, (), ""))))
    qtbot.addWidget(side)
    side.show()

    words = shown(side)

    assert words.index("Tess Sample") < words.index("If they do not answer")
    assert words.index("If they do not answer") < words.index("Nia Trustee")
