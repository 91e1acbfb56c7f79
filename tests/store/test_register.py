"""Who works with the vault, as written down now and by versions before."""

from tests.factories import ROSA
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.people import Role, Staff

IDRIS = Staff("staff-idris", "Idris Example", Role.CHAMPION, "0113 496 0001", "idris@example.org")


def test_a_member_of_staff_comes_back_whole(vault):
    with vault.work(ROSA) as work:
        work.register.save_staff(IDRIS, because=StaffAdded(IDRIS.id, IDRIS.role))
        work.commit()

    with vault.work(ROSA) as work:
        assert work.register.staff() == (IDRIS,)


def test_someone_added_before_e_mails_were_asked_for_is_still_known(vault):
    said = {"name": "Idris Example", "role": "champion", "phone": "0113 496 0001"}
    with vault.work(ROSA) as work:
        work.register._keep(IDRIS.id, "staff", said, StaffAdded(IDRIS.id, IDRIS.role))
        work.commit()

    with vault.work(ROSA) as work:
        [staff] = work.register.staff()
    assert (staff.email, staff.ways) == ("", ("0113 496 0001",))
    assert vault.examine().sound
