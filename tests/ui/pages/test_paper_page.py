from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless
from welfare_app.presenters.paper import CardLanguage, PaperScreen
from welfare_app.ui.pages.paper_page import PaperPage
from welfare_app.ui.parts import Button, Pick

PLACE = Path("ours.pdf")
NOTE = "Nobody has checked this translation."
SCREEN = PaperScreen(
    (CardLanguage("en", "English", ""), CardLanguage("pl", "Polish, polski", NOTE)),
    "en",
    "",
    "paper-pack.pdf",
    "card-en.pdf",
)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def page(kit, opened, asked):
    def to_save(*words):
        asked.append(words[1:])
        return PLACE

    page = PaperPage(kit, "Rosa Penhallow, lead", to_save)
    page.show_screen(SCREEN)
    page.shell = opened(kit, page)
    return page


def test_the_pack_is_saved_by_keyboard(qtbot, page, asked):
    with qtbot.waitSignal(page.pack_wanted) as wanted:
        qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )

    assert wanted.args == [PLACE]
    assert asked == [("Save", "paper-pack.pdf", "PDF (*.pdf)")]


def test_another_language_is_chosen_and_its_doubt_is_heard(qtbot, page):
    pick = page.findChild(Pick)
    with qtbot.waitSignal(page.language_chosen) as chosen:
        pick.setCurrentIndex(1)
    assert chosen.args == ["pl"]

    page.show_screen(replace(SCREEN, language="pl", note=NOTE, card_file="card-pl.pdf"))
    settle(qtbot)
    assert NOTE in " ".join(name for _, name, _ in heard(page.shell))
    assert not nameless(page.shell)


def test_drawing_the_choice_reports_no_choice(qtbot, page):
    with qtbot.assertNotEmitted(page.language_chosen):
        page.show_screen(replace(SCREEN, language="pl", note=NOTE))


def test_nothing_is_asked_for_while_something_is_drawn(qtbot, page, asked):
    page.show_screen(replace(SCREEN, busy="pack"))
    card = next(one for one in page.shell.findChildren(Button) if one.words == "Save the card")
    card.click()

    assert asked == []


def test_that_it_is_saved_stands_there_until_something_else_is_done(qtbot, page):
    page.show_screen(replace(SCREEN, saved="The pack is saved."))
    settle(qtbot)
    assert "The pack is saved." in " ".join(name for _, name, _ in heard(page.shell))
