from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QProgressBar, QPushButton

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_sealing as samples
from tests.ui.pages.aloud import heard, nameless
from welfare_app.presenters.check import CheckScreen
from welfare_app.ui.pages.check_page import CheckPage

CTRL = Qt.KeyboardModifier.ControlModifier
FILE = Path("P-0042-sealed-referral.pdf")
WORDS = "harp vet oat lamp peb cur willow"


@pytest.fixture
def page(kit, opened):
    page = CheckPage(kit, "Rosa Penhallow, champion", lambda *_: page.chosen)
    page.chosen = FILE
    page.show_screen(CheckScreen())
    page.shell = opened(kit, page)
    return page


def at(qtbot, page, screen):
    page.show_screen(screen)
    settle(qtbot)


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    settle(qtbot)


def shown(page):
    whole = page.window()
    return [one.text() for one in whole.findChildren(QLabel) if one.isVisible() and one.text()]


def filled(qtbot, page):
    pressed(qtbot, Qt.Key.Key_Space)
    pressed(qtbot, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), WORDS)


def dropped(page, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPointF(page._well.rect().center())
    how = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(middle.toPoint(), Qt.DropAction.CopyAction, data, *how)
    entering.ignore()
    page._well.dragEnterEvent(entering)
    page._well.dropEvent(QDropEvent(middle, Qt.DropAction.CopyAction, data, *how))
    return entering.isAccepted()


def test_a_file_is_chosen_its_words_typed_and_checked_without_the_mouse(qtbot, page):
    filled(qtbot, page)
    with qtbot.waitSignal(page.checked) as sent:
        pressed(qtbot, Qt.Key.Key_Return, CTRL)

    assert sent.args == [FILE, WORDS]
    assert "P-0042-sealed-referral.pdf" in shown(page)


def test_enter_after_the_words_checks_the_file_once(qtbot, page):
    filled(qtbot, page)
    sent = []
    page.checked.connect(lambda *said: sent.append(said))
    pressed(qtbot, Qt.Key.Key_Return)

    assert len(sent) == 1


def test_without_a_file_the_page_says_so_and_takes_the_keyboard_there(qtbot, page):
    page.checked.connect(lambda *_: page.show_screen(CheckScreen(problem="Choose the sealed file")))
    with qtbot.waitSignal(page.checked) as sent:
        pressed(qtbot, Qt.Key.Key_Return, CTRL)

    assert sent.args == [None, ""]
    assert "Choose the sealed file" in shown(page)
    assert QApplication.focusWidget().accessibleName() == "One thing is missing"

    page._well._choose()
    assert "Choose the sealed file" not in shown(page)


def test_one_file_can_be_dropped_and_nothing_else(qtbot, page, tmp_path):
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    one.write_bytes(b"%PDF")
    other.write_bytes(b"%PDF")

    assert not dropped(page, one, other)
    assert not dropped(page, tmp_path)
    assert page._well.path is None
    assert dropped(page, one)
    assert page._well.path == one


def test_choosing_nothing_keeps_the_file_already_chosen(qtbot, page):
    pressed(qtbot, Qt.Key.Key_Space)
    page.chosen = None
    pressed(qtbot, Qt.Key.Key_Space)

    assert page._well.path == FILE


def test_nothing_is_sent_twice_while_a_file_is_checked(qtbot, page):
    filled(qtbot, page)
    page.show_screen(CheckScreen(busy=True))
    with qtbot.assertNotEmitted(page.checked):
        pressed(qtbot, Qt.Key.Key_Return)
        pressed(qtbot, Qt.Key.Key_Return, CTRL)


def test_a_long_check_shows_how_far_it_is_and_can_be_cancelled(qtbot, page):
    filled(qtbot, page)
    at(qtbot, page, CheckScreen(busy=True))
    qtbot.waitUntil(lambda: "Checking the file…" in shown(page))
    at(qtbot, page, CheckScreen(busy=True, progress=(400, 1000)))
    bar = page.window().findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (400, 1000)

    cancel = next(
        one for one in page.window().findChildren(QPushButton) if one.accessibleName() == "Cancel"
    )
    with qtbot.waitSignal(page.cancelled):
        cancel.click()
    at(qtbot, page, CheckScreen())
    assert "Checking the file…" not in shown(page)
    assert (page._words.text(), page._well.path) == (WORDS, FILE)


def test_the_page_for_receivers_is_saved_where_the_person_says(qtbot, page, tmp_path):
    page._to_save = lambda _parent, _title, name, _filter: tmp_path / name
    button = next(
        one
        for one in page.window().findChildren(QPushButton)
        if one.accessibleName() == "Save the page"
    )
    with qtbot.waitSignal(page.page_wanted) as sent:
        button.click()
    assert sent.args == [tmp_path / "check-a-sealed-file.html"]

    at(qtbot, page, CheckScreen(saved="Saved. Give it to them."))
    assert "Saved. Give it to them." in shown(page)
    page._to_save = lambda *_: None
    with qtbot.assertNotEmitted(page.page_wanted):
        button.click()


def test_trouble_is_told_and_what_was_typed_stays(qtbot, page):
    filled(qtbot, page)
    at(qtbot, page, CheckScreen(busy=True))
    at(qtbot, page, CheckScreen(trouble=samples.disk_full()))

    assert samples.disk_full().happened in shown(page)
    assert page._words.text() == WORDS
    assert page._well.path == FILE


def test_a_genuine_file_says_what_it_rests_on_and_what_it_does_not_prove(qtbot, page):
    filled(qtbot, page)
    at(qtbot, page, CheckScreen(busy=True))
    at(qtbot, page, samples.genuine())

    said = shown(page)
    assert {"Genuine", "Sealed by", "What this does not prove"} <= set(said)
    assert QApplication.focusWidget().accessibleName() == "Check another file"
    with qtbot.waitSignal(page.restarted):
        pressed(qtbot, Qt.Key.Key_Return, CTRL)


def test_the_verdict_and_its_sentence_are_there_to_be_read_aloud(qtbot, page):
    at(qtbot, page, samples.not_genuine())

    said = [(name, more) for _, name, more in heard(page)]
    assert ("Not genuine", samples.not_genuine().sentence) in said


def test_a_changed_file_says_what_to_do_first(qtbot, page):
    at(qtbot, page, samples.not_genuine())

    said = shown(page)
    assert said.index("Keep this file as it is.") < said.index("What was found")
    assert "Your own records are safe. This program only read the file." in said
    assert "What this does not prove" not in said


def test_doubt_is_neither_accent_nor_danger_and_is_tried_again_with_the_same_file(qtbot, page):
    filled(qtbot, page)
    at(qtbot, page, samples.cannot_tell())
    [card] = [one for one in page.children() if _named(one, "We cannot tell")]
    assert card.objectName() == "attention"

    page.restarted.connect(lambda: page.show_screen(CheckScreen()))
    with qtbot.waitSignal(page.restarted):
        pressed(qtbot, Qt.Key.Key_Return, CTRL)

    assert page._well.path == FILE
    assert page._words.text() == ""
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def _named(child, name):
    return child.isWidgetType() and child.accessibleName() == name


def test_after_a_verdict_another_file_starts_from_nothing(qtbot, page):
    filled(qtbot, page)
    at(qtbot, page, samples.genuine())
    at(qtbot, page, CheckScreen())

    assert page._well.path is None
    assert page._words.text() == ""


def test_the_typed_words_are_let_go_of(qtbot, page):
    filled(qtbot, page)
    line = page._words
    page.forget()
    assert line.text() == ""

    at(qtbot, page, samples.genuine())
    at(qtbot, page, replace(samples.genuine(), about="another.pdf, 1 MB"))
    page.forget()


@pytest.mark.parametrize(
    "screen",
    [CheckScreen(), samples.genuine(), samples.not_genuine(), samples.cannot_tell()],
    ids=["start", "genuine", "not-genuine", "cannot-tell"],
)
def test_every_control_has_a_name(qtbot, page, screen):
    at(qtbot, page, screen)

    assert not nameless(page.window())


def test_large_text_folds_and_stays_whole(qtbot, large, opened):
    page = CheckPage(large, "Rosa Penhallow, champion", lambda *_: None)
    page.show_screen(samples.not_genuine())
    shell = opened(large, page)

    assert page._scroll_area().widget().width() <= shell.width()
