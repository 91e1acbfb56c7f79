"""Screens of the work itself, as presenters would give them. All people, numbers are invented."""

import tomllib
from pathlib import Path

from welfare_app.domain.form import Kind
from welfare_app.domain.ids import FieldId
from welfare_app.presenters.aside import Aside, SignLine
from welfare_app.presenters.emergency import Number
from welfare_app.presenters.groupings import IndicatorLine
from welfare_app.presenters.interview import InterviewScreen
from welfare_app.presenters.pack_screen import FileLine, PackScreen, StageCard
from welfare_app.presenters.questions import Option, Question
from welfare_app.presenters.signs import SignsScreen
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.times import Clock

ROOT = Path(__file__).parents[3]
LANGUAGES = (("en", "English", False), ("pl", "Polish", False), ("ar", "Arabic", True))
YES_NO = (Option("yes", "Yes"), Option("no", "No"), Option("not-sure", "Not sure"))

BEFORE = ("Plan", "Safety", "Setting", "Language", "Explain", "Age")
TALK = ("Free recall", "Open follow-up", "Needs", "Wishes", "Information, consent", "Closing")
AFTER = ("Write up", "Look after yourself")


def question(id: str, label: str, kind: Kind = Kind.TEXT, **more) -> Question:
    return Question(FieldId(id), kind, label, **more)


def interview_rail(now: str = "Needs") -> RailScreen:
    names = (*BEFORE, *TALK, *AFTER)
    at = names.index(now)

    def step(name: str) -> RailStep:
        here = names.index(name)
        return RailStep(name, name, "done" if here < at else "now" if here == at else "next")

    title = f"Step {at + 1} of {len(names)}"
    groups = (("Before", BEFORE), ("The talk", TALK), ("After", AFTER))
    return RailScreen(
        title,
        tuple(RailGroup(group, tuple(map(step, steps))) for group, steps in groups),
        f"{title}: {now}",
    )


SLEEP = question(
    "safe-to-sleep",
    "Is there somewhere safe to sleep tonight?",
    Kind.YES_NO_UNSURE,
    hint="Safe means: not controlled by the person they are afraid of.",
    options=YES_NO,
    value="no",
)
AGREED = question(
    "agreed",
    "What was agreed for tonight?",
    Kind.LONG_TEXT,
    problem="Say what was agreed for tonight, or why there is nothing yet",
)
PHONE = question(
    "safe-phone",
    "A number that is safe to call",
    Kind.PHONE,
    hint="A phone only they answer. Say when it is safe.",
    value="07700 90031",
    problem="This number is one digit short: a UK mobile has 11",
)
SIGNS = (
    SignLine("Debt to the person who found the job", "Said", "10:13"),
    SignLine("Papers held by someone else", "Said", "10:16"),
    SignLine("Wages taken before the worker has them", "Seen", "10:33"),
)


def interview(**more) -> InterviewScreen:
    known = {
        "where": "Interview W-0118",
        "title": "Needs",
        "intro": "What cannot wait. Each needs a yes, a no, or a reason.",
        "rail": interview_rail(),
        "questions": (SLEEP, AGREED, PHONE),
        "problems": "2 answers need another look",
        "last": False,
        "kept": "Kept 10:52",
        "beside": Aside(SIGNS),
    }
    return InterviewScreen(**{**known, **more})


RECALL = interview(
    title="Free recall",
    intro="One open prompt, then silence. Let them finish.",
    rail=interview_rail("Free recall"),
    questions=(
        question(
            "their-words",
            "Their exact words",
            Kind.LONG_TEXT,
            hint="As they say it. Type what you hear; you can sort it later.",
            exact_words=True,
            limit=15_000,
            value="A man from my town said there was a job. He paid for the bus, and he says I owe "
            "him.\nHe holds my passport. He says it is safer that way.",
        ),
        question("seen", "What did you see?", Kind.LONG_TEXT),
    ),
    problems="",
)


def indicator_lines() -> tuple[IndicatorLine, ...]:
    """The whole catalogue, as it is shipped."""
    folder = ROOT / "resources" / "indicators"
    known = tomllib.loads((folder / "indicators.toml").read_text("utf-8"))
    words = tomllib.loads((folder / "indicators.en.toml").read_text("utf-8"))
    return tuple(
        IndicatorLine(
            one["id"],
            words["indicators"][one["id"]],
            words["groups"][one["group"]],
            f"Checked {one['checked']}",
        )
        for one in known["indicator"]
    )


