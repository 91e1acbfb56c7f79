"""A welfare interview: one worker's answers to one form, and the course the talk took."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from welfare_app.domain.answers import Answer, Answers
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import (
    AdditionMade,
    AnswerRecorded,
    ConsentRenewed,
    ConsentWithdrawn,
    CourseTurned,
    GatePassed,
    InterviewFinished,
    InterviewStarted,
    QuestionMarked,
)
from welfare_app.domain.form import Form
from welfare_app.domain.ids import FieldId, InterviewId, StaffId


class Course(StrEnum):
    """How much of a talk is left to hold."""

    WHOLE = "whole"
    DISCLOSURE = "disclosure"
    STOPPED = "stopped"


COURSE = FieldId("course")
"""What forms call the course of a talk, for conditions that look at it."""


class Mark(StrEnum):
    """What became of an open question."""

    ASKED = "asked"
    NOT_ASKED = "not-asked"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Turn:
    """The talk took another course, and why."""

    course: Course
    at: datetime
    by: StaffId
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Passed:
    """A step was left all the same. `over` are the stops and fields that were passed over."""

    at: datetime
    by: StaffId
    reason: str = field(repr=False)
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addition:
    """What was added after sign-off to the answer of a field."""

    to: FieldId
    words: str = field(repr=False)
    at: datetime
    by: StaffId


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A consent taken back, or given again after that: when, told to whom, in which words.

    `order` tells which came last, whatever the clock of the laptop says.
    """

    at: datetime
    by: StaffId
    words: str = field(default="", repr=False)
    order: int = 0


