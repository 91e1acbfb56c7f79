"""One case whose time is up: read it, hold it, keep it longer, or dispose of it with another."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from welfare_app.domain.disposal import GROUNDS, Disposal, Ground
from welfare_app.domain.disposal_document import counted, long_day
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import HoldId, StaffId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.retention import Action, Hold
from welfare_app.presenters.places import AtInterview, AtPack, AtRetention, Go
from welfare_app.presenters.retention import file_name, since_words
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import day_and_hour
from welfare_app.services.definitions import Definitions
from welfare_app.services.dispose import Dispose, Disposed, erased_in
from welfare_app.services.jobs import JobRunner, Progress
from welfare_app.services.review_retention import Reviewed
from welfare_app.services.tools import Disk

NOT_CLEARED = (
    "What it left in free space is not cleared yet. Free some space on the disk, then choose "
    "“Clear what is left” under What may be disposed of."
)
UNKNOWN_AGE = (
    "It concerns somebody who was, or may have been, under 18, and the day they turn 25 cannot be "
    "worked out: the birth date is not known. Ask the council before anything is disposed of."
)


@dataclass(frozen=True, slots=True)
class HoldLine:
    """A hold, and what became of it."""

    id: HoldId
    words: str = field(repr=False)
    notes: tuple[str, ...] = field(repr=False)
    stands: bool


@dataclass(frozen=True, slots=True)
class DisposalScreen:
    """Everything the page shows. `done` is what was decided, and ends it."""

    numbers: str = ""
    facts: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)
    warning: str = ""
    holds: tuple[HoldLine, ...] = ()
    held: bool = False
    backups: tuple[str, ...] = field(default=(), repr=False)
    grounds: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    problems: tuple[tuple[str, str], ...] = ()
    busy: bool = False
    trouble: Trouble | None = None
    done: str = ""
    note: str = ""
    file_name: str = ""
    saved: str = ""


class DisposalView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: DisposalScreen) -> None:
        """Draw it."""
        ...


class DisposalPresenter:
    """Carries out what a person decides about one case, after asking for all it takes."""

    def __init__(
        self,
        view: DisposalView,
        case: str,
        dispose: Dispose,
        definitions: Definitions,
        jobs: JobRunner,
        disk: Disk,
        go: Go,
    ) -> None:
        self._view, self._case, self._dispose, self._definitions = view, case, dispose, definitions
        self._jobs, self._disk, self._go = jobs, disk, go
        self._screen = DisposalScreen()
        self._seen: Reviewed | None = None
        self._gone: Disposal | None = None

    def place(self) -> AtRetention:
        """Where to come back to: the case while it is there."""
        return AtRetention() if self._gone else AtRetention(self._case)

    def begin(self) -> None:
        """Look at the case as it stands."""
        self._attempt(self._look)

    def read(self) -> None:
        """Open the record itself."""
        if self._seen is None:
            return
        interview, packs = self._seen.interview, self._seen.packs
        self._go(AtPack(packs[0].id) if packs or interview is None else AtInterview(interview.id))

    def back(self) -> None:
        """Go back to what may be disposed of."""
        self._go(AtRetention())

    def hold(self, why: str, reference: str) -> None:
        """Put a legal hold on it."""
        self._attempt(lambda: self._dispose.review.hold(self._case, why, reference), self._look)

    def lift(self, id: str, why: str) -> None:
        """Lift a hold."""
        self._attempt(lambda: self._dispose.review.lift(HoldId(id), why), self._look)

    def keep(self, until: str, why: str) -> None:
        """Keep it until a day (ISO 8601), for a reason."""
        day = _day(until)
        problems = [] if day else [("until", "Give a real day, with day, month and year")]
        if not why.strip():
            problems.append(("why", "Say in a few words why it is still needed"))
        if problems or day is None:
            self._draw(replace(self._screen, problems=tuple(problems), trouble=None))
            return
        done = f"{self._screen.numbers} is kept, and comes up again on {long_day(day)}."
        self._attempt(
            lambda: self._dispose.review.keep_longer(self._case, day, why),
            lambda: self._draw(replace(self._screen, problems=(), trouble=None, done=done)),
        )

    def dispose(self, ground: str, second: str, passphrase: str) -> None:
        """Dispose of it, once a colleague has vouched."""
        seen = self._seen
        if seen is None or self._screen.busy:
            return
        problems = self.lacking(ground, second, passphrase)
        if problems:
            self._draw(replace(self._screen, problems=problems, trouble=None))
            return

        def doing(progress: Progress) -> Disposed:
            return self._dispose.dispose(
                seen, Ground(ground), StaffId(second), passphrase, progress
            )

        self._draw(replace(self._screen, busy=True, problems=(), trouble=None))
        self._jobs.start(doing, done=self._disposed, failed=self._failed)

    def lacking(self, ground: str, second: str, passphrase: str) -> tuple[tuple[str, str], ...]:
        """What is still to be said before anything can be disposed of."""
        told = (
            ("ground", "Choose why it is disposed of", ground),
            ("second", "Choose the colleague who vouches", second),
            ("passphrase", "Your colleague types their own passphrase", passphrase),
        )
        return tuple((name, words) for name, words, said in told if not said)

    def save(self, path: Path) -> None:
        """Save the certificate."""
        gone = self._gone
        if gone is not None:
            self._attempt(
                lambda: self._disk.write_whole(path, self._dispose.certificate(gone.id)),
                lambda: self._draw(replace(self._screen, saved="The certificate is saved.")),
            )

    def _look(self) -> None:
        seen = self._seen = self._dispose.review.one(self._case)
        held = self._dispose.held_in(seen)
        self._draw(
            DisposalScreen(
                ", ".join(seen.numbers),
                self._facts(seen),
                UNKNOWN_AGE if seen.standing.unknown_age else "",
                tuple(self._hold(one) for one in seen.holds),
                seen.held,
                tuple(
                    f"{one.place}, made {long_day(one.made.astimezone().date())}. "
                    f"Should be gone by {long_day(one.gone_by)}"
                    for one in held
                ),
                tuple((one.value, words) for one, words in GROUNDS.items()),
                tuple(
                    (one.staff, f"{one.name}, {one.role}") for one in self._dispose.second.people()
                ),
            )
        )

    def _facts(self, seen: Reviewed) -> tuple[tuple[str, str, str], ...]:
        words, line = self._definitions.retention(), seen.standing.kept_as
        today = self._dispose.shift.now().date()
        begun = long_day(seen.begun.astimezone().date())
        ended = seen.facts.ended
        inside = ", ".join(counted(one.kind, one.count) for one in erased_in(seen))
        facts = [
            ("Kept as", words.name(line.id), f"{words.keeps(line.id)}. {words.why(line.id)}"),
            (
                "Begun",
                begun,
                f"Ended {long_day(ended.astimezone().date())}" if ended else "Not ended",
            ),
            ("When", since_words(seen.due, today) if seen.due else "Not due yet", _next(seen)),
            ("Inside", inside, ""),
        ]
        names = self._names()
        facts += [
            (
                "Reviewed",
                f"Kept until {long_day(one.until)}",
                f"{one.why}. {names.get(one.by, 'Staff')}, {long_day(one.at.astimezone().date())}",
            )
            for one in seen.keepings
        ]
        return tuple(facts)

    def _hold(self, hold: Hold) -> HoldLine:
        now, names = self._dispose.shift.now(), self._names()
        placed = f"{day_and_hour(hold.at, now)}, by {names.get(hold.by, 'staff')}"
        notes = [f"Put on {placed}"]
        if hold.reference:
            notes.insert(0, f"Reference {hold.reference}")
        if hold.lifted_at is not None:
            by = names.get(hold.lifted_by or StaffId(""), "staff")
            notes.append(f"Lifted {day_and_hour(hold.lifted_at, now)}, by {by}: {hold.lifted_why}")
        return HoldLine(hold.id, hold.why, tuple(notes), hold.stands)

    def _names(self) -> dict[StaffId, str]:
        with self._dispose.shift.work() as work:
            return {one.id: one.name for one in work.register.staff()}

    def _disposed(self, done: Disposed) -> None:
        self._gone = done.disposal
        words = f"{done.disposal.numbers} is disposed of. Certificate {done.disposal.number}."
        name = file_name(done.disposal)
        note = "" if done.cleared else NOT_CLEARED
        self._draw(replace(self._screen, busy=False, done=words, note=note, file_name=name))

    def _attempt(self, doing: Callable[[], object], then: Callable[[], None] | None = None) -> None:
        try:
            doing()
            if then is not None:
                then()
        except WelfareAppError as error:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        said = trouble(self._definitions, error)
        self._draw(replace(self._screen, busy=False, problems=(), trouble=said))

    def _draw(self, screen: DisposalScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def _next(seen: Reviewed) -> str:
    """What the schedule proposes, and when the time is up if that is still to come."""
    standing = seen.standing
    if standing.up is None:
        return "It is only looked at: end it, or say what keeps it open"
    proposed = {
        Action.DELETE: "the schedule proposes to dispose of it",
        Action.REVIEW: "a person weighs whether it is still needed",
    }[standing.kept_as.action]
    return f"Kept until {long_day(standing.up)}; then {proposed}"


def _day(text: str) -> date | None:
    known = PartialDate.read(text)
    return known.first_day() if known and known.day else None
