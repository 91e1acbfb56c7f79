"""Screens of the work itself, as presenters would give them. All people, numbers are invented."""

import tomllib
from pathlib import Path

from welfare_app.domain.answers import Gap, Why
from welfare_app.domain.form import Kind
from welfare_app.domain.ids import FieldId
from welfare_app.presenters.emergency import Number
from welfare_app.presenters.gates import GateLine
from welfare_app.presenters.helping import HelpLine
from welfare_app.presenters.interview import InterviewScreen, SignLine
from welfare_app.presenters.pack import FileLine, PackScreen, StageCard
from welfare_app.presenters.questions import Option, Question
from welfare_app.presenters.reading import ReadingScreen, ReadLine
from welfare_app.presenters.referral import ReferralScreen, SectionLine
from welfare_app.presenters.referral_page import ReferralPageScreen
from welfare_app.presenters.rewriting import RewrittenLine
from welfare_app.presenters.signs import IndicatorLine, SignsScreen
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.times import Clock
from welfare_app.presenters.tracing import TraceLine

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
        "signs": SIGNS,
        "problems": "2 answers need another look",
        "last": False,
        "kept": "Kept 10:52",
        "finished": False,
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


SECTIONS = (
    SectionLine("start", "Start and age", "6 of 6", "", "done"),
    SectionLine("background", "Background", "4 of 4", "", "done"),
    SectionLine(
        "when-began",
        "What happened",
        "11 of 13",
        "The year it began. When they last had contact.",
        "open",
    ),
    SectionLine(
        "why-now",
        "Insight: signs, interview, your view",
        "5 of 6",
        "Why this is being reported now.",
        "open",
    ),
    SectionLine("where", "Where it happened", "3 of 3", "", "done"),
    SectionLine("who", "The people who did it", "7 of 7", "Two left with a reason", "gap"),
    SectionLine("consent", "Consent", "2 of 2", "", "done"),
    SectionLine(
        "person", "The person", "9 of 11", "A safe way to write. Children: not asked yet.", "open"
    ),
    SectionLine("evidence", "Evidence", "4 of 4", "", "done"),
    SectionLine("theirs", "For the first responder to fill", "7 theirs", "", "theirs"),
)
GATES = (
    GateLine("They agreed to be referred", "Recorded", holds=True),
    GateLine("A safe way to write to them", "Not answered", holds=False),
)


def referral(**more) -> ReferralScreen:
    known = {
        "about": "Referral to the NRM, adult who agrees. Pack P-0042",
        "title": "Five answers to go",
        "intro": "47 of 52 questions need nothing more. “Does not know” and “not safe to ask” "
        "count as answers.",
        "back": "Pack P-0042",
        "sections": SECTIONS,
        "gates": GATES,
        "rail": pack_rail("S8", "Pack P-0042"),
        "ready": False,
    }
    return ReferralScreen(**{**known, **more})


READY = referral(
    title="Nothing of ours is missing",
    sections=tuple(
        SectionLine(
            one.page, one.title, one.count, "", "done" if one.state == "open" else one.state
        )
        for one in SECTIONS
    ),
    gates=(GATES[0], GateLine("A safe way to write to them", "Confirmed", holds=True)),
    ready=True,
)


def referral_rail(now: str = "happened") -> RailScreen:
    pages = (("happened", "What happened"), ("began", "When it began"), ("contact", "Last contact"))
    steps = tuple(RailStep(key, name, "now" if key == now else "next") for key, name in pages)
    here = dict(pages)[now]
    return RailScreen("What happened", (RailGroup("", steps),), f"What happened: {here}")


def referral_page(**more) -> ReferralPageScreen:
    known = {
        "where": "Referral, pack P-0042",
        "title": "What happened",
        "intro": "In their own words where you have them.",
        "rail": referral_rail(),
        "questions": (
            question(
                "account",
                "What happened, from the beginning?",
                Kind.LONG_TEXT,
                value="A man from his town said there was a job. He paid for the bus, and says a "
                "debt is owed.",
                copied="Copied from the interview",
                limit=15_000,
            ),
            question(
                "year-began",
                "The year it began",
                Kind.PARTIAL_DATE,
                problem="Say the year it began, or why it is not known",
            ),
            question(
                "contact",
                "Are they still in contact with the people who did it?",
                Kind.YES_NO_UNSURE,
                options=YES_NO,
                value=Gap(Why.NOT_SAFE, "The supervisor was near"),
            ),
            question("unit", "Which team takes the case?", theirs=True),
        ),
        "problems": "One answer needs another look",
        "kept": "Kept 11:52",
    }
    return ReferralPageScreen(**{**known, **more})


READING = ReadingScreen(
    "Referral, pack P-0042",
    (
        (
            "Start and age",
            (
                ReadLine("Was the person under 18 when it happened?", "No", "age"),
                ReadLine("Name", "Example Person", "name"),
                ReadLine("Where they are now", "None", "place"),
            ),
        ),
        (
            "What happened",
            (
                ReadLine(
                    "What happened, from the beginning",
                    "A man from his town said there was a job.\nHe paid for the bus, and says a "
                    "debt is owed. The rent is taken before the pay is seen, and six of them sleep "
                    "in one room.\n\nHe holds the passport.",
                    "happened",
                ),
                ReadLine("The year it began", "Does not know: it was winter.", "began", gap=True),
            ),
        ),
        ("The first responder", (ReadLine("Which team takes the case", "None"),)),
    ),
)

HELPS = (
    HelpLine("The account has its dates", "9 dates", done=True),
    HelpLine("Each sign has its place and date", "", done=True),
    HelpLine("Your view is there, in its own words", "", done=True),
    HelpLine("One document has no date", "Advice: it never stops you", done=False),
    HelpLine("Give a second person of ours, with a number", "Advice", done=False),
)
WEIGHED = referral(
    gates=(
        GATES[0],
        GateLine("Each point was explained", "In Polish, through an interpreter", True),
        GATES[1],
        GateLine("A second person reads it", "Advice: it never stops you", False, advice=True),
    ),
    helps=HELPS,
    rewritten=(
        RewrittenLine("work", "What were they required to do?", "– to -, < to <-"),
        RewrittenLine("home", "Where did they live?", "[ to [-, ] to ]-"),
    ),
    unsent="2 answers are kept and not sent",
)
TRACES = (
    TraceLine(
        "one",
        "happened",
        "Their name",
        "What happened, from the beginning?",
        "Exemplar",
        "… the driver told Exemplar that the bus was paid for, and …",
    ),
    TraceLine(
        "two",
        "happened",
        "A telephone number",
        "What happened, from the beginning?",
        "0113 496 0101",
        "… rang 0113 496 0101 in the evening …",
    ),
)
NAMELESS = referral(
    about="Duty to Notify, nobody named. Pack P-0042",
    gates=(
        GateLine("They do not want to be referred", "Only the facts go on", holds=True),
        GateLine("A second person reads it", "Test Checker", holds=True, advice=True),
    ),
    traces=TRACES,
    helps=HELPS,
)
SEARCHED = referral_page(
    traces=TRACES,
    questions=(
        question(
            "account",
            "What happened, from the beginning?",
            Kind.LONG_TEXT,
            value="The driver told Exemplar that the bus was paid for – and that a debt is owed.",
            limit=15_000,
            rewritten="The form will change this to: … was paid for - and that a de …",
        ),
        question(
            "town",
            "Which town?",
            value="Boston [near the river]",
            rewritten="The form will change this to: Boston [-near the river]-",
        ),
    ),
    problems="",
)
