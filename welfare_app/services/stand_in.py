"""Whose vault it is and who opened it, where damage took that: nobody is locked out by it."""

from collections.abc import Sequence

from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Organisation, Role, Staff
from welfare_app.services.register_ports import Register
from welfare_app.services.tools import WayIn

UNREADABLE = "record.unreadable"
NAMELESS = "Name cannot be read"


def organisation_of(register: Register) -> Organisation:
    """The organisation, or one that says that its name cannot be read."""
    try:
        return register.organisation()
    except Unavailable as error:
        if error.code != UNREADABLE:
            raise
        return Organisation(NAMELESS, Nation.ENGLAND, "")


def staff_of(register: Register, ways: Sequence[WayIn]) -> tuple[Staff, ...]:
    """Everyone; those whose entry cannot be read as their way in names them."""
    known = register.staff()
    if not register.unreadable_staff():
        return known
    ids = {one.id for one in known}
    return (
        *known,
        *(
            Staff(StaffId(one.staff), one.name, Role(one.role), "")
            for one in ways
            if one.staff not in ids and one.role in set(Role)
        ),
    )
