"""Two laptops with a desk each, that know one another's cards. All invented."""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.desks import ORGANISATION, ROSA, register
from welfare_app.domain.courier import Colleague
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.services.desk import Desk, set_up
from welfare_app.services.shift import Shift

BEN = Staff(StaffId("staff-ben"), "Ben Example", Role.CHAMPION)


@dataclass
class Side:
    """One of the two: its desk, and the folder its files lie in."""

    desk: Desk
    folder: Path
    heard: list

    @property
    def vault(self):
        return self.desk.shift.vault

    def whom(self) -> Colleague:
        [one] = self.desk.colleagues.all()
        return one

    def send(self, record, path=None):
        path = path or self.folder / "parcel.notes"
        self.desk.sending.send(record, self.whom().id, "She moves to their site", path)
        return path

    def take(self, path):
        return self.desk.receiving.take(self.desk.receiving.look(path))


def side(tools, vault, folder, staff, laptop) -> Side:
    heard = []
    organisation = replace(ORGANISATION, laptop=laptop)
    shift = Shift(vault, staff, tools.now, tools.new_id, heard.append)
    return Side(set_up(tools, shift, organisation), folder, heard)


@contextmanager
def laptop_beside(tools, identity, folder, number=7, staff=BEN, laptop="Site laptop 9"):
    """Another laptop of the organisation, with an empty vault."""
    folder.mkdir()
    vault = tools.door.create(folder, bytes([number]) * 32)
    register(vault, identity)
    with vault.work(ROSA.id) as work:
        from welfare_app.domain.events import StaffAdded

        work.register.save_staff(staff, because=StaffAdded(staff.id, staff.role))
        work.commit()
    yield side(tools, vault, folder, staff, laptop)
    assert vault.examine().sound
    vault.close()


def introduce(one: Side, other: Side, *, confirmed=True):
    """Each takes in the other's card, and compares it."""
    for giver, taker in ((one, other), (other, one)):
        card = giver.folder / f"from-{giver.desk.shift.staff.id}.card"
        giver.desk.colleagues.save_card(card)
        colleague = taker.desk.colleagues.add(card)
        assert colleague.card.fingerprint == giver.desk.colleagues.keys().card.fingerprint
        if confirmed:
            taker.desk.colleagues.confirm(colleague.id)
