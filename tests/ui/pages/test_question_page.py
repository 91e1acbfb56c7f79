from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_referral as referral_samples
from tests.ui.pages import samples_work as samples
from tests.ui.pages.aloud import heard, nameless
from welfare_app.domain.answers import Answer
from welfare_app.ui.pages.question_page import QuestionPage
from welfare_app.ui.parts import Area, Button, ProblemList

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(kit, opened):
    page = QuestionPage(kit, samples.LANGUAGES)
    page.show_screen(referral_samples.referral_page())
    page.shell = opened(kit, page)
    return page


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.mark.parametrize(
    ("signal", "key", "modifier"),
    [
        ("continued", Qt.Key.Key_Return, CTRL),
        ("continued", Qt.Key.Key_Down, ALT),
        ("stepped_back", Qt.Key.Key_Up, ALT),
    ],
)
def test_each_way_on_has_its_key(qtbot, page, signal, key, modifier):
    times = []
    getattr(page, signal).connect(lambda: times.append(signal))

    pressed(qtbot, key, modifier)

    assert times == [signal]


def test_a_copied_answer_says_where_from_and_can_be_accepted(qtbot, page):
    assert "Copied from the interview" in [name for _, name, _ in heard(page.shell)]

    with qtbot.waitSignal(page.answered) as answered:
        pressed(qtbot, Qt.Key.Key_A, ALT)

    copied = referral_samples.referral_page().questions[0]
    assert answered.args == ["account", Answer(copied.value)]


def test_what_the_first_responder_fills_is_marked_as_theirs(page):
    described = {name: about for _, name, about in heard(page.shell)}

    assert "For the first responder" in described["Which team takes the case?"]


def test_what_is_missing_is_listed_without_taking_the_keyboard(page):
    listed = page.findChild(ProblemList)

    assert listed.isVisible()
    assert QApplication.focusWidget() is page.findChild(Area)


def test_another_page_of_the_rail_can_be_chosen(qtbot, page):
    with qtbot.waitSignal(page.step_chosen) as chosen:
        page.rail.chosen.emit("began")

    assert chosen.args == ["began"]
    page.show_screen(
        referral_samples.referral_page(
            title="When it began", rail=referral_samples.referral_rail("began"), problems=""
        )
    )
    assert page._title.words == "When it began"
    qtbot.waitUntil(lambda: page.rail.folded == "What happened: When it began")


def test_a_page_without_questions_still_takes_the_keyboard(page):
    empty = replace(referral_samples.referral_page(), questions=(), problems="")

    page.show_screen(replace(empty, rail=referral_samples.referral_rail("contact")))

    assert page.shell.isAncestorOf(QApplication.focusWidget())


def test_everything_that_can_be_operated_has_a_name(page):
    assert not nameless(page.shell)


def test_what_the_form_will_change_is_said_under_the_answer_and_taken_back(page):
    page.show_screen(referral_samples.SEARCHED)
    words = referral_samples.SEARCHED.questions[1].rewritten
    assert words in [name for _, name, _ in heard(page.shell)]

    bare = tuple(replace(one, rewritten="") for one in referral_samples.SEARCHED.questions)
    page.show_screen(replace(referral_samples.SEARCHED, questions=bare))
    assert words not in [name for _, name, _ in heard(page.shell)]


def test_what_was_found_is_confirmed_by_keyboard(qtbot, page):
    page.show_screen(referral_samples.SEARCHED)
    settle(qtbot)
    button = next(
        one for one in page.side.findChildren(Button) if "Exemplar" in one.accessibleDescription()
    )
    button.setFocus()

    with qtbot.waitSignal(page.confirmed) as confirmed:
        pressed(qtbot, Qt.Key.Key_Space)

    assert confirmed.args == ["one"]
    page.show_screen(replace(referral_samples.SEARCHED, traces=()))
    assert not page.side.full
    assert not nameless(page.shell)


def test_what_is_no_longer_sent_is_said_once(page):
    said = []
    page.said.connect(lambda words, _undo: said.append(words))
    page.show_screen(referral_samples.referral_page(said="1 answer no longer applies on this way."))
    page.show_screen(referral_samples.referral_page())

    assert said == ["1 answer no longer applies on this way."]
