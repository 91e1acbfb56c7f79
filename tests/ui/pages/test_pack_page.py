from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_work as samples
from tests.ui.pages.aloud import nameless, names
from welfare_app.domain.answers import Answer
from welfare_app.domain.form import Kind
from welfare_app.ui.pages.pack_page import PackPage
from welfare_app.ui.parts import Button, ProblemList, Text

CTRL = Qt.KeyboardModifier.ControlModifier
ROTA, SLIPS = Path("rota.png").absolute(), Path("slips.pdf").absolute()
DONE = replace(samples.CALL, state="done", stamp="15:31 today", action="Back to what is due")


@pytest.fixture
def page(kit, opened):
    page = PackPage(kit, samples.LANGUAGES)
    page.show_screen(samples.pack())
    page.shell = opened(kit, page)
    return page


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def button(page, words):
    return next(one for one in page.shell.findChildren(Button) if one.words == words)


def words(part):
    """What a part says, from top to bottom."""
    return [one.words for one in part.findChildren(Text) if not one.isHidden()]


def dragged(*urls):
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def drop(widget, data):
    """Drag something over a widget and let go, as the window system does."""
    at, copy = QPointF(5, 5), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(at, copy, data, left, none))
    return enter.isAccepted()


def test_the_stage_is_read_first_with_whom_to_call(page):
    card = QApplication.focusWidget()

    assert card.accessibleName() == "Call the Example Work Agency or the police"
    assert "Example Work Agency: 01632 960 432" in card.accessibleDescription()


def test_the_number_stands_with_its_checked_date_and_any_doubt(page):
    said = words(page._stage.card)

    assert "01632 960 432" in said
    assert any("checked 3 November 2026" in one and "call 101" in one for one in said)


def test_an_answer_is_reported_with_its_field(qtbot, page):
    line = page._questions.findChild(QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "A. Example")

    with qtbot.waitSignal(page.answered) as answered:
        pressed(qtbot, Qt.Key.Key_Tab)

    assert answered.args == ["told-whom", Answer("A. Example")]


def test_the_primary_keeps_what_is_being_typed_first(qtbot, page):
    heard = []
    page.answered.connect(lambda field, _: heard.append(field))
    page.acted.connect(lambda: heard.append("acted"))
    line = page._questions.findChild(QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "A. Example")

    pressed(qtbot, Qt.Key.Key_Return, CTRL)

    assert heard == ["told-whom", "acted"]


def test_what_is_missing_takes_the_keyboard_when_the_stage_was_to_be_done(qtbot, page):
    asked = (replace(samples.CALL.questions[0], problem="Say who took the call"),)
    missing = samples.pack(
        card=replace(samples.CALL, questions=asked), problems="One answer needs another look"
    )
    page.acted.connect(lambda: page.show_screen(missing))

    pressed(qtbot, Qt.Key.Key_Return, CTRL)

    assert QApplication.focusWidget() is page.findChild(ProblemList)


def test_a_stage_is_passed_over_with_a_reason_given_in_place(qtbot, page):
    button(page, "Skip this stage").click()
    qtbot.keyClicks(QApplication.focusWidget(), "The police asked us to wait")

    with qtbot.waitSignal(page.skipped) as skipped:
        button(page, "Skip it").click()

    assert skipped.args == ["The police asked us to wait"]


def test_a_stage_that_is_kept_after_all_tells_nobody(qtbot, page):
    button(page, "Skip this stage").click()

    with qtbot.assertNotEmitted(page.skipped):
        button(page, "Keep it").click()

    assert page._pass_over.isHidden()
    assert QApplication.focusWidget() is button(page, "Skip this stage")


def test_escape_shuts_the_reason_and_not_the_page(qtbot, page):
    button(page, "Skip this stage").click()
    qtbot.keyClicks(QApplication.focusWidget(), "Half a rea")

    with qtbot.assertNotEmitted(page.shell.back_asked):
        pressed(qtbot, Qt.Key.Key_Escape)

    assert page._pass_over.isHidden()
    button(page, "Skip this stage").click()
    assert QApplication.focusWidget().toPlainText() == "Half a rea"


def test_the_reason_takes_no_more_room_than_it_needs(qtbot, page):
    button(page, "Skip this stage").click()
    settle(qtbot)

    assert page._pass_over.height() == page._pass_over.heightForWidth(page._pass_over.width())


def test_another_stage_begins_at_its_top_with_no_reason_half_given(qtbot, page):
    button(page, "Skip this stage").click()
    qtbot.keyClicks(QApplication.focusWidget(), "Half a rea")
    page.show_end()

    page.show_screen(samples.pack(rail=samples.pack_rail("S7")))

    assert page._pass_over.isHidden()
    assert page._scroll_area().verticalScrollBar().value() == 0
    assert QApplication.focusWidget() is page._stage.card


