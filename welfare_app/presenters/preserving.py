"""The legal-hold list of a pack: what to ask others to keep, whom was asked, what they said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from welfare_app.domain.custody import day_fault
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import PackId, PreservationId, StaffId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.preserving import Given, Preservation, RecordKind, Reply, lost_from
from welfare_app.domain.text_rules import visible
from welfare_app.presenters.evidence_words import dated_words
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import date, day_and_hour, spell
from welfare_app.services.ask_to_keep import AskToKeep
from welfare_app.services.definitions import Definitions

REPLIES = {
    Reply.WAITING: "No answer yet",
    Reply.KEPT: "They keep it",
    Reply.COPIED: "We have a copy",
    Reply.GONE: "It is gone",
    Reply.REFUSED: "They will not keep it",
}
ANSWERS = (Reply.KEPT, Reply.COPIED, Reply.GONE, Reply.REFUSED)
"""What can be answered."""

LOST_SOON = timedelta(days=7)
"""How long before something is often lost the list says so in ochre."""


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One request. `asked` says of whom, when and by whom; `said` are all answers, oldest first."""

    id: str
    title: str = field(repr=False)
    asked: str = field(repr=False)
    state: str
    safe: bool
    clock: str
    soon: bool
    said: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class KindLine:
    """A kind of record, what to ask for, and what was asked. `caution` says how soon it is lost."""

    record: str
    name: str
    ask: str
    caution: str
    source: str
    requests: tuple[RequestLine, ...]


@dataclass(frozen=True, slots=True)
class KeepScreen:
    """The whole list. `problems` stand beside the fields of the question that is open."""

    kinds: tuple[KindLine, ...]
    sentence: str
    problems: tuple[tuple[str, str], ...] = ()
    trouble: Trouble | None = None
    kept: int = 0


class KeepView(Protocol):
    """Whatever can draw the list."""

    def show_keeping(self, screen: KeepScreen) -> None:
        """Draw it."""
        ...


class PreservingPresenter:
    """Keeps the list. What was asked and answered is never changed, only added to."""

    def __init__(
        self,
        view: KeepView,
        pack: PackId,
        preserving: AskToKeep,
        staff_names: Callable[[], Mapping[StaffId, str]],
        definitions: Definitions,
    ) -> None:
        self._view, self._pack, self._preserving = view, pack, preserving
        self._names, self._definitions = staff_names, definitions
        self._now = preserving.shift.now
        self._kept = 0

    def begin(self) -> None:
        """Draw the list."""
        self._draw()

    def ask(self, record: str, which: str, asked_of: str, covers: str) -> None:
        """Write down that someone was asked."""
        problems = []
        if not asked_of.strip():
            problems.append(("asked_of", "Say who was asked, by name or by role"))
        if fault := day_fault(covers, self._now().astimezone().date()):
            words = "This day has not come yet" if fault == "custody.future" else "That is no day"
            problems.append(("covers", words))
        if problems:
            self._draw(problems=tuple(problems))
            return
        self._do(lambda: self._preserving.ask(self._pack, record, which, asked_of, covers))

    def answer(self, id: str, reply: str, words: str) -> None:
        """Write down what they said."""
        if not reply:
            self._draw(problems=(("reply", "Choose what they answered"),))
            return
        if reply == Reply.REFUSED and not words.strip():
            self._draw(problems=(("words", "Write what they said"),))
            return
        self._do(lambda: self._preserving.answered(PreservationId(id), Reply(reply), words))

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
        except WelfareAppError as error:
            self._draw(said=trouble(self._definitions, error))
            return
        self._kept += 1
        self._draw()

    def _draw(
        self, *, problems: tuple[tuple[str, str], ...] = (), said: Trouble | None = None
    ) -> None:
        words = self._preserving.words()
        try:
            requests, names = self._preserving.of(self._pack), self._names()
        except WelfareAppError as error:
            requests, names, said = (), {}, trouble(self._definitions, error)
        kinds = tuple(
            KindLine(
                kind.id,
                words.name(kind.id),
                words.ask(kind.id),
                words.caution(kind.id),
                _source(kind),
                tuple(self._line(one, kind, names) for one in requests if one.record == kind.id),
            )
            for kind in words.kinds
        )
        late = sum(1 for kind in kinds for one in kind.requests if one.soon and not one.safe)
        asked = sum(1 for kind in kinds if kind.requests)
        sentence = f"{asked} of {len(kinds)} asked for."
        if late:
            sentence += f" {late} to ask after again."
        self._view.show_keeping(KeepScreen(kinds, sentence, problems, said, self._kept))

    def _line(
        self, one: Preservation, kind: RecordKind, names: Mapping[StaffId, str]
    ) -> RequestLine:
        now = self._now()
        due = self._preserving.due(one)
        lost = lost_from(kind, one.covers, one.at)
        told, soon = "", False
        if due is not None:
            told = _waiting(due, lost, now)
            soon = due < now or (lost is not None and lost - now < LOST_SOON)
        who = names.get(one.by, "someone")
        from_when = f", from {dated_words(one.covers)}" if PartialDate.read(one.covers) else ""
        return RequestLine(
            one.id,
            visible(f"{one.which or 'All there is'}{from_when}"),
            visible(f"Asked of {one.asked_of}, {day_and_hour(one.at, now)}, by {who}"),
            REPLIES[one.reply],
            due is None,
            told,
            soon,
            tuple(_said(given, names, now) for given in one.given),
        )


def _waiting(due: datetime, lost: datetime | None, now: datetime) -> str:
    """Since or until when an answer is waited for, and by when it is often lost."""
    told = f"No answer in time: {spell(now - due)} late" if due < now else _until(due, now)
    if lost is None:
        return told
    if lost < now:
        return f"{told}. It may be gone since {date(lost)}: ask what is left"
    return f"{told}. Often recorded over by {date(lost)}"


def _until(due: datetime, now: datetime) -> str:
    return f"Ask again after {day_and_hour(due, now)}"


def _said(given: Given, names: Mapping[StaffId, str], now: datetime) -> str:
    who = names.get(given.by, "someone")
    told = f": {given.words}" if given.words else ""
    return visible(f"{REPLIES[given.reply]}{told} ({day_and_hour(given.at, now)}, {who})")


def _source(kind: RecordKind) -> str:
    return f"{kind.source}. Confidence: {kind.confidence}. Checked {dated_words(kind.checked)}"
