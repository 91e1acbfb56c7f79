"""The run-book: what to do now, by when, whom to call, and what not to do."""

import pytest

from tests.desks import Screens
from welfare_app.domain.answers import Answer
from welfare_app.domain.contacts import Nation
from welfare_app.presenters.pack import PackPresenter
from welfare_app.presenters.pack_screen import size_words
from welfare_app.presenters.places import AtChronology, AtHome, AtPack, AtReferral
from welfare_app.presenters.questions import Asking
from welfare_app.services.desk import WORKFLOW
from welfare_app.services.versions import stages_of

NOTICED = {
    "danger-now": "no",
    "under-18": "no",
    "noticed-what": "Five wages, one account",
    "noticed-how": "records",
    "noticed-when": "2026-03-12",
}


@pytest.fixture
def rota(tmp_path):
    (tmp_path / "rota.png").write_bytes(b"rota")
    return tmp_path / "rota.png"


def states(view):
    return {step.key: step.state for group in view.now.rail.groups for step in group.steps}


def stamps(view):
    return {step.key: step.stamp for group in view.now.rail.groups for step in group.steps}


def test_a_new_pack_says_what_to_do_first_and_what_never_to_do(run_book):
    _, view = run_book()

    assert view.now.where == "Incident pack P-0001"
    assert view.now.card.order == "Write down what was noticed"
    assert view.now.card.why
    assert view.now.card.action == "What was noticed is written down"
    assert [question.id for question in view.now.card.questions] == list(NOTICED)
    assert "Accuse anyone" in view.now.never
    assert view.now.rail.folded == "Stage 1 of 11: Noticed"


def test_what_a_stage_asks_is_kept_as_soon_as_it_is_answered(run_book, desk, pack, heard):
    presenter, view = run_book()
    for _ in range(2):
        presenter.answered("noticed-what", Answer("Five wages, one account"))

    assert desk.packs.get(pack).answers["noticed-what"].value == "Five wages, one account"
    assert view.now.kept == "Kept 13:00"
    assert heard.count(frozenset({pack})) == 2  # run_book, and answered once


def test_a_stage_is_not_done_until_what_it_asks_is_there(run_book, desk, pack):
    presenter, view = run_book()
    assert not any(question.problem for question in view.now.card.questions)
    presenter.answered("noticed-what", Answer("Five wages, one account"))
    presenter.act()

    assert view.now.problems == "Four answers need another look"
    assert desk.packs.get(pack).done == {}


def test_a_stage_done_is_stamped_and_the_next_comes_to_the_middle(run_book, clock):
    presenter, view = run_book()
    for id, value in NOTICED.items():
        presenter.answered(id, Answer(value))
    clock.move(minutes=5)
    presenter.act()

    assert view.now.card.order == "Agree who may know, and how to reach the worker safely"
    assert (states(view)["S0"], stamps(view)["S0"]) == ("done", "Rosa, 13:05 today")
    assert (view.now.clock.left, view.now.clock.by) == ("55 min left", "by 14:00 today")
    assert view.now.problems == ""


def test_looking_at_a_stage_never_loses_the_one_that_is_due(run_book, behind):
    behind("S0")
    presenter, view = run_book()
    presenter.look_at("S0")
    assert (states(view)["S0"], states(view)["S1"]) == ("now", "next")
    assert view.now.card.action == "Back to what is due"
    assert view.now.card.stamp == "passed over, Rosa, 13:00 today"
    assert view.now.clock is None
    assert presenter.place.stage == "S0"

    presenter.act()
    assert states(view)["S1"] == "now"


def test_a_stage_that_waits_says_for_what(run_book):
    _, view = run_book("S2")

    assert (view.now.card.state, view.now.card.waits_for) == ("waiting", "Safe now")
    assert states(view)["S2"] == "now"


def test_a_stage_never_waits_for_one_that_does_not_apply(run_book, desk, pack, behind):
    desk.packs.answer(pack, "outcome", Answer("exploited"))
    behind("S0", "S1", "S2")
    _, view = run_book("S9W")

    assert "S8" not in states(view)
    assert view.now.card.waits_for == "Pay and rights"


def test_what_runs_meanwhile_stands_beside_the_stage_with_its_own_clock(run_book, behind, clock):
    behind("S0", "S1", "S2")
    clock.move(minutes=30)
    _, view = run_book("S7")

    orders = {order: (left, soon) for order, left, soon in view.now.meanwhile}
    assert len(orders) == 3
    assert orders["Call the Fair Work Agency or the police"] == ("7 h 30 min left", False)
    assert ("30 min left", True) in orders.values()


def test_a_stage_whose_time_has_passed_is_marked_late(run_book, behind, clock):
    behind("S0", "S1", "S2")
    clock.move(minutes=61)
    _, view = run_book("S7")

    assert states(view)["S6"] == "late"
    assert stamps(view)["S6"] == "1 min late"


def test_a_stage_passed_over_needs_a_reason(run_book, desk, pack):
    presenter, view = run_book()
    presenter.skip(" ")
    assert view.now.trouble.happened == "Passing over a stage needs a reason."

    presenter.skip("Told by telephone")
    assert view.now.trouble is None
    assert states(view)["S0"] == "skipped"
    assert desk.packs.get(pack).done["S0"].skipped == "Told by telephone"


