"""The filters of the desk: chosen from what the vault holds, and said plainly while on."""

from datetime import timedelta

import pytest

from tests.desks import sign_off
from welfare_app.domain.answers import Answer
from welfare_app.presenters.cases import ALL, MINE, WEEK, CasesPresenter
from welfare_app.services.desk import INTERVIEW


@pytest.fixture
def cases(desk, screens, went):
    return CasesPresenter(
        screens, desk.around, desk.definitions, desk.shift, desk.staff_names(), went.append
    )


@pytest.fixture
def begin(desk):
    def begun(site="", **answers):
        talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
        for field, words in {**answers, **({"site": site} if site else {})}.items():
            desk.interviews.answer(talk.id, field.replace("_", "-"), Answer(words))
        return talk.id

    return begun


def numbers(screens):
    return [row.cells[0] for row in screens.now.rows(screens.now.ids)]


def offered(screens, key):
    [one] = [one for one in screens.now.filters if one.key == key]
    return dict(one.options)


def said(screens):
    return {one.label: one.said for one in screens.now.on}


def test_nothing_is_asked_about_filters_until_somebody_wants_them(cases, screens, begin):
    begin("Alder Mill")
    cases.begin()
    assert screens.now.filters == ()

    cases.open_filters(True)
    assert [one.label for one in screens.now.filters] == ["Site", "Path", "Stage", "Due", "With"]
    assert screens.now.on == ()


def test_only_what_the_vault_holds_can_be_chosen(cases, screens, desk, begin):
    begin("Alder Mill")
    desk.packs.open(begin("Quarry Lane"))
    cases.open_filters(True)

    assert list(offered(screens, "site").values()) == ["Any site", "Alder Mill", "Quarry Lane"]
    assert list(offered(screens, "stage").values()) == ["Any stage", "Noticed", "Talk under way"]
    assert list(offered(screens, "path").values()) == ["Any path"]
    assert list(offered(screens, "by").values()) == ["Anyone", "Rosa Example"]


def test_a_filter_keeps_what_it_names_and_is_said(cases, screens, begin):
    for site in ("Alder Mill", "Quarry Lane"):
        begin(site)
    cases.narrow("site", "Quarry Lane")

    assert numbers(screens) == ["W-0002"]
    assert said(screens) == {"Site": "Quarry Lane"}
    assert screens.now.said == "1 open, filtered, soonest due first"
    cases.clear()
    assert numbers(screens) == ["W-0001", "W-0002"]
    assert screens.now.on == ()


def test_sites_that_differ_by_capitals_and_spaces_are_one(cases, screens, begin):
    for site in ("alder mill", "Alder Mill", "ALDER  MILL", "Łódź Lane", "łódź lane"):
        begin(site)
    cases.open_filters(True)
    assert list(offered(screens, "site").values()) == ["Any site", "Alder Mill", "Łódź Lane"]

    cases.narrow("site", "alder mill")
    assert numbers(screens) == ["W-0001", "W-0002", "W-0003"]
    [one] = screens.now.on
    assert one.chosen in dict(one.options)
    cases.narrow("site", "ŁÓDŹ LANE")
    assert numbers(screens) == ["W-0004", "W-0005"]


def test_a_filter_goes_with_the_view_and_with_the_search(cases, screens, desk, begin):
    sign_off(desk, begin("Alder Mill", first_name="Quixotic"))
    begin("Alder Mill", first_name="Other")
    begin("Quarry Lane", first_name="Quixotic")
    cases.narrow("site", "Alder Mill")
    assert numbers(screens) == ["W-0002"]

    cases.show(ALL)
    assert numbers(screens) == ["W-0001", "W-0002"]
    cases.find("quixotic")
    assert numbers(screens) == ["W-0001"]


def test_stages_and_standings_are_told_apart_as_the_rows_say_them(cases, screens, desk, begin):
    sign_off(desk, begin())
    begin()
    pack = desk.packs.open(None)
    desk.packs.skip(pack.id, "S0", "Told by telephone")
    cases.show(ALL)
    for stage, number in (("finished", "W-0001"), ("under-way", "W-0002"), ("S1", "P-0001")):
        cases.narrow("stage", stage)
        assert numbers(screens) == [number]


