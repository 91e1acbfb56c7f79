"""Asks where a file should be saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(page: QWidget, name: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Ask for a place for a PDF of this name; `chosen` hears it, and nothing if nobody chose.

    It does not wait, so that locking works meanwhile; it goes away with the page.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = documents if QDir(documents).exists() else QDir.homePath()
    dialog = QFileDialog(page, "Save", folder, "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
