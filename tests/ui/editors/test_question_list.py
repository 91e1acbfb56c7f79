"""A page of questions: editors that come, go and stay, and what needs another look."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from tests.ui.editors.samples import LANGUAGES, every_kind, in_every_state, question
from welfare_app.domain.answers import Answer
from welfare_app.domain.form import Kind
from welfare_app.ui.editors import QuestionList
from welfare_app.ui.editors.listed import SearchLine
from welfare_app.ui.parts import Link
from welfare_app.ui.shell import Page, Shell

A, B, C = (question(Kind.TEXT, id, label=f"Question {id}") for id in "abc")
TOO_SHORT = "This number is one digit short: a UK mobile has 11"


def ids(questions):
    return [editor.question.id for editor in questions.editors]


def shown_ids(questions):
    tops = {editor.y(): editor.question.id for editor in questions.editors}
    return [tops[top] for top in sorted(tops)]


def test_a_question_appears_and_goes_without_disturbing_the_others(qtbot, listed):
    listed.show_questions([A, C])
    first, last = listed.editors
    box = last.boxes()[0]
    box.setFocus()
    qtbot.keyClicks(box, "half a wo")
    box.setCursorPosition(4)

    listed.show_questions([A, B, C])
    qtbot.wait(1)
    with_b = shown_ids(listed)
    listed.show_questions([C, A])
    qtbot.wait(1)

    assert with_b == ["a", "b", "c"]
    assert shown_ids(listed) == ["c", "a"]
    assert listed.editors == (last, first)
    assert (box.text(), box.cursorPosition(), box.hasFocus()) == ("half a wo", 4, True)


def test_a_question_that_is_asked_in_other_words_is_asked_anew(listed):
    listed.show_questions([A])
    before = listed.editors

    listed.show_questions([replace(A, label="Put another way")])

    assert listed.editors != before
    assert listed.editors[0].boxes()[0].accessibleName() == "Put another way"


def test_what_was_typed_in_a_question_that_goes_is_reported_first(qtbot, listed):
    listed.show_questions([A, B])
    qtbot.keyClicks(listed.editors[1].boxes()[0], "Sam")

    listed.show_questions([A])

    assert listed.heard == [("b", Answer("Sam"))]


def test_the_last_word_counts_when_reporting_asks_for_other_questions(qtbot, listed):
    listed.show_questions([A, B])
    qtbot.keyClicks(listed.editors[1].boxes()[0], "Sam")
    before = listed.editors
    listed.answered.connect(lambda *_: listed.show_questions([A, B, C]))

    listed.show_questions([A])

    assert ids(listed) == ["a", "b", "c"]
    assert listed.editors[:2] == before
    assert before[1].boxes()[0].text() == "Sam"


def test_problems_are_listed_focused_and_lead_to_their_inputs(qtbot, listed):
    listed.show_questions([A, question(Kind.PHONE, problem=TOO_SHORT)])

    listed.show_problems()
    focused = QApplication.focusWidget()
    link = listed.findChild(Link)
    qtbot.keyClick(link, Qt.Key.Key_Space)

    assert focused.accessibleName() == "One answer needs another look"
    assert focused.accessibleDescription() == TOO_SHORT
    assert listed.editors[1].boxes()[0].hasFocus()


def test_a_problem_leads_to_the_reasons_where_those_stand_open(qtbot, listed):
    listed.show_questions([question(Kind.LIST, problem="Choose a town from the list")])
    listed.editors[0]._no_answer.button.click()

    listed.show_problems("Look again")
    qtbot.keyClick(listed.findChild(Link), Qt.Key.Key_Space)

    assert QApplication.focusWidget().accessibleName() == "Not asked"


def test_a_mended_answer_leaves_the_list_and_the_keyboard_stays(qtbot, listed):
    wrong = [replace(A, problem="Say who"), replace(B, problem="Say when")]
    listed.show_questions(wrong)
    listed.show_problems()
    listed.editors[0].focus_input()

    listed.show_questions([A, wrong[1]])
    qtbot.wait(1)
    links = [link for link in listed.findChildren(Link) if link.isVisible()]
    one_left = listed._problems.accessibleName()
    listed.show_questions([A, B])

    assert [link.accessibleName() for link in links] == ["Question b: Say when"]
    assert one_left == "One answer needs another look"
    assert listed._problems.isHidden()
    assert listed.editors[0].boxes()[0].hasFocus()


@pytest.mark.parametrize("kind", [Kind.TICK, Kind.YES_NO_DECLINED])
def test_ticks_in_a_row_offer_the_reasons_once_but_each_hears_the_key(qtbot, listed, kind):
    listed.show_questions([question(kind, "a"), question(kind, "b")])
    first, second = listed.editors
    offered = [editor._no_answer.button.isVisible() for editor in listed.editors]

    first.focus_input()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)

    assert offered == [False, True]
    assert first._no_answer.button.isVisible()
    assert (first.is_gap, second.is_gap) == (True, False)


def test_a_list_of_needs_takes_a_row_each_with_its_answers_under_one_another(qtbot, listed):
    labels = ("Food", "Care for children, or for anyone else who depends on you at home")
    listed.show_questions([question(Kind.YES_NO_DECLINED, one, label=one) for one in labels])
    qtbot.wait(1)
    first, second = (editor.boxes()[0] for editor in listed.editors)
    beside = [first.x(), second.x()]

    listed.window().resize(600, 800)
    qtbot.wait(1)

    assert beside[0] == beside[1] > 0
    assert [first.x(), second.x()] == [0, 0]
    assert first.y() > 0


def test_the_first_field_takes_the_keyboard(listed):
    nothing = listed.first
    listed.show_questions([A, B])

    listed.first.focus_editor()

    assert nothing is None
    assert listed.editors[0].boxes()[0].hasFocus()


@pytest.mark.parametrize("answered", [True, False])
@pytest.mark.parametrize("no_answer", [True, False])
def test_everything_the_keyboard_reaches_has_a_name(listed, answered, no_answer):
    listed.show_questions(every_kind(answered=answered))
    for editor in listed.editors if no_answer else ():
        editor._no_answer.button.click()

    nameless = [
        widget
        for widget in listed.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(listed)
        and not spoken_name(widget)
    ]
    names = [box.accessibleName() for box in listed.findChildren(QLineEdit)]

    assert not nameless
    assert len(set(names)) == len(names)


def spoken_name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.fixture
def shelled(qtbot, kit):
    """A list of questions on a page, in the frame it has in the program."""
    questions = QuestionList(kit, LANGUAGES)
    page = Page(kit, "Needs", back="Pause")
    page.put_body(questions)
    shell = Shell(kit, "Fenmarsh Staffing")
    qtbot.addWidget(shell)
    shell.resize(1280, 800)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    shell.show_page(page)
    return shell, questions


def test_escape_shuts_a_list_of_towns_before_it_leaves_the_page(qtbot, shelled):
    shell, questions = shelled
    questions.show_questions([question(Kind.LIST)])
    line = questions.editors[0].boxes()[0]
    line.setFocus()
    qtbot.keyClicks(line, "peter")
    left = []
    shell.back_asked.connect(lambda: left.append("left"))

    qtbot.keyClick(line, Qt.Key.Key_Escape)
    after_one = list(left)
    qtbot.keyClick(line, Qt.Key.Key_Escape)

    assert (after_one, left) == ([], ["left"])
    assert line.text() == "peter"


def test_tab_visits_questions_in_the_order_of_reading(shelled):
    shell, questions = shelled
    questions.show_questions([A, C])
    questions.show_questions([A, question(Kind.DATE), C])
    questions.editors[0]._no_answer.button.click()
    questions.editors[0].focus_input()

    visited = []
    for _ in range(9):
        visited.append(QApplication.focusWidget().accessibleName())
        shell.focusNextPrevChild(True)

    assert visited == [
        "Not asked",
        "The reason, in a few words. Question a",
        "Answer it after all",
        "When were they born?: day",
        "When were they born?: month",
        "When were they born?: year",
        "There is no answer to this",
        "Question c",
        "There is no answer to this",
    ]


class Windows(QObject):
    """Notes what was shown as a window of its own, if only for a moment."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def eventFilter(self, watched, event):  # noqa: N802 - the name Qt calls
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(watched)
        return False


def test_nothing_is_ever_a_window_of_its_own(qtbot, qapp, listed):
    windows = Windows()
    qapp.installEventFilter(windows)

    listed.show_questions(in_every_state())
    for editor in listed.editors:
        editor._no_answer.button.click()
        editor.focus_input()
    qtbot.keyClicks(listed.findChild(SearchLine), "peter")
    qtbot.wait(1)
    qapp.removeEventFilter(windows)

    assert windows.seen == []


def test_buttons_say_which_question_they_are_about(listed):
    listed.show_questions([A])

    about = {
        button.accessibleDescription()
        for button in listed.findChildren(QPushButton)
        if button.accessibleName() == "There is no answer to this"
    }

    assert about == {"Question a"}
