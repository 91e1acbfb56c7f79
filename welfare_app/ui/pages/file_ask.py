"""Asks a person for a file to open or a place to save one, and remembers neither.

Qt writes the folders it visited into settings that anyone on the laptop can read, so each
question ends by giving it the home folder instead.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QDir, QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

PDF = "PDF (*.pdf)"
HTML = "Web page (*.html)"

AskToOpen: TypeAlias = Callable[[QWidget, str, str], Path | None]
"""What `ask_to_open` is to a page, which may be given another in its place."""

AskToSave: TypeAlias = Callable[[QWidget, str, str, str], Path | None]
"""What `ask_to_save` is to a page."""

AskForFolder: TypeAlias = Callable[[QWidget, str], Path | None]
"""What `ask_for_folder` is to a page."""


def ask_to_open(parent: QWidget, title: str, filter: str) -> Path | None:
    """One file that is there, or nothing if the person chose none."""
    dialog = _dialog(parent, title, filter)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return next(iter(_answer(dialog)), None)


def ask_to_open_several(parent: QWidget, title: str, filter: str) -> tuple[Path, ...]:
    """As many files as the person chose, which may be none."""
    dialog = _dialog(parent, title, filter)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _answer(dialog)


def ask_to_save(parent: QWidget, title: str, name: str, filter: str) -> Path | None:
    """A place to save a file of this name, or nothing. It asks before a file is replaced."""
    dialog = _dialog(parent, title, filter)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return next(iter(_answer(dialog)), None)


def ask_for_folder(parent: QWidget, title: str) -> Path | None:
    """One folder that is there, or nothing."""
    dialog = _dialog(parent, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return next(iter(_answer(dialog)), None)


def _dialog(parent: QWidget, title: str, filter: str) -> QFileDialog:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = documents if QDir(documents).exists() else QDir.homePath()
    return QFileDialog(parent, title, folder, filter)


def _answer(dialog: QFileDialog) -> tuple[Path, ...]:
    accepted = dialog.exec()
    # locking takes the page away, and the question with it
    if not isValid(dialog):
        return ()
    chosen = tuple(Path(name) for name in dialog.selectedFiles()) if accepted else ()
    cover_tracks(dialog)
    dialog.deleteLater()
    return chosen


def cover_tracks(dialog: QFileDialog) -> None:
    """Give a dialog that has been answered another folder to remember."""
    dialog.setDirectoryUrl(QUrl.fromLocalFile(QDir.homePath()))
