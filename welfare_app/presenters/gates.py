"""What must hold before a referral is sealed, in the words of whoever prepares it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from welfare_app.domain.answers import Rows, Value, values
from welfare_app.domain.form import asked_fields, settled
from welfare_app.domain.ids import FieldId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.referral import Referral
from welfare_app.domain.text_rules import visible
from welfare_app.services.definitions import Definitions, FormDefinition
from welfare_app.services.versions import form_of
from welfare_app.services.weigh_referral import Behind

AGE, CONSENT = FieldId("pv-under-age"), FieldId("pv-want-to-submit-nrm")
COOPERATES = FieldId("authorities-cooperation")
COUNCIL = FieldId("local-authority-contacted-about-child-local-authority-name")
COUNCIL_PAGE = "local-authority-contacted-about-child"
SAFE = (
    FieldId("pv-contact-details-email-check"),
    FieldId("pv-contact-details-post-check"),
    FieldId("someone-else-permission-check"),
)
READ_BY = FieldId("read-by")


@dataclass(frozen=True, slots=True)
class GateLine:
    """One thing that must hold before sealing, and whether it does. Advice never stops anyone."""

    text: str
    note: str
    holds: bool
    advice: bool = False


@dataclass(frozen=True, slots=True)
class Gates:
    """Works out the gates of one referral. `wrong` are the fields that need another look."""

    words: FormDefinition
    definitions: Definitions
    referral: Referral
    behind: Behind
    wrong: Collection[str]

    def lines(self) -> tuple[GateLine, ...]:
        """The gates that stand on this way, in the order they are met."""
        final = settled(self.words.form, values(self.referral.answers))
        if final.get(AGE) in {"yes", "not-sure"}:
            lines = [*self._child(final)]
        elif final.get(CONSENT) == "no":
            lines = [*self._refusal(final)]
        else:
            lines = [*self._adult(final)]
        return (*lines, self._read())

    def _child(self, final: dict[FieldId, Value]) -> Iterator[GateLine]:
        yield GateLine("No consent is asked", "Under 18, or age not known", holds=True)
        council = self.words.form.page(COUNCIL_PAGE).fields
        told = not any(field.id in self.wrong for field in council)
        name = final.get(COUNCIL)
        note = visible(name) if told and isinstance(name, str) else "Its name, number and e-mail"
        yield GateLine("The council has been told", note, told)

    def _refusal(self, final: dict[FieldId, Value]) -> Iterator[GateLine]:
        yield GateLine("They do not want to be referred", "Only the facts go on", holds=True)
        if final.get(COOPERATES) == "yes":
            yield self._safe(final)

    def _adult(self, final: dict[FieldId, Value]) -> Iterator[GateLine]:
        agreed = final.get(CONSENT) == "yes"
        note = "Recorded" if agreed else "Not answered"
        if agreed and self.behind.backing.withdrawn:
            agreed, note = False, "They took it back. Answer this again with them"
        yield GateLine("They agreed to be referred", note, agreed)
        if agreed and self.behind.interview is not None:
            yield self._explained()
        yield self._safe(final)

    def _explained(self) -> GateLine:
        left = self.behind.backing.unexplained
        return GateLine(
            "Each point was explained", self._left(left) if left else self._how(), not left
        )

    def _left(self, points: tuple[str, ...]) -> str:
        assert self.behind.interview is not None  # noqa: S101 - asked only where there is one
        talk = form_of(self.definitions, self.behind.interview)
        more = f" And {len(points) - 1} more." if len(points) > 1 else ""
        return f"Not yet: {talk.option('points', points[0])}.{more}"

    def _how(self) -> str:
        """In what language, when and by whom, as far as the interview holds it."""
        assert self.behind.interview is not None  # noqa: S101 - asked only where there is one
        told = values(self.behind.interview.answers)
        own, by = told.get(FieldId("referral-language")), told.get(FieldId("referral-explained-by"))
        if isinstance(own, str) and isinstance(by, str):
            return visible(f"In {own}, by {by}")
        language = told.get(FieldId("interpreter-language"))
        interpreter = told.get(FieldId("interpreter"))
        parts = []
        if interpreter == "independent" and isinstance(language, str):
            parts.append(f"In {language}, through an interpreter")
        elif interpreter == "not-needed":
            parts.append("Without an interpreter")
        date = told.get(FieldId("talk-date"))
        known = PartialDate.read(date) if isinstance(date, str) else None
        parts += [known.said()] if known else []
        present = told.get(FieldId("present"))
        if isinstance(present, Rows) and present.rows:
            parts.append(present.rows[0].get("present-name", ""))
        return visible(", ".join(part for part in parts if part)) or "In the interview"

    def _safe(self, final: dict[FieldId, Value]) -> GateLine:
        ticks = [one.id for one in asked_fields(self.words.form, final) if one.id in SAFE]
        holds = bool(ticks) and all(final.get(id) == "true" for id in ticks)
        note = "Confirmed" if holds else "Not answered"
        return GateLine("A safe way to write to them", note, holds)

    def _read(self) -> GateLine:
        answer = self.behind.pack.answers.get(READ_BY)
        name = answer.value.strip() if answer and isinstance(answer.value, str) else ""
        note = visible(name) if name else "Advice: it never stops you"
        return GateLine("A second person reads it", note, bool(name), advice=True)
