"""The order in which Tab visits, which is the order of reading, whatever was made first."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from welfare_app.ui.parts.marks import Choice


def reading_order(widget: QWidget | None) -> Iterator[QWidget]:
    """Every control in sight that takes the keyboard, by place in the layouts."""
    if widget is None or not widget.isVisible():
        return
    if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if isinstance(widget, QScrollArea):
        yield from reading_order(widget.widget())
        return
    layout = widget.layout()
    if layout is not None:
        held = [one for one in widget.children() if isinstance(one, QWidget) and one.isVisible()]
        yield from _of_layout(layout, held)


def next_stop(controls: list[QWidget], here: QWidget | None, *, forward: bool) -> QWidget | None:
    """The control after (or before) this one. A group of choices is one stop."""
    ordered = controls if forward else controls[::-1]
    at = ordered.index(here) + 1 if here in ordered else 0
    for control in ordered[at:] + ordered[:at]:
        if _is_stop(control, here, controls):
            return control
    return None


def _of_layout(layout: QLayout, held: list[QWidget]) -> Iterator[QWidget]:
    # asked by what is held, never by place: what Qt gives for a place is no QObject, so Python
    # would not hear that it was deleted and would mistake whatever is made next in its memory
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    found = [(layout.indexOf(one), one) for one in held]
    placed: list[tuple[int, QWidget | QLayout]] = [
        *((at, one) for at, one in found if at >= 0),
        *((layout.indexOf(one), one) for one in inner),
    ]
    elsewhere = [one for at, one in found if at < 0]
    for _, one in sorted(placed, key=lambda place: place[0]):
        if isinstance(one, QLayout):
            yield from _of_layout(one, elsewhere)
        else:
            yield from reading_order(one)


def _is_stop(control: QWidget, here: QWidget | None, controls: list[QWidget]) -> bool:
    if not isinstance(control, Choice):
        return True
    group = control.parentWidget()
    if isinstance(here, Choice) and here.parentWidget() is group and control is not here:
        return False
    others = [one for one in controls if isinstance(one, Choice) and one.parentWidget() is group]
    chosen = next((one for one in others if one.isChecked()), others[0])
    return control is chosen