def test_a_stage_passed_over_twice_keeps_its_first_stamp(run_book, behind):
    behind("S0")
    presenter, view = run_book("S0")
    presenter.skip("Again")

    assert view.now.trouble.happened == "This stage is done already."


def test_whom_to_call_is_one_number_and_never_the_one_for_danger(run_book, behind, desk):
    behind("S0", "S1", "S2")
    _, view = run_book("S5")
    contacts = desk.definitions.contacts()

    assert view.now.card.does == "call"
    assert view.now.card.call.name == contacts.name("fair-work-agency")
    assert not view.now.card.call.danger
    assert view.now.card.call in view.now.numbers


@pytest.mark.parametrize(
    ("nation", "there", "not_there"),
    [
        (Nation.SCOTLAND, "migrant-help-scotland", "migrant-help-northern-ireland"),
        (Nation.NORTHERN_IRELAND, "migrant-help-northern-ireland", "migrant-help-scotland"),
        (Nation.ENGLAND, "salvation-army", "migrant-help-scotland"),
    ],
)
def test_numbers_are_those_of_the_nation(run_book, desk, nation, there, not_there):
    _, view = run_book("S5", nation=nation)
    names = [number.name for number in view.now.numbers]
    contacts = desk.definitions.contacts()

    assert contacts.name(there) in names
    assert contacts.name(not_there) not in names


def test_a_stage_that_is_no_call_shows_no_one_number(run_book):
    _, view = run_book()

    assert view.now.card.call is None


def test_files_are_taken_in_and_listed_with_their_fingerprint(run_book, rota, desk, pack):
    presenter, view = run_book("S6")
    presenter.attach((rota,))

    [line] = view.now.files
    assert (line.exhibit, line.name, line.size) == ("Exhibit 1", "rota.png", "4 bytes")
    assert line.digest == desk.evidence.of(pack)[0].digest
    assert view.now.busy == ""
    assert "rota" not in repr(line)


def test_a_stage_that_is_done_says_on_which_exhibits(run_book, rota, desk, pack, tmp_path):
    photo = tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n")
    presenter, view = run_book("S0")
    presenter.attach((rota, photo))
    desk.packs.skip(pack, "S0", "Told by telephone")
    desk.packs.skip(pack, "S1", "Told by telephone")
    presenter, view = run_book("S0")

    stamps = {one.key: one.stamp for group in view.now.rail.groups for one in group.steps}
    assert view.now.card.stamp.endswith("exhibits 1, 2")
    assert stamps["S0"].endswith("exhibits 1, 2")
    assert "exhibit" not in stamps["S1"]


def test_one_file_that_will_not_do_loses_none_of_the_others(run_book, rota, tmp_path):
    (tmp_path / "empty.pdf").write_bytes(b"")
    presenter, view = run_book("S6")
    presenter.attach((rota, tmp_path / "empty.pdf"))

    assert [line.name for line in view.now.files] == ["rota.png"]
    assert view.now.trouble.happened == "This file is empty."


def test_taking_a_file_in_shows_that_it_is_under_way_and_can_be_stopped(run_book, rota, later):
    presenter, view = run_book("S6", later)
    presenter.attach((rota,))
    assert view.now.busy

    presenter.cancel()
    later.catch_up()
    assert view.now.busy == ""
    assert view.now.files == ()


def test_what_the_other_thread_did_is_shown_when_it_is_done(run_book, rota, later):
    presenter, view = run_book("S6", later)
    presenter.attach((rota,))
    later.catch_up()

    assert [line.name for line in view.now.files] == ["rota.png"]


def test_a_pack_with_everything_behind_it_still_opens(run_book, behind):
    behind(*(f"S{number}" for number in range(11)))
    _, view = run_book()

    assert view.now.rail.folded == "Stage 11 of 11: Close and learn"
    assert view.now.card.action == "Back to what is due"


def test_the_ways_out_lead_home_and_to_the_referral(run_book, went, pack):
    presenter, _ = run_book()
    presenter.home()
    presenter.to_referral()

    assert went == [AtHome(), AtReferral(pack)]
    assert presenter.place == AtPack(pack, None)


@pytest.mark.parametrize(
    ("size", "words"),
    [(999, "999 bytes"), (5782, "6 KB"), (1_500_000, "1.5 MB")],
)
def test_a_size_is_said_as_people_read_it(size, words):
    assert size_words(size) == words


def test_how_to_reach_the_worker_safely_stands_beside_every_stage(case, now, went):
    desk, view = case.desk, Screens()
    presenter = PackPresenter(
        view,
        case.pack,
        None,
        desk.definitions.workflow(WORKFLOW),
        Asking(desk.definitions, stages_of(desk.definitions, desk.packs.get(case.pack))),
        desk.packs,
        desk.evidence,
        desk.definitions,
        now,
        Nation.ENGLAND,
        went.append,
        desk.reach,
        desk.staff_names(),
        desk.hand_over,
        desk.ladder,
    )
    presenter.begin()

    assert view.now.safe_contact[0].startswith("Who must not know that we spoke? Uncle Example")
    assert desk.reach.lines(desk.packs.open(None).id) == ()


def test_it_leads_to_what_happened_in_order(run_book, pack, went):
    run_book()[0].to_chronology()

    assert went == [AtChronology(pack)]
