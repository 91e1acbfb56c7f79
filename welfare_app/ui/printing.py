"""Puts a PDF on paper from memory, a picture a page, so that no copy of it lies on the disk."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from welfare_app.ui.pages.seal_pages import DrawPage

WIDE = 2480
"""Pixels across a page: A4 at 300 dots an inch."""

AskPrinter = Callable[[QWidget], QPrinter | None]
"""Asks a person which printer, or nothing if they chose none."""


def ask_printer(parent: QWidget) -> QPrinter | None:
    """The printer someone chose. What is printed goes by no name that says anything."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Notes")
    dialog = QPrintDialog(printer, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    # locking takes the page away, and the question with it
    if not isValid(dialog):
        return None
    dialog.deleteLater()
    return printer if accepted else None


class Printing:
    """Prints PDFs. `count` says how many pages there are, `draw` makes a picture of one."""

    def __init__(
        self, count: Callable[[bytes], int], draw: DrawPage, ask: AskPrinter = ask_printer
    ) -> None:
        self._count, self._draw, self._ask = count, draw, ask

    def print(self, parent: QWidget, pdf: bytes) -> bool:
        """Ask which printer, and print every page; says whether that was begun."""
        printer = self._ask(parent)
        if printer is None:
            return False
        painter = QPainter()
        if not painter.begin(printer):
            return False
        for number in range(1, self._count(pdf) + 1):
            if number > 1:
                printer.newPage()
            page = self._draw(pdf, number, WIDE)
            image = QImage(
                page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGBX8888
            )
            painter.drawImage(_fitting(painter.viewport(), image), image)
        painter.end()
        return True


def _fitting(room: QRect, image: QImage) -> QRect:
    """Where a page goes: as large as the paper takes it, in its own shape."""
    size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(room.topLeft(), size)
