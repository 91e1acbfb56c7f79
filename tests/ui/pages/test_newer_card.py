import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_exchange as samples
from tests.ui.pages import samples_referral
from tests.ui.pages.aloud import heard, nameless
from welfare_app.ui.pages.newer_card import NewerCard
from welfare_app.ui.pages.referral_page import ReferralPage
from welfare_app.ui.parts import Button, Link


@pytest.fixture
def page(kit, opened):
    page = ReferralPage(kit)
    page.show_screen(samples.OLD_FORM)
    page.shell = opened(kit, page)
    return page


def press(page, words):
    next(one for one in page.shell.findChildren(Button) if one.words == words).click()


def test_what_changed_is_listed_on_the_overview(page):
    words = " ".join(name for _, name, _ in heard(page.shell))

    assert samples.NEWER.title in words
    for label, what in samples.NEWER.lines:
        assert label in words
        assert what in words


def test_moving_is_asked_first_and_esc_stays(qtbot, page):
    moved = []
    page.move_wanted.connect(lambda: moved.append(True))
    press(page, "Move to it")
    assert QApplication.focusWidget().words == "Stay on this form"

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert moved == []


def test_once_sure_it_is_moved(qtbot, page):
    press(page, "Move to it")
    do = [one for one in page.shell.findChildren(Button) if one.words == "Move to it"][-1]

    with qtbot.waitSignal(page.move_wanted):
        do.click()


def test_without_a_newer_form_the_card_is_out_of_the_way(qtbot, page):
    page.show_screen(samples_referral.referral())
    settle(qtbot)

    assert page.findChild(NewerCard).isHidden()


def test_the_overview_leads_into_their_form_and_to_a_file(qtbot, page):
    with qtbot.waitSignal(page.transcribe_wanted):
        press(page, "Copy into their form")
    link = next(
        one for one in page.shell.findChildren(Link) if one.accessibleName() == "Answers as a file"
    )
    with qtbot.waitSignal(page.exchange_wanted):
        link.click()
    assert not nameless(page.shell)
