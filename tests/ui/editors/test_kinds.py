"""Each kind of question: what a person does, and the answer that comes of it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.ui.editors.samples import ANSWERS, question
from welfare_app.domain.answers import Address, Answer, Rows
from welfare_app.domain.form import Kind
from welfare_app.ui.editors import EDITORS


def typed(qtbot, editor, *texts):
    for box, text in zip(editor.boxes(), texts, strict=True):
        box.setFocus()
        qtbot.keyClicks(box, text)
    editor.report()


def press(editor, name):
    buttons = editor.findChildren(QAbstractButton)
    next(one for one in buttons if one.accessibleName() == name and one.isVisible()).click()


def test_every_kind_of_question_can_be_asked():
    assert set(EDITORS) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_a_kept_answer_is_shown_and_not_reported_again(asked, kind):
    editor = asked(question(kind, value=ANSWERS[kind]))

    editor.report()

    assert editor.answer() == Answer(ANSWERS[kind])
    assert not editor.heard


@pytest.mark.parametrize("kind", Kind)
def test_a_question_nobody_touched_reports_nothing(asked, kind):
    editor = asked(question(kind))

    editor.report()
    editor.leave()

    assert not editor.heard


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.TEXT, "Sam O'Invented"),
        (Kind.LONG_TEXT, "He paid for the bus."),
        (Kind.NUMBER, "6"),
        (Kind.PHONE, "+44 7700 900312"),
        (Kind.EMAIL, "sam@example.org"),
        (Kind.LIST, "Nowhere-on-Sea"),
    ],
)
def test_what_is_typed_is_the_answer(qtbot, asked, kind, text):
    editor = asked(question(kind))

    typed(qtbot, editor, text)

    assert editor.heard == [Answer(text)]


def test_lines_of_long_text_are_kept(qtbot, asked):
    editor = asked(question(Kind.LONG_TEXT))

    qtbot.keyClicks(editor.boxes()[0], "One")
    qtbot.keyClick(editor.boxes()[0], Qt.Key.Key_Return)
    qtbot.keyClicks(editor.boxes()[0], "Two")
    editor.report()

    assert editor.heard == [Answer("One\nTwo")]


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (Kind.CHOICE, "By a call", "call"),
        (Kind.YES_NO_UNSURE, "Not sure", "not-sure"),
        (Kind.YES_NO_DECLINED, "Rather not say", "declined"),
        (Kind.TICK, "They were made to work", "true"),
    ],
)
def test_a_choice_is_reported_at_once(asked, kind, name, value):
    editor = asked(question(kind))

    press(editor, name)

    assert editor.heard == [Answer(value)]


def test_any_of_several_are_reported_in_the_order_shown(asked):
    editor = asked(question(Kind.CHOICES))

    press(editor, "By post")
    press(editor, "By text")

    assert editor.heard == [Answer(("post",)), Answer(("text", "post"))]


def test_a_tick_taken_away_is_an_answer(asked):
    editor = asked(question(Kind.TICK, value="true"))

    press(editor, "They were made to work")

    assert editor.heard == [Answer("")]


@pytest.mark.parametrize(
    ("kind", "day", "month", "year", "value"),
    [
        (Kind.DATE, "12", "5", "2026", "2026-05-12"),
        (Kind.DATE, "1", "January", "2026", "2026-01-01"),
        (Kind.DATE, "40", "13", "2026", "2026-13-40"),
        (Kind.DATE, "12", "5", "26", "26-05-12"),
        (Kind.DATE, "12", "", "2026", "2026--12"),
        (Kind.DATE, "3", "ma", "about 2026", "about 2026-ma-03"),
        (Kind.PARTIAL_DATE, "", "5", "2026", "2026-05"),
        (Kind.PARTIAL_DATE, "", "", "2026", "2026"),
    ],
)
def test_a_date_is_written_down_as_typed_and_read_back(qtbot, asked, kind, day, month, year, value):
    editor = asked(question(kind))
    typed(qtbot, editor, day, month, year)

    again = asked(question(kind, value=value))

    assert editor.heard == [Answer(value)]
    assert again.answer() == Answer(value)
    assert again.boxes()[2].text() == year


@pytest.mark.parametrize("text", ["9", "900", "9.00", "09:00", "9 am"])
def test_an_hour_is_written_out_once_the_person_moves_on(qtbot, asked, text):
    editor = asked(question(Kind.TIME))
    box = editor.boxes()[0]

    typed(qtbot, editor, text)
    while_there = box.text()
    editor.leave()

    assert while_there == text
    assert box.text() == "09:00"
    assert editor.heard == [Answer("09:00")]


def test_what_is_no_hour_stays_as_it_was_typed(qtbot, asked):
    editor = asked(question(Kind.TIME))

    typed(qtbot, editor, "after tea")
    editor.leave()

    assert editor.boxes()[0].text() == "after tea"
    assert editor.heard == [Answer("after tea")]


def test_an_address_is_four_lines(qtbot, asked):
    editor = asked(question(Kind.ADDRESS))

    typed(qtbot, editor, "1 Invented Road", "Alderham", "", "ZZ1 1ZZ")

    assert editor.heard == [Answer(Address("1 Invented Road", "Alderham", "", "ZZ1 1ZZ"))]


def test_rows_are_added_and_reported_together(qtbot, asked):
    editor = asked(question(Kind.REPEAT, value=Rows(({"held-record": "Passport"},))))

    press(editor, "Add another")
    qtbot.keyClicks(editor.window().focusWidget(), "Phone")
    editor.report()

    assert editor.heard == [Answer(Rows(({"held-record": "Passport"}, {"held-record": "Phone"})))]


def test_a_row_taken_away_can_be_put_back(asked):
    rows = ({"held-record": "Passport"}, {"held-record": "Phone"})
    editor = asked(question(Kind.REPEAT, value=Rows(rows)))

    press(editor, "Remove row 1")
    press(editor, "Undo")

    assert editor.heard == [Answer(Rows(rows[1:])), Answer(Rows(rows))]


def test_the_last_row_taken_away_leaves_an_empty_one_and_can_be_put_back(asked):
    rows = ({"held-record": "Passport", "held-since": "2026-03"},)
    editor = asked(question(Kind.REPEAT, value=Rows(rows)))

    press(editor, "Remove row 1")
    left = [box.text() for box in editor.findChildren(QLineEdit) if box.isVisible()]
    press(editor, "Undo")

    assert left == ["", "", "", ""]
    assert editor.heard == [Answer(Rows()), Answer(Rows(rows))]


def test_a_part_an_older_form_asked_is_not_lost(qtbot, asked):
    editor = asked(question(Kind.REPEAT, value=Rows(({"held-record": "Pass", "gone": "kept"},))))

    qtbot.keyClicks(editor.findChildren(QLineEdit)[0], "port")
    editor.report()

    assert editor.heard == [Answer(Rows(({"gone": "kept", "held-record": "Passport"},)))]


def test_typing_is_never_stopped_and_counts_as_the_form_counts(qtbot, asked):
    editor = asked(question(Kind.LONG_TEXT, limit=10))
    box = editor.boxes()[0]

    qtbot.keyClicks(box, "seven..")
    near = editor._counted.isVisible()
    box.insertPlainText("\n")
    counted = editor._counted.words
    qtbot.keyClicks(box, "and on and on")

    assert not near
    assert counted == "9 of 10 characters"
    assert editor._counted.words == "22 of 10 characters"
    assert editor.value() == "seven..\nand on and on"


def words_seen(box):
    """Whether the first and the last of what is in a box are both in sight."""
    box.moveCursor(QTextCursor.MoveOperation.Start)
    top = box.cursorRect().top()
    box.moveCursor(QTextCursor.MoveOperation.End)
    at_end = box.cursorRect().bottom() <= box.viewport().height()
    return top >= 0 and at_end and box.verticalScrollBar().value() == 0


@pytest.mark.parametrize(
    "text", ["He paid for the bus. " * 20, "One\nTwo\nThree", "يقول إنه آمن. " * 30]
)
def test_long_text_grows_until_all_of_it_is_seen(qtbot, asked, text):
    kept = asked(question(Kind.LONG_TEXT, value=text, exact_words=True))
    empty = asked(question(Kind.LONG_TEXT))
    qtbot.wait(1)
    start = empty.boxes()[0].height()

    empty.boxes()[0].insertPlainText(text)
    wide = kept.boxes()[0].height()
    kept.window().resize(500, 900)
    qtbot.wait(1)

    assert words_seen(kept.boxes()[0])
    assert words_seen(empty.boxes()[0])
    assert start < empty.boxes()[0].height()
    assert wide <= kept.boxes()[0].height()


def test_very_long_text_scrolls_inside_its_box(qtbot, asked):
    editor = asked(question(Kind.LONG_TEXT, value="A line.\n" * 400))
    qtbot.wait(1)

    assert editor.boxes()[0].height() < 420
    assert editor.boxes()[0].verticalScrollBar().maximum() > 0


def test_exact_words_are_serif_barred_and_run_as_their_language_does(asked):
    editor = asked(question(Kind.LONG_TEXT, exact_words=True, value="يقول إنه آمن", language="ar"))
    box = editor.boxes()[0]

    assert "Source Serif 4" in box.font().families()
    assert box.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert box.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft
    assert box.document().defaultTextOption().alignment() & Qt.AlignmentFlag.AlignRight


def test_the_language_of_exact_words_is_reported_with_them(qtbot, asked):
    editor = asked(question(Kind.TEXT, exact_words=True, value="Boję się"))

    assert not editor._picker.findChildren(type(editor._picker._pick))
    press(editor, "Said in another language")
    editor._picker._pick.choose("pl")
    editor.report()
    editor._picker._pick.choose("ar")

    assert editor.heard == [Answer("Boję się", "pl")]
    assert editor.boxes()[0].layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_a_language_not_in_the_list_is_not_changed(asked):
    editor = asked(question(Kind.TEXT, exact_words=True, value="Ha", language="tlh"))

    assert editor.answer() == Answer("Ha", "tlh")
