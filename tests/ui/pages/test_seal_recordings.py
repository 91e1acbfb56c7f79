"""Recordings on the first step of sealing: added, described and taken away by keyboard too."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_sealing as samples
from tests.ui.pages.aloud import nameless
from tests.ui.pages.test_seal_page import at, button, page, shown, typed
from welfare_app.presenters.seal_recordings import NAMES_NOBODY, NOT_SAID
from welfare_app.ui.pages.seal_recordings import ABOUT
from welfare_app.ui.parts import Button

__all__ = ["page"]

WALK = Path("walk.mp4")


@pytest.fixture
def chosen(qtbot, page):
    at(qtbot, page, replace(samples.empty(), recordings=samples.RECORDINGS))
    return page


def lines(page):
    beside = page._who.recordings
    return [one for one in beside.findChildren(QLineEdit) if one.isVisible()]


def test_it_is_said_what_becomes_of_a_recording_before_one_is_chosen(page):
    assert ABOUT in shown(page)
    assert "stays where it is" in ABOUT


def test_files_that_were_chosen_are_given_on(qtbot, page):
    page._who.recordings._ask = lambda *_: (WALK,)
    with qtbot.waitSignal(page.recordings_added) as given:
        button(page, "Add a recording").click()
    assert given.args == [(WALK,)]

    page._who.recordings._ask = lambda *_: ()
    with qtbot.assertNotEmitted(page.recordings_added):
        button(page, "Add a recording").click()


def test_each_shows_its_name_size_and_what_it_will_be_called(chosen):
    said = shown(chosen)

    for words in ("VID_20260512.mp4", "1.3 GB", "They will see it as recording-2.m4a."):
        assert words in said
    assert [one.text() for one in lines(chosen)] == ["The yard at night", ""]
    assert not nameless(chosen.window())


def test_what_is_typed_of_one_is_given_on_and_left_alone(qtbot, chosen):
    lines(chosen)[1].setFocus()
    with qtbot.waitSignal(chosen.recording_described) as told:
        typed(qtbot, "A")
    typed(qtbot, " call")
    chosen.show_screen(replace(samples.empty(), recordings=samples.RECORDINGS))

    assert told.args == ["2", "A"]
    assert QApplication.focusWidget().text() == "A call"


def test_one_is_taken_away_and_the_keyboard_stays_near(qtbot, chosen):
    buttons = chosen.window().findChildren(Button)
    second = next(one for one in buttons if one.accessibleName() == "Take away: voice note.m4a")
    with qtbot.waitSignal(chosen.recording_taken_away) as told:
        second.click()
    at(qtbot, chosen, replace(samples.empty(), recordings=samples.RECORDINGS[:1]))

    assert told.args == ["2"]
    assert len(lines(chosen)) == 1
    assert QApplication.focusWidget() is button(chosen, "Add a recording")


def test_a_missing_description_is_said_beside_them_until_it_is_typed(qtbot, chosen):
    found = (("recordings", NOT_SAID),)
    at(qtbot, chosen, replace(chosen._screen, problems=found))
    field = chosen._who.fields["recordings"]
    assert field.problem == NOT_SAID

    lines(chosen)[1].setFocus()
    typed(qtbot, "A")
    settle(qtbot)
    assert field.problem == ""


def test_where_none_may_go_nothing_is_offered_and_it_says_why(qtbot, kit, page):
    from welfare_app.ui.pages.seal_who import WhoForm

    form = WhoForm(kit, replace(samples.empty(), no_recordings=NAMES_NOBODY))
    qtbot.addWidget(form)
    form.show()
    settle(qtbot)

    assert not form.recordings._add.isVisible()
    assert NAMES_NOBODY in [one.words for one in form.findChildren(type(kit.text("")))]


def test_what_must_go_with_the_file_stands_at_the_last_step(qtbot, page):
    at(qtbot, page, replace(samples.done(), recordings=samples.RECORDINGS))

    assert "recording-1.mp4.age, recording-2.m4a.age" in shown(page)
