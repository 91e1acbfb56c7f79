"""What was seen on a body: a figure for the mouse, and rows that do without it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.ui.editors.samples import PLACES, question
from welfare_app.domain.answers import Answer, Gap, Rows
from welfare_app.domain.form import Kind
from welfare_app.ui.editors.body_map import BodyMapEditor
from welfare_app.ui.editors.body_shape import VIEWS, places

HAND = {"where": "hand-left", "seen": "Yellow bruise"}
NECK = {"where": "neck", "seen": "A thin red line"}


def press(editor, name):
    buttons = editor.findChildren(QAbstractButton)
    next(one for one in buttons if one.accessibleName() == name and one.isVisible()).click()


def press_figure(qtbot, editor, at):
    qtbot.mouseClick(editor._figure, Qt.MouseButton.LeftButton, pos=at.toPoint())


def names(editor):
    return [one.area.accessibleName() for one in editor._rows]


def test_the_figure_knows_every_place_of_the_usual_list():
    drawn = {place.id for view in VIEWS for place in places(view)}

    assert drawn == {one.id for one in PLACES}


def test_places_of_a_view_do_not_lie_on_one_another():
    for view in VIEWS:
        shown = [place for place in places(view) if place.middle is not None]
        for place in shown:
            over = [one.id for one in shown if one.outline.contains(place.middle)]
            assert over == [place.id]


@pytest.mark.parametrize("place", [one.id for one in PLACES])
def test_a_press_on_the_figure_gives_the_place_a_row_to_write_in(qtbot, asked, place):
    editor = asked(question(Kind.BODY_MAP))

    press_figure(qtbot, editor, editor._figure.point_on(place))
    qtbot.keyClicks(QApplication.focusWidget(), "A scratch")
    editor.report()

    assert editor.heard == [Answer(Rows(({"where": place, "seen": "A scratch"},)))]


def test_left_is_the_persons_own_left_from_the_front_and_from_the_back(asked):
    figure = asked(question(Kind.BODY_MAP))._figure
    half = figure.width() / 2
    front = figure.point_on("hand-left")

    assert half / 2 < front.x() < half
    assert figure.place_at(QPointF(2 * half - front.x(), front.y())) == "hand-left"
    assert figure.place_at(QPointF(half + front.x(), front.y())) == "hand-right"


def test_a_press_near_a_small_place_means_it_and_one_beside_the_figure_means_nothing(qtbot, asked):
    editor = asked(question(Kind.BODY_MAP))
    hand = editor._figure.point_on("hand-right")

    near = editor._figure.place_at(hand + QPointF(0, 22))
    press_figure(qtbot, editor, QPointF(2, 2))

    assert near == "hand-right"
    assert not editor._rows


def test_a_place_pressed_twice_waits_for_its_words(qtbot, asked):
    editor = asked(question(Kind.BODY_MAP))
    neck = editor._figure.point_on("neck")

    press_figure(qtbot, editor, neck)
    press_figure(qtbot, editor, neck)
    once = names(editor)
    qtbot.keyClicks(QApplication.focusWidget(), "A thin red line")
    press_figure(qtbot, editor, neck)

    assert once == ["What was seen, 1, Neck"]
    assert names(editor) == [*once, "What was seen, 2, Neck"]


def test_all_of_it_is_done_by_keyboard(qtbot, asked):
    editor = asked(question(Kind.BODY_MAP))
    editor.focus_input()

    while editor._pick.value() != "hand-left":
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    passing = list(editor._rows)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "Yellow bruise")
    editor.report()

    assert not passing
    assert editor.heard == [Answer(Rows((HAND,)))]
    assert editor._pick.value() == ""


def test_adding_no_place_leads_to_where_one_is_chosen(asked):
    editor = asked(question(Kind.BODY_MAP))

    press(editor, "Add")

    assert QApplication.focusWidget() is editor._pick
    assert not editor.heard


def test_the_figure_says_what_its_numbers_say(qtbot, asked):
    editor = asked(question(Kind.BODY_MAP, value=Rows((HAND, {"where": "neck", "seen": ""}))))
    before = editor._figure.accessibleName()

    qtbot.keyClicks(editor._rows[1].area, "Red")

    assert before == (
        "Figure, front and back: 1, Left wrist or hand: Yellow bruise. 2, Neck: nothing written yet"
    )
    assert editor._figure.accessibleName().endswith("2, Neck: Red")


def test_a_mark_removed_can_be_put_back_where_it_was(asked):
    editor = asked(question(Kind.BODY_MAP, value=Rows((HAND, NECK))))

    press(editor, "Remove 1, Left wrist or hand")
    left = names(editor)
    press(editor, "Undo")

    assert left == ["What was seen, 1, Neck"]
    assert editor.heard == [Answer(Rows((NECK,))), Answer(Rows((HAND, NECK)))]
    assert editor._undo_line.isHidden()


def test_a_mark_with_nothing_written_goes_without_a_word(asked):
    editor = asked(question(Kind.BODY_MAP, value=Rows((HAND, {"where": "neck", "seen": ""}))))

    press(editor, "Remove 2, Neck")

    assert editor._undo_line.isHidden()
    assert editor.heard == [Answer(Rows((HAND,)))]


def test_a_place_an_older_form_had_is_kept_and_named_by_its_id(asked):
    editor = asked(question(Kind.BODY_MAP, value=Rows(({"where": "knee", "seen": "Cut"},))))

    assert names(editor) == ["What was seen, 1, knee"]
    assert editor.answer() == Answer(Rows(({"where": "knee", "seen": "Cut"},)))


def test_a_problem_leads_to_the_mark_that_has_no_words(asked):
    editor = asked(question(Kind.BODY_MAP, value=Rows((HAND, {"where": "neck", "seen": " "}))))

    editor.frame.focus_editor()

    assert QApplication.focusWidget() is editor._rows[1].area


@pytest.mark.parametrize("hint", ["", "What you could see without asking."])
def test_it_always_says_that_no_photograph_is_taken(asked, hint):
    editor = asked(question(Kind.BODY_MAP, hint=hint))

    said = editor._input.accessibleDescription()
    assert said.startswith(hint)
    assert said.endswith("Facts only. No photographs: that is for the police or a doctor.")


def test_a_body_map_may_be_left_for_a_reason(asked):
    editor = asked(question(Kind.BODY_MAP, value=Rows((HAND,))))

    press(editor, "There is no answer to this")
    press(editor, "Not safe to ask")

    assert isinstance(editor.answer().value, Gap)
    assert editor._input.isHidden()


def test_the_rows_go_under_the_figure_where_there_is_no_room_beside_it(qtbot, asked):
    editor: BodyMapEditor = asked(question(Kind.BODY_MAP, value=Rows((HAND,))))
    qtbot.wait(1)

    def place():
        return editor._rows[0].mapTo(editor, QPoint(0, 0))

    beside = place()
    editor.window().resize(560, 900)
    qtbot.wait(1)

    assert beside.x() > editor._figure.width()
    assert place().x() == 0
    assert place().y() > editor._figure.height()
