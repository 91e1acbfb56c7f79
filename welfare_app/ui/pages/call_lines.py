"""A number to call with all that is known of it: who, the digits, what to know, when checked."""

from PySide6.QtWidgets import QFrame

from welfare_app.presenters.emergency import Number
from welfare_app.ui.parts import Item, Kit, column, holding


def call_lines(kit: Kit, number: Number, role: str = "heading") -> QFrame:
    """The number as a block of lines, for a narrow place."""
    lines: list[Item] = [
        kit.number(number.name, number.digits, role=role, danger=number.danger),
        *note_line(kit, number),
        kit.text(number.checked, "caption", "quiet", figures=True),
    ]
    return holding(column(*lines))


def note_line(kit: Kit, number: Number) -> tuple[Item, ...]:
    """What to know before calling, where there is anything to know."""
    return (kit.text(number.note, "small", "quiet", figures=True),) if number.note else ()
