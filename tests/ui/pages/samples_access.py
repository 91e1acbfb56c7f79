"""Screens of a request for access as their presenters would tell them. All invented."""

from dataclasses import replace

from welfare_app.domain.access import Ground, Verdict
from welfare_app.presenters.access_list import AccessListScreen, RequestLine
from welfare_app.presenters.access_screen import (
    ANSWER,
    PASSAGES,
    RECORDS,
    AccessScreen,
    PassageCard,
    RecordLine,
    Safety,
)
from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.times import Clock

NO_REQUESTS = AccessListScreen()
REQUESTS = AccessListScreen(
    (
        RequestLine("a2", "A-0002", "2 days late, by 10 May 2026", True),
        RequestLine("a1", "A-0001", "Answered", False),
    )
)
NO_DAY = replace(REQUESTS, problems=(("received", "Give a real day, with day, month and year"),))
LEFT = Clock("31 days left", "by 12 June 2026", False, False)
SAFE = AccessScreen("A-0002", clock=LEFT, safety=Safety(True, "", "2026-05-12", "By hand, here"))
FIRST = RecordLine("c1", "W-0001, P-0001", first=True)
OTHER = RecordLine("c2", "W-0009", "Shares the name and a phone number")
SEARCHED = AccessScreen("A-0002", RECORDS, LEFT, records=(FIRST,), alike=(OTHER,), looked=True)
NOBODY_ELSE = replace(SEARCHED, alike=())
CARD = PassageCard(
    "p1",
    "W-0001, As it was said",
    "14:05, 12 May 2026, said",
    ("Marek Example holds my card. He drives us at four, and he says Costel pays.",),
    True,
    "Proposed: it names somebody else",
    ("Costel",),
    Verdict.HIDE.value,
    Ground.THIRD_PARTY.value,
    "Marek Example",
    False,
    12,
    86,
)
DECIDING = AccessScreen("A-0002", PASSAGES, LEFT, card=CARD, left=75, theirs=41)
DECIDED = replace(DECIDING, card=replace(CARD, decided=True, why="Decided"), left=0, theirs=0)
READY = AccessScreen(
    "A-0002",
    ANSWER,
    LEFT,
    summary=(
        ("Given whole", "70"),
        ("Given with words taken out", "12"),
        ("Kept back", "4"),
        ("Still to be decided", "0"),
    ),
    slips=("W-0001: Describe a normal day",),
    people=(("staff-idris", "Idris Example, checker"),),
    file_name="answer-A-0002.pdf",
)
WRITTEN = replace(READY, done="Hand both files over as agreed, and delete them from this laptop.")
WRONG = replace(READY, trouble=Trouble("That did not open it.", "Nothing left.", "Try again."))
