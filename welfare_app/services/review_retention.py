"""Reviewing what is kept: which cases are due, what holds them, and keeping one longer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from welfare_app.domain.case_facts import facts_of
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import HoldLifted, HoldPlaced, KeptLonger
from welfare_app.domain.ids import HoldId, InterviewId, KeepingId, PackId
from welfare_app.domain.interview import Interview
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.referral import Referral
from welfare_app.domain.retention import CaseFacts, Hold, Keeping, Span, Standing, standing
from welfare_app.domain.roles import Act
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.shift import Shift
from welfare_app.services.versions import workflow_of

LONGEST = Span(years=7)
"""How far ahead a case may be kept in one review."""

ABOUT_THE_CASE = frozenset({"hold", "keeping", "access", "circle"})
"""Kinds of record that are about keeping a case, and do not make it newer."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A case as a reviewer sees it. `case` is the id of its root: its talk, or a pack alone."""

    case: str
    interview: Interview | None
    packs: tuple[IncidentPack, ...]
    referrals: tuple[Referral, ...]
    facts: CaseFacts
    standing: Standing
    due: date | None
    records: tuple[tuple[str, str], ...]
    holds: tuple[Hold, ...] = ()
    keepings: tuple[Keeping, ...] = ()

    @property
    def numbers(self) -> tuple[str, ...]:
        """What people call it by: its talk and its packs."""
        talk = (self.interview.number,) if self.interview else ()
        return (*talk, *(pack.number for pack in self.packs))

    @property
    def begun(self) -> datetime:
        """When it began."""
        return self.interview.started if self.interview else self.packs[0].opened

    @property
    def held(self) -> bool:
        """Whether a legal hold stands."""
        return any(one.stands for one in self.holds)


@dataclass(frozen=True, slots=True)
class ReviewRetention:
    """What a lead does about how long things are kept. Nothing is disposed of here."""

    shift: Shift
    definitions: Definitions

    def look(self, progress: Progress = no_progress) -> tuple[Reviewed, ...]:
        """Every case, those due for longest first, then those due next. Call it in a job."""
        self.shift.must(Act.DISPOSE)
        with self.shift.work() as work:
            roots = tuple(_roots(work))
            found = []
            for at, (interview, packs) in enumerate(roots):
                progress(at, len(roots))
                found.append(self.seen(work, interview, packs))
        return tuple(sorted(found, key=_when))

    def one(self, case: str) -> Reviewed:
        """One case as it stands."""
        self.shift.must(Act.DISPOSE)
        with self.shift.work() as work:
            return self.find(work, case)

    def called(self, number: str) -> str:
        """The case that a talk or pack of this number belongs to."""
        self.shift.must(Act.DISPOSE)
        wanted = number.strip().upper()
        with self.shift.work() as work:
            for interview, packs in _roots(work):
                numbers = [one.number for one in packs] + ([interview.number] if interview else [])
                if wanted in numbers:
                    return interview.id if interview else packs[0].id
        raise Refused("disposal.no-such-case")

    def hold(self, case: str, why: str, reference: str) -> Hold:
        """Stop everything about a case until the hold is lifted."""
        self.shift.must(Act.DISPOSE)
        if not why.strip():
            raise Refused("hold.no-reason")
        hold = Hold(
            HoldId(self.shift.new_id()),
            case,
            self.shift.now(),
            self.shift.staff.id,
            why.strip(),
            reference.strip(),
        )
        with self.shift.work() as work:
            self.find(work, case)
            work.holds.save(hold, because=HoldPlaced(hold.id, case))
            changes = work.commit()
        self.shift.announce(changes | {case})
        return hold

    def lift(self, id: HoldId, why: str) -> Hold:
        """Lift a hold, and say why. That it stood stays on record."""
        self.shift.must(Act.DISPOSE)
        if not why.strip():
            raise Refused("hold.no-reason")
        with self.shift.work() as work:
            before = work.holds.get(id)
            if not before.stands:
                raise Refused("hold.lifted-already")
            hold = replace(
                before,
                lifted_at=self.shift.now(),
                lifted_by=self.shift.staff.id,
                lifted_why=why.strip(),
            )
            work.holds.save(hold, because=HoldLifted(hold.id, hold.case))
            changes = work.commit()
        self.shift.announce(changes | {hold.case})
        return hold

    def keep_longer(self, case: str, until: date, why: str) -> Keeping:
        """End a review by keeping the case until another day."""
        self.shift.must(Act.DISPOSE)
        today = self.shift.now().date()
        if not why.strip():
            raise Refused("keeping.no-reason")
        if not today < until <= LONGEST.after(today):
            raise Refused("keeping.not-later")
        keeping = Keeping(
            KeepingId(self.shift.new_id()),
            case,
            until,
            self.shift.now(),
            self.shift.staff.id,
            why.strip(),
        )
        with self.shift.work() as work:
            self.find(work, case)
            work.keepings.save(keeping, because=KeptLonger(keeping.id, case))
            changes = work.commit()
        self.shift.announce(changes | {case})
        return keeping

    def find(self, work: UnitOfWork, case: str) -> Reviewed:
        """A case as it stands within a piece of work."""
        kinds = dict(work.archive.under(case))
        match kinds.get(case):
            case "interview":
                interview = work.interviews.get(InterviewId(case))
                return self.seen(work, interview, work.packs.of(interview.id))
            case "pack":
                return self.seen(work, None, (work.packs.get(PackId(case)),))
        raise Refused("disposal.no-such-case")

    def seen(
        self, work: UnitOfWork, interview: Interview | None, packs: tuple[IncidentPack, ...]
    ) -> Reviewed:
        """Everything the schedule says of a case."""
        case = interview.id if interview else packs[0].id
        records = work.archive.under(case)
        written = [
            at
            for id, kind in records
            if kind not in ABOUT_THE_CASE and (at := work.archive.last_written(id))
        ]
        referrals = tuple(one for pack in packs for one in work.referrals.of(pack.id))
        staged = ((pack, workflow_of(self.definitions, pack).workflow) for pack in packs)
        facts = facts_of(interview, staged, referrals, max(written))
        keepings = work.keepings.of(case)
        how = standing(self.definitions.retention().schedule, facts, keepings)
        due = how.due(self.shift.now().date())
        holds = work.holds.of(case)
        return Reviewed(
            case, interview, packs, referrals, facts, how, due, records, holds, keepings
        )


def _roots(work: UnitOfWork) -> Iterator[tuple[Interview | None, tuple[IncidentPack, ...]]]:
    """Every case: a talk with its packs, or a pack that was opened without one."""
    of: dict[str, list[IncidentPack]] = {}
    for pack in reversed(work.packs.all()):
        of.setdefault(pack.interview or "", []).append(pack)
    for interview in work.interviews.all():
        yield interview, tuple(of.get(interview.id, ()))
    for pack in of.get("", ()):
        yield None, (pack,)


def _when(one: Reviewed) -> tuple[bool, date, str]:
    days = [day for day in (one.standing.review, one.standing.up) if day]
    return one.due is None, one.due or min(days, default=date.max), one.case