@dataclass(frozen=True, slots=True)
class Interview:
    """Never changed in place: recording an answer gives a new interview and says what happened.

    `number` is what people call it, such as W-0001. `visit` is the first talk of the visit it
    belongs to, if it is a later one. Answers stay out of `repr`.
    """

    id: InterviewId
    number: str
    form: str
    form_version: int
    started: datetime
    by: StaffId
    answers: Answers = field(default_factory=dict, repr=False)
    page: str = ""
    finished: datetime | None = None
    visit: InterviewId | None = None
    turns: tuple[Turn, ...] = ()
    passed: Mapping[str, Passed] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    additions: tuple[Addition, ...] = ()
    withdrawn: Mapping[str, Withdrawal] = field(default_factory=dict)
    renewed: Mapping[str, Withdrawal] = field(default_factory=dict)

    @classmethod
    def start(
        cls,
        id: InterviewId,
        number: str,
        form: Form,
        at: datetime,
        by: StaffId,
        after: "Interview | None" = None,
    ) -> "tuple[Interview, InterviewStarted]":
        """Begin an interview; `after` is the one before it on the same visit.

        Only what is the same for everybody there is carried over, and a page that asks nothing
        else is passed.
        """
        shared = {one.id for one in form.fields() if one.of_visit}
        before = after.answers if after else {}
        carried = {name: answer for name, answer in before.items() if name in shared}
        interview = cls(
            id,
            number,
            form.id,
            form.version,
            at,
            by,
            carried,
            _first_page(form, carried),
            visit=(after.visit or after.id) if after else None,
        )
        return interview, InterviewStarted(id, form.id, form.version)

    @property
    def course(self) -> Course:
        """The course the talk is on now."""
        return self.turns[-1].course if self.turns else Course.WHOLE

    @property
    def under_way(self) -> bool:
        """Whether all of the talk is still to be held."""
        return self.finished is None and self.course is Course.WHOLE

    @property
    def disclosed(self) -> bool:
        """Whether something serious was heard, and nobody has gone back on that since."""
        for turn in reversed(self.turns):
            if turn.course is not Course.STOPPED:
                return turn.course is Course.DISCLOSURE
        return False

    @property
    def told(self) -> Answers:
        """The answers, with the course of the talk where conditions can look at it.

        What was disclosed stays so when the talk is stopped afterwards.
        """
        course = Course.DISCLOSURE if self.disclosed else self.course
        return {**self.answers, COURSE: Answer(course.value)}

    def record(
        self, field: FieldId, answer: Answer, page: str = ""
    ) -> "tuple[Interview, AnswerRecorded]":
        """Answer one question, remembering the page it stands on."""
        self._refuse_if_signed_off()
        answers = MappingProxyType({**self.answers, field: answer})
        changed = replace(self, answers=answers, page=page or self.page)
        return changed, AnswerRecorded(self.id, field)

    def pass_gate(
        self, page: str, over: tuple[str, ...], reason: str, at: datetime, by: StaffId
    ) -> "tuple[Interview, GatePassed]":
        """Leave a step all the same, and say why."""
        self._refuse_if_signed_off()
        if not reason.strip():
            raise Refused("gate.no-reason")
        passed = {**self.passed, page: Passed(at, by, reason.strip(), over)}
        return replace(self, passed=MappingProxyType(passed)), GatePassed(self.id, page)

    def turn(
        self, course: Course, at: datetime, by: StaffId, reason: str = ""
    ) -> "tuple[Interview, CourseTurned]":
        """Take another course. To go back to the questions needs a reason."""
        self._refuse_if_signed_off()
        if course is Course.WHOLE and not reason.strip():
            raise Refused("course.no-reason")
        turned = replace(self, turns=(*self.turns, Turn(course, at, by, reason.strip())))
        return turned, CourseTurned(self.id, course.value)

    def mark(self, question: str, mark: Mark) -> "tuple[Interview, QuestionMarked]":
        """Say what became of an open question."""
        self._refuse_if_signed_off()
        marks = MappingProxyType({**self.marks, question: mark})
        return replace(self, marks=marks), QuestionMarked(self.id, question)

    def finish(self, at: datetime) -> "tuple[Interview, InterviewFinished]":
        """Sign it off. From now on nothing in it changes."""
        self._refuse_if_signed_off()
        return replace(self, finished=at), InterviewFinished(self.id)

    def add(
        self, field: FieldId, words: str, at: datetime, by: StaffId
    ) -> "tuple[Interview, AdditionMade]":
        """Add to an answer after sign-off. The answer stays as it is."""
        if self.finished is None:
            raise Refused("interview.not-signed-off")
        if not words.strip():
            raise Refused("addition.no-words")
        added = Addition(field, words.strip(), at, by)
        return replace(self, additions=(*self.additions, added)), AdditionMade(self.id, field)

    def withdraw(
        self, consent: str, words: str, at: datetime, by: StaffId
    ) -> "tuple[Interview, ConsentWithdrawn]":
        """The worker takes a consent back. It needs no reason, and may come at any time."""
        if self.took_back(consent):
            raise Refused("consent.withdrawn-already")
        order = self.renewed[consent].order + 1 if consent in self.renewed else 1
        withdrawn = {**self.withdrawn, consent: Withdrawal(at, by, words.strip(), order)}
        changed = replace(self, withdrawn=MappingProxyType(withdrawn))
        return changed, ConsentWithdrawn(self.id, consent)

    def took_back(self, consent: str) -> bool:
        """Whether a consent was taken back and has not been given again since."""
        taken, again = self.withdrawn.get(consent), self.renewed.get(consent)
        return taken is not None and (again is None or again.order < taken.order)

    def renew(
        self, consent: str, words: str, at: datetime, by: StaffId
    ) -> "tuple[Interview, ConsentRenewed]":
        """The worker was asked again in their own time, and agrees again."""
        if not self.took_back(consent):
            raise Refused("consent.not-withdrawn")
        order = self.withdrawn[consent].order + 1
        renewed = {**self.renewed, consent: Withdrawal(at, by, words.strip(), order)}
        changed = replace(self, renewed=MappingProxyType(renewed))
        return changed, ConsentRenewed(self.id, consent)

    def _refuse_if_signed_off(self) -> None:
        if self.finished is not None:
            raise Refused("interview.signed-off")


def _first_page(form: Form, carried: Answers) -> str:
    """The first page on which anything is still to be answered."""
    left = (page for page in form.pages if any(one.id not in carried for one in page.fields))
    return next(left, form.pages[0]).id
