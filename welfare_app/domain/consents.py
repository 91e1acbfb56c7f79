"""Three consents, kept apart: to talk, to be referred, and the privacy notice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from welfare_app.domain.answers import Answer, Value, is_blank
from welfare_app.domain.form import ConsentAsked, Form
from welfare_app.domain.ids import FieldId, StaffId
from welfare_app.domain.interview import Interview, Withdrawal

TO_BE_REFERRED = "referral"
"""What forms call the consent without which an adult is not referred."""


@dataclass(frozen=True, slots=True)
class Given:
    """One answer as it was given: when, and by whom it was written down."""

    answer: Answer
    at: datetime
    by: StaffId


History = Mapping[FieldId, tuple[Given, ...]]
"""Every answer ever given to each field, the oldest first."""


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent as it stands. `given` is whether the answer is yes and was not withdrawn.

    `answers` are all that were given, the oldest first, of which `stands` is the one that was
    not cleared since; `points` are ids of the field's options.
    """

    asked: ConsentAsked
    answers: tuple[Given, ...]
    stands: Value = field(default="", repr=False)
    points: tuple[str, ...] = ()
    words: str = field(default="", repr=False)
    words_language: str = "en"
    language: str = ""
    explained_by: str = field(default="", repr=False)
    withdrawal: Withdrawal | None = None
    renewal: Withdrawal | None = None

    @property
    def taken_back(self) -> bool:
        """Whether it was taken back, and has not been given again since."""
        taken, again = self.withdrawal, self.renewal
        return taken is not None and (again is None or again.order < taken.order)

    @property
    def given(self) -> bool:
        """Whether it stands: the answer, or what was said of it since, whichever is newer."""
        again, last = self.renewal, self.answers[-1] if self.answers else None
        renewed = again is not None and (last is None or last.at <= again.at)
        return not self.taken_back and (renewed or self.stands == self.asked.given)


def consents(form: Form, interview: Interview, history: History) -> tuple[Consent, ...]:
    """Each consent the form asks for, with who, when, in what language and in which words."""
    return tuple(_consent(asked, interview, history) for asked in form.consents)


def _consent(asked: ConsentAsked, interview: Interview, history: History) -> Consent:
    def answer(id: FieldId | None) -> Answer | None:
        found = interview.answers.get(id) if id else None
        return None if found is None or is_blank(found.value) else found

    now, points, words = answer(asked.answer), answer(asked.points), answer(asked.words)
    told = [answer(asked.language), answer(asked.explained_by)]
    language, by = (one.value if one and isinstance(one.value, str) else "" for one in told)
    return Consent(
        asked,
        tuple(one for one in history.get(asked.answer, ()) if not is_blank(one.answer.value)),
        now.value if now else "",
        points.value if points and isinstance(points.value, tuple) else (),
        words.value if words and isinstance(words.value, str) else "",
        words.language if words else "en",
        language,
        by,
        interview.withdrawn.get(asked.id),
        interview.renewed.get(asked.id),
    )
