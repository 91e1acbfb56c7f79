"""What the ladder says: on its page, and beside a stage of a pack."""

from dataclasses import replace

import pytest

from tests.desks import Screens
from tests.services.test_keep_ladder import BO, BOARD
from welfare_app.domain.answers import Answer
from welfare_app.domain.ids import FieldId
from welfare_app.domain.ladder import Rung, key
from welfare_app.presenters.ladder import LadderPresenter, Typed
from welfare_app.presenters.ladder_words import NOBODY_LEFT, NOBODY_YET


@pytest.fixture
def page(desk):
    view = Screens()
    presenter = LadderPresenter(view, desk.ladder, desk.definitions)
    presenter.begin()
    return presenter, view


def test_a_rung_is_written_down_and_goes_stale(desk, page, clock):
    presenter, view = page

    presenter.change("line")
    assert view.now.title == "Line manager on site"
    presenter.put(Typed(" Bo Sample ", "0113 496 0002", "", "", checked=True))

    assert view.now.done == "Line manager on site: kept."
    assert (view.now.lines[0].name, view.now.lines[0].note) == ("Bo Sample", "checked 12 May 2026")
    clock.move(days=200)
    presenter.begin()
    assert view.now.lines[0].note == "not checked since 12 May 2026"
    assert view.now.lines[0].stale


def test_a_number_that_will_not_do_is_said_beside_it_and_nothing_is_kept(page):
    presenter, view = page
    presenter.change("line")

    presenter.put(Typed("Bo Sample", "12", "", "", checked=False))

    assert [field for field, _ in view.now.problems] == ["phone"]
    assert view.now.lines[0].name == ""


def test_a_pack_says_whom_to_tell_first_and_next(desk, run_book):
    assert run_book()[1].now.climb.outside == NOBODY_YET
    for one in (BO, BOARD):
        desk.ladder.put(one, checked=True)

    climb = run_book()[1].now.climb

    assert (climb.now.name, climb.now.ways) == ("Bo Sample", ("0113 496 0002",))
    assert climb.after.name == "Nia Trustee"
    assert climb.outside == ""


def test_who_is_named_is_passed_over_without_their_number(desk, pack, run_book):
    for one in (BO, BOARD):
        desk.ladder.put(one, checked=True)
    desk.packs.answer(pack, FieldId("inside-who"), Answer("Bo, on nights"))

    climb = run_book()[1].now.climb

    assert climb.now.name == "Nia Trustee"
    [said] = climb.passed
    assert said.startswith("Bo Sample is passed over")
    assert "0113" not in said


def test_where_nobody_is_left_somebody_outside_is_told(desk, pack, run_book):
    for one in (BO, replace(BOARD, name="Nia Trustee")):
        desk.ladder.put(one, checked=True)
    desk.circles.draw(pack, [], [key(Rung.LINE), key(Rung.BOARD)])

    climb = run_book()[1].now.climb

    assert (climb.now, climb.outside) == (None, NOBODY_LEFT)
    assert len(climb.passed) == 2
    assert [one.digits for one in climb.numbers][:1] == ["08000 121 700"]


def test_later_stages_do_not_send_anyone_up_the_ladder(run_book):
    assert run_book("S6")[1].now.climb is None
