from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_courier as samples
from tests.ui.pages.aloud import heard, nameless
from welfare_app.ui.pages.courier_page import CourierPage
from welfare_app.ui.parts import Area, Button, Pick
from welfare_app.ui.parts.dialog import Dialog

CTRL = Qt.KeyboardModifier.ControlModifier
PATH = Path("somewhere/parcel.notes")


@pytest.fixture
def page(kit, opened):
    page = CourierPage(kit, lambda *_: PATH, lambda *_: PATH)
    page.show_screen(samples.KNOWN)
    page.shell = opened(kit, page)
    return page


def button(page, words):
    [one] = [
        one
        for one in page.shell.findChildren(Button)
        if words in (one.text(), one.accessibleName()) and one.isVisibleTo(page.shell)
    ]
    return one


def said(page):
    return [name for _, name, _ in heard(page.shell)]


def test_everything_has_a_name(qtbot, page):
    for screen in (samples.EMPTY, samples.CAME, samples.TWICE, samples.REFUSED):
        page.show_screen(screen)
        settle(qtbot)
        assert not nameless(page.shell)


def test_digits_are_there_to_be_read_out(qtbot, page):
    told = " ".join(said(page))

    for digits in (samples.EMPTY.own[1], samples.BEN.digits, samples.IDA.digits):
        assert digits in told


def test_nobody_is_believed_by_a_slip_of_a_key(qtbot, page):
    button(page, "We compared the digits: Ida Example").click()
    with qtbot.assertNotEmitted(page.confirmed):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    button(page, "We compared the digits: Ida Example").click()
    with qtbot.waitSignal(page.confirmed) as agreed:
        [dialog] = page.shell.findChildren(Dialog)[-1:]
        dialog.accept()
    assert agreed.args == ["ida"]


def test_removing_somebody_asks_first(qtbot, page):
    button(page, "Remove Ben Example").click()
    with qtbot.waitSignal(page.removed) as gone:
        page.shell.findChild(Dialog).accept()

    assert gone.args == ["ben"]


def test_only_those_who_were_compared_are_offered(qtbot, page):
    [_, whom] = page._sending.findChildren(Pick)

    assert [whom.itemData(at) for at in range(whom.count())] == ["ben"]


def test_what_is_missing_is_said_beside_it_and_what_was_typed_stays(qtbot, page):
    page._sending.findChild(Area).setPlainText("She moves")
    with qtbot.waitSignal(page.send_wanted) as sent:
        button(page, "Lock and save the file").click()
    assert sent.args == ["", "", "She moves"]

    page.show_screen(replace(samples.KNOWN, missing=("case", "colleague")))
    settle(qtbot)
    assert "Choose the case" in " ".join(said(page))
    assert page._sending.findChild(Area).toPlainText() == "She moves"

    page.forget_reason()
    assert page._sending.findChild(Area).toPlainText() == ""


def test_with_nobody_to_send_to_it_says_what_comes_first(qtbot, page):
    page.show_screen(samples.EMPTY)
    settle(qtbot)

    assert any(one.startswith("First add a colleague’s card") for one in said(page))


def test_a_place_is_asked_for_only_when_the_page_is_told(qtbot, page):
    with qtbot.waitSignal(page.place_chosen) as chosen:
        page.ask_where()

    assert chosen.args == [PATH]


def test_what_came_is_shown_and_taken_by_keyboard(qtbot, page):
    with qtbot.waitSignal(page.look_wanted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    page.show_screen(samples.CAME)
    settle(qtbot)
    assert any(one.startswith("Written on both laptops") for one in said(page))

    with qtbot.waitSignal(page.taken):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    with qtbot.waitSignal(page.left):
        button(page, "Take none of it").click()


def test_versions_stand_side_by_side_and_one_is_chosen(qtbot, page):
    page.show_screen(samples.TWICE)
    settle(qtbot)
    words = samples.TWICE.contested[0].lines[1].words

    with qtbot.waitSignal(page.chosen) as chosen:
        button(page, f"Let this one stand: {words}").click()
    assert chosen.args == [0, 1]
    with qtbot.waitSignal(page.both_kept) as kept:
        button(page, "Keep both").click()
    assert kept.args == [1]


def test_long_work_says_how_far_it_is_and_can_be_stopped(qtbot, page):
    page.show_screen(replace(samples.KNOWN, busy="Reading the file…"))
    page.show_progress(1, 4)
    qtbot.waitUntil(page._busy.isVisible)

    with qtbot.waitSignal(page.cancelled):
        button(page, "Cancel").click()
    page.show_screen(samples.KNOWN)
    assert not page._busy.isVisible()


def test_what_was_tampered_with_is_told_first(qtbot, page):
    page.show_screen(samples.REFUSED)
    settle(qtbot)

    assert page._trouble.isVisible()
    assert page._trouble.accessibleName() == samples.REFUSED.trouble.happened
