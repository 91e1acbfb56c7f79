"""The rescue of a damaged vault as its presenter would tell it. All of it is invented."""

from welfare_app.presenters.rescue import SHEET, RescueScreen
from welfare_app.presenters.telling import Trouble

PEOPLE = (("s2", "Idris Example, lead"), ("recovery", SHEET))

ASK = RescueScreen("ask", PEOPLE)
WRONG = RescueScreen(
    "ask",
    PEOPLE,
    trouble=Trouble(
        "That did not open it.",
        "Nothing was changed. You can try as often as you need.",
        "Check Caps Lock and the keyboard language, then try again.",
    ),
)
FOUND = RescueScreen(
    "found",
    PEOPLE,
    faults=(
        (
            "Part of the vault is damaged. What lies there cannot be read.",
            "Do not copy or repair the folder. Call your lead.",
        ),
    ),
    counts="211 records can be read whole, 2 cannot, or not wholly.",
)
WORKING = RescueScreen(
    "found", PEOPLE, FOUND.faults, FOUND.counts, busy="Reading what can be read…"
)
WELL = RescueScreen("found", PEOPLE, counts="All 213 records can be read whole.", sound=True)
DONE = RescueScreen(
    "done",
    PEOPLE,
    kept=(("Talks", "148"), ("Incident packs", "12"), ("Files kept as evidence", "49")),
    lost=(
        "Talk W-0007, begun 12 May 2026: some of it is gone",
        "File kept as evidence of P-0002: cannot be read",
    ),
    folder="damaged-2026-05-14-091200",
)
NOTHING_LOST = RescueScreen("done", PEOPLE, kept=DONE.kept, folder=DONE.folder)

PICTURES = {"ask": ASK, "found": FOUND, "done": DONE}
"""The steps, as they are drawn."""
