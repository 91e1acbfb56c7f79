"""A number to call with all that is known of it: who, the digits, what to know, when checked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame

from welfare_app.presenters.emergency import Number
from welfare_app.ui.parts import Item, Kit, column, holding


def call_lines(kit: Kit, number: Number, role: str = "heading") -> QFrame:
    """The number as a block of lines, for a narrow place."""
    lines: list[Item] = [
        kit.number(number.name, as_dialled(number.digits), role=role, danger=number.danger),
        *note_line(kit, number),
        kit.text(number.checked, "caption", "quiet", figures=True),
    ]
    return holding(column(*lines))


def as_dialled(digits: str) -> str:
    """Digits in the order in which they are dialled, also among words that run right to left.

    Their spaces would otherwise turn the groups round.
    """
    return left_to_right(digits)


def left_to_right(words: str) -> str:
    """Words or figures that keep their own order on a page that runs the other way.

    Unicode Bidirectional Algorithm, isolates.
    """
    rtl = QApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return f"\N{LEFT-TO-RIGHT ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}" if rtl else words


def note_line(kit: Kit, number: Number) -> tuple[Item, ...]:
    """What to know before calling, where there is anything to know."""
    return (kit.text(number.note, "small", "quiet", figures=True),) if number.note else ()
