"""A case kept to a circle, and whoever sits outside it."""

from pathlib import Path

import pytest

from tests.desks import ORGANISATION
from tests.services.test_own_work import asks, put, something  # noqa: F401 - a fixture
from welfare_app.domain.answers import Answer
from welfare_app.domain.desk_view import DeskView
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.ids import FieldId, StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.services import keep_circle
from welfare_app.services.desk import set_up
from welfare_app.services.shift import Shift

CANARY = "Zephyrine"
MINA = Staff(StaffId("staff-mina"), "Mina Example", Role.LEAD)
OMAR = Staff(StaffId("staff-omar"), "Omar Example", Role.CHAMPION)
SOURCES = Path(keep_circle.__file__).parent


def seat(tools, vault, staff, heard=lambda _: None):
    return set_up(tools, Shift(vault, staff, tools.now, tools.new_id, heard), ORGANISATION)


@pytest.fixture
def kept(case):
    """The sample case, named by a word that stands nowhere else, and kept to Rosa."""
    desk = case.desk
    with desk.shift.work() as work:
        for one in (MINA, OMAR):
            work.register.save_staff(one, because=StaffAdded(one.id, one.role))
        work.commit()
    for field in ("first-name", "site"):
        desk.interviews.answer(case.interview, FieldId(field), Answer(CANARY))
    assert desk.around.ids(DeskView(words=CANARY)), "the canary can be found before"
    desk.circles.draw(case.pack, [], [])
    return case


@pytest.fixture
def outside(tools, kept):
    return seat(tools, kept.desk.shift.vault, MINA)


@pytest.fixture
def champion(tools, kept):
    return seat(tools, kept.desk.shift.vault, OMAR)


def words_in(found, depth=0):
    """Everything a service gave, as text, with what its repr leaves out."""
    if isinstance(found, bytes):
        return found.decode("latin-1")
    if isinstance(found, dict):
        return " ".join(words_in(each, depth + 1) for pair in found.items() for each in pair)
    if isinstance(found, (tuple, list, set, frozenset)):
        return " ".join(words_in(each, depth + 1) for each in found)
    slots = getattr(type(found), "__dataclass_fields__", {})
    if slots and depth < 12:
        return " ".join(words_in(getattr(found, name), depth + 1) for name in slots)
    return str(found)
