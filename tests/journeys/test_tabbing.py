"""Finding the way by Tab, which must leave nothing behind it."""

from PySide6.QtWidgets import QLayout, QLayoutItem
from shiboken6 import getAllValidWrappers


def test_tab_keeps_hold_of_nothing_that_qt_deletes_unseen(practised):
    keyboard = practised.keyboard
    keyboard.press("Ctrl+N")
    keyboard.wait_for("Step 1 of 14")
    before = layout_items()

    keyboard.press(*["Tab"] * 30)

    assert layout_items() == before


def test_tab_visits_everything_once_and_comes_round(practised):
    keyboard = practised.keyboard
    keyboard.wait_for("What needs me now")
    first = keyboard.name
    visited = [first]

    keyboard.press("Tab")
    while keyboard.name != first:
        visited.append(keyboard.name)
        keyboard.press("Tab")

    assert len(visited) == len(set(visited))
    assert {"Home", "Cases", "Check a sealed file", "This laptop", "Emergency", "Lock"} < {*visited}


def layout_items():
    """Places in layouts that Python holds. They are no QObjects: nobody tells it when they go."""
    held = [one for one in getAllValidWrappers() if isinstance(one, QLayoutItem)]
    return len([one for one in held if not isinstance(one, QLayout)])
