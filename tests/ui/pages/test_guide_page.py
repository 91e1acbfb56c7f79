from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import RESOURCES, settle
from tests.ui.pages.aloud import heard, nameless, names
from welfare_app.content.library import Library
from welfare_app.presenters.guide import GuideScreen, Topic, guide
from welfare_app.ui.pages.guide_page import GuidePage
from welfare_app.ui.parts import Text
from welfare_app.ui.parts.step import Step

UI = Path(__file__).parents[3] / "welfare_app" / "ui"
LONG = tuple(f"Note {number} says something that is worth knowing." for number in range(40))
SCREEN = GuideScreen(
    (
        Topic("home", "Home", ("What it is.",), ("Press **Start**.", "Go on."), ("A note.",), ()),
        Topic("long", "A long topic", ("It goes on.",), (), LONG, ()),
        Topic("keys", "Keys", ("All of them.",), (), (), (("F9 or Ctrl+9", "Emergency"),)),
    ),
    "home",
)


def shown(kit, opened, **how):
    page = GuidePage(kit, **how)
    page.show_screen(SCREEN)
    page.shell = opened(kit, page, height=500)
    return page


@pytest.fixture
def page(kit, opened):
    return shown(kit, opened)


def said(page):
    return [one.words for one in page.findChildren(Text) if one.isVisible()]


def step(page, words):
    return next(
        one
        for one in page.shell.findChildren(Step)
        if one.isVisible() and one.accessibleName() == words
    )


def test_it_opens_at_its_topic_with_steps_in_order(page):
    assert said(page) == ["Home", "What it is.", "1", "Press Start.", "2", "Go on.", "A note."]
    assert step(page, "Home").accessibleDescription() == "you are here"


def test_it_is_read_out_as_it_opens(page):
    assert page.hasFocus()
    assert page.accessibleName() == "Guide: Home"
    assert page.accessibleDescription() == "What it is. Press Start. Go on. A note."


def test_another_topic_is_chosen_in_the_rail_by_keyboard(qtbot, page):
    qtbot.keyClick(page, Qt.Key.Key_F6)
    while QApplication.focusWidget().accessibleName() != "Keys":
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settle(qtbot)

    assert said(page) == ["Keys", "All of them.", "F9 or Ctrl+9", "Emergency"]
    assert step(page, "Keys").accessibleDescription() == "you are here"
    assert page.hasFocus()
    assert "F9 or Ctrl+9: Emergency." in page.accessibleDescription()


def test_keys_are_rows_that_say_what_they_do(qtbot, page):
    step(page, "Keys").click()
    settle(qtbot)

    assert "F9 or Ctrl+9: Emergency" in [name for _, name, _ in heard(page.shell)]


def test_a_long_topic_is_scrolled_by_keyboard_and_the_next_begins_at_its_top(qtbot, page):
    step(page, "A long topic").click()
    settle(qtbot)
    bar = page.shell._stage.area.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(page, Qt.Key.Key_PageDown)
    assert bar.value() > 0

    step(page, "Home").click()
    settle(qtbot)
    assert bar.value() == 0


def test_esc_goes_back(qtbot, page):
    with qtbot.waitSignal(page.shell.back_asked):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_lock_is_there_only_while_there_is_something_to_lock(kit, opened):
    assert "Lock" not in names(shown(kit, opened, locked=True).shell)
    assert "Lock" in names(shown(kit, opened).shell)


def test_one_column_keeps_the_topics_behind_one_button_that_shuts_again(qtbot, large, opened):
    page = shown(large, opened)
    (drawer,) = page.shell._drawers
    drawer.button.click()
    settle(qtbot)
    step(page, "Keys").click()
    settle(qtbot)

    assert said(page)[0] == "Keys"
    assert [one.isVisible() for one in page.shell._drawers] == [False]
    assert page.hasFocus()
    assert not nameless(page.shell)


def test_every_key_of_the_guide_is_one_the_program_listens_to():
    source = "".join(path.read_text("utf-8") for path in UI.rglob("*.py"))
    topics = Library(RESOURCES).guide().topics
    listed = [key for topic in topics for press, _ in topic.keys for key in press]

    assert len(listed) > 15
    assert [key for key in listed if f'"{key}"' not in source] == []


@pytest.mark.parametrize("at", [one.id for one in Library(RESOURCES).guide().topics])
def test_every_topic_that_ships_can_be_shown(kit, opened, at):
    topics = guide(Library(RESOURCES).guide(), "home").topics
    page = GuidePage(kit)
    page.show_screen(GuideScreen(topics, at))
    page.shell = opened(kit, page)

    assert next(one.title for one in topics if one.id == at) == said(page)[0]
    assert not nameless(page.shell)
