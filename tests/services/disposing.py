"""A desk with a second person at hand, for tests of disposing and of access. All invented."""

from tests.desks import ROSA, WORDS, quick_keys
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.services.dispose import Dispose
from welfare_app.services.review_retention import ReviewRetention
from welfare_app.services.second_person import SecondPerson

IDRIS = Staff(StaffId("staff-idris"), "Idris Example", Role.CHECKER)
THEIR_WORDS = "copper walnut bicycle harbour"


def second_at(desk, folder):
    """Someone who can vouch, with a passphrase of their own."""
    keys = quick_keys(folder)
    key, _ = keys.create(ROSA, WORDS)
    keys.add(key, IDRIS, THEIR_WORDS)
    with desk.shift.work() as work:
        work.register.save_staff(IDRIS, because=StaffAdded(IDRIS.id, IDRIS.role))
        work.commit()
    return SecondPerson(desk.shift, lambda: quick_keys(folder))


def disposing(desk, folder, renderer, **more):
    """What disposes at a desk."""
    review = ReviewRetention(desk.shift, desk.definitions)
    second = second_at(desk, folder)
    return Dispose(desk.shift, desk.definitions, review, second, renderer, **more)
