"""Talks: the interviews, their lines and their signs."""

from dataclasses import dataclass

from welfare_app.domain.ids import FieldId, IndicatorId, InterviewId, NoteId, SignId


@dataclass(frozen=True, slots=True)
class InterviewStarted:
    """A welfare interview began."""

    interview: InterviewId
    form: str
    version: int


@dataclass(frozen=True, slots=True)
class AnswerRecorded:
    """One answer of an interview was given or added to."""

    interview: InterviewId
    field: FieldId


@dataclass(frozen=True, slots=True)
class InterviewFinished:
    """An interview was closed; what comes later is an addition."""

    interview: InterviewId


@dataclass(frozen=True, slots=True)
class GatePassed:
    """A step was left with something missing or standing against it, for a recorded reason."""

    interview: InterviewId
    page: str


@dataclass(frozen=True, slots=True)
class CourseTurned:
    """A talk took another course: whole, disclosure or stopped."""

    interview: InterviewId
    course: str


@dataclass(frozen=True, slots=True)
class QuestionMarked:
    """An open question was asked, left out or declined."""

    interview: InterviewId
    question: str


@dataclass(frozen=True, slots=True)
class AdditionMade:
    """Something was added to a signed-off interview, beside what it adds to."""

    interview: InterviewId
    field: FieldId


@dataclass(frozen=True, slots=True)
class ConsentWithdrawn:
    """The worker took a consent back."""

    interview: InterviewId
    consent: str


@dataclass(frozen=True, slots=True)
class ConsentRenewed:
    """The worker gave a consent again that was taken back."""

    interview: InterviewId
    consent: str


@dataclass(frozen=True, slots=True)
class NoteKept:
    """A line of a talk was written down."""

    note: NoteId
    interview: InterviewId


@dataclass(frozen=True, slots=True)
class NoteTagged:
    """A line of a talk was put under a topic."""

    note: NoteId


@dataclass(frozen=True, slots=True)
class SignNoted:
    """An indicator was noticed."""

    sign: SignId
    indicator: IndicatorId
    interview: InterviewId


@dataclass(frozen=True, slots=True)
class SignWithdrawn:
    """A sign was taken back, with a reason; it stays readable."""

    sign: SignId


@dataclass(frozen=True, slots=True)
class SignDismissed:
    """A suggestion was weighed and is not a sign, with a reason; it stays readable."""

    sign: SignId
    indicator: IndicatorId
    interview: InterviewId
