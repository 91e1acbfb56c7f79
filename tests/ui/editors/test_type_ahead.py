"""Finding a town among 1,622 by typing a little of it."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.editors.samples import TOWNS, question
from welfare_app.domain.answers import Answer
from welfare_app.domain.form import Kind
from welfare_app.ui.editors.finder import MOST, Finder, finder

PLACES = Finder(("Ashton", "New Ashton", "Washtonville", "Łódź", "St. Clear's", "Bury-on-Sea"))


@pytest.fixture
def town(asked):
    editor = asked(question(Kind.LIST))
    editor.boxes()[0].setFocus()
    return editor


def test_peterborough_is_found_by_its_first_letters():
    assert Finder(TOWNS).find("peterb") == ["Peterborough"]


def test_every_town_is_found_by_its_own_name():
    lost = [town for town in TOWNS if town not in finder(TOWNS).find(town, most=len(TOWNS))]

    assert not lost


def test_every_town_is_itself_however_it_is_typed():
    assert [finder(TOWNS).same(town) for town in TOWNS] == list(TOWNS)


def test_beginnings_come_before_words_and_words_before_middles():
    assert PLACES.find("ashton") == ["Ashton", "New Ashton", "Washtonville"]


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("lodz", "Łódź"),
        ("LÓD", "Łódź"),
        ("st clears", "St. Clear's"),
        ("st clear’s", "St. Clear's"),
        ("bury on", "Bury-on-Sea"),
    ],
)
def test_accents_case_and_marks_do_not_matter(typed, entry):
    assert PLACES.find(typed)[0] == entry


def test_no_more_is_offered_than_can_be_taken_in():
    assert len(finder(TOWNS).find("a")) == MOST
    assert finder(TOWNS).find("  ") == []


def test_ten_questions_about_towns_share_one_finder():
    assert finder(TOWNS) is finder(tuple(TOWNS))


def test_arrows_and_enter_choose(qtbot, town):
    line = town.boxes()[0]

    qtbot.keyClicks(line, "peter")
    offered = line.opened.model().stringList()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert offered[0] == "Peterborough"
    assert town.heard == [Answer(offered[1])]
    assert line.opened is None
    assert line.hasFocus()


def test_the_mouse_chooses(qtbot, town):
    line = town.boxes()[0]
    qtbot.keyClicks(line, "peter")
    offered = line.opened
    at = offered.visualRect(offered.model().index(0)).center()

    qtbot.mouseClick(offered.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert town.heard == [Answer("Peterborough")]
    assert line.hasFocus()


def test_escape_shuts_the_list_and_keeps_what_was_typed(qtbot, town):
    line = town.boxes()[0]
    qtbot.keyClicks(line, "peter")

    qtbot.keyClick(line, Qt.Key.Key_Escape)

    assert line.opened is None
    assert line.text() == "peter"


def test_the_arrow_opens_the_list_before_anything_is_typed(qtbot, town):
    line = town.boxes()[0]

    qtbot.keyClick(line, Qt.Key.Key_Down)

    assert line.opened.model().stringList() == list(TOWNS[:MOST])


def test_an_entry_in_ones_own_spelling_is_that_entry(qtbot, town):
    line = town.boxes()[0]
    qtbot.keyClicks(line, "PETERBOROUGH ")

    town.leave()

    assert town.heard == [Answer("Peterborough")]
    assert line.text() == "Peterborough"


def test_what_is_not_in_the_list_is_kept_as_it_was_typed(qtbot, town):
    qtbot.keyClicks(town.boxes()[0], "the farm by the lake")

    town.leave()

    assert town.heard == [Answer("the farm by the lake")]
    assert town.boxes()[0].text() == "the farm by the lake"


def test_the_list_goes_when_the_keyboard_does(qtbot, listed):
    listed.show_questions([question(Kind.LIST, "a"), question(Kind.TEXT, "b")])
    line, other = (editor.boxes()[0] for editor in listed.editors)
    line.setFocus()
    qtbot.keyClicks(line, "peter")

    other.setFocus()

    assert line.opened is None


def test_the_list_fits_in_the_window(qtbot, asked):
    editor = asked(question(Kind.LIST))
    line, window = editor.boxes()[0], editor.window()
    window.resize(600, 320)
    line.setFocus()
    qtbot.wait(1)

    qtbot.keyClicks(line, "a")

    assert window.rect().contains(line.opened.geometry())


def test_the_list_opens_upwards_at_the_foot_of_the_window(qtbot, listed):
    listed.show_questions([question(Kind.ADDRESS), question(Kind.LIST)])
    line = listed.editors[1].boxes()[0]
    window = listed.window()
    qtbot.wait(1)
    window.resize(900, window.minimumSizeHint().height())
    line.setFocus()
    qtbot.wait(1)

    qtbot.keyClicks(line, "a")

    top = line.mapTo(window, line.rect().topLeft()).y()
    assert window.rect().contains(line.opened.geometry())
    assert line.opened.geometry().bottom() < top
    assert line.opened.model().rowCount() == MOST
