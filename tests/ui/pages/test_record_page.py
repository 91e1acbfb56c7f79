from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_talk as talk
from tests.ui.pages.aloud import nameless, names
from welfare_app.presenters.aside import Aside
from welfare_app.ui.pages.reason_panel import ReasonAsked
from welfare_app.ui.pages.record_page import RecordPage
from welfare_app.ui.parts import Text
from welfare_app.ui.parts.link import Link


@pytest.fixture
def page(kit, opened):
    page = RecordPage(kit)
    page.show_screen(talk.record())
    page.shell = opened(kit, page)
    return page


def press(page, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(page.window().windowHandle(), key, modifier)
    QApplication.processEvents()


def write(page, words):
    for letter in words:
        QTest.keyClick(page.window().windowHandle(), letter)


def here():
    return QApplication.focusWidget()


def link(page, name):
    return next(one for one in page.findChildren(Link) if one.accessibleName() == name)


def told(signal):
    heard = []
    signal.connect(lambda *args: heard.append(args))
    return heard


def panel(page):
    """The one that asks what to add."""
    own = page.side_panel.panels
    return next(one for one in page.foot.findChildren(ReasonAsked) if one not in own)


def test_everything_is_read_in_the_order_it_was_held(page):
    shown = [one.words for one in page.findChildren(Text)]

    titles = ["How it went", "What was said", "Wishes"]
    assert [one for one in shown if one in titles] == titles
    assert "10:40 Something serious was said or seen" in shown


def test_a_line_is_added_to_and_the_keyboard_is_somewhere(page):
    added = told(page.added_to_note)
    longer = (*talk.LINES, talk.line(50, "In English he said: kept.", under="Adds to 10:16"))
    page.added_to_note.connect(lambda *_: page.show_screen(talk.record(notes=longer)))
    link(page, "Add to the line of 10:16").setFocus()
    press(page, Qt.Key.Key_Return)
    assert here() in panel(page).findChildren(type(here()))

    write(page, "In English he said: kept.")
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Space)

    assert added == [(talk.LINES[2].id, "In English he said: kept.")]
    assert here() is not None
    assert here().isVisible()


def test_an_answer_is_added_to(page):
    added = told(page.added)
    adding = next(one for one in page.findChildren(Link) if "What do they want?" in aloud(one))
    adding.setFocus()
    press(page, Qt.Key.Key_Return)
    write(page, "And my passport")
    panel(page)._give()

    assert added == [("wish", "And my passport")]


def aloud(one):
    return one.accessibleName()


def test_esc_shuts_the_addition_and_goes_back_to_the_line(page):
    left = told(page.shell.back_asked)
    add = link(page, "Add to the line of 10:16")
    add.setFocus()
    press(page, Qt.Key.Key_Return)
    write(page, "Half")

    press(page, Qt.Key.Key_Escape)

    assert left == []
    assert here() is add
    press(page, Qt.Key.Key_Return)
    assert here().toPlainText() == "Half"


def test_a_talk_signed_off_takes_no_turn_and_keeps_its_signs(page):
    page.show_screen(talk.record(beside=Aside((talk.noted(),), perhaps=(talk.perhaps(),))))
    buttons = names(page.shell)

    assert "Stop the talk" not in buttons
    assert not [one for one in buttons if one.startswith("Take it back")]
    assert not page.side_panel._perhaps.isVisible()
    assert page.side_folded == "Signs: 1"
    assert {"Add a sign", "Open a pack"} <= {*buttons}


def test_a_pack_has_its_key(page):
    wanted = told(page.side_panel.pack_wanted)

    press(
        page,
        Qt.Key.Key_N,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )

    assert len(wanted) == 1


def test_a_record_drawn_again_unchanged_is_left_alone(page):
    add = link(page, "Add to the line of 10:16")

    page.show_screen(replace(talk.record()))

    assert link(page, "Add to the line of 10:16") is add


def test_everything_that_can_be_operated_has_a_name(page):
    link(page, "Add to the line of 10:16").click()

    assert not nameless(page.shell)


def test_at_twice_the_text_the_words_stand_whole(qtbot, large, opened):
    page = RecordPage(large)
    page.show_screen(talk.record())
    opened(large, page)
    settle(qtbot)

    assert all(one.stacked for one in page._rows if hasattr(one, "stacked"))
    assert "Signs: 3" in names(page.window())
