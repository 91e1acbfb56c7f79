"""Staff and their ways in: who may open the vault, and who may no longer.

The register in the vault says who is welcome; the list of slots holds their ways in. They are two
files, so every change has an order in which stopping half-way lets nobody in and shuts nobody
out: a newcomer is registered before they have a way in, and everything else is done to the way in
first. What is left half-done shows on the page and is finished by doing it again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import (
    Event,
    PassphraseChanged,
    RecoverySheetReplaced,
    StaffAdded,
    StaffRemoved,
    StaffRoleChanged,
    StaffSwitched,
    WaysInAccepted,
)
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Organisation, Role, Staff
from welfare_app.domain.roles import Act, may
from welfare_app.services.keep_circle import must_leave_someone
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Keys, StrengthJudge


class Way(StrEnum):
    """How someone's way in stands."""

    ON = "on"
    OFF = "off"
    NONE = "none"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone on the staff. `tied` says their way in opens only beside this laptop's keyring."""

    staff: Staff
    way: Way
    tied: bool
    mine: bool


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Someone to be added, and the passphrase they typed themselves."""

    name: str = field(repr=False)
    role: Role
    phone: str = field(repr=False)
    email: str = field(repr=False)
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ManageStaff:
    """What a lead does about staff.

    Every change takes the lead's `own` passphrase: it shows that it is they who sit at the open
    laptop, and it is where the vault's key comes from. Each takes about a second: call it in a job.
    """

    shift: Shift
    organisation: Organisation
    keys: Callable[[], Keys]
    strength: StrengthJudge
    portable_keys: Callable[[], Keys] | None = None
    """Makes ways in that do without this laptop's keyring, where that was chosen."""

    def everyone(self) -> tuple[Colleague, ...]:
        """Everyone there is or was, those who are gone last."""
        self.shift.must(Act.MANAGE_STAFF)
        ways = {one.staff: one for one in self.keys().people(everyone=True)}
        listed = []
        for staff in self._register():
            way = ways.get(staff.id)
            listed.append(
                Colleague(
                    staff,
                    _way(staff, enabled=way.enabled if way else None),
                    bool(way and way.device_secret),
                    staff.id == self.shift.staff.id,
                )
            )
        return tuple(sorted(listed, key=lambda one: one.way is Way.GONE))

    def faults(self) -> tuple[str, ...]:
        """Codes of what is wrong with the list of ways in. It may ask the keyring: use a job."""
        self.shift.must(Act.MANAGE_STAFF)
        return tuple(self.keys().faults())

    def add(self, newcomer: Newcomer, own: str, *, without_keyring: bool = False) -> Staff:
        """Give someone new a way in: first in the register, so that nobody unknown ever has one."""
        key = self._key(own)
        self._must_be_strong(newcomer.passphrase, newcomer.name)
        said = newcomer
        id = self._left_half_way(said.name) or StaffId(self.shift.new_id())
        staff = Staff(id, said.name, said.role, said.phone, said.email)
        self._save(staff, StaffAdded(staff.id, staff.role))
        self._making(portable=without_keyring).add(key, staff, newcomer.passphrase)
        return staff

    def give_passphrase(
        self, who: StaffId, new: str, own: str, *, without_keyring: bool = False
    ) -> None:
        """Set another passphrase for someone, as when they have forgotten theirs."""
        key, staff = self._key(own), self._known(who)
        if who == self.shift.staff.id:
            raise Refused("staff.own-way-in")
        self._must_be_strong(new, staff.name)
        keys = self._making(portable=without_keyring)
        if who in {one.staff for one in keys.people(everyone=True)}:
            keys.change_passphrase(key, who, new)
        else:
            keys.add(key, staff, new)
        self._note(PassphraseChanged(who))

    def switch(self, who: StaffId, own: str, *, on: bool) -> None:
        """Switch someone's way in off for a while, or on again."""
        key, staff = self._key(own), self._known(who)
        if not on:
            self._must_leave_a_lead(who)
            self._must_leave_circles(who)
        self.keys().switch(key, who, on=on)
        self._save(replace(staff, off=not on), StaffSwitched(who, on))

    def change_role(self, who: StaffId, role: Role, own: str) -> None:
        """Give someone another role."""
        key, staff = self._key(own), self._known(who)
        if role is not Role.LEAD:
            self._must_leave_a_lead(who)
        if not may(role, Act.READ_CASES):
            self._must_leave_circles(who)
        self.keys().change_role(key, who, role)
        self._save(replace(staff, role=role), StaffRoleChanged(who, role))

    def take_away(self, who: StaffId, own: str) -> None:
        """Take someone's way in away. What they wrote keeps their name."""
        key, staff = self._key(own), self._known(who)
        self._must_leave_a_lead(who)
        self._must_leave_circles(who)
        keys = self.keys()
        if who in {one.staff for one in keys.people(everyone=True)}:
            keys.remove(key, who)
        self._save(replace(staff, gone=True), StaffRemoved(who))

    def new_sheet(self, own: str) -> str:
        """The code of a new recovery sheet. The one before no longer opens the vault."""
        code = self.keys().replace_recovery(self._key(own))
        self._note(RecoverySheetReplaced())
        return code

    def accept(self, own: str) -> None:
        """Keep the list of ways in as it is, though an older one was put back."""
        self.keys().accept(self._key(own))
        self._note(WaysInAccepted())

    def _key(self, own: str) -> bytes:
        self.shift.must(Act.MANAGE_STAFF)
        if self.organisation.practice:
            raise Refused("staff.practice")
        return self.keys().unlock(self.shift.staff.id, own)

    def _making(self, *, portable: bool) -> Keys:
        return (self.portable_keys if portable and self.portable_keys else self.keys)()

    def _register(self) -> tuple[Staff, ...]:
        with self.shift.work() as work:
            return work.register.staff()

    def _known(self, who: StaffId) -> Staff:
        staff = next((one for one in self._register() if one.id == who), None)
        if staff is None or staff.gone:
            raise Refused("staff.gone")
        return staff

    def _left_half_way(self, name: str) -> StaffId | None:
        """Someone of this name whose addition stopped before they had a way in."""
        listed = (one for one in self.everyone() if one.way is Way.NONE and one.staff.name == name)
        return next((one.staff.id for one in listed), None)

    def _must_leave_a_lead(self, who: StaffId) -> None:
        """Refuse to change oneself, and whatever would leave no lead by both lists."""
        ways = {one.staff for one in self.keys().people() if one.role == Role.LEAD}
        leads = [one for one in self._register() if one.role is Role.LEAD and one.welcome]
        if not any(one.id in ways and one.id != who for one in leads):
            raise Refused("staff.last-lead")
        if who == self.shift.staff.id:
            raise Refused("staff.own-way-in")

    def _must_leave_circles(self, who: StaffId) -> None:
        """Refuse to take the last away who can read a case that is kept to a circle."""
        with self.shift.upkeep() as work:
            must_leave_someone(work, who)

    def _must_be_strong(self, passphrase: str, name: str) -> None:
        if not self.strength(passphrase, (name, self.organisation.name)).enough:
            raise Refused("key.weak-passphrase")

    def _save(self, staff: Staff, because: Event) -> None:
        with self.shift.work() as work:
            work.register.save_staff(staff, because=because)
            if staff.gone:
                work.views.forget(staff.id)
            changes = work.commit()
        self.shift.announce(changes)

    def _note(self, because: Event) -> None:
        with self.shift.work() as work:
            work.audit.note(because)
            work.commit()


def _way(staff: Staff, *, enabled: bool | None) -> Way:
    """How a way in stands by both lists: it opens only where neither says no."""
    if staff.gone:
        return Way.GONE
    if enabled is None:
        return Way.NONE
    return Way.ON if enabled and not staff.off else Way.OFF
