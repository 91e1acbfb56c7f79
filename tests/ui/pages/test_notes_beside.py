from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_talk as talk
from tests.ui.pages import samples_work as samples
from tests.ui.pages.aloud import nameless, names
from tests.ui.pages.pressing import NONE, here, press, shown, told, write
from welfare_app.domain.interview import Mark
from welfare_app.presenters.aside import Aside
from welfare_app.presenters.talk_steps import GateScreen
from welfare_app.ui.pages.notes_page import NotesPage
from welfare_app.ui.parts import Area

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def page(kit, opened):
    page = NotesPage(kit, samples.LANGUAGES)
    page.show_screen(talk.notes(questions=talk.QUESTIONS))
    page.shell = opened(kit, page)
    return page


@pytest.fixture
def folded(large, opened):
    page = NotesPage(large, samples.LANGUAGES)
    page.show_screen(talk.notes(questions=talk.QUESTIONS))
    page.shell = opened(large, page)
    return page


# Sorting


def test_the_newest_line_is_put_under_a_topic_by_keys_alone(page):
    tagged = told(page.tagged)
    press(page, Key.Key_T, CTRL)
    assert here().accessibleName() == "Topic of this line"

    press(page, Key.Key_Down)
    press(page, Key.Key_Return)

    assert tagged == [(talk.LINES[-1].id, "documents")]
    assert here() is page._composer.area
    assert page._tags.isHidden()


def test_the_line_that_is_marked_is_the_one_to_sort(page):
    press(page, Key.Key_Up)
    press(page, Key.Key_Up)
    press(page, Key.Key_T, CTRL)

    assert "10:16 Said. They took my passport." in shown(page._tags)


def test_esc_shuts_the_sorting_and_nothing_else(page):
    left, tagged = told(page.shell.back_asked), told(page.tagged)
    write(page, "Half")
    press(page, Key.Key_T, CTRL)

    press(page, Key.Key_Escape)

    assert (left, tagged) == ([], [])
    assert here() is page._composer.area
    assert page._composer.area.toPlainText() == "Half"


def test_a_line_is_added_to_by_a_new_line_that_points_back(page):
    kept = told(page.line_kept)
    press(page, Key.Key_Up)
    press(page, Key.Key_Up)
    press(page, Key.Key_T, CTRL)
    page._tags._add()
    write(page, "Said again")
    press(page, Key.Key_Return)

    assert kept[0][0].about == talk.LINES[2].id


def test_a_sign_may_be_noted_from_the_line(page):
    wanted = told(page.line_sign_wanted)
    press(page, Key.Key_T, CTRL)

    page._tags._sign()

    assert wanted == [(talk.LINES[-1].id,)]


# Open questions


def test_open_questions_have_their_key(page):
    press(page, Key.Key_J, CTRL)

    assert here().accessibleName() == "Topic of the open questions"


def test_open_questions_are_reached_by_their_key_when_folded_away(folded):
    press(folded, Key.Key_J, CTRL)

    assert here().accessibleName() == "Topic of the open questions"


@pytest.mark.parametrize(
    ("name", "signal", "args"),
    [
        ("I asked this: How have things been for you?", "question_asked", ("Q01", False)),
        ("I asked that: Tell me more about that.", "question_asked", ("Q01", True)),
        (
            "Not asked: How have things been for you?",
            "question_marked",
            ("Q01", Mark.NOT_ASKED.value),
        ),
        (
            "Would rather not say: How have things been for you?",
            "question_marked",
            ("Q01", "declined"),
        ),
    ],
)
def test_what_became_of_a_question_is_told_and_the_keyboard_goes_back_to_writing(
    page, name, signal, args
):
    heard = told(getattr(page, signal))
    again = replace(talk.QUESTIONS[0], mark="Asked")
    getattr(page, signal).connect(
        lambda *_: page.show_screen(talk.notes(questions=(again, talk.QUESTIONS[1])))
    )
    press(page, Key.Key_J, CTRL)
    while here().accessibleName() != name:
        press(page, Key.Key_Tab)

    press(page, Key.Key_Space)

    assert heard == [args]
    assert here() is page._composer.area


def test_a_step_that_asks_nothing_shows_no_questions_until_the_next_does(page):
    page.show_screen(talk.notes())
    assert not page._questions.isVisible()
    press(page, Key.Key_J, CTRL)
    assert here() is page._composer.area

    page.show_screen(talk.notes(questions=talk.QUESTIONS))

    assert "How have things been for you?" in shown(page._questions)


def test_a_topic_shows_its_questions_and_stays_chosen(page):
    press(page, Key.Key_J, CTRL)
    press(page, Key.Key_Down)
    assert "Where are your papers kept?" in shown(page._questions)

    marked = replace(talk.QUESTIONS[1], mark="Asked")
    page.show_screen(talk.notes(questions=(talk.QUESTIONS[0], marked)))

    assert "Where are your papers kept?" in shown(page._questions)


# Going on and aside


@pytest.mark.parametrize(
    ("signal", "key", "modifier"),
    [
        ("finished", Key.Key_Return, CTRL),
        ("finished", Key.Key_Down, ALT),
        ("stepped_back", Key.Key_Up, ALT),
        ("sign_wanted", Key.Key_I, CTRL),
        ("disclosed", Key.Key_F8, NONE),
    ],
)
@pytest.mark.parametrize("width", ["page", "folded"])
def test_each_way_on_has_its_key(request, width, signal, key, modifier):
    page = request.getfixturevalue(width)
    heard = told(getattr(page if hasattr(page, signal) else page.side_panel, signal))

    press(page, key, modifier)

    assert len(heard) == 1


