"""Printing from memory: every page goes to paper, and none is left on the disk."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from welfare_app.app.late import page_count
from welfare_app.ui.printing import Printing, _fitting


@dataclass
class Picture:
    width: int = 40
    height: int = 56
    stride: int = 160
    pixels: bytes = bytes([0, 0, 0, 255]) * 40 * 56


@pytest.fixture
def to_file(tmp_path):
    """A printer whose paper can be counted."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    return printer


def test_every_page_is_drawn_once_in_order(qtbot, to_file, tmp_path):
    drawn = []

    def draw(_pdf, number, _wide):
        drawn.append(number)
        return Picture()

    assert Printing(lambda _: 3, draw, lambda _: to_file).print(None, b"%PDF")

    assert drawn == [1, 2, 3]
    assert page_count((tmp_path / "paper.pdf").read_bytes()) == 3


def test_nothing_is_drawn_where_no_printer_was_chosen(qtbot):
    def draw(*_):
        raise AssertionError

    assert not Printing(lambda _: 3, draw, lambda _: None).print(None, b"%PDF")


def test_a_page_keeps_its_shape_on_any_paper(qtbot):

    tall = QImage(100, 200, QImage.Format.Format_RGBX8888)

    assert _fitting(QRect(0, 0, 400, 400), tall) == QRect(0, 0, 200, 400)
