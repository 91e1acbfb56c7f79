import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.pages import samples_talk as talk
from tests.ui.pages.aloud import nameless, names
from welfare_app.ui.pages.consents_page import ConsentsPage
from welfare_app.ui.pages.reason_panel import ReasonPanel
from welfare_app.ui.parts import Text


@pytest.fixture
def page(kit, opened):
    page = ConsentsPage(kit)
    page.show_screen(talk.consents())
    page.shell = opened(kit, page)
    return page


def press(page, key):
    QTest.keyClick(page.window().windowHandle(), key)
    QApplication.processEvents()


def here():
    return QApplication.focusWidget()


def tab_to(page, name):
    for _ in range(60):
        if here().accessibleName() == name:
            return
        press(page, Qt.Key.Key_Tab)
    raise AssertionError(name)


def told(signal):
    heard = []
    signal.connect(lambda *args: heard.append(args))
    return heard


def test_each_consent_says_whether_it_stands(page):
    shown = [one.words for one in page.findChildren(Text)]

    assert {"To talk", "To be referred", "Privacy notice", "“I can say stop.”"} <= {*shown}
    assert names(page.shell).count("They take it back: To talk") == 1
    assert "They take it back: Privacy notice" not in names(page.shell)


def test_one_is_taken_back_in_their_own_words_by_keys_alone(page):
    withdrawn = told(page.withdrawn)
    gone = talk.consent("referral", "To be referred", stands=False, withdrawn="Taken back 11:02")
    page.withdrawn.connect(
        lambda *_: page.show_screen(talk.consents(cards=(talk.consent("talk", "To talk"), gone)))
    )
    tab_to(page, "They take it back: To be referred")
    press(page, Qt.Key.Key_Space)
    for letter in "Not now":
        QTest.keyClick(page.window().windowHandle(), letter)
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Space)

    assert withdrawn == [("referral", "Not now")]
    assert "Taken back 11:02" in [one.words for one in page.findChildren(Text)]
    assert here() is not None
    assert here().isVisible()


def test_taking_back_needs_no_words(page):
    withdrawn = told(page.withdrawn)
    tab_to(page, "They take it back: To talk")
    press(page, Qt.Key.Key_Space)
    page.findChildren(ReasonPanel)[0]._give()

    assert withdrawn == [("talk", "")]


def test_esc_leaves_it_standing_and_goes_back_to_the_button(page):
    withdrawn, left = told(page.withdrawn), told(page.shell.back_asked)
    tab_to(page, "They take it back: To talk")
    press(page, Qt.Key.Key_Space)

    press(page, Qt.Key.Key_Escape)

    assert (withdrawn, left) == ([], [])
    assert here().accessibleName() == "They take it back: To talk"


def test_everything_that_can_be_operated_has_a_name(page):
    page.findChildren(ReasonPanel)[0].show()

    assert not nameless(page.shell)