KNOWN = (
    Option("said", "Said"),
    Option("seen", "Seen"),
    Option("checked", "Checked"),
    Option("view", "My view"),
)
ANSWERS = (Option("papers", "Where are your papers now?"), Option("pay", "How are you paid?"))


def signs(lines: tuple[IndicatorLine, ...] | None = None, **more) -> SignsScreen:
    shown = indicator_lines() if lines is None else lines
    return SignsScreen(shown, len(shown), KNOWN, ANSWERS, **more)


STAGES = (
    ("S0", "Noticed", "done", "10:33 today"),
    ("S1", "Safe now", "done", "10:58 today"),
    ("S2", "Choose the path", "done", "14:58 today"),
    ("S3", "First account", "done", "15:02 today"),
    ("S4", "Consent", "waiting", ""),
    ("S5", "Tell the authorities", "now", "by 17:30 today"),
    ("S6", "Keep the evidence", "late", "38 min left"),
    ("S7", "Protect the worker", "next", ""),
    ("S8", "Seal and hand over", "next", ""),
    ("S9", "Follow up", "next", ""),
    ("S10", "Close and learn", "next", ""),
)


def pack_rail(now: str = "S5", name: str = "") -> RailScreen:
    at = [stage[0] for stage in STAGES].index(now)

    def state(key: str, own: str) -> str:
        return "now" if key == now else "next" if own == "now" else own

    steps = tuple(RailStep(key, title, state(key, own), by) for key, title, own, by in STAGES)
    title = name or f"Stage {at + 1} of {len(STAGES)}"
    return RailScreen(title, (RailGroup("", steps),), f"{title}: {STAGES[at][1]}")


AGENCY = Number(
    "Example Work Agency",
    "01632 960 432",
    "Labour exploitation. If nobody answers, call 101.",
    "checked 3 November 2026",
)
NUMBERS = (
    Number("Danger now", "999", "Police, ambulance, fire.", "checked 3 November 2026", danger=True),
    AGENCY,
    Number("Police, not urgent", "101", "", "checked 3 November 2026"),
    Number(
        "Example Charity, adults, day and night", "01632 960 733", "", "checked 3 November 2026"
    ),
)
CALL = StageCard(
    order="Call the Example Work Agency or the police",
    why="Before anyone inside the company asks questions. You need no proof.",
    call=AGENCY,
    say=(
        "We are a labour provider. We think a worker may be controlled by someone.",
        "They are safe at this moment. I can say whether they have agreed to a referral.",
        "Is there anything you want us to hold, or not to do?",
    ),
    tasks=(
        "Find a telephone nobody can overhear",
        "Write down the name, the time and the reference they give you",
        "If they ask you to wait, wait. Nothing moves until they say so",
    ),
    questions=(
        question("told-whom", "Who took the call?", hint="Name, and the organisation."),
        question("told-when", "When?", Kind.DATE),
        question("told-reference", "Their reference"),
    ),
    action="The authorities know",
    does="call",
    state="now",
    stamp="",
    waits_for="",
)
NEVER = (
    "Confront or warn the person named",
    "Move the worker, their shifts or their pay",
    "Ask the worker again “to be sure”",
    "Tell the site supervisor why",
    "Tell the client before police or the agency agree",
)
FILES = (
    FileLine("Exhibit 1", "Rota week 44.png", "240 KB", "9f2c" * 16),
    FileLine("Exhibit 2", "Payslips October.pdf", "1.2 MB", "04ab" * 16),
)
FULL = Trouble(
    "The file was not taken in.",
    "Everything else in the pack is kept.",
    "Free 40 MB on this laptop, then add it again.",
)


def pack(**more) -> PackScreen:
    known = {
        "where": "Incident pack P-0042",
        "rail": pack_rail(),
        "card": CALL,
        "clock": Clock("2 h 10 min left", "by 17:30 today", soon=False, late=False),
        "meanwhile": (
            ("Have the records held before they are lost", "38 min left", True),
            ("Make sure that speaking up costs the worker nothing", "24 days left", False),
        ),
        "never": NEVER,
        "numbers": NUMBERS,
        "files": FILES,
        "kept": "Kept 15:20",
    }
    return PackScreen(**{**known, **more})
