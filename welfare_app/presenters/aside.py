"""What stands beside a talk: the course it is on, signs, consents, reaching them safely."""

from dataclasses import dataclass, field

from welfare_app.domain.consents import Consent, consents
from welfare_app.domain.ids import SignId
from welfare_app.domain.interview import Course, Interview
from welfare_app.domain.safe_contact import safe_contact
from welfare_app.domain.sign import Known, Sign
from welfare_app.domain.suggesting import Suggestion
from welfare_app.domain.summing import Asked
from welfare_app.domain.wording import KNOWN
from welfare_app.presenters.times import hour
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class SignLine:
    """A sign that stands: what, how it is known, when it was noted."""

    title: str
    known: str
    time: str
    id: SignId | None = None


@dataclass(frozen=True, slots=True)
class Perhaps:
    """Perhaps a sign: the indicator, and exactly which words called it to mind.

    `marks` are where those words begin and end in the sentence; `said` is whether it is the
    worker's own. `offered` is what to note or dismiss.
    """

    title: str
    time: str
    sentence: str = field(repr=False)
    marks: tuple[tuple[int, int], ...]
    said: bool
    offered: Suggestion


@dataclass(frozen=True, slots=True)
class CourseCard:
    """The course a talk has taken, what to do and what never to do; a whole talk has none."""

    course: str
    title: str
    todo: str
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One of the three consents as it stands: to what, and the answer with its time."""

    title: str
    state: str = field(repr=False)
    stands: bool


@dataclass(frozen=True, slots=True)
class Aside:
    """Everything beside the step. `safe_contact` is how the worker may be reached, in lines."""

    signs: tuple[SignLine, ...] = ()
    perhaps: tuple[Perhaps, ...] = ()
    course: CourseCard | None = None
    consents: tuple[ConsentLine, ...] = ()
    safe_contact: tuple[str, ...] = field(default=(), repr=False)


def aside(desk: Desk, words: FormDefinition, interview: Interview) -> Aside:
    """What stands beside any step of an interview, as it is now."""
    catalogue = desk.definitions.catalogue()
    signs, notes = desk.signs.all_of(interview.id), desk.notes.of(interview.id)
    return Aside(
        tuple(_sign(one, catalogue.phrase(one.indicator)) for one in signs if one.stands),
        tuple(
            _perhaps(one, catalogue.phrase(one.indicator))
            for one in desk.listen.suggestions(words, interview, notes, signs)
        ),
        course_card(desk, interview),
        consent_lines(desk, words, interview),
        safe_contact(Asked(words.form, words, interview.answers)),
    )


def _sign(sign: Sign, phrase: str) -> SignLine:
    return SignLine(phrase, KNOWN[sign.known], hour(sign.noted), sign.id)


def _perhaps(found: Suggestion, phrase: str) -> Perhaps:
    source = found.source
    time = hour(source.at) if source.at else ""
    said = source.known is Known.SAID
    return Perhaps(phrase, time, found.sentence, found.marks, said, found)


def course_card(desk: Desk, interview: Interview) -> CourseCard | None:
    """The card of a course that is not the whole talk.

    It is read from the newest form: what never to do holds whatever version a talk began on.
    """
    course = interview.course
    if course is Course.WHOLE:
        return None
    newest = desk.definitions.form(interview.form)
    return CourseCard(course.value, *newest.course(course.value))


def consent_lines(
    desk: Desk, words: FormDefinition, interview: Interview
) -> tuple[ConsentLine, ...]:
    """The consents with an answer, each on a line."""
    history = desk.interviews.history(interview.id)
    found = consents(words.form, interview, history)
    return tuple(consent_line(words, one) for one in found if one.answers or one.withdrawal)


def consent_line(words: FormDefinition, consent: Consent) -> ConsentLine:
    """One consent, with its last answer and when it was given, or when it was taken back."""
    title = words.consent_title(consent.asked.id)
    if consent.withdrawal and consent.taken_back:
        return ConsentLine(title, f"Taken back {hour(consent.withdrawal.at)}", False)
    if consent.renewal and consent.given:
        return ConsentLine(title, f"Given again {hour(consent.renewal.at)}", consent.given)
    if consent.stands == "":
        return ConsentLine(title, "Cleared", False)
    last = consent.answers[-1]
    field = next(one for one in words.form.fields() if one.id == consent.asked.answer)
    said = Asked(words.form, words, {field.id: last.answer}).one(field)
    state = " ".join(line.text for line in said.lines)
    return ConsentLine(title, f"{state}, {hour(last.at)}", consent.given)
