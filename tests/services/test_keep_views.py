"""Each person keeps their own views of the desk, and nothing is left of one that goes."""

import pytest

from tests.conftest import KEY
from tests.desks import events, stopped
from tests.store.decrypted import decrypted
from welfare_app.domain.desk_view import Order
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import StaffId
from welfare_app.domain.kept_view import MOST_VIEWS, Looking, Narrowing

CANARY = "Quixotelia"
WRONG = (
    '{"name": 7, "shown": "open", "narrowing": {"site": "", "more": ""}, "words": "", '
    '"order": "due", "descending": false}'
)
LATE = Looking("open", Narrowing(site="Alder Mill", due="late"), "", Order.SITE, True)


@pytest.fixture
def views(desk):
    return desk.views


def test_a_view_comes_back_as_it_was_kept_with_its_order_and_its_search(views):
    views.keep("Late", LATE)
    words = views.keep("Passports", Looking("all", words="passport"))

    assert [(one.name, one.looking) for one in views.mine()] == [
        ("Late", LATE),
        ("Passports", words.looking),
    ]


def test_nobody_sees_the_views_of_another(desk, views):
    views.keep("Late", LATE)

    with desk.shift.work() as work:
        assert work.views.of(StaffId("staff-idris")) == ()


def test_each_change_is_told_by_the_trail_without_a_name(desk, views):
    view = views.keep(CANARY, LATE)
    views.rename(view.id, f"{CANARY} again")
    views.put_back(views.remove(view.id))

    told = events(desk.shift.vault)[-4:]
    assert told == ["ViewKept", "ViewRenamed", "ViewRemoved", "ViewKept"]
    rows = desk.shift.vault._connection().execute("SELECT facts FROM audit").fetchall()
    assert all(CANARY not in facts for (facts,) in rows)
    assert [one.name for one in views.mine()] == [f"{CANARY} again"]


@pytest.mark.parametrize("name", ["late", " LATE ", "Late"])
def test_two_views_cannot_be_called_alike(views, name):
    views.keep("Late", LATE)
    other = views.keep("Other", Looking("all"))

    with stopped(Refused, "view.name-taken"):
        views.keep(name, Looking("all"))
    with stopped(Refused, "view.name-taken"):
        views.rename(other.id, name)


def test_a_view_may_be_renamed_to_its_own_name_in_other_capitals(views):
    view = views.keep("late", LATE)

    assert views.rename(view.id, "Late").name == "Late"


@pytest.mark.parametrize(
    ("name", "code"), [("", "view.no-name"), ("  ", "view.no-name"), ("x" * 41, "view.long-name")]
)
def test_a_name_is_something_that_fits_on_a_button(views, name, code):
    with stopped(Refused, code):
        views.keep(name, LATE)
    assert views.mine() == ()


def test_there_are_as_many_views_as_number_keys(views):
    for number in range(MOST_VIEWS):
        views.keep(f"View {number}", LATE)

    with stopped(Refused, "view.too-many"):
        views.keep("One more", LATE)
    gone = views.remove(views.mine()[3].id)
    views.keep("One more", LATE)
    with stopped(Refused, "view.too-many"):
        views.put_back(gone)


def test_a_view_put_back_stands_where_it_stood(views):
    first = views.keep("First", LATE)
    views.keep("Second", Looking("all"))
    views.put_back(views.remove(first.id))

    assert [one.name for one in views.mine()] == ["First", "Second"]


def test_a_view_that_is_gone_is_neither_renamed_nor_removed(views):
    view = views.keep("Late", LATE)
    views.remove(view.id)

    with stopped(Refused, "view.gone"):
        views.rename(view.id, "Later")
    with stopped(Refused, "view.gone"):
        views.remove(view.id)


def test_nothing_of_a_removed_view_is_left_in_the_vault(desk, views):
    view = views.keep(CANARY, Looking("all", words=CANARY))
    views.remove(view.id)
    connection = desk.shift.vault._connection()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    assert CANARY.encode() not in decrypted(desk.shift.vault._path, KEY)


def test_names_and_words_of_views_stay_out_of_repr(views):
    narrowing = Narrowing(site=CANARY)

    assert CANARY not in repr(views.keep(CANARY, Looking("all", narrowing, CANARY)))


def test_a_view_that_cannot_be_made_out_keeps_no_other_away(desk, views):
    views.keep("Late", LATE)
    for body in (
        "",
        "[]",
        '{"name": "Half"}',
        "7",
        "null",
        WRONG,
        '{"name": 1, "order": "sideways"}',
    ):
        desk.shift.vault._connection().execute(
            "INSERT INTO kept_view (id, staff, body) VALUES (?, ?, ?)",
            (f"broken {body}", desk.shift.staff.id, body),
        )

    assert [one.name for one in views.mine()] == ["Late"]


def test_where_the_desk_was_left_is_known_until_it_is_locked(views):
    assert views.where_left() is None
    views.leave(LATE)

    assert views.where_left() == LATE
