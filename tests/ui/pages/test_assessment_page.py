"""The signs together: what to do now first, then what it means, then the parts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_work as samples
from tests.ui.pages.aloud import nameless
from welfare_app.presenters.assessment import (
    AssessmentScreen,
    CountedSign,
    DimensionCard,
    Meaning,
)
from welfare_app.presenters.questions import Option
from welfare_app.ui.pages.assessment_page import AssessmentPage
from welfare_app.ui.parts import Text

SCREEN = AssessmentScreen(
    "Interview W-0118",
    Meaning("It sorts.", "It decides nothing.", "One is enough.", "A paper. Checked 2026."),
    ("Papers kept by someone else",),
    (Option("adult_labour", "Adult, work"), Option("child_labour", "Under 18, work")),
    "adult_labour",
    "The worker is 18 or over.",
    (
        DimensionCard(
            "Pressure at work",
            "met",
            "Met",
            "Two strong signs: the rule is met.",
            (CountedSign("Papers kept by someone else", "Strong"), CountedSign("Debt", "Strong")),
        ),
        DimensionCard("Conditions", "not-met", "Not met", "One medium sign alone does not."),
        DimensionCard("Lied to", "none", "No sign in it"),
    ),
    "Consider a referral.",
    ("Always wears the same clothes",),
    ("Adult, sexual exploitation",),
    "Not read.",
)


@pytest.fixture
def page(kit, opened):
    page = AssessmentPage(kit)
    page.show_screen(SCREEN)
    page.shell = opened(kit, page)
    return page


def said(page):
    return [text.words for text in page.shell.findChildren(Text) if text.isVisible()]


def named(page):
    return [frame.accessibleName() for frame in page.findChildren(QFrame)]


def test_what_to_consider_now_stands_before_what_it_means(page):
    words = said(page)

    assert words.index("Consider an incident pack now") < words.index("It decides nothing.")
    assert words.index("It decides nothing.") < words.index("Pressure at work")


def test_with_nothing_serious_there_is_no_card_and_the_pack_can_still_be_opened(qtbot, page):
    page.show_screen(replace(SCREEN, now=()))
    settle(qtbot)

    assert "Consider an incident pack now" not in said(page)
    assert "One is enough." in said(page)
    with qtbot.waitSignal(page.pack_wanted):
        qtbot.keyClick(
            QApplication.focusWidget(),
            Qt.Key.Key_N,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )


def test_each_part_is_read_out_with_its_word(page):
    assert {"Pressure at work: Met", "Conditions: Not met", "Lied to: No sign in it"} <= set(
        named(page)
    )


def test_the_strengths_are_words(page):
    assert said(page).count("Strong") == 2


def test_the_other_profile_can_be_looked_at_by_keyboard(qtbot, page):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)

    with qtbot.waitSignal(page.profile_chosen) as chosen:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert chosen.args == ["child_labour"]


def test_looking_at_another_profile_keeps_the_keyboard_where_it_is(qtbot, page):
    before = QApplication.focusWidget()
    page.show_screen(replace(SCREEN, profile="child_labour", dimensions=SCREEN.dimensions[::-1]))

    assert QApplication.focusWidget() is before
    assert page._choices.value() == "child_labour"


def test_the_page_can_be_left(qtbot, page):
    with qtbot.waitSignal(page.left):
        page.step_back()


def test_trouble_stands_at_the_top(page):
    page.show_screen(replace(SCREEN, trouble=samples.FULL))

    assert page._trouble.isVisible()


def test_everything_that_can_be_operated_has_a_name(page):
    assert not nameless(page.shell)


def test_nothing_is_cut_sideways_at_twice_the_size(large, opened):
    page = AssessmentPage(large)
    page.show_screen(SCREEN)
    shell = opened(large, page)

    assert page.width() <= shell.width()
    for text in page.findChildren(Text):
        assert text.width() <= page.width()
