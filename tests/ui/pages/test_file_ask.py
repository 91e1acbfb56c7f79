from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from welfare_app.ui.pages import file_ask, kept_files


@pytest.fixture
def settings(tmp_path):
    """Where Qt writes what its dialogs remember, for once not the person's own."""
    kept = tmp_path / "settings"
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, str(kept))
    return kept


@pytest.fixture
def window(qtbot, settings):
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "a telling name"
    made.mkdir()
    for name in ("one.pdf", "two.pdf"):
        (made / name).write_bytes(b"%PDF")
    return made


def answering(folder, *names):
    """Choose these in the dialog that is about to open."""

    def answer():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(10, answer)
            return
        if not names:
            dialog.reject()
            return
        dialog.setDirectory(str(folder))
        typed = " ".join(f'"{name}"' for name in names) if len(names) > 1 else names[0]
        dialog.findChild(QWidget, "fileNameEdit").setText(typed)
        dialog.accept()

    QTimer.singleShot(0, answer)


def test_a_file_is_chosen(window, folder):
    answering(folder, "one.pdf")

    assert file_ask.ask_to_open(window, "Choose a file", file_ask.PDF) == folder / "one.pdf"


def test_several_files_are_chosen(window, folder):
    answering(folder, "one.pdf", "two.pdf")

    found = file_ask.ask_to_open_several(window, "Choose files", file_ask.PDF)

    assert set(found) == {folder / "one.pdf", folder / "two.pdf"}


def test_choosing_nothing_is_an_answer(window, folder):
    answering(folder)
    assert file_ask.ask_to_open(window, "Choose a file", file_ask.PDF) is None
    answering(folder)
    assert file_ask.ask_to_open_several(window, "Choose files", file_ask.PDF) == ()
    answering(folder)
    assert file_ask.ask_to_save(window, "Save", "sealed.pdf", file_ask.PDF) is None


def test_a_place_is_chosen_and_the_ending_is_not_forgotten(window, folder):
    answering(folder, "mine")

    place = file_ask.ask_to_save(window, "Save", "sealed.pdf", file_ask.PDF)

    assert place == folder / "mine.pdf"
    assert not place.exists()


def test_a_folder_is_chosen(window, folder):
    (folder / "stick").mkdir()
    answering(folder, "stick")

    assert file_ask.ask_for_folder(window, "Choose a folder") == folder / "stick"


def test_the_page_going_away_answers_with_nothing(qtbot, settings):
    page = QWidget()
    page.show()
    QTimer.singleShot(50, page.deleteLater)

    assert file_ask.ask_to_open(page, "Choose a file", file_ask.PDF) is None


def test_where_files_were_is_not_written_down(qtbot, window, folder, settings):
    answering(folder, "one.pdf")
    file_ask.ask_to_open(window, "Choose a file", file_ask.PDF)
    qtbot.waitUntil(lambda: not window.findChildren(QFileDialog))

    written = [path for path in Path(settings).rglob("*") if path.is_file()]
    assert all("telling" not in path.read_text(errors="replace") for path in written)


def test_where_a_kept_file_was_is_not_written_down(qtbot, window, folder, settings):
    chosen = []
    answering(folder, "one.pdf")
    kept_files.ask_which(window, chosen.append)
    qtbot.waitUntil(lambda: bool(chosen) and not window.findChildren(QFileDialog))

    written = [path for path in Path(settings).rglob("*") if path.is_file()]
    assert all("telling" not in path.read_text(errors="replace") for path in written)
