"""The audit trail as its presenter would tell it. All people and numbers are invented."""

from dataclasses import replace

from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.trail import COLUMNS, EntryDetail, TrailScreen
from welfare_app.presenters.trail_asking import BETWEEN, Wanted

LENGTH = 12_345


class ManyRows:
    """A long trail that counts how many of its rows were ever read."""

    columns = COLUMNS

    def __init__(self, length=LENGTH):
        self.numbers, self.read = range(length, 0, -1), 0

    def ids(self, _order):
        return self.numbers

    def rows(self, ids):
        self.read += len(ids)
        return [
            ("10:33 today", "Rosa Example", f"Opened the talk W-{id:04}", f"{id:,}") for id in ids
        ]


SCREEN = TrailScreen(
    (("everyone", "Everyone"), ("s1", "Rosa Example"), ("s2", "Idris Example")),
    (("everyone", "Everything"), ("reads", "Read"), ("writes", "Written")),
    count=f"{LENGTH:,} entries, the newest first",
    names=("entries-1-12345.pdf", "entries-1-12345.csv", "entries-1-12345.json"),
)
SOUND = replace(
    SCREEN,
    verdict="Every entry is in its place: 12,345 checked just now",
    kept="Entry 12,300, the last before this sitting, is also remembered in this laptop’s keyring.",
)
CHECKING = replace(SCREEN, busy="Checking every entry…", done=(4_000, 12_345))
TAMPERED = replace(
    SCREEN,
    trouble=Trouble("It does not hold together.", "Nothing was repaired.", "Stop.", grave=True),
)
BAD_DAYS = replace(
    SOUND,
    wanted=Wanted(times=BETWEEN, first="soon"),
    problems=(("first", "Write the day as 12/5/2026"),),
)
ENTRY = EntryDetail(
    "Rosa Example wrote an answer in W-0001.",
    (("When", "Tuesday 12 May 2026, 13:00:00"), ("Record", "W-0001"), ("Entry", "5")),
)
