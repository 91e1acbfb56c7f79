"""A request for access, step by step."""

from dataclasses import replace

import pytest

from tests.desks import stopped
from tests.services.disposing import IDRIS, THEIR_WORDS, second_at
from tests.services.test_answer_access import CANARY, talk
from welfare_app.domain.errors import Refused
from welfare_app.presenters.access import AccessPresenter
from welfare_app.presenters.access_list import AccessListPresenter
from welfare_app.presenters.access_screen import ANSWER, PASSAGES, RECORDS, SAFETY, Safety
from welfare_app.presenters.places import AtAccess
from welfare_app.services.answer_access import AnswerAccess
from welfare_app.services.review_retention import ReviewRetention

MET = Safety(True, "", "2026-05-12", "By hand, here", "")


@pytest.fixture
def access(desk, tmp_path, tools):
    review = ReviewRetention(desk.shift, desk.definitions)
    second = second_at(desk, tmp_path / "keys")
    return AnswerAccess(desk.shift, desk.definitions, review, second, tools.renderer, tools.disk)


@pytest.fixture
def listed(screens, access, desk, went):
    presenter = AccessListPresenter(screens, access, desk.definitions, went.append)
    presenter.begin()
    return presenter


@pytest.fixture
def opened(screens, access, desk, now, went):
    def at(request, jobs=now):
        presenter = AccessPresenter(
            screens, request.id, access, desk.definitions, jobs, went.append
        )
        presenter.begin()
        return presenter

    return at


@pytest.fixture
def request_made(desk, access):
    talk(desk, working_day=f"Marek {CANARY} drives us", lead_today=f"Marek {CANARY}")
    return access.begin("W-0001", desk.shift.now().date())


def test_beginning_needs_a_number_and_a_day(listed, screens, desk, went):
    talk(desk)
    listed.start(" ", "2026-13-01")
    assert [field for field, _ in screens.now.problems] == ["number", "received"]
    listed.start("W-0099", "2026-05-12")
    assert screens.now.trouble
    listed.start("w-0001", "2026-05-12")

    [place] = went
    listed.begin()
    assert place == AtAccess(screens.now.requests[0].id)
    assert screens.now.requests[0].state == "31 days left, by 12 June 2026"


def test_the_warning_comes_first(listed, screens):
    assert screens.now.warning[0] == "Someone may be making them ask"
    assert "Meet them alone" in screens.now.warning[1]


def test_a_late_request_says_so(listed, screens, request_made, clock):
    clock.move(days=40)
    listed.begin()

    [line] = screens.now.requests
    assert (line.state, line.late) == ("9 days late, by 12 June 2026", True)


def test_it_begins_with_safety_and_goes_on_to_records(opened, screens, request_made):
    presenter = opened(request_made)
    assert screens.now.step == SAFETY
    presenter.kept_safe(replace(MET, proved="2026-31"))
    assert screens.now.problems[0][0] == "proved"

    presenter.kept_safe(MET)

    assert screens.now.step == RECORDS
    opened(request_made)
    assert (screens.now.step, screens.now.safety) == (RECORDS, MET)


def test_while_proof_is_waited_for_the_clock_stands_still(opened, screens, request_made):
    opened(request_made).kept_safe(replace(MET, proved="", proof_asked="2026-05-12"))

    assert screens.now.clock.left == "The clock stands still until they have shown who they are"


def test_other_cases_are_found_and_included(opened, screens, desk, request_made):
    other = talk(desk)
    presenter = opened(request_made)
    presenter.step_to(RECORDS)
    presenter.look()
    [line] = screens.now.alike
    assert (line.case, line.note) == (other.id, "Shares the name and a phone number")

    presenter.include(other.id)
    assert [one.numbers for one in screens.now.records] == ["W-0001", "W-0002"]
    assert screens.now.alike == ()

    presenter.leave_out(other.id)
    assert [one.numbers for one in screens.now.records] == ["W-0001"]


def test_a_search_that_is_left_tells_nobody(opened, screens, request_made, later):
    presenter = opened(request_made, later)
    presenter.step_to(RECORDS)
    presenter.look()
    shown = len(screens)
    presenter.leave()
    later.catch_up()
    assert len(screens) == shown


