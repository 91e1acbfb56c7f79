"""What the pages show where answers leave for another form, or come from a file. All invented."""

from tests.ui.pages import samples_referral
from welfare_app.presenters.exchange import ExchangeScreen, IncomingGroup
from welfare_app.presenters.newer_form import NewerForm
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.transcribe import BoxLine, PageLines, TranscribeScreen

SECTIONS = (
    ("start", "Start and age"),
    ("background", "Background"),
    ("person", "The person"),
    ("evidence", "Evidence"),
)
LONG = "He said the van came at four each morning. " * 12


def rail(now: str = "start") -> RailScreen:
    steps = tuple(RailStep(key, title, "now" if key == now else "next") for key, title in SECTIONS)
    return RailScreen("Their form", (RailGroup("", steps),), "Their form: Start and age")


def typed(label: str, id: str, text: str) -> BoxLine:
    return BoxLine(label, id, "", text, typed=True)


PAGES = (
    PageLines(
        "start",
        "Your reference",
        (BoxLine("Their own reference", "reference", "For them to fill", "", typed=False),),
    ),
    PageLines(
        "start",
        "Age now",
        (BoxLine("Are they under 18?", "pv-under-age", "Choose", "No", typed=False),),
    ),
    PageLines(
        "background",
        "Their background",
        (
            typed("Where were they born?", "birthplace", "Testeni, a village of nine houses"),
            typed("Family", "family", "Not safe to ask: the brother was in the room."),
            typed("Education", "education", LONG.strip() + "\nThen nothing for a year."),
        ),
    ),
    PageLines(
        "person",
        "Date of birth",
        (
            typed("Date of birth: day", "pv-dob-day", "4"),
            typed("Date of birth: month", "pv-dob-month", "3"),
            typed("Date of birth: year", "pv-dob-year", "1990"),
        ),
    ),
    PageLines(
        "evidence",
        "Files",
        (
            BoxLine("Files", "files", "Add this file", "rota.png", typed=False),
            BoxLine("Nickname", "pv-name-nickname", "Leave it empty", "", typed=False),
        ),
    ),
)


def transcribe(**more) -> TranscribeScreen:
    known = {
        "where": "Referral, pack P-0042",
        "about": "Referral to the NRM, adult who agrees. Pack P-0042",
        "rail": rail(),
        "pages": PAGES,
    }
    return TranscribeScreen(**(known | more))


EXCHANGE = ExchangeScreen("Referral, pack P-0042", "P-0042-answers.json")
LOOKED = ExchangeScreen(
    "Referral, pack P-0042",
    "P-0042-answers.json",
    (
        IncomingGroup("New here", "Not answered yet", ("Where were they born?", "Family")),
        IncomingGroup(
            "Different here",
            "The file’s answer would stand. Yours stays readable in the history",
            ("How did they get away?",),
        ),
        IncomingGroup("The same here", "Left as it is", ("Are they under 18?",)),
        IncomingGroup("Not on this form", "Left out", ("pv-shoe-size",)),
    ),
    "What this file would change",
    "Take 3 answers",
)
REFUSED = ExchangeScreen(
    "Referral, pack P-0042",
    "P-0042-answers.json",
    trouble=Trouble(
        "An answer in the file is not of the kind the form takes: data.reference.",
        "It was read no further, and nothing was changed.",
        "Put it right, then try again.",
    ),
)
NEWER = NewerForm(
    "A newer form was read on 21 April 2026: what changed",
    (
        ("What did they say about the passport?", "New"),
        ("Family", "Now up to 5,000 characters"),
        ("Why are you referring them?", "No longer asked. What you wrote is kept, and not sent"),
    ),
)
OLD_FORM = samples_referral.referral(newer=NEWER)
