"""A question of every kind, about nobody."""

from pathlib import Path

from welfare_app.domain.answers import Address, Gap, Rows, Value, Why
from welfare_app.domain.form import Kind
from welfare_app.domain.ids import FieldId
from welfare_app.presenters.questions import Option, Question

RESOURCES = Path(__file__).parents[3] / "resources"
TOWNS = tuple((RESOURCES / "lists" / "towns.txt").read_text("utf-8").splitlines())
LANGUAGES = (("en", "English", False), ("pl", "Polish", False), ("ar", "Arabic", True))

WAYS = (Option("text", "By text"), Option("call", "By a call"), Option("post", "By post"))
PARTS = (
    Question(FieldId("held-record"), Kind.TEXT, "What is held"),
    Question(FieldId("held-since"), Kind.PARTIAL_DATE, "Since when"),
)

PLACES = tuple(
    Option(id, words)
    for id, words in (
        ("head", "Head"),
        ("face", "Face"),
        ("neck", "Neck"),
        ("chest", "Chest"),
        ("stomach", "Stomach"),
        ("back-upper", "Upper back"),
        ("back-lower", "Lower back"),
        ("arm-left", "Left arm"),
        ("arm-right", "Right arm"),
        ("hand-left", "Left wrist or hand"),
        ("hand-right", "Right wrist or hand"),
        ("leg-left", "Left leg"),
        ("leg-right", "Right leg"),
        ("foot-left", "Left ankle or foot"),
        ("foot-right", "Right ankle or foot"),
    )
)

LABELS: dict[Kind, str] = {
    Kind.TEXT: "What do they like to be called?",
    Kind.LONG_TEXT: "What happened?",
    Kind.CHOICE: "Who found the job?",
    Kind.CHOICES: "How may we reach them?",
    Kind.YES_NO_UNSURE: "Is there somewhere safe to sleep tonight?",
    Kind.YES_NO_DECLINED: "Is food needed now?",
    Kind.TICK: "They were made to work",
    Kind.DATE: "When were they born?",
    Kind.PARTIAL_DATE: "When did it begin?",
    Kind.TIME: "When did the interpreter begin?",
    Kind.NUMBER: "How many people share the room?",
    Kind.PHONE: "A number that is safe to call",
    Kind.EMAIL: "An e-mail address that is safe to use",
    Kind.ADDRESS: "Where do they live?",
    Kind.LIST: "Town in the UK",
    Kind.REPEAT: "What is being held?",
    Kind.BODY_MAP: "What did you see on their body?",
    Kind.FILES: "Files attached",
}

ANSWERS: dict[Kind, Value] = {
    Kind.TEXT: "Sam",
    Kind.LONG_TEXT: "A man from my town said there was a job.\nHe paid for the bus.",
    Kind.CHOICE: "call",
    Kind.CHOICES: ("text", "post"),
    Kind.YES_NO_UNSURE: "not-sure",
    Kind.YES_NO_DECLINED: "declined",
    Kind.TICK: "true",
    Kind.DATE: "2001-05-12",
    Kind.PARTIAL_DATE: "2026-05",
    Kind.TIME: "09:30",
    Kind.NUMBER: "6",
    Kind.PHONE: "07700 900312",
    Kind.EMAIL: "sam@example.org",
    Kind.ADDRESS: Address("1 Invented Road", "Alderham", "", "ZZ1 1ZZ"),
    Kind.LIST: "Peterborough",
    Kind.REPEAT: Rows(({"held-record": "Passport", "held-since": "2026-03"},)),
    Kind.BODY_MAP: Rows(
        (
            {"where": "hand-left", "seen": "Yellow bruise across the back of it"},
            {"where": "neck", "seen": "A thin red line"},
        )
    ),
    Kind.FILES: ("photo of the notice.jpg", "payslip.pdf"),
}


def question(kind: Kind = Kind.TEXT, id: str = "", **more) -> Question:
    extra: dict = {}
    if kind in {Kind.CHOICE, Kind.CHOICES}:
        extra["options"] = WAYS
    if kind is Kind.LIST:
        extra["entries"] = TOWNS
    if kind is Kind.BODY_MAP:
        extra["options"] = PLACES
    if kind is Kind.REPEAT:
        extra["parts"] = PARTS
    return Question(FieldId(id or kind.value), kind, **{"label": LABELS[kind], **extra, **more})


def every_kind(*, answered: bool) -> tuple[Question, ...]:
    return tuple(question(kind, value=ANSWERS[kind] if answered else None) for kind in Kind)


def in_every_state() -> tuple[Question, ...]:
    """What a page may look like, part way through."""
    ticks = (
        question(Kind.TICK, "tick-work", value="true"),
        question(Kind.TICK, "tick-wages", label="Their wages were taken"),
        question(Kind.TICK, "tick-moved", label="They were taken somewhere", hint="At any time."),
    )
    return (
        question(
            Kind.YES_NO_UNSURE,
            hint="Safe means: not controlled by the person they are afraid of.",
            problem="Say whether there is somewhere, or why you do not know",
        ),
        question(
            Kind.PHONE,
            value="07700 90031",
            hint="A phone only they answer.",
            problem="This number is one digit short: a UK mobile has 11",
        ),
        question(Kind.TEXT, value="Sam", copied="Copied from the interview"),
        question(
            Kind.LONG_TEXT,
            "said",
            label="What did they say, in their own words?",
            value="He holds my passport. He says it is safer that way.",
            exact_words=True,
        ),
        question(
            Kind.LONG_TEXT,
            "said-arabic",
            label="And in their language?",
            value="يحتفظ بجواز سفري. يقول إن ذلك أكثر أمانًا.",
            language="ar",
            exact_words=True,
        ),
        question(Kind.LONG_TEXT, value="Long. " * 16, limit=120),
        question(Kind.CHOICE, value=Gap(Why.DECLINED, "He looked at the door.")),
        *ticks,
        *(
            question(kind, f"{kind}-2", value=ANSWERS[kind])
            for kind in Kind
            if kind not in {Kind.YES_NO_UNSURE, Kind.PHONE, Kind.LONG_TEXT, Kind.TICK, Kind.TEXT}
        ),
    )
