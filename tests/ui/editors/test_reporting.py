"""When an answer is reported, and what an update may and may not touch."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.editors.samples import question
from tests.ui.editors.test_kinds import press
from welfare_app.domain.answers import Answer, Gap, Rows, Why
from welfare_app.domain.form import Kind
from welfare_app.ui.editors import PAUSE_MS


def test_a_pause_is_eight_tenths_of_a_second():
    assert PAUSE_MS == 800


def test_typing_is_reported_once_the_person_pauses(qtbot, asked):
    editor = asked(question())

    qtbot.keyClicks(editor.boxes()[0], "Sam")
    at_once = list(editor.heard)
    qtbot.waitUntil(lambda: editor.heard == [Answer("Sam")], timeout=PAUSE_MS * 4)

    assert at_once == []


def test_typing_is_reported_at_once_when_the_person_moves_on(qtbot, listed):
    listed.show_questions([question(Kind.TEXT, "a"), question(Kind.TEXT, "b")])
    first, second = (editor.boxes()[0] for editor in listed.editors)

    first.setFocus()
    qtbot.keyClicks(first, "Sam")
    second.setFocus()

    assert listed.heard == [("a", Answer("Sam"))]


def test_moving_inside_a_date_does_not_report_half_of_it(qtbot, asked):
    editor = asked(question(Kind.DATE))
    day, month, _ = editor.boxes()

    day.setFocus()
    qtbot.keyClicks(day, "12")
    month.setFocus()

    assert not editor.heard


def test_all_is_reported_as_the_page_goes_though_reporting_brings_up_a_question(qtbot, listed):
    a, b, c = (question(Kind.TEXT, id) for id in "abc")
    listed.show_questions([a, b])
    listed.answered.connect(lambda *_: listed.show_questions([a, c, b]))
    for editor in listed.editors:
        qtbot.keyClicks(editor.boxes()[0], "x")

    listed.report_all()

    assert listed.heard == [("a", Answer("x")), ("b", Answer("x"))]
    assert [editor.question.id for editor in listed.editors] == ["a", "c", "b"]


def test_an_update_does_not_touch_what_is_being_typed(qtbot, asked):
    editor = asked(question())
    box = editor.boxes()[0]
    box.setFocus()
    qtbot.keyClicks(box, "Samm")
    box.setCursorPosition(2)

    editor.update_question(question(value="Kim", problem="Say what they like to be called"))

    assert (box.text(), box.cursorPosition(), box.hasFocus()) == ("Samm", 2, True)
    assert editor.frame.problem == "Say what they like to be called"


def test_an_update_of_what_was_just_kept_waits_until_the_person_has_left(qtbot, asked):
    editor = asked(question())
    box = editor.boxes()[0]
    box.setFocus()
    qtbot.keyClicks(box, "Sam ")
    editor.report()

    editor.update_question(question(value="Sam"))
    before = box.text()
    editor.leave()

    assert (before, box.text()) == ("Sam ", "Sam")
    assert editor.heard == [Answer("Sam ")]


def test_an_update_shows_an_answer_that_came_from_elsewhere(asked):
    editor = asked(question(value="Sam"))

    editor.update_question(question(value="Kim"))

    assert editor.boxes()[0].text() == "Kim"
    assert not editor.heard


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.REPEAT])
def test_an_update_with_what_is_already_there_leaves_the_input_alone(qtbot, asked, kind):
    asking = question(kind)
    editor = asked(asking)
    editor.answered.connect(
        lambda _, answer: editor.update_question(replace(asking, value=answer.value))
    )
    editor.focus_input()
    box = editor.window().focusWidget()

    qtbot.keyClicks(box, "Passport")
    editor.report()

    assert box.hasFocus()
    assert box.cursorPosition() == len("Passport")


def test_a_problem_is_shown_told_and_taken_away(asked):
    editor = asked(question(problem="Say what they like to be called", hint="Any name will do."))
    box = editor.boxes()[0]
    told = box.accessibleDescription()

    editor.update_question(question(hint="Any name will do."))

    assert told == "Say what they like to be called Any name will do."
    assert box.accessibleDescription() == "Any name will do."
    assert not box.property("problem")
    assert not editor.frame.problem


def test_no_answer_is_opened_reported_and_closed_by_keyboard(qtbot, asked):
    editor = asked(question(Kind.TEXT, value="Sam"))
    box = editor.boxes()[0]
    box.setFocus()

    qtbot.keyClick(box, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    first = editor.window().focusWidget()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    second = editor.window().focusWidget()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    reason = editor._no_answer._reasons.reason
    reason.setFocus()
    qtbot.keyClicks(reason, "Too tired")
    editor.report()
    hidden = box.isHidden()
    qtbot.keyClick(reason, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)

    assert (first.accessibleName(), second.accessibleName()) == ("Not asked", "Does not know")
    assert hidden
    assert editor.heard == [
        Answer(Gap(Why.DOES_NOT_KNOW)),
        Answer(Gap(Why.DOES_NOT_KNOW, "Too tired")),
        Answer("Sam"),
    ]
    assert box.hasFocus()


def test_opening_the_reasons_without_choosing_changes_nothing(qtbot, asked):
    editor = asked(question(value="Sam"))

    press(editor, "There is no answer to this")
    qtbot.keyClicks(editor._no_answer._reasons.reason, "Perhaps")
    editor.report()
    press(editor, "Answer it after all")

    assert not editor.heard
    assert editor.boxes()[0].isVisible()


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.FILES])
def test_every_kind_can_say_why_there_is_no_answer(asked, kind):
    gap = Gap(Why.NOT_SAFE, "He was at the door")
    editor = asked(question(kind, value=gap))

    assert editor.answer() == Answer(gap)
    assert editor.is_gap
    assert not editor.heard


def test_an_answer_after_all_takes_the_reason_away(asked):
    editor = asked(question(value=Gap(Why.DECLINED)))

    editor.update_question(question(value="Sam"))

    assert editor.answer() == Answer("Sam")
    assert editor.boxes()[0].isVisible()


def test_only_the_question_with_the_keyboard_hears_the_key(qtbot, listed):
    listed.show_questions([question(Kind.TEXT, "a"), question(Kind.TEXT, "b")])
    first, second = listed.editors
    second.boxes()[0].setFocus()

    qtbot.keyClick(second.boxes()[0], Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)

    assert (first.is_gap, second.is_gap) == (False, True)


def test_a_copied_answer_is_accepted_as_ones_own(qtbot, asked):
    rows = Rows(({"held-record": "Passport"},))
    editor = asked(question(Kind.REPEAT, value=rows, copied="Copied from the interview"))
    editor.focus_input()
    shown = editor._copied.isVisible()

    box = editor.window().focusWidget()
    qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)

    assert shown
    assert editor.heard == [Answer(rows, origin="")]
    assert editor._copied.isHidden()
