from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_referral as referral_samples
from tests.ui.pages.aloud import heard, nameless, names
from welfare_app.ui.pages.referral_page import ReferralPage
from welfare_app.ui.pages.section_row import SectionRow
from welfare_app.ui.parts import Link

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(kit, opened):
    page = ReferralPage(kit)
    page.show_screen(referral_samples.referral())
    page.shell = opened(kit, page)
    return page


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def rows(page):
    return {row.accessibleName(): row for row in page.findChildren(SectionRow)}


def test_a_row_is_pressed_anywhere(qtbot, page):
    row = rows(page)["What happened"]

    with qtbot.waitSignal(page.page_chosen) as chosen:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.rect().bottomRight() / 2)

    assert chosen.args == ["when-began"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_row_is_opened_by_keyboard(qtbot, page, key):
    rows(page)["Consent"].setFocus()

    with qtbot.waitSignal(page.page_chosen) as chosen:
        pressed(qtbot, key)

    assert chosen.args == ["consent"]


def test_a_row_says_how_far_it_is_and_what_is_missing(page):
    aloud = rows(page)["The person"].accessibleDescription()

    assert "9 of 11" in aloud
    assert "needs more" in aloud
    assert "Children: not asked yet." in aloud


def test_tab_visits_the_rows_in_reading_order(qtbot, page):
    rows(page)["Start and age"].setFocus()

    pressed(qtbot, Qt.Key.Key_Tab)

    assert QApplication.focusWidget() is rows(page)["Background"]


def test_the_primary_leads_to_the_first_gap_and_then_to_sealing(qtbot, page):
    with qtbot.waitSignal(page.gap_wanted):
        pressed(qtbot, Qt.Key.Key_G, CTRL)

    page.show_screen(referral_samples.READY)
    settle(qtbot)

    assert "Go to the first gap" not in names(page.shell)
    with qtbot.waitSignal(page.sealing_wanted):
        pressed(qtbot, Qt.Key.Key_Return, CTRL)


def test_it_can_be_read_all_through(qtbot, page):
    with qtbot.waitSignal(page.reading_wanted):
        next(
            one
            for one in page.foot.findChildren(type(page.first))
            if one.words == "Read it all through"
        ).click()


def test_drawing_again_keeps_the_keyboard_on_its_row(page):
    rows(page)["Consent"].setFocus()
    changed = (
        replace(referral_samples.SECTIONS[0], count="5 of 6"),
        *referral_samples.SECTIONS[1:],
    )

    page.show_screen(referral_samples.referral(sections=changed))

    assert QApplication.focusWidget().accessibleName() == "Consent"


def test_nothing_is_drawn_again_that_did_not_change(page):
    before = rows(page)

    page.show_screen(referral_samples.referral(title="Four answers to go"))

    assert rows(page) == before


def test_what_must_hold_before_sealing_stands_beside_it(page):
    assert page.side_folded == "Before you seal: 1 of 2"


def test_nothing_is_cut_at_twice_the_size(large, opened):
    page = ReferralPage(large)
    page.show_screen(referral_samples.referral())
    opened(large, page)

    for row in rows(page).values():
        assert row.height() >= row.heightForWidth(row.width())
    assert page._scroll_area().horizontalScrollBar().maximum() == 0


def test_everything_that_can_be_operated_has_a_name(page):
    assert not nameless(page.shell)


def test_advice_stands_beside_it_and_counts_for_nothing(qtbot, page):
    page.show_screen(referral_samples.WEIGHED)
    settle(qtbot)

    assert page.side_folded == "Before you seal: 2 of 3"
    said = [name for _, name, _ in heard(page.shell)]
    assert "It would help the reader" in said
    assert "2 answers are kept and not sent" in said


def test_what_could_name_someone_leads_to_its_page(qtbot, page):
    page.show_screen(referral_samples.NAMELESS)
    settle(qtbot)
    links = {one.accessibleName(): one for one in page.side.findChildren(Link)}
    link = links["Their name, in: What happened, from the beginning?"]
    link.setFocus()

    with qtbot.waitSignal(page.page_chosen) as chosen:
        pressed(qtbot, Qt.Key.Key_Return)

    assert chosen.args == ["happened"]
    assert not nameless(page.shell)


def test_what_will_be_changed_leads_to_its_page(qtbot, page):
    page.show_screen(referral_samples.WEIGHED)
    settle(qtbot)
    [first, _] = page.side.findChildren(Link)

    with qtbot.waitSignal(page.page_chosen) as chosen:
        first.click()

    assert chosen.args == ["work"]
