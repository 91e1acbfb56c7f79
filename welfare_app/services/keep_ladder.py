"""The organisation's own ladder: kept up to date by leads, climbed in a case."""

from dataclasses import dataclass, replace

from welfare_app.domain.circle import names_in
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import LadderChanged
from welfare_app.domain.ladder import Rung, Standing, Step, climb
from welfare_app.domain.people import Staff
from welfare_app.domain.roles import Act
from welfare_app.services.keep_circle import KeepCircle
from welfare_app.services.shift import Shift

LEAST = 3
"""Digits: a number inside the company may be as short."""


@dataclass(frozen=True, slots=True)
class KeepLadder:
    """What staff can do with the ladder. Everyone climbs it; leads say who stands on it."""

    shift: Shift
    circles: KeepCircle

    def all(self) -> tuple[Standing, ...]:
        """Every rung, the lowest first, also those where nobody stands yet."""
        with self.shift.work() as work:
            known = {one.rung: one for one in work.register.ladder()}
        return tuple(known.get(rung, Standing(rung)) for rung in Rung)

    def staff(self) -> tuple[Staff, ...]:
        """The members of staff that can stand on a rung."""
        return tuple(one for one in self.circles.staff() if one.welcome)

    def put(self, standing: Standing, *, checked: bool) -> Standing:
        """Say who stands on a rung; `checked` is whether they were reached that way today."""
        self.shift.must(Act.MANAGE_STAFF)
        if standing.name and not (standing.phone or standing.email):
            raise Refused("ladder.no-way")
        if standing.phone and sum(one.isdigit() for one in standing.phone) < LEAST:
            raise Refused("ladder.no-phone")
        before = next(one for one in self.all() if one.rung is standing.rung)
        today = self.shift.now().astimezone().date()
        same = replace(standing, checked=before.checked) == before
        kept = today if checked else before.checked if same else None
        standing = replace(standing, checked=kept)
        with self.shift.work() as work:
            work.register.save_rung(standing, because=LadderChanged(standing.rung))
            changes = work.commit()
        self.shift.announce(changes)
        return standing

    def climbed(self, record: str) -> tuple[Step, ...]:
        """Whom else to tell of a case, in order, and who is passed over."""
        ladder = [one for one in self.all() if one.staff != self.shift.staff.id]
        told = self.circles.kept_out(record)
        named = [one.rung for one in ladder if one.name and names_in(told, one.name)]
        out = {*self.circles.of(record).barred, *self.circles.named(record)}
        return climb(ladder, out, named)
