"""What makes a referral easy to decide on (First Responder Toolkit, section 3). Advice only."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from welfare_app.domain.answers import Answers, Gap, Value
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.export import sent, takes_files
from welfare_app.domain.form import Form, Kind
from welfare_app.domain.ids import FieldId
from welfare_app.domain.people import Staff
from welfare_app.domain.sign import Sign

ACCOUNT = tuple(
    map(
        FieldId,
        (
            "when-did-the-exploitation-take-place",
            "when-did-the-exploitation-take-place-multiple",
            "how-did-the-exploitation-start",
            "were-they-taken-somewhere-by-their-exploiter-journey-details",
            "what-were-they-required-to-do",
            "living-conditions",
            "how-they-were-treated",
            "what-is-keeping-them-in-situation",
            "how-why-did-they-leave-the-situation",
            "details-last-contact",
            "modern-slavery-indicators-details",
        ),
    )
)
"""The boxes that tell what happened."""

VIEW, EARLIER, DELAY = map(
    FieldId, ("professional-insight", "is-this-the-first-chance-to-report", "why-report-now")
)
WEIGHED = (VIEW, FieldId("evidence-of-dishonesty-details"))
"""The boxes that say what to make of the account."""

ENOUGH_DATES, ENOUGH_CONTACTS, LONG_SENTENCE = 3, 2, 60

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATE = re.compile(
    rf"\b(?:\d{{4}}-\d{{2}}(?:-\d{{2}})?|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}\b(?:\s\d{{4}})?"
    rf"|{_MONTH}\s\d{{4}}|(?:in|since|until|from|to|after|before)\s(?:19|20)\d{{2}})\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:chang|correct|differ|contradict|inconsisten|at first)", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?。।؟۔])\s+|\n+")


@dataclass(frozen=True, slots=True)
class Advice:
    """One mark of a good referral. `code` names it; `count` is of what is there or lacking."""

    code: str
    done: bool
    count: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: a referral's answers, and what stands behind them.

    `corrected` says that the worker corrected their account before the talk was over.
    """

    form: Form
    answers: Answers
    signs: tuple[Sign, ...]
    evidence: tuple[Evidence, ...]
    staff: tuple[Staff, ...]
    reused: bool
    corrected: bool = False


def advice(look: Look) -> tuple[Advice, ...]:
    """Every mark that applies, met or not."""
    out = sent(look.form, look.answers)
    return tuple(_marks(look, out))


def _marks(look: Look, out: dict[FieldId, Value]) -> Iterator[Advice]:
    dates = len(dated(text for id in ACCOUNT if isinstance(text := out.get(id), str)))
    yield Advice("dates", dates >= ENOUGH_DATES, dates)
    if look.signs:
        bare = sum(1 for sign in look.signs if not (sign.where.strip() and sign.when))
        yield Advice("signs", bare == 0, bare)
    silent = sum(1 for one in out.values() if isinstance(one, Gap) and not one.reason.strip())
    yield Advice("gaps", silent == 0, silent)
    if out.get(EARLIER) == "no":
        yield Advice("delay", isinstance(out.get(DELAY), str))
    yield Advice("view", _own_view(out))
    if look.evidence and takes_files(look.form, look.answers):
        undated = sum(1 for file in look.evidence if not file.dated)
        yield Advice("files", undated == 0, undated)
    reached = len({way for staff in look.staff for way in staff.ways})
    yield Advice("contacts", reached >= ENOUGH_CONTACTS, reached)
    if look.corrected:
        told = any(_CHANGED.search(text) for id in WEIGHED if isinstance(text := out.get(id), str))
        yield Advice("changes", told)
    yield Advice("reused", not look.reused)


def dated(texts: Iterable[str]) -> frozenset[str]:
    """The different dates that are written in some texts, as they are written."""
    return frozenset(found[0].lower() for text in texts for found in _DATE.finditer(text))


def _own_view(out: dict[FieldId, Value]) -> bool:
    """Whether the professional view is given, and is more than another box again."""
    view = out.get(VIEW)
    if not isinstance(view, str):
        return False
    others = {_plain(one) for id, one in out.items() if id != VIEW and isinstance(one, str)}
    return _plain(view) not in others


def sentences(form: Form, answers: Answers) -> frozenset[str]:
    """The long sentences of a referral's boxes, to find again whatever their capitals."""
    boxes = {field.id for field in form.fields() if field.kind in {Kind.TEXT, Kind.LONG_TEXT}}
    return frozenset(
        plain
        for id, answer in answers.items()
        if id in boxes and isinstance(answer.value, str)
        for sentence in _SENTENCE_END.split(answer.value)
        if len(plain := _plain(sentence)) >= LONG_SENTENCE
    )


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!?")