def test_a_stage_that_is_done_says_when_and_cannot_be_passed_over(qtbot, page):
    page.show_screen(samples.pack(card=DONE, clock=None))
    settle(qtbot)

    assert "Done 15:31 today" in words(page._stage)
    assert button(page, "Skip this stage").isHidden()
    assert button(page, "Back to what is due").isVisible()


def test_a_waiting_stage_says_what_it_waits_for(qtbot, page):
    page.show_screen(samples.pack(card=replace(samples.CALL, state="waiting", waits_for="Consent")))

    settle(qtbot)

    assert "This waits for: Consent" in words(page._stage)


def test_stages_of_the_rail_can_be_chosen(qtbot, page):
    with qtbot.waitSignal(page.stage_chosen) as chosen:
        page.rail.chosen.emit("S6")

    assert chosen.args == ["S6"]


def test_the_referral_is_always_a_press_away(qtbot, page):
    with qtbot.waitSignal(page.referral_wanted):
        button(page, "Referral").click()


def test_files_are_chosen_from_the_laptop(qtbot, page):
    pressed(qtbot, Qt.Key.Key_O, CTRL)
    dialog = page.findChild(QFileDialog)

    with qtbot.waitSignal(page.files_given) as given:
        dialog.filesSelected.emit([str(ROTA), str(SLIPS)])

    assert given.args == [(ROTA, SLIPS)]
    dialog.reject()


def test_files_can_be_dropped_on_the_page(qtbot, page):
    with qtbot.waitSignal(page.files_given) as given:
        assert drop(page, dragged(QUrl.fromLocalFile(str(ROTA))))

    assert given.args == [(ROTA,)]


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.LONG_TEXT])
def test_a_file_dropped_on_an_answer_is_not_typed_there(page, kind):
    asked = (replace(samples.CALL.questions[0], kind=kind),)
    page.show_screen(samples.pack(card=replace(samples.CALL, questions=asked)))
    editor = page._questions.editors[0]
    box = editor.boxes()[0]
    under = box.viewport() if kind is Kind.LONG_TEXT else box

    drop(under, dragged(QUrl.fromLocalFile(str(ROTA))))

    assert not under.acceptDrops()
    assert editor.value() == ""


def test_a_link_to_elsewhere_is_not_taken(qtbot, page):
    with qtbot.assertNotEmitted(page.files_given):
        assert not drop(page, dragged(QUrl("https://example.test/rota.png")))


def test_each_file_stands_with_its_fingerprint(page):
    said = words(page._files)

    assert "Rota week 44.png" in said
    assert f"Exhibit 1. SHA-256 {samples.FILES[0].digest}" in said


def test_taking_files_in_is_told_and_can_be_cancelled(qtbot, page):
    page.show_screen(samples.pack(busy="Taking the file in…"))
    qtbot.waitUntil(page._busy.isVisible)

    with qtbot.waitSignal(page.cancelled):
        button(page, "Cancel").click()

    page.show_screen(samples.pack())
    assert page._busy.isHidden()


def test_trouble_stands_at_the_top(page):
    page.show_screen(samples.pack(trouble=samples.FULL))

    assert page._trouble.isVisible()
    assert page._trouble.accessibleName() == samples.FULL.happened


def test_what_not_to_do_stands_beside_the_stage(page):
    said = words(page.side)

    assert said[0] == "Please do not"
    assert set(samples.NEVER) <= set(said)
    assert said[-1] == "All checked 3 November 2026"


def test_numbers_checked_on_different_days_each_say_when(qtbot, page):
    older = replace(samples.NUMBERS[2], checked="checked 1 May 2026")
    page.show_screen(samples.pack(numbers=(*samples.NUMBERS[:2], older)))

    settle(qtbot)

    said = words(page.side)
    assert said.count("checked 3 November 2026") == 2
    assert "checked 1 May 2026" in said


def test_the_time_it_was_kept_is_told_once(qtbot, page):
    with qtbot.waitSignal(page.kept) as kept:
        page.show_screen(samples.pack(kept="Kept 15:21"))
    assert kept.args == ["Kept 15:21"]

    with qtbot.assertNotEmitted(page.kept):
        page.show_screen(samples.pack(kept="Kept 15:21"))


def test_nothing_runs_sideways_at_twice_the_size(qtbot, large, opened):
    page = PackPage(large, samples.LANGUAGES)
    page.show_screen(samples.pack())
    opened(large, page)
    settle(qtbot)

    area = page._scroll_area()
    assert page.width() <= area.viewport().width()
    assert page.foot.width() <= area.width()


def test_everything_that_can_be_operated_has_a_name(page):
    assert not nameless(page.shell)
    assert {"Add a file", "Referral", "The authorities know"} <= set(names(page.shell))
