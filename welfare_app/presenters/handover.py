"""What became of each sealed pack: what is known, what is still to be heard, and what was wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from welfare_app.domain.disclosing import FILE, WORDS
from welfare_app.domain.errors import Refused, WelfareAppError
from welfare_app.domain.handover import OUTCOMES, Entry, Step, before, receipt_due, standing
from welfare_app.domain.handover_feed import when
from welfare_app.domain.ids import PackId, StaffId
from welfare_app.domain.referral import Referral, Sealing
from welfare_app.domain.text_rules import visible
from welfare_app.domain.time_of_day import as_kept
from welfare_app.presenters.places import AtDisclosures, AtPack, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import clock, day_and_hour
from welfare_app.services.definitions import Definitions
from welfare_app.services.hand_over import HandOver, ToldStep
from welfare_app.services.ports import Changes

TITLES = {
    Step.HANDED: "The file was handed over",
    Step.TOLD: "The words that open it were told",
    Step.RECEIVED: "They have it, and could open it",
    Step.REFERENCE: "The first responder’s reference",
    Step.REASONABLE: "The first decision: reasonable grounds",
    Step.CONCLUSIVE: "The last decision: conclusive grounds",
    Step.OTHER: "Another outcome",
}
SAME_WAY = (
    "The file and the words went the same way: whoever has one may have the other. Ask who else "
    "could have seen them; if anyone could, seal a new pack and read its words out by telephone."
)
FIELDS = {
    "handover.no-day": ("day", "Give the day, or the month and year"),
    "handover.no-hour": ("hour", "Give the time, such as 15:10, or leave it blank"),
    "handover.in-the-future": ("day", "This is still to come. Check it, and this laptop’s clock"),
    "handover.before-sealing": ("day", "The pack was not sealed yet on that day"),
    "handover.no-choice": ("how", "Choose one"),
    "handover.nobody": ("who", "Write a name, a desk or a role"),
    "handover.not-known-how": ("words", "Say how you know"),
    "handover.not-said-what": ("words", "Say what it was, in a few words"),
    "handover.no-reference": ("words", "Write it as they gave it"),
}
"""Where each thing wrong with a step is said, and how."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of a pack. `said` is what stands, blank where nothing does; `earlier` came before.

    `day` to `words` are what its form begins with.
    """

    step: Step
    title: str
    said: str = field(repr=False)
    note: str = field(repr=False)
    due: str = ""
    late: bool = False
    warning: str = ""
    earlier: tuple[str, ...] = field(default=(), repr=False)
    begin: ToldStep | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class SealedLine:
    """A sealed pack: what it is, whom to call about it, and its steps in order."""

    digest: str
    title: str = field(repr=False)
    facts: tuple[tuple[str, str, str], ...] = field(repr=False)
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class HandoverScreen:
    """Everything the page shows, the newest pack first. `choices` are those of each step."""

    where: str
    packs: tuple[SealedLine, ...]
    choices: Mapping[Step, tuple[tuple[str, str], ...]]
    may_write: bool
    may_read_register: bool
    problems: tuple[tuple[str, str], ...] = ()
    trouble: Trouble | None = None
    kept: int = 0


class HandoverView(Protocol):
    """Whatever can draw it."""

    def show_screen(self, screen: HandoverScreen) -> None:
        """Draw it."""
        ...


class HandoverPresenter:
    """Shows what is known of each sealed pack, and adds to it. Nothing is written over."""

    def __init__(
        self,
        view: HandoverView,
        pack: PackId,
        hand_over: HandOver,
        names: Mapping[StaffId, str],
        definitions: Definitions,
        go: Go,
        *,
        may_write: bool,
        may_read_register: bool,
    ) -> None:
        self._view, self._pack, self._hand_over, self._names = view, pack, hand_over, names
        self._definitions, self._go, self._may_write = definitions, go, may_write
        self._may_read_register = may_read_register
        self._words, self._now = definitions.disclosing(), hand_over.shift.now
        self._number = hand_over.packs.get(pack).number
        self._kept = 0

    def begin(self) -> None:
        """Draw it."""
        self._draw()

    def write(self, told: ToldStep) -> None:
        """Write a step down, or say beside its part what is wrong with it."""
        told = ToldStep(
            told.digest, told.step, told.day, as_kept(told.hour), told.how, told.who, told.words
        )
        try:
            self._hand_over.write(self._pack, told)
        except Refused as error:
            wrong = FIELDS.get(error.code)
            if wrong:
                self._draw(problems=(wrong,))
            else:
                self._draw(said=trouble(self._definitions, error))
            return
        except WelfareAppError as error:
            self._draw(said=trouble(self._definitions, error))
            return
        self._kept += 1
        self._draw()

    def changed(self, changes: Changes) -> None:
        """Something of the case was written elsewhere: draw again."""
        if self._pack in changes:
            self._draw()

    def register(self) -> None:
        """Go to all that left this laptop of this case."""
        self._go(AtDisclosures(self._pack))

    def back(self) -> None:
        """Go back to the pack."""
        self._go(AtPack(self._pack))

    def _draw(
        self, *, problems: tuple[tuple[str, str], ...] = (), said: Trouble | None = None
    ) -> None:
        referral = self._hand_over.of(self._pack)
        packs = (
            tuple(self._sealed(referral, one) for one in reversed(referral.sealings))
            if referral
            else ()
        )
        self._view.show_screen(
            HandoverScreen(
                f"Incident pack {self._number}",
                packs,
                self._choices(),
                self._may_write,
                self._may_read_register,
                problems,
                said,
                self._kept,
            )
        )

    def _choices(self) -> Mapping[Step, tuple[tuple[str, str], ...]]:
        words = self._words
        ways = {Step.HANDED: FILE, Step.TOLD: WORDS}
        travels = {
            step: tuple((one.id, words.way(one.id)) for one in words.rules.carrying(what))
            for step, what in ways.items()
        }
        decided = {
            step: tuple((one, words.outcome(one)) for one in known)
            for step, known in OUTCOMES.items()
        }
        return travels | decided

    def _sealed(self, referral: Referral, sealing: Sealing) -> SealedLine:
        handing, now = sealing.handing, self._now()
        to = ", ".join(filter(None, (handing.recipient, handing.organisation)))
        basis = self._words.basis(handing.basis) if handing.basis else "Not asked for then"
        left = handing.left_out
        facts = [
            ("For", to, f"Telephone {handing.phone}" if handing.phone else ""),
            ("Why", handing.purpose, basis),
            ("Fingerprint", f"{sealing.digest[:16]} …", "The first part of its SHA-256"),
        ]
        if left.anything:
            facts.insert(2, ("Left out", left.listed, left.because))
        if sealing.recordings:
            names = ", ".join(one.locked_as for one in sealing.recordings)
            facts.append(("Beside it", names, "Hand them over with the file"))
        entries = referral.became(sealing.digest)
        newest = sealing is referral.sealings[-1]
        return SealedLine(
            sealing.digest,
            f"Sealed {day_and_hour(sealing.at, now)}",
            tuple(facts),
            tuple(self._step(step, sealing, entries, now, newest=newest) for step in Step),
        )

    def _step(
        self,
        step: Step,
        sealing: Sealing,
        entries: tuple[Entry, ...],
        now: datetime,
        *,
        newest: bool,
    ) -> StepLine:
        known = standing(entries)
        one = known.get(step)
        due = receipt_due(sealing.at, entries, self._words.rules.receipt_within)
        left = clock(due, now) if due and newest and step is Step.RECEIVED else None
        handed, told = known.get(Step.HANDED), known.get(Step.TOLD)
        same = (
            step is Step.TOLD
            and handed is not None
            and told is not None
            and self._words.rules.same_channel(handed.how, told.how)
        )
        return StepLine(
            step,
            TITLES[step],
            visible(self._said(one)) if one else "",
            visible(self._by(one)) if one else "",
            (left.left if left.late else left.by) if left else "",
            left.late if left else False,
            SAME_WAY if same else "",
            tuple(
                visible(f"Before: {self._said(was)}. {self._by(was)}")
                for was in before(entries, step)
            ),
            self._begin(step, sealing, one, now),
        )

    def _said(self, one: Entry) -> str:
        how = self._words.outcome(one.how) if one.step in OUTCOMES else self._words.way(one.how)
        parts = {
            Step.HANDED: (how, f"by {one.who}", when(one), one.words),
            Step.TOLD: (how, f"to {one.who}", when(one), one.words),
            Step.RECEIVED: (one.who, when(one), one.words),
            Step.REFERENCE: (one.words,),
        }.get(one.step, (how, when(one), one.words))
        return ". ".join((", ".join(filter(None, parts[:-1])), parts[-1])).strip(". ")

    def _by(self, one: Entry) -> str:
        who = self._names.get(one.by, "a colleague")
        return f"Written down {day_and_hour(one.at, self._now())}, {who}"

    def _begin(self, step: Step, sealing: Sealing, one: Entry | None, now: datetime) -> ToldStep:
        """What the form starts with: what stands, or what is most likely."""
        if one is not None:
            return ToldStep(sealing.digest, step, one.day, one.hour, one.how, one.who, one.words)
        here = now.astimezone()
        if step in {Step.HANDED, Step.TOLD, Step.RECEIVED}:
            me = self._names.get(self._hand_over.shift.staff.id, "")
            who = me if step is Step.HANDED else sealing.handing.recipient
            return ToldStep(sealing.digest, step, f"{here:%Y-%m-%d}", f"{here:%H:%M}", who=who)
        return ToldStep(sealing.digest, step)
