"""A shift: who is at the laptop, and what they work with until they lock it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from welfare_app.domain.people import Staff
from welfare_app.services.ports import Changes, Clock, OpenVault, UnitOfWork


@dataclass(frozen=True, slots=True)
class Shift:
    """Handed to every service. `announce` tells open screens which records changed."""

    vault: OpenVault = field(repr=False)
    staff: Staff
    now: Clock
    new_id: Callable[[], str]
    announce: Callable[[Changes], None]

    def work(self) -> UnitOfWork:
        """A piece of work in this person's name."""
        return self.vault.work(self.staff.id)
