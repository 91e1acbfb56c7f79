"""What stands in a panel when the laptop is locked comes back, to whoever typed it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from tests.app.conftest import CANARY
from tests.app.emptied import everything_said, still_says
from tests.ui.kit.conftest import settle
from welfare_app.presenters.places import AtChronology, AtHome, AtInterview, AtPack
from welfare_app.ui.pages.half_typed_card import HalfTypedCard
from welfare_app.ui.parts import Button


@pytest.fixture
def pack(talk):
    return talk.desktop._desk.around.look().open_packs[0].id


def a_call(talk, pack):
    talk.go(AtPack(pack, "S5"))
    talk.page._calls._open(answered=True)
    settle(talk.qtbot)
    talk.qtbot.keyClicks(talk.page._calls._form._advice, CANARY)
    return "What did they say?"


def an_entry(talk, pack):
    talk.go(AtChronology(pack))
    talk.desktop._room.presenter.write()
    settle(talk.qtbot)
    talk.qtbot.keyClicks(talk.page._form._what, CANARY)
    return "What happened, and where?"


def a_reason(talk, pack):
    talk.go(AtPack(pack))
    talk.page._pass_over.button.click()
    settle(talk.qtbot)
    talk.qtbot.keyClicks(talk.page._pass_over.findChild(QPlainTextEdit), CANARY)
    return "Why"


@pytest.mark.parametrize("begin", [a_reason, a_call, an_entry])
def test_words_in_a_panel_are_offered_again_after_the_lock(talk, pack, begin):
    question = begin(talk, pack)
    talk.desktop._warn(30)
    assert still_says("Everything you typed is kept.")
    talk.desktop.lock()
    shut(talk)
    assert not still_says(CANARY)

    talk.open()
    settle(talk.qtbot)
    card = talk.page.findChild(HalfTypedCard)
    assert card.isVisible()
    [area] = card.findChildren(QPlainTextEdit)
    assert not area.isVisible()
    press(talk, "Show the words")
    assert area.isVisible()
    assert area.toPlainText() == CANARY
    assert any(question in one for one in everything_said())

    press(talk, "Done with it")
    assert not card.isVisible()
    talk.qtbot.keyClick(talk.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card.isVisible()
    press(talk, "Done with it")
    talk.desktop.lock()
    shut(talk)
    talk.open()
    settle(talk.qtbot)
    assert not talk.page.findChild(HalfTypedCard).isVisible()


def test_closing_the_window_keeps_them_too(talk, pack):
    a_reason(talk, pack)
    kept = talk.desktop._desk.half_typed
    found = []
    talk.desktop._shutting.finish = lambda _last: found.extend(kept.mine())
    talk.desktop.window.close()

    assert [one.said[0][1] for one in found] == [CANARY]
    assert found[0].record == pack


def test_going_elsewhere_keeps_nothing_and_asks_nothing(talk, pack):
    a_reason(talk, pack)
    talk.go(AtHome())
    assert not talk.page.findChild(HalfTypedCard).isVisible()
    assert talk.desktop._desk.half_typed.mine() == ()


def test_what_a_page_keeps_by_itself_is_not_offered_again(talk):
    talk.go(AtInterview(talk.interview, "plan"))
    talk.type()
    talk.desktop.lock()
    shut(talk)
    talk.open()
    assert talk.desktop._desk.half_typed.mine() == ()


def shut(talk):
    talk.qtbot.waitUntil(lambda: not talk.desktop._shutting.under_way)
    settle(talk.qtbot)


def press(talk, words):
    card = talk.page.findChild(HalfTypedCard)
    named = [one for one in card.findChildren(Button) if one.accessibleName().startswith(words)]
    named[0].click()
    settle(talk.qtbot)
