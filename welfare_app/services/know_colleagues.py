"""Knowing colleagues: our own card to give, theirs to take, and the digits that prove them."""

from dataclasses import dataclass, replace
from pathlib import Path

from welfare_app.domain.courier import Colleague, CourierKeys, Vouched
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import (
    ColleagueAdded,
    ColleagueConfirmed,
    ColleagueRemoved,
    CourierKeysMade,
)
from welfare_app.domain.people import Organisation
from welfare_app.domain.roles import Act
from welfare_app.services.couriers import Courier
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Disk

LARGEST_CARD = 64 * 1024
"""Bytes. A larger file is no card, and is not read."""


@dataclass(frozen=True, slots=True)
class KnowColleagues:
    """What staff can do with the laptops cases go to."""

    shift: Shift
    organisation: Organisation
    courier: Courier
    disk: Disk

    def keys(self) -> CourierKeys:
        """This laptop's own pair, made the first time it is wanted."""
        self.shift.must(Act.SEND_CASES)
        with self.shift.work() as work:
            if found := work.colleagues.keys():
                return found
            keys = self.courier.new_keys(
                self.shift.staff.name,
                self.organisation.name,
                self.organisation.laptop,
                work.crossing.vault,
                practice=self.organisation.practice,
            )
            work.colleagues.save_keys(keys, because=CourierKeysMade(keys.card.fingerprint))
            work.commit()
        return keys

    def save_card(self, path: Path) -> None:
        """Write our card to a file. It holds no secret."""
        self.disk.write_whole(path, self.courier.write_card(self.keys()))

    def all(self) -> tuple[Colleague, ...]:
        """Those who were not removed, in the order added."""
        with self.shift.work() as work:
            return tuple(one for one in work.colleagues.all() if one.removed is None)

    def add(self, path: Path) -> Colleague:
        """Take in a colleague's card. Nothing goes to them until it is compared."""
        own = self.keys().card
        card = self.courier.read_card(_read(path))
        if card.practice != own.practice:
            raise Refused("courier.practice")
        if card.vault == own.vault or card.signs == own.signs:
            raise Refused("courier.own-card")
        colleague = Colleague(self.shift.new_id(), card, self._here())
        with self.shift.work() as work:
            there = [one for one in work.colleagues.all() if one.removed is None]
            if any(one.card.signs == card.signs or one.card.opens == card.opens for one in there):
                raise Refused("courier.known-already")
            added = ColleagueAdded(colleague.id, card.fingerprint)
            work.colleagues.save(colleague, because=added)
            changes = work.commit()
        self.shift.announce(changes)
        return colleague

    def confirm(self, id: str) -> Colleague:
        """Say that the fingerprint was compared with its owner, and agreed."""
        with self.shift.work() as work:
            fingerprint = work.colleagues.get(id).card.fingerprint
        return self._change(id, ColleagueConfirmed(id, fingerprint))

    def remove(self, id: str) -> Colleague:
        """Let no case go to them or come from them any more."""
        return self._change(id, ColleagueRemoved(id))

    def _change(self, id: str, because: ColleagueConfirmed | ColleagueRemoved) -> Colleague:
        self.shift.must(Act.SEND_CASES)
        with self.shift.work() as work:
            before = work.colleagues.get(id)
            if before.removed:
                raise Refused("courier.no-such-colleague")
            if isinstance(because, ColleagueConfirmed):
                after = replace(before, confirmed=self._here())
            else:
                after = replace(before, removed=self._here())
            work.colleagues.save(after, because=because)
            changes = work.commit()
        self.shift.announce(changes)
        return after

    def _here(self) -> Vouched:
        return Vouched(self.shift.staff.id, self.shift.now())


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refused("courier.not-a-card")
        with path.open("rb") as file:
            return file.read(LARGEST_CARD)
    except OSError as error:
        raise Unavailable("courier.cannot-read") from error
