"""Screens of a talk that is written down, as presenters would give them. All of it is invented."""

from tests.ui.pages.samples_work import SIGNS, interview_rail
from welfare_app.domain.ids import IndicatorId, NoteId, SignId
from welfare_app.domain.notes import LineKind
from welfare_app.domain.sign import Known
from welfare_app.domain.suggesting import Source, Suggestion
from welfare_app.presenters.aside import Aside, CourseCard, Perhaps, SignLine
from welfare_app.presenters.consents import ConsentCard, ConsentsScreen
from welfare_app.presenters.notes import NoteLine, NotesScreen, QuestionLine, Speech
from welfare_app.presenters.questions import Option
from welfare_app.presenters.reading import ReadLine
from welfare_app.presenters.record import RecordScreen

ARABIC = "أخذوا جواز سفري"


def line(at: int, words: str, kind: LineKind = LineKind.SAID, **more) -> NoteLine:
    tags = {LineKind.SAID: "Said", LineKind.ASKED: "Asked", LineKind.NOTE: "Note"}
    return NoteLine(NoteId(f"n{at}"), f"10:{at:02}", kind, tags[kind], words, **more)


LINES = (
    line(12, "Tell me about coming to work here.", LineKind.ASKED),
    line(13, "A man from my town said there was a job."),
    line(16, "They took my passport.", original=ARABIC, translator="Arabic, interpreter 4471"),
    line(31, "Did not want to say the man’s name.", LineKind.NOTE),
)
TOPICS = (Option("documents", "Papers"), Option("pay", "Pay"))
QUESTIONS = (
    QuestionLine("Q01", "Opening", "How have things been for you?", "Tell me more about that."),
    QuestionLine("Q23", "Papers", "Where are your papers kept?", "How did that come about?"),
)
STOPPED = CourseCard("disclosure", "The questions have stopped", "What stays", ("Promise",))


def notes(**more) -> NotesScreen:
    known = {
        "where": "Interview W-0118",
        "title": "Free recall",
        "intro": "One open prompt, then silence. Let them finish.",
        "length": "38 min, last break 10:21",
        "rail": interview_rail("Free recall"),
        "lines": LINES,
        "questions": (),
        "topics": TOPICS,
        "speech": Speech("ar", "Interpreter 4471"),
        "finish": "They have finished",
        "kept": "Kept 10:33",
        "beside": Aside(SIGNS),
    }
    return NotesScreen(**{**known, **more})


def perhaps(at: int = 13, title: str = "Papers kept by someone else") -> Perhaps:
    words = "They took my passport."
    found = Suggestion(
        IndicatorId("DEL-CD-DOCUMENTS"), Source(f"n{at}", words, Known.SAID), words, ((13, 21),)
    )
    return Perhaps(title, f"10:{at}", words, ((13, 21),), True, found)


def noted(at: int = 1) -> SignLine:
    return SignLine(f"Sign {at}", "Said", "10:16", SignId(f"s{at}"))


def record(**more) -> RecordScreen:
    known = {
        "title": "Welfare interview",
        "visit": "",
        "where": "Interview W-0118",
        "signed": "Signed off 11:40 today. Nothing in it changes now.",
        "sections": (("Wishes", (ReadLine("What do they want?", "My card back.", "wish", ""),)),),
        "notes": LINES,
        "course": ("10:40 Something serious was said or seen",),
        "beside": Aside(SIGNS),
    }
    return RecordScreen(**{**known, **more})


def consent(id: str, title: str, **more) -> ConsentCard:
    known = {
        "stands": True,
        "answers": ("Yes, 10:02 today",),
        "points": ("That they can stop",),
        "left_out": ("When I cannot keep it private",),
        "explained": "Explained by Test Champion, English",
        "words": "I can say stop.",
        "withdrawn": "",
    }
    return ConsentCard(id, title, **{**known, **more})


def consents(**more) -> ConsentsScreen:
    cards = (
        consent("talk", "To talk"),
        consent("referral", "To be referred"),
        consent("privacy", "Privacy notice", stands=False, answers=(), words="", explained=""),
    )
    return ConsentsScreen(**{"where": "Interview W-0118", "cards": cards, **more})
