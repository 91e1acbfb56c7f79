"""The laptop turned round, in the real window: where it leads, and what stands in front of it."""

import shutil

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import switch_on, tools  # noqa: F401 - fixtures are found by name
from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard
from welfare_app.presenters.places import AtInterview, AtTurned
from welfare_app.services.practice import open_practice


@pytest.fixture
def desktop(qtbot, switch_on, tools, tmp_path, practice_made):  # noqa: F811
    desktop = switch_on().desktop
    shutil.copytree(practice_made, tmp_path / "practice")
    desktop._open(open_practice(tools, tmp_path / "practice"))
    desktop.talk = desktop._desk.around.all()[-1]
    desktop.go(AtTurned(desktop.talk, "needs"))
    settle(qtbot)
    return desktop


def test_it_opens_in_the_language_of_the_talk_where_that_is_one_we_have(desktop):
    told = desktop._desk.interviews.resume(desktop.talk).answers["first-language"].value
    names = desktop._tools.definitions.languages()[1]

    language = desktop._room.place().language
    assert language in desktop._tools.definitions.worker_languages()
    assert names[language] in {told, "English"}


def test_esc_leads_back_to_the_page_of_the_interview(qtbot, desktop):
    qtbot.keyClick(desktop.window.page, Qt.Key.Key_Escape)

    assert desktop._room.place() == AtInterview(desktop.talk, "needs")


def test_the_quick_way_out_locks(qtbot, desktop):
    desktop.window.page.left_at_once.emit()
    settle(qtbot)

    assert desktop._desk is None
    assert not isinstance(desktop._room.place(), AtTurned)


def test_help_in_front_of_it_does_not_say_whose_laptop_it_is(qtbot, desktop):
    desktop.window.show_help()
    settle(qtbot)

    said = [name for _, name, _ in heard(desktop.window._front)]
    assert "The laptop turned round" in said
    assert "Practice vault" not in said


def test_another_look_keeps_what_was_being_read(qtbot, desktop):
    desktop._room.presenter.speak("pl")
    desktop._room.presenter.next()
    desktop._source.choose(scale=2.0)
    settle(qtbot)

    assert desktop._room.place() == AtTurned(desktop.talk, "needs", "pl", "rights")
