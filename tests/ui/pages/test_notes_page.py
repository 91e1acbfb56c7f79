import pytest
from PySide6.QtCore import QMimeData, Qt

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_talk as talk
from tests.ui.pages import samples_work as samples
from tests.ui.pages.pressing import here, press, shown, told, write
from welfare_app.domain.notes import LineKind, Original
from welfare_app.services.take_notes import Heard
from welfare_app.ui.pages.composer import PAUSE_MS
from welfare_app.ui.pages.notes_page import NotesPage
from welfare_app.ui.parts.editors import MOST_TEXT

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
KIND_KEYS = [
    (Key.Key_Apostrophe, LineKind.SAID),
    (Key.Key_1, LineKind.NOTE),
    (Key.Key_2, LineKind.ASKED),
    (Key.Key_3, LineKind.SEEN),
    (Key.Key_4, LineKind.BREAK),
    (Key.Key_5, LineKind.ROOM),
]


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


# Typing lines


def test_the_keyboard_begins_where_lines_are_typed(page):
    assert here() is page._composer.area
    assert here().accessibleName() == "Their words. Enter keeps the line"


@pytest.mark.parametrize(("key", "kind"), KIND_KEYS)
def test_each_kind_of_line_has_its_key_and_enter_keeps_it(page, key, kind):
    kept = told(page.line_kept)

    press(page, key, CTRL)
    write(page, "He is tired")
    press(page, Key.Key_Return)

    assert kept == [(Heard(kind, "He is tired"),)]


@pytest.mark.parametrize(("key", "kind"), KIND_KEYS)
def test_words_stay_when_another_kind_is_chosen_for_them(page, key, kind):
    write(page, "Half a sen")
    press(page, key, CTRL)
    write(page, "tence")

    assert page._composer.heard == Heard(kind, "Half a sentence")


@pytest.mark.parametrize("once", [LineKind.ASKED, LineKind.SEEN, LineKind.BREAK, LineKind.ROOM])
@pytest.mark.parametrize("usual", [LineKind.SAID, LineKind.NOTE])
def test_after_a_line_of_a_passing_kind_the_one_before_comes_back(page, once, usual):
    keys = {kind: key for key, kind in KIND_KEYS}
    press(page, keys[usual], CTRL)
    press(page, keys[once], CTRL)
    write(page, "Words")
    press(page, Key.Key_Return)

    page.line_is_kept()

    assert page._composer.heard == Heard(usual, "")


def test_shift_enter_begins_another_line_within_the_line(page):
    kept = told(page.line_kept)

    write(page, "One")
    press(page, Key.Key_Return, SHIFT)
    write(page, "two")
    press(page, Key.Key_Return)

    assert kept[0][0].words == "One\ntwo"


def test_an_empty_line_is_not_kept(page):
    kept = told(page.line_kept)

    write(page, "   ")
    press(page, Key.Key_Return)

    assert kept == []


def test_a_line_the_vault_would_not_take_stays_to_be_kept_again(page):
    write(page, "He is tired")
    press(page, Key.Key_Return)

    assert page._composer.area.toPlainText() == "He is tired"


def test_a_redraw_leaves_what_is_being_typed_and_the_caret_alone(page):
    write(page, "He tired")
    press(page, Key.Key_Left)

    more = (*talk.LINES, talk.line(40, "Another line"))
    page.show_screen(talk.notes(lines=more, questions=talk.QUESTIONS, kept="Kept 10:40"))
    write(page, "x")

    assert page._composer.area.toPlainText() == "He tirexd"
    assert here() is page._composer.area


def test_what_is_typed_is_told_after_a_pause_and_when_the_page_is_left(qtbot, page):
    drafts = told(page.drafted)
    write(page, "My mother")
    assert drafts == []

    qtbot.waitUntil(lambda: bool(drafts), timeout=PAUSE_MS * 5)
    page.report_all()

    assert drafts == [(Heard(LineKind.SAID, "My mother"),)] * 2


def test_a_box_that_was_emptied_leaves_no_draft(page):
    drafts = told(page.drafted)
    write(page, "x")
    press(page, Key.Key_Backspace)
    page.report_all()

    assert drafts == [(None,)]


