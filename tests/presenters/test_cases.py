"""Cases: every pack and interview, with where it stands."""

import pytest

from tests.desks import sign_off
from welfare_app.presenters.cases import COLUMNS, CasesPresenter
from welfare_app.presenters.places import AtInterview, AtPack
from welfare_app.services.desk import INTERVIEW


@pytest.fixture
def cases(desk, screens, went):
    return CasesPresenter(screens, desk.around, desk.definitions, desk.shift.now, went.append)


def rows(cases, screens):
    return [row.cells for row in shown(cases, screens)]


def shown(cases, screens):
    cases.begin()
    return screens.now.rows(screens.now.ids)


def test_an_empty_vault_has_no_rows(cases, screens):
    assert rows(cases, screens) == []


def test_an_interview_is_under_way_until_it_is_finished(cases, screens, desk):
    talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)

    assert rows(cases, screens) == [("W-0001", "13:00 today", "Welfare interview under way", "")]
    sign_off(desk, talk.id)
    assert rows(cases, screens) == [("W-0001", "13:00 today", "Welfare interview finished", "")]
    assert shown(cases, screens)[0].place == AtInterview(talk.id)


def test_a_pack_shows_its_stage_and_by_when(cases, screens, desk, clock):
    pack = desk.packs.open(None)
    assert rows(cases, screens) == [("P-0001", "13:00 today", "Noticed", "")]

    desk.packs.skip(pack.id, "S0", "Told by telephone")
    assert rows(cases, screens)[0][2:] == ("Safe now", "by 14:00 today")
    assert not shown(cases, screens)[0].late

    clock.move(hours=25)
    assert rows(cases, screens)[0][1:] == ("13:00 yesterday", "Safe now", "1 day late")
    assert shown(cases, screens)[0].late


def test_a_pack_with_everything_behind_it_says_so(cases, screens, desk):
    pack = desk.packs.open(None)
    for number in range(11):
        desk.packs.skip(pack.id, f"S{number}", "Told by telephone")

    assert rows(cases, screens)[0][2:] == ("All stages done", "")


def test_packs_stand_above_interviews_and_the_newest_first(cases, screens, desk):
    form = desk.definitions.form(INTERVIEW).form
    for _ in range(2):
        desk.packs.open(desk.interviews.start(form).id)

    assert [cells[0] for cells in rows(cases, screens)] == ["P-0002", "P-0001", "W-0002", "W-0001"]
    assert all(len(cells) == len(COLUMNS) for cells in rows(cases, screens))


def test_a_row_leads_to_its_record(cases, screens, desk, went):
    pack = desk.packs.open(None)
    cases.follow(shown(cases, screens)[0].place)

    assert went == [AtPack(pack.id)]