def test_to_finish_keeps_the_line_that_is_being_typed_first(page):
    heard = []
    page.line_kept.connect(lambda line: heard.append(line.words))
    page.finished.connect(lambda: heard.append("finished"))
    write(page, "That is all")
    press(page, Key.Key_Return, CTRL)
    assert heard == ["That is all"]  # it was not kept, so nobody goes on without it

    page.line_kept.connect(page.line_is_kept)
    press(page, Key.Key_Return, CTRL)
    assert heard == ["That is all", "That is all", "finished"]


@pytest.mark.parametrize("width", ["page", "folded"])
def test_what_is_perhaps_a_sign_is_noted_by_its_key(request, width):
    page, found = request.getfixturevalue(width), talk.perhaps()
    page.show_screen(talk.notes(beside=Aside(perhaps=(found,))))
    noted = told(page.side_panel.suggestion_noted)

    press(page, Key.Key_I, CTRL | SHIFT)

    assert noted == [(found.offered,)]


def test_not_a_sign_asks_why_and_the_words_being_typed_wait(page):
    found = talk.perhaps()
    page.show_screen(talk.notes(beside=Aside(perhaps=(found,))))
    dismissed = told(page.side_panel.suggestion_dismissed)
    write(page, "Half")
    panel = page.side_panel._perhaps.panel

    panel.button.click()
    assert not page._composer.isVisible()
    press(page, Key.Key_Space)
    panel._give()
    page.show_screen(talk.notes())

    assert dismissed == [(found.offered, "There is an ordinary explanation")]
    assert here() is page._composer.area
    assert page._composer.area.toPlainText() == "Half"


def test_the_newest_suggestion_says_what_called_it_to_mind(page):
    page.show_screen(talk.notes(beside=Aside(perhaps=(talk.perhaps(), talk.perhaps(16)))))

    said = shown(page.side_panel._perhaps)

    assert {"Perhaps a sign, and 1 more", "“They took my passport.”", "Because of: passport"} <= {
        *said
    }
    assert page.side_folded == "Signs: 0, perhaps 2 more"


@pytest.mark.parametrize("width", ["page", "folded"])
def test_esc_in_a_question_shuts_it_and_goes_back_to_writing(request, width):
    page = request.getfixturevalue(width)
    left = told(page.shell.back_asked)
    write(page, "Half")
    page.side_panel.panels[1].button.click()
    assert here().accessibleName() == "They want to stop"

    press(page, Key.Key_Escape)

    assert left == []
    assert page._composer.isVisible()
    assert here() is not None
    assert here().isVisible()
    assert page._composer.area.toPlainText() == "Half"


def test_a_sign_is_taken_back_for_a_reason(page):
    page.show_screen(talk.notes(beside=Aside((talk.noted(),))))
    withdrawn = told(page.side_panel.sign_withdrawn)
    page.side_panel._back.ask("s1", "Sign 1", page._composer)
    write(page, "Misheard")
    page.side_panel._back._give()

    assert withdrawn == [("s1", "Misheard")]
    assert here() is page._composer.area


def test_a_pack_has_its_key_once_something_serious_was_said(page):
    page.show_screen(talk.notes(beside=Aside(course=talk.STOPPED)))
    wanted = told(page.side_panel.pack_wanted)

    press(page, Key.Key_N, CTRL | SHIFT)

    assert len(wanted) == 1


def test_a_closed_gate_is_shown_and_typing_goes_on(page):
    write(page, "Half")
    page.show_screen(talk.notes(gate=GateScreen((("They are not alone", "Wait."),), 0)))
    write(page, " a line")

    assert {"They are not alone", "Wait."} <= {*shown(page._gate)}
    assert page._composer.area.toPlainText() == "Half a line"


# For every hand and ear


@pytest.mark.parametrize("width", ["page", "folded"])
def test_everything_that_can_be_operated_has_a_name(request, width):
    page = request.getfixturevalue(width)
    page._composer._open_theirs()
    page._tag()
    for panel in page.side_panel.panels:
        panel.show()

    assert not nameless(page.shell)


def test_lines_are_read_out_whole(page):
    rows = page._stream.model()

    said = rows.data(rows.index(2, 0), Qt.ItemDataRole.AccessibleTextRole)

    by = talk.LINES[2].translator
    assert said == f"10:16 Said. They took my passport. {talk.ARABIC}. {by}"


def test_tab_goes_through_everything_and_is_never_nowhere(page):
    start, passed = here(), []
    for _ in range(120):
        press(page, Key.Key_Tab)
        assert here() is not None
        assert here().isVisible()
        passed.append(here().accessibleName())
        if here() is start:
            break

    assert here() is start
    order = [passed.index(one) for one in ("They have finished", "Add a sign")]
    assert order == sorted(order)


def test_at_twice_the_text_two_lines_are_in_sight_and_nothing_is_cut(qtbot, folded):
    settle(qtbot)
    stream = folded._stream
    heights = [stream.visualRect(stream.model().index(row, 0)).height() for row in (-2, -1)]
    area = folded._scroll_area().viewport()
    foot = stream.mapTo(folded.shell, stream.rect().bottomLeft()).y()

    assert stream.height() >= sum(heights)
    assert foot <= area.mapTo(folded.shell, area.rect().bottomLeft()).y()
    assert folded._composer.area.height() >= folded._composer.area.minimumHeight()
    assert "Something serious" in names(folded.shell)


def test_at_twice_the_text_a_question_has_room_for_all_its_answers(qtbot, folded):
    panel = folded.side_panel.panels[1]
    panel.button.click()
    settle(qtbot)

    assert panel.height() >= panel.heightForWidth(panel.width())
    assert not folded._writing.isVisible()
    assert panel.findChild(Area).isVisible()
