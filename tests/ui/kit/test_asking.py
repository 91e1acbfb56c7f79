import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.kit.samples import QuestionPage
from welfare_app.ui.parts import Question
from welfare_app.ui.parts.dialog import Dialog

CTRL = Qt.KeyboardModifier.ControlModifier
LEAVE_OUT = Question(
    "Leave out two photographs?", "They stay in the vault.", "Leave out", "Keep in"
)


@pytest.fixture
def asking(qtbot, kit, opened):
    """A page with a question open over it, and what was answered."""
    page = QuestionPage(kit, sent=False)
    shell = opened(kit, page)
    answers = []
    page.ask(LEAVE_OUT, answers.append)
    settle(qtbot)
    return shell, page, answers


def test_the_keyboard_is_on_the_safe_answer(asking):
    focus = QApplication.focusWidget()

    assert focus.words == "Keep in"


def test_escape_is_the_safe_answer_and_the_keyboard_goes_back(qtbot, asking):
    shell, page, answers = asking
    went = []
    shell.back_asked.connect(lambda: went.append(1))

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle(qtbot)

    assert answers == [False]
    assert not went
    assert page.agreed.hasFocus()
    assert not shell.findChildren(Dialog)


def test_enter_on_the_safe_answer_is_safe(asking):
    _, _, answers = asking

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert answers == [False]


def test_the_verb_does_it(asking):
    _, _, answers = asking

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().words == "Leave out"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert answers == [True]


def test_tab_stays_among_the_two_answers(asking):
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert QApplication.focusWidget().words == "Keep in"


def test_the_pages_keys_wait_but_emergency_and_lock_do_not(asking):
    shell, page, answers = asking
    heard = []
    page.go.clicked.connect(lambda: heard.append("go"))
    shell.emergency_asked.connect(lambda: heard.append("emergency"))
    shell.lock_asked.connect(lambda: heard.append("lock"))

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_0, CTRL)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F9)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CTRL)

    assert heard == ["emergency", "lock"]
    assert QApplication.focusWidget().words == "Keep in"
    assert not answers


def test_there_are_never_two_questions(qtbot, asking):
    shell, page, answers = asking
    second = []

    page.ask(
        Question("Close the pack?", "You can open it again.", "Close it", "Not now"), second.append
    )
    settle(qtbot)

    assert answers == [False]
    assert len(shell.findChildren(Dialog)) == 1


def test_a_question_left_by_another_page_is_answered_safely(qtbot, kit, asking):
    shell, _, answers = asking

    shell.show_page(QuestionPage(kit))
    settle(qtbot)

    assert answers == [False]


def test_the_question_covers_the_window_at_any_size(qtbot, asking):
    shell, _, _ = asking
    [dialog] = shell.findChildren(Dialog)

    shell.resize(700, 600)

    assert dialog.size() == shell.size()


def test_what_was_done_can_be_undone_by_key(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)
    page.go.setFocus()
    undone = []

    page.say("Sign removed", lambda: undone.append(1))
    assert shell._toast.isVisible()
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(shell, Qt.Key.Key_Z, CTRL)

    assert undone == [1]
    assert not shell._toast.isVisible()


def test_undo_in_a_text_field_is_the_fields_own(qtbot, kit, opened):
    page = QuestionPage(kit)
    opened(kit, page)
    undone = []
    page.agreed.setFocus()
    QTest.keyClicks(page.agreed, "tonight")

    page.say("Sign removed", lambda: undone.append(1))
    QTest.keyClick(page.agreed, Qt.Key.Key_Z, CTRL)

    assert not undone
    assert page.agreed.toPlainText() == ""


def test_news_without_a_way_back_offers_none(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)

    page.say("Copied")

    assert shell._toast.isVisible()
    assert not shell._toast._button.isVisible()


def test_a_toast_goes_after_its_time(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)
    assert shell._toast._timer.interval() == 10_000
    shell._toast._timer.setInterval(20)

    page.say("Sign removed", lambda: None)

    qtbot.waitUntil(lambda: not shell._toast.isVisible())
