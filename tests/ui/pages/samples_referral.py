"""Hand-made screens of a referral: overview, a page, and reading it through."""

from tests.ui.pages.samples_work import YES_NO, pack_rail, question
from welfare_app.domain.answers import Gap, Why
from welfare_app.domain.form import Kind
from welfare_app.presenters.gates import GateLine
from welfare_app.presenters.helping import HelpLine
from welfare_app.presenters.reading import ReadingScreen, ReadLine
from welfare_app.presenters.referral import ReferralScreen, SectionLine
from welfare_app.presenters.referral_page import ReferralPageScreen
from welfare_app.presenters.rewriting import RewrittenLine
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.presenters.tracing import TraceLine

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
