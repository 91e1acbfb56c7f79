"""A welfare interview: one worker's answers to one form."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from welfare_app.domain.answers import Answer, Answers
from welfare_app.domain.events import AnswerRecorded, InterviewFinished, InterviewStarted
from welfare_app.domain.form import Form
from welfare_app.domain.ids import FieldId, InterviewId, StaffId


@dataclass(frozen=True, slots=True)
class Interview:
    """Never changed in place: recording an answer gives a new interview and says what happened.

    `number` is what people call it, such as W-0001. Answers stay out of `repr`.
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

    @classmethod
    def start(
        cls, id: InterviewId, number: str, form: Form, at: datetime, by: StaffId
    ) -> "tuple[Interview, InterviewStarted]":
        """Begin an interview."""
        interview = cls(id, number, form.id, form.version, at, by, page=form.pages[0].id)
        return interview, InterviewStarted(id, form.id, form.version)

    def record(
        self, field: FieldId, answer: Answer, page: str = ""
    ) -> "tuple[Interview, AnswerRecorded]":
        """Answer one question, remembering the page it stands on."""
        answers = MappingProxyType({**self.answers, field: answer})
        changed = replace(self, answers=answers, page=page or self.page)
        return changed, AnswerRecorded(self.id, field)

    def finish(self, at: datetime) -> "tuple[Interview, InterviewFinished]":
        """Close the interview."""
        return replace(self, finished=at), InterviewFinished(self.id)