def test_late_is_what_is_past_its_time_and_today_takes_it_in(cases, screens, desk, clock):
    timed, _ = desk.packs.open(None), desk.packs.open(None)
    desk.packs.skip(timed.id, "S0", "Told by telephone")
    cases.narrow("due", "late")
    assert numbers(screens) == []
    cases.narrow("due", "today")
    assert numbers(screens) == ["P-0001"]
    cases.narrow("due", "undated")
    assert numbers(screens) == ["P-0002"]

    clock.move(hours=25)
    cases.narrow("due", "late")
    assert numbers(screens) == ["P-0001"]


def test_a_talk_to_be_looked_at_again_today_is_not_late_before_tomorrow(
    cases, screens, desk, clock
):
    talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    desk.around.look()
    day = clock().astimezone().date()
    desk.shift.vault._connection().execute("UPDATE card SET due = ?", (day.isoformat(),))
    cases.narrow("due", "late")
    assert screens.now.ids == ()
    cases.narrow("due", "today")
    assert screens.now.ids == (talk.id,)

    clock.move(days=1)
    cases.narrow("due", "late")
    assert screens.now.ids == (talk.id,)


def test_a_span_narrows_the_view_and_never_widens_it(cases, screens, desk, clock):
    timed = desk.packs.open(None)
    desk.packs.skip(timed.id, "S0", "Told by telephone")
    cases.show(WEEK)
    cases.narrow("due", "today")
    assert numbers(screens) == ["P-0001"]

    clock.at -= timedelta(days=3)
    cases.begin()
    assert numbers(screens) == []
    cases.narrow("due", "week")
    assert numbers(screens) == ["P-0001"]


def test_mine_with_somebody_else_is_nobodys(cases, screens, begin):
    begin()
    cases.show(MINE)
    cases.narrow("by", "staff-idris")

    assert screens.now.ids == ()
    assert said(screens)["With"] == "someone, who has no case now"


def test_where_nothing_is_left_the_filter_that_hides_it_is_named(cases, screens, begin):
    begin("Alder Mill")
    begin("Alder Mill")
    cases.narrow("site", "Alder Mill")
    cases.narrow("due", "late")
    assert screens.now.nothing[1] == "Without “Due: Late” there are 2 cases."

    cases.narrow("site", "Gone Farm")
    assert screens.now.nothing[1] == (
        "The filters together leave nothing. Without them there are 2 cases."
    )


def test_where_it_is_not_the_filters_that_is_said(cases, screens, begin):
    begin("Alder Mill")
    cases.find("nobodyofthisname")
    cases.narrow("site", "Alder Mill")

    assert screens.now.nothing[1].startswith("It is not the filters.")


def test_a_site_that_comes_up_while_the_desk_is_open_can_be_chosen(cases, screens, begin):
    begin("Alder Mill")
    cases.open_filters(True)
    begin("Quarry Lane")
    cases.changed(frozenset())

    assert "Quarry Lane" in offered(screens, "site")


def test_paths_that_are_called_alike_are_one_choice(cases, screens, desk, begin):
    for path in ("labour-rights", "exploited", "strong"):
        id = begin()
        desk.around.look()
        desk.shift.vault._connection().execute("UPDATE card SET path = ? WHERE id = ?", (path, id))
    cases.open_filters(True)
    assert list(offered(screens, "path").values()) == ["Any path", "Referral", "Labour rights"]

    cases.narrow("path", "exploited")
    assert numbers(screens) == ["W-0001", "W-0002"]


def test_a_case_erased_while_the_desk_is_open_leaves_a_line_that_leads_nowhere(
    cases, screens, desk, begin, went
):
    gone, stays = begin("Alder Mill"), begin("Quarry Lane")
    cases.begin()
    shown = screens.now
    with desk.shift.work() as work:
        work.archive.erase(gone, "interview")
        work.commit()

    rows = shown.rows(shown.ids)
    assert [row.cells[1] for row in rows] == ["No longer here", "No name yet"]
    cases.follow(rows[0].place)
    assert went == []
    assert screens.now.ids == (stays,)


def test_sites_stay_out_of_repr_of_the_filters(cases, screens, begin):
    begin("Quixotic")
    cases.narrow("site", "Quixotic")

    assert "uixotic" not in repr(screens.now) + repr(cases.looking)


def test_a_stage_at_which_nobody_stands_is_called_by_its_name(cases, screens, desk, begin):
    begin("Alder Mill")
    cases.narrow("stage", "S1")
    assert said(screens) == {"Stage": "Safe now, where no case is now"}
    assert screens.now.on[0].gone

    cases.narrow("stage", "finished")
    assert said(screens) == {"Stage": "Talk finished, where no case is now"}