def test_passages_are_decided_one_after_another(opened, screens, request_made):
    presenter = opened(request_made)
    presenter.step_to(PASSAGES)
    first, left = screens.now.card, screens.now.left
    assert (first.what, first.ground, first.decided) == ("give", "own", False)

    presenter.decide("give", "own", "")

    assert screens.now.left == left - 1
    assert screens.now.card.id != first.id
    presenter.turn(-1)
    assert (screens.now.card.id, screens.now.card.why) == (first.id, "Decided")


def test_a_decision_that_cannot_stand_is_said_and_the_passage_stays(opened, screens, request_made):
    presenter = opened(request_made)
    presenter.step_to(PASSAGES)
    card = screens.now.card

    presenter.decide("hide", "third-party", "Nobody Example")

    assert screens.now.trouble
    assert screens.now.card == card


def test_what_is_theirs_alone_is_given_at_once_and_names_are_left(opened, screens, request_made):
    presenter = opened(request_made)
    presenter.step_to(PASSAGES)
    presenter.accept_theirs()

    assert screens.now.theirs == 0
    assert screens.now.left >= 2
    assert screens.now.card.what == "hide"
    assert f"Marek {CANARY}" in screens.now.card.hidden.split("\n")


def decide_all(presenter, screens):
    presenter.step_to(PASSAGES)
    presenter.accept_theirs()
    while screens.now.left:
        card = screens.now.card
        presenter.decide(card.what, card.ground, card.hidden)


def test_the_answer_is_written_with_a_colleague(opened, screens, request_made, tmp_path, listed):
    presenter = opened(request_made)
    presenter.kept_safe(MET)
    decide_all(presenter, screens)
    presenter.step_to(ANSWER)
    summary = dict(screens.now.summary)
    assert summary["Still to be decided"] == "0"
    assert summary["Given with words taken out"] == "2"
    assert screens.now.file_name == "answer-A-0001.pdf"
    presenter.answer("", "", tmp_path / "a.pdf")
    assert [field for field, _ in screens.now.problems] == ["second", "passphrase"]

    presenter.answer(IDRIS.id, THEIR_WORDS, tmp_path / "a.pdf")

    assert screens.now.done
    assert (tmp_path / "a.pdf").exists()
    assert (tmp_path / "a.json").exists()
    listed.begin()
    assert screens.now.requests[0].state == "Answered"


def test_a_word_given_in_one_place_and_taken_out_in_another_is_pointed_out(
    opened, screens, desk, access
):
    talk(desk, working_day="Costel pays us", home="Costel has the keys")
    presenter = opened(access.begin("W-0001", desk.shift.now().date()))
    presenter.step_to(PASSAGES)
    while screens.now.left:
        card = screens.now.card
        if "keys" in card.lines[0]:
            presenter.decide("hide", "third-party", "Costel")
        else:
            presenter.decide("give", "own", "")
    presenter.step_to(ANSWER)

    assert [one.split(":")[0] for one in screens.now.slips] == ["W-0001"]


def test_it_is_not_written_before_it_is_safe(opened, screens, request_made, tmp_path):
    presenter = opened(request_made)
    decide_all(presenter, screens)
    presenter.step_to(ANSWER)

    presenter.answer(IDRIS.id, THEIR_WORDS, tmp_path / "a.pdf")

    assert screens.now.trouble.happened.startswith("Nobody has written down")
    assert not (tmp_path / "a.pdf").exists()


def test_going_back_leads_to_the_requests(opened, request_made, went):
    opened(request_made).back()
    assert went == [AtAccess()]


def test_a_request_that_is_gone_with_its_case_says_so(opened, screens, request_made, desk, access):
    with desk.shift.work() as work:
        for id, kind in work.archive.under(request_made.case):
            work.archive.erase(id, kind)
        work.commit()
    with stopped(Refused, "access.unknown"):
        access.get(request_made.id)
    opened(request_made)
    assert screens.now.trouble
