from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_work as samples
from tests.ui.pages.aloud import nameless, names
from welfare_app.domain.answers import Answer
from welfare_app.presenters.aside import CourseCard
from welfare_app.presenters.talk_steps import GateScreen
from welfare_app.ui.pages.interview_page import InterviewPage
from welfare_app.ui.parts import Area, ProblemList, Text
from welfare_app.ui.parts.step import Step

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CALM = samples.interview(
    problems="",
    questions=tuple(replace(one, problem="") for one in samples.interview().questions),
)
WISHES = samples.interview(
    title="Wishes",
    rail=samples.interview_rail("Wishes"),
    questions=(samples.question("wish", "What do they want?"),),
    problems="",
)


@pytest.fixture
def page(kit, opened):
    page = InterviewPage(kit, samples.LANGUAGES)
    page.show_screen(CALM)
    page.shell = opened(kit, page)
    return page


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def steps(page):
    return {step.accessibleName(): step for step in page.rail.findChildren(Step)}


def problems(page):
    return page.findChild(ProblemList)


def test_the_keyboard_begins_at_the_first_question(page):
    assert QApplication.focusWidget().accessibleName() == "No"
    assert page.shell.isAncestorOf(QApplication.focusWidget())


def test_an_answer_is_reported_with_its_field(qtbot, page):
    area = page.findChild(Area)
    area.setFocus()
    qtbot.keyClicks(area, "A room at the hostel")

    with qtbot.waitSignal(page.answered) as answered:
        pressed(qtbot, Qt.Key.Key_Tab)

    assert answered.args == ["agreed", Answer("A room at the hostel")]


def test_going_on_keeps_what_is_being_typed_first(qtbot, page):
    heard = []
    page.answered.connect(lambda field, _: heard.append(field))
    page.continued.connect(lambda: heard.append("on"))
    area = page.findChild(Area)
    area.setFocus()
    qtbot.keyClicks(area, "A room")

    pressed(qtbot, Qt.Key.Key_Return, CTRL)

    assert heard == ["agreed", "on"]


def test_leaving_reports_every_answer(qtbot, page):
    area = page.findChild(Area)
    area.setFocus()
    qtbot.keyClicks(area, "A room")

    with qtbot.waitSignal(page.answered):
        page.report_all()


