"""The rail of places, and the strip that says that nothing here is real."""

from PySide6.QtWidgets import QFrame

from welfare_app.ui.parts import Kit, Place, Rail, column, holding, row

HOME, CASES, CHECK, LAPTOP, TRAIL = "home", "cases", "check", "laptop", "trail"

PLACES = (
    Place(HOME, "Home", "house"),
    Place(CASES, "Cases", "folder"),
    Place(CHECK, "Check a sealed file", "file-lock"),
    Place(LAPTOP, "This laptop", "hard-drive"),
)

AUDITS = (Place(TRAIL, "What was done", "list-checks"), *PLACES[2:])
"""The places of someone who reads no cases."""


def show_audits(rail: Rail) -> None:
    """Leave in a rail only the places of someone who reads no cases."""
    rail.show_places(AUDITS, rail.here)


def places_rail(kit: Kit, here: str, person: str) -> Rail:
    """Where one can go while no job is under way, and who is working. `chosen` tells the key."""
    who = kit.text(person, "caption", "quiet")
    guide = kit.text("F1 opens the guide", "caption", "quiet")
    foot = holding(row(kit.space(3), holding(column(who, guide))))
    return kit.places(PLACES, here, foot=[foot])


def practice_strip(kit: Kit) -> QFrame:
    """Marks a screen of a practice vault, so that nobody takes a sample for a person."""
    strip = kit.notice("info", "Practice. Nothing here is real.")
    strip.setAccessibleName("Practice. Nothing here is real.")
    return strip
