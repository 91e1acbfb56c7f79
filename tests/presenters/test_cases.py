"""Cases: every pack and interview, with where it stands."""

import pytest

from tests.desks import sign_off
from welfare_app.domain.answers import Answer
from welfare_app.domain.desk_view import Order
from welfare_app.presenters.cases import (
    ALL,
    CLOSED,
    COLUMNS,
    MINE,
    ORDERS,
    SHOWN,
    WEEK,
    CasesPresenter,
)
from welfare_app.presenters.places import AtInterview, AtPack
from welfare_app.services.desk import INTERVIEW


@pytest.fixture
def cases(desk, screens, went):
    return CasesPresenter(
        screens, desk.around, desk.definitions, desk.shift, desk.staff_names(), went.append
    )


@pytest.fixture
def begin(desk):
    def begun(**answers):
        talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
        for field, words in answers.items():
            desk.interviews.answer(talk.id, field.replace("_", "-"), Answer(words))
        return talk.id

    return begun


def rows(screens):
    return screens.now.rows(screens.now.ids)


def cells(screens):
    return [row.cells for row in rows(screens)]


def numbers(screens):
    return [row.cells[0] for row in rows(screens)]


def test_an_empty_vault_has_nothing_to_choose_from(cases, screens):
    cases.begin()

    assert (screens.now.ids, screens.now.any_at_all) == ((), False)


def test_a_talk_says_who_it_is_with_where_and_who_holds_it(cases, screens, begin):
    talk = begin(first_name="Quixotic", last_name="Example", site="Alder Mill")
    cases.begin()

    worker = ("W-0001", "Quixotic E.", "Alder Mill", "Welfare interview under way", "", "", "Rosa")
    assert cells(screens) == [worker]
    assert rows(screens)[0].place == AtInterview(talk)
    assert len(COLUMNS) == len(worker)


def test_a_talk_signed_off_is_closed_and_still_found_under_all(cases, screens, desk, begin):
    sign_off(desk, begin())
    cases.begin()
    assert (screens.now.ids, screens.now.any_at_all) == ((), True)

    cases.show(CLOSED)
    assert cells(screens)[0][3] == "Welfare interview finished"
    cases.show(ALL)
    assert numbers(screens) == ["W-0001"]


def test_a_pack_shows_its_stage_and_by_when(cases, screens, desk, clock):
    pack = desk.packs.open(None)
    cases.begin()
    assert cells(screens) == [("P-0001", "No name yet", "", "Noticed", "", "", "Rosa")]

    desk.packs.skip(pack.id, "S0", "Told by telephone")
    cases.begin()
    assert cells(screens)[0][3:5] == ("Safe now", "14:00 today")
    assert not rows(screens)[0].late

    clock.move(hours=25)
    assert cells(screens)[0][3:5] == ("Safe now", "1 day late")
    assert rows(screens)[0].late


def test_a_pack_with_everything_behind_it_is_closed(cases, screens, desk):
    pack = desk.packs.open(None)
    for number in range(11):
        desk.packs.skip(pack.id, f"S{number}", "Told by telephone")
    cases.show(CLOSED)

    assert cells(screens)[0][3:5] == ("All stages done", "")


def test_what_is_due_this_week_leaves_out_what_has_no_time(cases, screens, desk):
    timed, _ = desk.packs.open(None), desk.packs.open(None)
    desk.packs.skip(timed.id, "S0", "Told by telephone")
    cases.show(WEEK)

    assert numbers(screens) == ["P-0001"]


def test_mine_are_those_i_began(cases, screens, begin):
    begin()
    cases.show(MINE)

    assert numbers(screens) == ["W-0001"]
    assert screens.now.said == "1 of mine, open, soonest due first"


def test_a_word_is_looked_for_in_open_and_closed_cases_alike(cases, screens, desk, begin):
    sign_off(desk, begin(first_name="Zażółć"))
    begin(first_name="Other")
    cases.find("zazolc")

    assert numbers(screens) == ["W-0001"]
    assert screens.now.finding
    assert screens.now.said == "1 found, soonest due first"
    cases.find("   ")
    assert numbers(screens) == ["W-0002"]
    assert not screens.now.finding


def test_sorting_by_the_same_again_turns_the_order_round(cases, screens, desk, begin):
    for site in ("Alder Mill", "Quarry Lane"):
        begin(site=site)
    cases.sort(Order.SITE)
    assert numbers(screens) == ["W-0001", "W-0002"]

    cases.sort(Order.SITE)
    assert numbers(screens) == ["W-0002", "W-0001"]
    assert screens.now.said.endswith("by site, backwards")
    cases.sort(Order.NUMBER)
    assert numbers(screens) == ["W-0001", "W-0002"]


def test_every_order_and_every_choice_has_words(cases, screens):
    for order, _ in ORDERS:
        for shown, _ in SHOWN:
            cases.show(shown)
            cases.sort(order)
            assert screens.now.said


def test_packs_stand_above_interviews_when_they_are_in_order_of_number(cases, screens, desk, begin):
    for _ in range(2):
        desk.packs.open(begin())
    cases.sort(Order.NUMBER)
    cases.sort(Order.NUMBER)

    assert numbers(screens) == ["P-0002", "P-0001", "W-0002", "W-0001"]


def test_a_row_leads_to_its_record(cases, screens, desk, went):
    pack = desk.packs.open(None)
    cases.begin()
    cases.follow(rows(screens)[0].place)

    assert went == [AtPack(pack.id)]


def test_names_and_sites_stay_out_of_repr_of_the_desk(cases, screens, begin):
    begin(first_name="Quixotic", site="Quixotic")
    cases.begin()

    assert "uixotic" not in repr(screens.now)
