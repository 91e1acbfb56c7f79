"""Screens of keeping and disposing as their presenters would tell them. All invented."""

from dataclasses import replace

from welfare_app.domain.disposal import GROUNDS
from welfare_app.domain.ids import DisposalId, HoldId
from welfare_app.presenters.disposal import NOT_CLEARED, UNKNOWN_AGE, DisposalScreen, HoldLine
from welfare_app.presenters.retention import (
    CertificateLine,
    DueLine,
    RetentionScreen,
    ScheduleLine,
)
from welfare_app.presenters.telling import Trouble

SCHEDULE = (
    ScheduleLine(
        "An incident pack, referred or a strong worry",
        "7 years from the end; looked at once a year",
        "Claims and late disclosures. Our own proposal, checked July 2026.",
    ),
    ScheduleLine(
        "A talk without a worry",
        "12 months from the end",
        "No more is kept than is needed. Our own proposal, checked July 2026.",
    ),
)
LOOKING = RetentionScreen(SCHEDULE, busy="Looking through the cases…")
NOTHING_DUE = RetentionScreen(SCHEDULE, looked=True, rest="12 cases are not due yet.")
DUE = RetentionScreen(
    SCHEDULE,
    due=(
        DueLine("c1", "W-0012", "A talk without a worry", "Due since 3 April 2027", False),
        DueLine(
            "c2",
            "W-0007, P-0003",
            "An incident pack, referred or a strong worry",
            "Held, and due since 12 May 2027",
            True,
        ),
    ),
    rest="12 cases are not due yet.",
    certificates=(
        CertificateLine(
            DisposalId("d1"), "D-0001", "W-0004, disposed of 2 March 2027", "certificate-D-0001.pdf"
        ),
    ),
    to_clear=True,
    looked=True,
)
GROUNDS_SHOWN = tuple((one.value, words) for one, words in GROUNDS.items())
IDRIS = ("staff-idris", "Idris Example, checker")
HOLD = HoldLine(
    HoldId("h1"),
    "A claim was announced",
    ("Reference ET 1234", "Put on 10:33, 12 May, by Rosa Example"),
    True,
)
LIFTED = replace(
    HOLD,
    id=HoldId("h0"),
    notes=(*HOLD.notes, "Lifted 09:10, 2 June, by Rosa Example: It was settled"),
    stands=False,
)
CASE = DisposalScreen(
    "W-0012",
    (
        (
            "Kept as",
            "A talk without a worry",
            "12 months from the end. No more is kept than is needed.",
        ),
        ("Begun", "3 April 2026", "Ended 3 April 2026"),
        (
            "When",
            "Due since 3 April 2027",
            "Kept until 3 April 2027; then the schedule proposes to dispose of it",
        ),
        ("Inside", "1 interview, 14 lines of notes, 2 signs", ""),
    ),
    grounds=GROUNDS_SHOWN,
    people=(IDRIS,),
    backups=("USB stick, made 2 March 2027. Should be gone by 2 October 2027",),
)
HELD = replace(CASE, holds=(LIFTED, HOLD), held=True)
CHILD = replace(CASE, warning=UNKNOWN_AGE, holds=(LIFTED,))
ALONE = replace(CASE, people=())
LACKING = replace(
    CASE,
    problems=(
        ("ground", "Choose why it is disposed of"),
        ("passphrase", "Your colleague types their own passphrase"),
    ),
)
WRONG_WORDS = replace(
    CASE,
    trouble=Trouble("That did not open it.", "Nothing was changed.", "Check Caps Lock."),
)
GONE = replace(
    CASE,
    done="W-0012 is disposed of. Certificate D-0002.",
    file_name="certificate-D-0002.pdf",
)
NOT_ALL = replace(GONE, note=NOT_CLEARED)
KEPT = replace(CASE, done="W-0012 is kept, and comes up again on 1 September 2028.")
