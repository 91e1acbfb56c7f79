"""A shift: who is at the laptop, and what they work with until they lock it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from welfare_app.domain.people import Staff
from welfare_app.domain.roles import Act, may
from welfare_app.services.own_work import not_yours, own
from welfare_app.services.ports import Changes, Clock, UnitOfWork
from welfare_app.services.vaults import OpenVault


@dataclass(frozen=True, slots=True)
class Shift:
    """Handed to every service. `announce` tells open screens which records changed."""

    vault: OpenVault = field(repr=False)
    staff: Staff
    now: Clock
    new_id: Callable[[], str]
    announce: Callable[[Changes], None]

    def work(self) -> UnitOfWork:
        """A piece of work in this person's name, holding what their role may have in hand."""
        return own(self.vault.work(self.staff.id), self.staff.role)

    def upkeep(self) -> UnitOfWork:
        """The same past every circle: for the cards, which are the same whoever makes them.

        Nothing that was read in it may be shown, or leave the service that asked.
        """
        return own(self.vault.upkeep(self.staff.id), self.staff.role)

    def may(self, act: Act) -> bool:
        """Whether this person's role allows it."""
        return may(self.staff.role, act)

    def must(self, act: Act) -> None:
        """Refuse what this person's role does not allow."""
        if not self.may(act):
            raise not_yours(self.staff.role)