@pytest.mark.parametrize(
    ("signal", "key", "modifier"),
    [
        ("continued", Qt.Key.Key_Return, CTRL),
        ("stepped_back", Qt.Key.Key_Up, ALT),
        ("sign_wanted", Qt.Key.Key_I, CTRL),
        ("disclosed", Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_each_way_on_has_its_key(qtbot, page, signal, key, modifier):
    heard = []
    teller = page if hasattr(page, signal) else page.side_panel
    getattr(teller, signal).connect(lambda: heard.append(signal))

    pressed(qtbot, key, modifier)

    assert heard == [signal]


def test_a_sign_can_be_added_by_its_key_while_the_signs_are_folded_away(qtbot, large, opened):
    page = InterviewPage(large, samples.LANGUAGES)
    page.show_screen(CALM)
    shell = opened(large, page)
    heard = []
    page.side_panel.sign_wanted.connect(lambda: heard.append(1))

    pressed(qtbot, Qt.Key.Key_I, CTRL)
    shell._drawers[1].toggle()
    settle(qtbot)
    pressed(qtbot, Qt.Key.Key_I, CTRL)

    assert heard == [1, 1]


def test_the_problems_take_the_keyboard_only_when_someone_asked_to_go_on(qtbot, page):
    page.show_screen(samples.interview())
    assert not problems(page).hasFocus()

    page.continued.connect(lambda: page.show_screen(samples.interview()))
    pressed(qtbot, Qt.Key.Key_Return, CTRL)

    assert problems(page).hasFocus()
    assert problems(page).accessibleName() == "2 answers need another look"


def test_an_answer_that_redraws_the_page_leaves_the_keyboard_and_the_words_alone(qtbot, page):
    area = page.findChild(Area)
    area.setFocus()
    qtbot.keyClicks(area, "A ro")

    page.show_screen(samples.interview(kept="Kept 10:53"))
    qtbot.keyClicks(QApplication.focusWidget(), "om")

    assert area.toPlainText() == "A room"


def test_the_next_step_begins_at_its_top_with_its_first_question(qtbot, page):
    page.show_end()

    page.show_screen(WISHES)
    settle(qtbot)

    assert page._scroll_area().verticalScrollBar().value() == 0
    assert QApplication.focusWidget() is page.findChild(QLineEdit)
    assert page._title.words == "Wishes"


def test_problems_of_one_step_do_not_follow_to_the_next(page):
    page.show_screen(samples.interview())

    page.show_screen(WISHES)

    assert problems(page).isHidden()


def test_a_step_pressed_while_typing_is_reached_although_the_rail_changes(qtbot, page):
    moved = samples.interview_rail()
    page.answered.connect(
        lambda *_: page.show_screen(samples.interview(rail=replace(moved, title="Step 9 of 15")))
    )
    area = page.findChild(Area)
    area.setFocus()
    qtbot.keyClicks(area, "A room")
    settle(qtbot)
    window = page.window().windowHandle()
    plan = steps(page)["Plan"]
    at = plan.mapTo(page.window(), plan.rect().center())

    with qtbot.waitSignal(page.step_chosen) as chosen:
        press_and_release(window, at)

    assert chosen.args == ["Plan"]
    qtbot.waitUntil(lambda: page.rail.findChildren(Step)[0] is not plan)


def press_and_release(window, at: QPoint):
    """As a hand does: the press takes the keyboard before the release makes a click."""
    QTest.mouseMove(window, at)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.qWait(10)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_the_keyboard_stays_on_the_rail_when_it_is_drawn_again(qtbot, page):
    steps(page)["Safety"].setFocus()

    page.show_screen(replace(CALM, rail=replace(CALM.rail, title="Step 9 of 15")))

    assert QApplication.focusWidget().accessibleName() == "Safety"


def test_the_signs_stand_beside_the_questions(page):
    shown = [text.text() for text in page.side.findChildren(type(page._title))]

    assert "Papers held by someone else" in shown
    assert page.side_folded == "Signs: 3"


def test_the_last_step_signs_off(page):
    page.show_screen(replace(CALM, last=True))

    assert page._go.words == "Sign off"


def test_what_stands_against_going_on_is_said_and_a_reason_passes_it(qtbot, page):
    stop = ("The worker is not alone with you", "Wait, or choose another place.")
    page.show_screen(replace(CALM, gate=GateScreen((stop,), 1)))
    card = page._gate
    shown = [text.words for text in card.findChildren(Text)]
    assert {*stop, "One answer is missing"} <= set(shown)

    card._pass()
    assert card._field.problem

    card._reason.setPlainText("She asked for her friend to stay")
    with qtbot.waitSignal(page.gate_passed) as passed:
        card._pass()
    assert passed.args == ["She asked for her friend to stay"]

    page.show_screen(CALM)
    assert card.isHidden()


def test_after_a_disclosure_the_side_says_what_not_to_do_and_offers_a_pack(qtbot, page):
    card = CourseCard("disclosure", "The questions have stopped", "What stays", ("Promise",))
    page.show_screen(replace(CALM, beside=replace(CALM.beside, course=card)))
    shown = [text.words for text in page.side.findChildren(Text)]
    assert {"The questions have stopped", "Please do not", "Promise"} <= set(shown)

    with qtbot.waitSignal(page.side_panel.pack_wanted):
        pressed(qtbot, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)


def test_going_back_to_the_questions_asks_why(qtbot, page):
    card = CourseCard("disclosure", "The questions have stopped", "What stays", ("Promise",))
    page.show_screen(replace(CALM, beside=replace(CALM.beside, course=card)))
    panel = page.side_panel.panels[0]
    panel.button.click()
    assert panel.isVisible()
    panel._reason.setPlainText("The key was pressed by mistake")

    with qtbot.waitSignal(page.side_panel.resumed) as resumed:
        panel._give()

    assert resumed.args == ["The key was pressed by mistake"]


def test_the_talk_can_be_stopped_with_one_of_the_usual_reasons(qtbot, page):
    panel = page.side_panel.panels[1]
    panel.button.click()
    panel._usual.choose("They want to stop")

    with qtbot.waitSignal(page.side_panel.stopped) as stopped:
        panel._give()

    assert stopped.args == ["They want to stop"]


def test_how_to_reach_them_safely_stands_beside_the_questions(page):
    page.show_screen(
        replace(CALM, beside=replace(CALM.beside, safe_contact=("Who must not know? The driver",)))
    )
    shown = [text.words for text in page.side.findChildren(Text)]

    assert {"Reaching them safely", "Who must not know? The driver"} <= set(shown)


def test_the_time_it_was_kept_is_told_once(qtbot, page):
    with qtbot.waitSignal(page.kept) as kept:
        page.show_screen(replace(CALM, kept="Kept 10:53"))
    assert kept.args == ["Kept 10:53"]

    with qtbot.assertNotEmitted(page.kept):
        page.show_screen(replace(CALM, kept="Kept 10:53"))


def test_everything_that_can_be_operated_has_a_name(page):
    assert not nameless(page.shell)
    assert {"Add a sign", "Go to disclosure steps", "Save and continue"} <= set(names(page.shell))
