"""Keeping a case to a circle of the staff, and breaking the glass from outside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from welfare_app.domain.circle import Breaking, Circle, named_in
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import GlassBroken
from welfare_app.domain.ids import FieldId, InterviewId, PackId, StaffId
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.people import Staff
from welfare_app.domain.roles import Act, may
from welfare_app.domain.trail import Named
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Keys

KEPT_OUT = FieldId("inside-who")
"""Where a pack says who must be kept out of it, by name or by job."""


@dataclass(frozen=True, slots=True)
class Broken:
    """That someone broke the glass of a case, as the circle is told; `number` is the case's."""

    circle: Circle
    number: str
    breaking: Breaking
    who: str


@dataclass(frozen=True, slots=True)
class Entered:
    """A case that was opened from outside: the id of its root, and what kind of record that is."""

    root: str
    kind: str


@dataclass(frozen=True, slots=True)
class KeepCircle:
    """What staff can do about who sees a case."""

    shift: Shift

    def of(self, record: str) -> Circle:
        """The circle of the case a record belongs to; refused to whoever is outside it."""
        with self.shift.work() as work:
            return work.circles.of_case(work.circles.root_of(record))

    def must_be_in(self, record: str) -> None:
        """Refuse, before anything is read or written down, a record of a case kept to others."""
        if not record or not self.shift.may(Act.READ_CASES):
            return  # who reads no case at all is shut out by that
        with self.shift.work() as work:
            if work.circles.shuts_out(record):
                raise Refused("circle.shut")

    def number(self, record: str) -> str:
        """What the case of a record is called."""
        with self.shift.work() as work:
            return _named(work, work.circles.root_of(record)).number

    def staff(self) -> tuple[Staff, ...]:
        """Everyone there is or was, in the order added."""
        with self.shift.work() as work:
            return work.register.staff()

    def named(self, record: str) -> tuple[StaffId, ...]:
        """Those whose name stands where a pack of the case says who must be kept out of it."""
        return named_in(self.kept_out(record), self.staff())

    def kept_out(self, record: str) -> str:
        """What the packs of a case say of who must be kept out of it, in their own words."""
        with self.shift.work() as work:
            root = work.circles.root_of(record)
            told = (pack.answers.get(KEPT_OUT) for pack in _packs(work, root))
            return " ".join(str(answer.value) for answer in told if answer)

    def draw(
        self, record: str, members: Sequence[StaffId], barred: Sequence[StaffId], reason: str = ""
    ) -> Circle:
        """Keep a case to these and to whoever is at work."""
        now, me = self.shift.now(), self.shift.staff.id
        able = {one.id for one in self.staff() if one.welcome and may(one.role, Act.READ_CASES)}
        with self.shift.work() as work:
            root = work.circles.root_of(record)
            among = [one for one in members if one in able]
            circle, drawn = work.circles.of_case(root).draw(among, barred, reason, now, me)
            work.circles.save(circle, because=drawn)
            changes = work.commit()
        self.shift.announce(changes | {root})
        return circle

    def lift(self, record: str, reason: str) -> Circle:
        """Open a case to everyone again, and say why."""
        now, me = self.shift.now(), self.shift.staff.id
        with self.shift.work() as work:
            root = work.circles.root_of(record)
            circle, lifted = work.circles.of_case(root).lift(reason, now, me)
            work.circles.save(circle, because=lifted)
            changes = work.commit()
        self.shift.announce(changes | {root})
        return circle

    def broken(self) -> tuple[Broken, ...]:
        """Who broke into the circles of whoever is at work, as far as they were not told yet."""
        me = self.shift.staff.id
        with self.shift.work() as work:
            names = {one.id: one.name for one in work.register.staff()}
            return tuple(
                Broken(one, _named(work, one.case).number, each, names.get(each.by, ""))
                for one in work.circles.all()
                for each in one.unseen(me)
            )

    def see(self, record: str) -> Circle:
        """Keep that whoever is at work was told of every breaking so far."""
        with self.shift.work() as work:
            root = work.circles.root_of(record)
            circle, seen = work.circles.of_case(root).see(self.shift.staff.id)
            work.circles.see(circle, because=seen)
            changes = work.commit()
        self.shift.announce(changes)
        return circle


@dataclass(frozen=True, slots=True)
class BreakGlass:
    """Opening a case from outside its circle. `practice` vaults have no passphrase to type."""

    shift: Shift
    keys: Callable[[], Keys]
    practice: bool = False

    def open(self, number: str, reason: str, own: str) -> Entered:
        """Open the case with this number until the laptop is locked. Call it in a job.

        One's own passphrase shows that it is they who sit here.
        """
        self.shift.must(Act.BREAK_GLASS)
        if not reason.strip():
            raise Refused("circle.no-reason")
        if not self.practice:
            self.keys().unlock(self.shift.staff.id, own)
        now, me = self.shift.now(), self.shift.staff
        with self.shift.work() as work:
            root = work.circles.called(number)
            if not work.circles.shuts_out(root):
                raise Refused("circle.not-shut")
            circle = work.circles.break_into(root)
            if circle is None:
                work.audit.note(GlassBroken(root), root)
            else:
                circle, broken = circle.break_glass(me.id, me.role, reason, now)
                work.circles.save(circle, because=broken)
            kind = _named(work, root).kind
            changes = work.commit()
        self.shift.announce(changes | {root})
        return Entered(root, kind)


def must_leave_someone(work: UnitOfWork, who: StaffId) -> None:
    """Refuse what would leave a circle with nobody in it who can read its case.

    It looks into every circle, so the work must be one that none shuts out.
    """
    staff = work.register.staff()
    if any(one.rests_on(who, staff) for one in work.circles.all()):
        raise Refused("circle.last-in-it")


def _packs(work: UnitOfWork, root: str) -> tuple[IncidentPack, ...]:
    if _named(work, root).kind == "pack":
        return (work.packs.get(PackId(root)),)
    return work.packs.of(InterviewId(root))


def _named(work: UnitOfWork, root: str) -> Named:
    return work.audit.named((root,)).get(root, Named("", ""))
