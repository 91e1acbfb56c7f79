"""The second person: a colleague who says yes on the same laptop, with their own passphrase."""

from collections.abc import Callable
from dataclasses import dataclass

from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Staff
from welfare_app.domain.referral import NOBODY, Checked
from welfare_app.domain.roles import Act, may
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Keys, WayIn


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Finds who may vouch beside the person at work, and hears them do it."""

    shift: Shift
    keys: Callable[[], Keys]

    def people(self) -> tuple[WayIn, ...]:
        """Who can be the second: everyone else with a way in whose role allows it."""
        able = {one.id for one in self._others()}
        return tuple(one for one in self.keys().people() if one.staff in able)

    def vouch(self, staff: StaffId, passphrase: str) -> Staff:
        """That person, once their own passphrase has shown it is they. Call it in a job."""
        found = next((one for one in self._others() if one.id == staff), None)
        if found is None:
            raise Refused("second.not-able")
        self.keys().unlock(staff, passphrase)
        return found

    def look(self, staff: str, passphrase: str, alone: str) -> Checked:
        """Who read something through before it leaves, or why nobody did. Call it in a job.

        Where nobody else can vouch there is nobody to ask; where somebody can, it is one or the
        other.
        """
        if alone.strip():
            return Checked(None, alone.strip())
        if not self.people():
            return NOBODY
        return Checked(self.vouch(StaffId(staff), passphrase).id)

    def _others(self) -> tuple[Staff, ...]:
        with self.shift.work() as work:
            staff = work.register.staff()
        mine = self.shift.staff.id
        return tuple(
            one
            for one in staff
            if one.id != mine and one.welcome and may(one.role, Act.CHECK_OTHERS)
        )
