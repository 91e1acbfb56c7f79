"""Keeping a case to a circle of the staff, and breaking the glass from outside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from welfare_app.domain.circle import Breaking, Circle
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import GlassBroken
from welfare_app.domain.ids import InterviewId, PackId, StaffId
from welfare_app.domain.people import Staff
from welfare_app.domain.roles import Act, may
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Keys


@dataclass(frozen=True, slots=True)
class Broken:
    """That someone broke the glass of a case, as the circle is told; `number` is the case's."""

    circle: Circle
    number: str
    breaking: Breaking
    who: str


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
        with self.shift.work() as work:
            if work.circles.shuts_out(record):
                raise Refused("circle.shut")

    def number(self, record: str) -> str:
        """What the case of a record is called."""
        with self.shift.work() as work:
            return _number(work, work.circles.root_of(record))

    def people(self) -> tuple[Staff, ...]:
        """Everyone who has a way in, in the order added: those to let in or to keep out."""
        with self.shift.work() as work:
            return tuple(one for one in work.register.staff() if one.welcome)

    def draw(
        self, record: str, members: Sequence[StaffId], barred: Sequence[StaffId], reason: str = ""
    ) -> Circle:
        """Keep a case to these and to whoever is at work."""
        now, me = self.shift.now(), self.shift.staff.id
        able = {one.id for one in self.people() if may(one.role, Act.READ_CASES)}
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
                Broken(one, _number(work, one.case), each, names.get(each.by, ""))
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

    def open(self, number: str, reason: str, own: str) -> str:
        """Open the case with this number until the laptop is locked. Call it in a job.

        Gives the id of its root. One's own passphrase shows that it is they who sit here.
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
            changes = work.commit()
        self.shift.announce(changes | {root})
        return root


def must_leave_someone(work: UnitOfWork, who: StaffId) -> None:
    """Refuse what would leave a circle with nobody in it who can read its case.

    It looks into every circle, so the work must be one that none shuts out.
    """
    staff = work.register.staff()
    if any(one.rests_on(who, staff) for one in work.circles.all()):
        raise Refused("circle.last-in-it")


def _number(work: UnitOfWork, root: str) -> str:
    try:
        return work.interviews.get(InterviewId(root)).number
    except Refused:
        return work.packs.get(PackId(root)).number
