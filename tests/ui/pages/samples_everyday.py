"""Screens as their presenters would tell them. All people and numbers are invented."""

from welfare_app.domain.ids import InterviewId, PackId
from welfare_app.presenters.case_rows import CaseRow
from welfare_app.presenters.cases import OPEN, CasesScreen
from welfare_app.presenters.emergency import EmergencyScreen, Number
from welfare_app.presenters.first_run import FirstRunScreen
from welfare_app.presenters.home import HomeScreen, Need, TalkKind
from welfare_app.presenters.laptop import LaptopScreen
from welfare_app.presenters.locking import LockingScreen
from welfare_app.presenters.places import AtInterview, AtPack
from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.unlock import UnlockScreen
from welfare_app.presenters.visiting import VisitCard

PERSON = "Rosa Penhallow, champion"
ROSA, IDRIS = ("s1", PERSON), ("s2", "Idris Vaughan-Cole, lead")

WRONG = Trouble(
    "That did not open it.",
    "Nothing was changed. You can try as often as you need.",
    "Check Caps Lock and the keyboard language, then try again.",
)
DAMAGED = Trouble(
    "One record cannot be read.",
    "The others are safe.",
    "Do not copy or repair the folder; call your lead.",
    grave=True,
)
FULL = Trouble(
    "The sheet was not saved.",
    "Nothing is half-written.",
    "Free some space, or choose another folder.",
)

UNLOCK = UnlockScreen("Good morning", (ROSA, IDRIS))
RECOVERING = UnlockScreen("Good morning", (ROSA, IDRIS), recovering=True)

CODE = "7K2M-9QXA-04TD-WZ3N-5HJR-8CVB-1FGP-6SYE-ABCD"
PROBLEMS = FirstRunScreen(
    problems=(
        ("organisation", "Type your organisation’s name"),
        ("passphrase", "Choose a longer one: four unrelated words are good"),
    )
)
WEAK = FirstRunScreen(strength="Easy to guess. Four unrelated words are good")
STRONG = FirstRunScreen(strength="Very good", enough=True)

HELPLINE = Number(
    "Example Helpline", "01632 960 700", "Advice, also without giving a name.", "checked April 2026"
)
P39, P42 = AtPack(PackId("p39")), AtPack(PackId("p42"))
W118 = AtInterview(InterviewId("w118"))

LATE = Need(
    "circle-alert",
    "Check in with the worker: day 3",
    "Pack P-0039. Stage 10 of 11",
    "1 day late",
    True,
    "Open",
    P39,
)
DUE = Need(
    "clock",
    "Call the Fair Work Agency",
    "Pack P-0042. Stage 6 of 11",
    "by 17:30 today",
    False,
    "Open",
    P42,
)
UNFINISHED = Need(
    "pen-line",
    "Finish the interview while it is fresh",
    "Interview W-0118, begun 10:05 today",
    "12 answers",
    False,
    "Go on",
    W118,
)
HOME = HomeScreen(
    "Tuesday 17 November",
    (LATE, DUE, UNFINISHED),
    (("11:40 tomorrow", "Keep the evidence, P-0042"), ("09:00, 24 November", "Follow up, P-0039")),
    HELPLINE,
    practice=False,
    kinds=(
        TalkKind("review", "Review", "For every new starter."),
        TalkKind("surgery", "Surgery talk", "With whoever comes."),
    ),
)
VISIT = VisitCard("Ready for the next person", "Visit W-0118, 17 November: 1 talk.")
QUIET_PRACTICE = HomeScreen("Tuesday 17 November", (), (), HELPLINE, practice=True)

ROWS = (
    CaseRow(
        ("P-0039", "Ileana V.", "Quarry Lane", "Follow up", "1 day late", "Referral", "Rosa"),
        True,
        P39,
    ),
    CaseRow(
        ("P-0042", "Marek Z.", "Alder Mill", "Tell the authorities", "17:30 today", "", "Rosa"),
        False,
        P42,
    ),
    *(
        CaseRow(
            (f"P-00{at}", "No name yet", "Reedham Farm", "Follow up", "24 November", "", "Nia"),
            False,
            AtPack(PackId(str(at))),
        )
        for at in range(38, 26, -1)
    ),
    CaseRow(
        ("W-0118", "Olena K.", "Alder Mill", "Interview under way", "", "", "Idris"), False, W118
    ),
)


def listed(rows=ROWS, **more):
    """A desk that shows these rows."""
    by_id = {row.cells[0]: row for row in rows}
    said = f"{len(by_id)} open, soonest due first"
    return CasesScreen(
        tuple(by_id),
        lambda ids: tuple(by_id[id] for id in ids),
        OPEN,
        said,
        **{"any_at_all": bool(rows), **more},
    )


LOCKING = LockingScreen(
    10,
    ("You press Ctrl+L, on any page", "Nobody touches it for 10 minutes"),
    ("The computer is locked", "The lid is shut"),
)
LAPTOP = LaptopScreen("Fenmarsh Staffing", "Alder Mill laptop", "system", 1.0, locking=LOCKING)
WELL = LaptopScreen(
    "Fenmarsh Staffing",
    "Alder Mill laptop",
    "light",
    1.0,
    well="Everything is as it was left. The audit trail holds 1,204 entries.",
)

EMERGENCY = EmergencyScreen(
    (
        Number("Danger now", "999", "Police, ambulance, fire.", "checked April 2026", danger=True),
        Number("Police, not urgent", "101", "", "checked April 2026"),
        HELPLINE,
        Number(
            "Example Charity, adults, day and night",
            "01632 960 733",
            "Anyone may call. They are a first responder for adults.",
            "checked 21 April 2026",
        ),
        Number(
            "Example Guardians, day and night",
            "01632 960 303",
            "After the council’s children’s services. Not in every council area.",
            "checked April 2026",
        ),
        Number(
            "Example Labour Agency",
            "01632 960 804",
            "Labour exploitation. If nobody answers, call 101.",
            "checked April 2026",
        ),
    )
)
