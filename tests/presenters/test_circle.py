"""What the pages of circles say and do, and the line on Home."""

import pytest

from tests.desks import Now, Screens
from tests.services.circle.conftest import MINA, OMAR, seat
from welfare_app.domain.answers import Answer
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.ids import FieldId
from welfare_app.presenters.circle import BOTH, CirclePresenter
from welfare_app.presenters.glass import GlassPresenter
from welfare_app.presenters.home_circles import CirclesOnHome
from welfare_app.presenters.places import AtCircle, AtInterview
from welfare_app.services.keep_circle import BreakGlass


@pytest.fixture
def staffed(case):
    with case.desk.shift.work() as work:
        for one in (MINA, OMAR):
            work.register.save_staff(one, because=StaffAdded(one.id, one.role))
        work.commit()
    return case


@pytest.fixture
def page(staffed):
    desk, view = staffed.desk, Screens()
    presenter = CirclePresenter(
        view, staffed.pack, desk.circles, desk.ladder, desk.definitions, lambda: None
    )
    presenter.begin()
    return presenter, view


def test_those_a_pack_names_are_ticked_before_anybody_decides(staffed, page):
    presenter, view = page
    assert view.now.barred == ()

    staffed.desk.packs.answer(
        staffed.pack, FieldId("inside-who"), Answer("Omar, and the night driver")
    )
    presenter.begin()

    assert view.now.barred == (OMAR.id,)
    assert not view.now.stands


def test_a_circle_says_whom_it_is_kept_to_by_whom_and_why(page):
    presenter, view = page

    presenter.draw((OMAR.id,), (MINA.id,), "She books the van")

    assert view.now.now == "Kept to Rosa Example, Omar Example"
    assert view.now.since.endswith("“She books the van”")
    assert view.now.since.startswith("Rosa Example")
    assert (view.now.members, view.now.barred) == ((OMAR.id,), (MINA.id,))


def test_nobody_is_ticked_in_both_lists_and_nothing_is_kept_then(page):
    presenter, view = page

    presenter.draw((MINA.id,), (MINA.id,), "")

    assert view.now.problem == BOTH
    assert not view.now.stands


def test_opening_it_to_everyone_without_a_reason_says_what_to_do(page):
    presenter, view = page
    presenter.draw((), (), "")

    presenter.lift("")
    assert view.now.trouble.happened == "This needs a reason."
    assert view.now.stands
    presenter.lift("The police have it")

    assert not view.now.stands


@pytest.fixture
def glass(tools, staffed):
    staffed.desk.circles.draw(staffed.pack, [], [])
    outside = seat(tools, staffed.desk.shift.vault, MINA)
    view, gone = Screens(), []
    breaking = BreakGlass(outside.shift, lambda: None, practice=True)
    presenter = GlassPresenter(view, breaking, outside.definitions, Now(), gone.append)
    presenter.begin()
    return presenter, view, gone


def test_what_is_missing_is_asked_for_before_any_glass_is_broken(glass):
    presenter, view, gone = glass

    presenter.open("", " ", "")

    assert [key for key, _ in view.now.problems] == ["number", "reason"]
    presenter.open("W-0099", "He is missing", "")
    assert view.now.problems == (("number", "There is no case with this number here."),)
    assert gone == []


def test_broken_glass_leads_to_the_case_and_stands_on_home_until_read(staffed, glass, tools):
    presenter, _, gone = glass
    home = CirclesOnHome(staffed.desk.circles)

    presenter.open("P-0001", "He is missing", "")

    assert gone == [AtInterview(staffed.interview)]
    [need] = home.say(tools.now())
    assert need.what == "Mina Example opened W-0001 by breaking the glass"
    assert need.about == "“He is missing”"
    assert need.place == AtCircle(staffed.interview)
    staffed.desk.circles.see(staffed.interview)
    assert home.say(tools.now()) == ()
