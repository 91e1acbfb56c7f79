"""The three consents of an interview: what was explained and answered, and taking one back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.consents import Consent, Given, consents
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import FieldId, InterviewId, StaffId
from welfare_app.domain.interview import Withdrawal
from welfare_app.domain.summing import Asked
from welfare_app.presenters.places import AtInterview, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import day_and_hour
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.desk import Desk


@dataclass(frozen=True, slots=True)
class ConsentCard:
    """One consent. `answers` are every answer given, the oldest first, each with when and whom.

    One that stands can be taken back; one that is `taken_back` can be given again.
    """

    id: str
    title: str
    stands: bool
    answers: tuple[str, ...] = field(repr=False)
    points: tuple[str, ...]
    left_out: tuple[str, ...]
    explained: str = field(repr=False)
    words: str = field(repr=False)
    withdrawn: str = field(repr=False)
    renewed: str = field(default="", repr=False)
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class ConsentsScreen:
    """Everything the page shows."""

    where: str
    cards: tuple[ConsentCard, ...]
    trouble: Trouble | None = None


class ConsentsView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: ConsentsScreen) -> None:
        """Draw it."""
        ...


class ConsentsPresenter:
    """Shows the consents, and writes down that one is taken back."""

    def __init__(
        self,
        view: ConsentsView,
        id: InterviewId,
        page: str,
        desk: Desk,
        words: FormDefinition,
        go: Go,
    ) -> None:
        self._view, self._id, self._page = view, id, page
        self._desk, self._words, self._go = desk, words, go

    def begin(self) -> None:
        """Draw the page."""
        self._draw()

    def withdraw(self, consent: str, words: str) -> None:
        """The worker takes it back, perhaps in their own words."""
        self._attempt(lambda: self._desk.interviews.withdraw(self._id, consent, words))

    def renew(self, consent: str, words: str) -> None:
        """The worker was asked again, and gives it again."""
        self._attempt(lambda: self._desk.interviews.renew(self._id, consent, words))

    def back(self) -> None:
        """Go back to where one was in the interview."""
        self._go(AtInterview(self._id, self._page))

    def _attempt(self, change: Callable[[], object]) -> None:
        try:
            change()
        except WelfareAppError as error:
            self._draw(trouble(self._desk.definitions, error))
        else:
            self._draw()

    def _draw(self, said: Trouble | None = None) -> None:
        interview = self._desk.interviews.resume(self._id)
        history = self._desk.interviews.history(self._id)
        found = consents(self._words.form, interview, history)
        names = self._desk.staff_names()
        cards = tuple(self._card(one, names) for one in found)
        where = f"{self._words.title} {interview.number}"
        self._view.show_screen(ConsentsScreen(where, cards, said))

    def _card(self, consent: Consent, names: Mapping[StaffId, str]) -> ConsentCard:
        words, asked = self._words, consent.asked
        told = set(consent.points)
        known = self._options(asked.points)
        by = consent.explained_by
        how = ", ".join(filter(None, (by and f"Explained by {by}", consent.language)))
        return ConsentCard(
            asked.id,
            words.consent_title(asked.id),
            consent.given,
            tuple(self._answer(one, asked.answer, names) for one in consent.answers),
            tuple(label for id, label in known if id in told),
            tuple(label for id, label in known if id not in told) if consent.answers else (),
            how,
            consent.words,
            self._turned("Taken back", consent.withdrawal, names),
            self._turned("Given again", None if consent.taken_back else consent.renewal, names),
            consent.taken_back,
        )

    def _options(self, field: FieldId | None) -> tuple[tuple[str, str], ...]:
        asked = next((one for one in self._words.form.fields() if one.id == field), None)
        if asked is None:
            return ()
        return tuple((option, self._words.option(asked.id, option)) for option in asked.options)

    def _answer(self, given: Given, field: FieldId, names: Mapping[StaffId, str]) -> str:
        asked = next(one for one in self._words.form.fields() if one.id == field)
        said = Asked(self._words.form, self._words, {field: given.answer}).one(asked)
        words = " ".join(line.text for line in said.lines)
        when = day_and_hour(given.at, self._desk.shift.now())
        return f"{words}, {when}, written down by {names.get(given.by, 'staff')}"

    def _turned(self, what: str, turn: Withdrawal | None, names: Mapping[StaffId, str]) -> str:
        if turn is None:
            return ""
        when = day_and_hour(turn.at, self._desk.shift.now())
        said = f": “{turn.words}”" if turn.words else ""
        return f"{what} {when}, told to {names.get(turn.by, 'staff')}{said}"