def test_a_draft_comes_back_with_its_kind_its_language_and_the_line_it_adds_to(page):
    draft = Heard(
        LineKind.SAID, "They took", Original(talk.ARABIC, "ar", "Anyone"), talk.LINES[1].id
    )

    page.show_draft(draft)

    assert page._composer.heard == draft
    assert "Adding to 10:13" in shown(page._composer)


def test_a_paste_that_is_too_much_is_refused_in_words(page):
    said = told(page.said)
    much = QMimeData()
    much.setText("x" * (MOST_TEXT + 1))
    write(page, "Kept")

    page._composer.area.insertFromMimeData(much)

    assert said[0][0].startswith("That was too much to paste at once")
    assert page._composer.area.toPlainText() == "Kept"


# In their own language


def test_words_in_their_language_go_with_the_line(page):
    kept = told(page.line_kept)
    write(page, "They took my passport")
    press(page, Key.Key_Apostrophe, CTRL | SHIFT)
    assert here().accessibleName() == "The same in their language"

    here().insertPlainText(talk.ARABIC)
    press(page, Key.Key_Return)

    assert kept[0][0].original == Original(talk.ARABIC, "ar", "Interpreter 4471")


def test_arabic_runs_from_the_right_in_the_box_and_polish_from_the_left(page):
    press(page, Key.Key_Apostrophe, CTRL | SHIFT)
    option = here().document().defaultTextOption
    assert option().textDirection() == Qt.LayoutDirection.RightToLeft

    page._composer._language.choose("pl")
    page._composer._run()

    assert option().textDirection() == Qt.LayoutDirection.LeftToRight


def test_arabic_runs_from_the_right_in_the_lines(page):
    laid = page._stream.itemDelegate()._laid(page._stream.model().index(2, 0))
    words, original = laid.pieces[0].words, laid.pieces[1].words

    assert words.layout.textOption().textDirection() == Qt.LayoutDirection.LeftToRight
    assert original.layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft


def test_words_in_another_language_stay_whatever_kind_of_line_it_becomes(page):
    press(page, Key.Key_Apostrophe, CTRL | SHIFT)
    here().insertPlainText(talk.ARABIC)

    press(page, Key.Key_1, CTRL)
    write(page, "Tired")

    assert page._composer.heard.original.words == talk.ARABIC
    assert page._composer._theirs.isVisible()


def test_words_in_another_language_alone_are_asked_for_in_english_and_stay(page):
    heard = []
    page.line_kept.connect(heard.append)
    page.finished.connect(lambda: heard.append("finished"))
    press(page, Key.Key_Apostrophe, CTRL | SHIFT)
    here().insertPlainText(talk.ARABIC)

    press(page, Key.Key_Return)
    press(page, Key.Key_Return, CTRL)

    assert heard == []
    assert page._composer.heard.original.words == talk.ARABIC
    assert here() is page._composer.area


# Among the lines


def test_up_in_an_empty_line_goes_to_the_lines_and_enter_comes_back(page):
    press(page, Key.Key_Up)
    assert here() is page._stream
    press(page, Key.Key_Up)
    assert page._stream.line == talk.LINES[2]

    press(page, Key.Key_Return)

    assert here() is page._composer.area


def test_up_in_words_moves_in_the_words(page):
    write(page, "Words")
    press(page, Key.Key_Up)

    assert here() is page._composer.area


def test_esc_among_the_lines_goes_back_to_writing_and_not_from_the_page(page):
    left = told(page.shell.back_asked)
    press(page, Key.Key_Up)

    press(page, Key.Key_Escape)

    assert here() is page._composer.area
    assert left == []


def test_typing_among_the_lines_writes(page):
    press(page, Key.Key_Up)

    write(page, "He")

    assert here() is page._composer.area
    assert page._composer.area.toPlainText() == "He"


def test_a_new_line_is_in_sight_unless_someone_looks_further_up(qtbot, page):
    many = tuple(talk.line(at, f"Line {at} " * 20) for at in range(10, 50))
    page.show_screen(talk.notes(lines=many))
    settle(qtbot)
    bar = page._stream.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0

    bar.setValue(0)
    page.side_panel.panels[1].button.click()
    settle(qtbot)

    assert bar.value() == 0
