from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless
from welfare_app.presenters.identity import CertificateLine, IdentityScreen
from welfare_app.ui.pages.identity_page import CARD_FILE, IdentityPage
from welfare_app.ui.parts import Button

PLACE = Path("ours.pdf")
LAPTOP = CertificateLine(
    "aa", "Laptop certificate", "Good until 11 May 2029", "Begins AA", due=True
)
ROOT = CertificateLine("bb", "Root certificate", "Good until 10 May 2036", "Begins BB")
LOST = CertificateLine("cc", "Laptop certificate before", "Lost since 1 May 2026", lost=True)
SCREEN = IdentityScreen(
    "Orchard Example Labour Ltd",
    tuple(f"{at:04X}" for at in range(16)),
    LAPTOP,
    ROOT,
    (LAPTOP, ROOT, LOST),
    listed=True,
)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def page(kit, opened, asked):
    def to_save(*words):
        asked.append(words[1:])
        return PLACE

    page = IdentityPage(kit, "Rosa Penhallow, lead", to_save)
    page.show_screen(SCREEN)
    page.shell = opened(kit, page)
    return page


def button(page, words):
    return next(one for one in page.findChildren(Button) if one.words == words)


def test_everything_can_be_reached_by_name(page):
    assert nameless(page) == []


def test_the_card_is_saved_where_the_person_says(page, asked):
    told = []
    page.card_wanted.connect(told.append)
    button(page, "Save the card").click()

    assert told == [PLACE]
    assert asked[0][1] == CARD_FILE


def test_what_is_lost_already_cannot_be_declared_again(page):
    assert [page._choices.itemData(at) for at in range(page._choices.count())] == ["aa", "bb"]


def test_a_loss_is_asked_about_once_more_and_only_then_told(page, qtbot):
    told, questions = [], []
    page.loss_told.connect(lambda *what: told.append(what))
    page.asked.connect(lambda question, then: questions.append((question, then)))
    page._choices.choose("aa")
    page._since.put("2026-05-01")
    button(page, "Declare it lost").click()
    settle(qtbot)
    question, then = questions[0]

    assert question.danger
    assert told == []
    then(False)
    assert told == []
    then(True)
    assert told == [("aa", "2026-05-01")]


def test_the_next_root_is_offered_only_when_it_is_time(page):
    assert not button(page, "Make the next root").isVisibleTo(page)
    page.show_screen(replace(SCREEN, root=replace(ROOT, due=True)))
    assert button(page, "Make the next root").isVisibleTo(page)


def test_what_was_done_is_there_for_a_screen_reader(page, qtbot):
    page.show_screen(replace(SCREEN, done="The card is saved."))
    settle(qtbot)
    assert any("The card is saved." in one for part in heard(page) for one in part[1:])
