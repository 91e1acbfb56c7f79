"""Home: what needs me now, and the two ways to begin."""

import subprocess
import sys

import pytest

from tests.desks import sign_off
from welfare_app.domain.answers import Answer
from welfare_app.presenters.home import HomePresenter
from welfare_app.presenters.places import AtCases, AtInterview, AtPack
from welfare_app.services.desk import INTERVIEW


@pytest.fixture
def home(desk, screens, went):
    presenter = HomePresenter(
        screens,
        desk.around,
        desk.interviews,
        desk.packs,
        desk.definitions,
        desk.shift.now,
        went.append,
        practice=False,
    )
    presenter.begin()
    return presenter


def begin(desk):
    return desk.interviews.start(desk.definitions.form(INTERVIEW).form)


def test_a_quiet_day_needs_nothing_and_still_has_someone_to_call(home, screens):
    assert (screens.now.needs, screens.now.later) == ((), ())
    assert screens.now.today == "Tuesday 12 May"
    assert screens.now.helpline.digits
    assert "2026" in screens.now.helpline.checked


def test_beginning_an_interview_leads_into_it(home, desk, went):
    home.start_interview()

    [place] = went
    assert desk.interviews.resume(place.interview).number == "W-0001"
    assert isinstance(place, AtInterview)


def test_a_worry_alone_opens_a_pack_and_leads_into_it(home, desk, went):
    home.open_pack()

    [place] = went
    assert isinstance(place, AtPack)
    assert desk.packs.get(place.pack).interview is None


def test_an_interview_left_open_asks_to_be_finished(home, desk, screens):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "site", Answer("Packhouse"))
    home.changed(frozenset({talk.id}))

    [need] = screens.now.needs
    assert need.about == "Welfare interview W-0001, begun 13:00 today"
    assert (need.when, need.late, need.place) == ("1 answer", False, AtInterview(talk.id))

    desk.interviews.answer(talk.id, "first-name", Answer("Test"))
    home.begin()
    assert screens.now.needs[0].when == "2 answers"


def test_a_finished_interview_needs_nothing_more(home, desk, screens):
    sign_off(desk, begin(desk).id)
    home.begin()

    assert screens.now.needs == ()


def test_a_talk_under_watch_comes_back_on_its_day_and_not_before(home, desk, screens, clock):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "outcome", Answer("watch"))
    desk.interviews.answer(talk.id, "review-date", Answer("2026-05-20"))
    sign_off(desk, talk.id)
    home.begin()
    assert screens.now.needs == ()
    assert screens.now.later == (("Wednesday 20 May", "Look again at Welfare interview W-0001"),)

    clock.move(days=8)
    home.begin()
    [need] = screens.now.needs
    assert (need.when, need.late, need.place) == ("today", False, AtInterview(talk.id))

    clock.move(days=2)
    home.begin()
    assert (screens.now.needs[0].when, screens.now.needs[0].late) == ("2 days late", True)

    desk.interviews.add(talk.id, "outcome", "Looked again: his pay is right")
    home.begin()
    assert screens.now.needs == ()


def test_an_outcome_of_a_pack_waits_for_the_pack_and_any_other_for_nothing(home, desk, screens):
    for outcome in ("incident-pack", "explained"):
        talk = begin(desk)
        desk.interviews.answer(talk.id, "outcome", Answer(outcome))
        sign_off(desk, talk.id)
    home.begin()

    [need] = screens.now.needs
    assert need.about == "Welfare interview W-0001 asks for an incident pack, and has none"


def test_a_pack_asks_for_the_stage_that_is_due(home, desk, screens):
    pack = desk.packs.open(None)
    desk.packs.skip(pack.id, "S0", "Told by telephone")
    home.begin()

    [need] = screens.now.needs
    assert need.what == "Agree who may know, and how to reach the worker safely"
    assert need.about == "Pack P-0001. Stage 2 of 11"
    assert (need.when, need.late, need.place) == ("by 14:00 today", False, AtPack(pack.id))


def test_what_is_late_says_by_how_much(home, desk, screens, clock):
    pack = desk.packs.open(None)
    desk.packs.skip(pack.id, "S0", "Told by telephone")
    clock.move(minutes=90)
    home.begin()

    [need] = screens.now.needs
    assert (need.when, need.late, need.icon) == ("30 min late", True, "circle-alert")


def test_the_most_pressing_comes_first(home, desk, screens, clock):
    pack = desk.packs.open(None)
    desk.packs.skip(pack.id, "S0", "Told by telephone")
    clock.move(minutes=30)
    begin(desk)
    clock.move(hours=3)
    desk.packs.open(None)
    home.begin()

    assert [need.about.split(",")[0].split(".")[0] for need in screens.now.needs] == [
        "Welfare interview W-0001",
        "Pack P-0001",
        "Pack P-0002",
    ]


def test_what_runs_beside_the_stage_that_is_due_is_named_for_later(home, desk, screens):
    pack = desk.packs.open(None)
    for stage in ("S0", "S1", "S2"):
        desk.packs.skip(pack.id, stage, "Told by telephone")
    home.begin()

    assert screens.now.later == (("14:00 today", "Keep the evidence, P-0001"),)


def test_only_so_much_is_shown_at_once(home, desk, screens):
    for _ in range(10):
        begin(desk)
    home.begin()

    assert len(screens.now.needs) == 8


def test_following_a_need_goes_there(home, went):
    home.follow(AtCases())

    assert went == [AtCases()]


@pytest.mark.parametrize(
    "module",
    ["home", "interview", "pack", "referral", "reading", "seal", "check", "unlock", "first_run"],
)
def test_a_presenter_needs_no_qt(module):
    check = f"import welfare_app.presenters.{module}, sys; assert 'PySide6' not in sys.modules"

    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_nothing_on_home_names_a_worker(home, desk, screens):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "first-name", Answer("Quixotic"))
    home.begin()

    assert "Quixotic" not in repr(screens.now)
