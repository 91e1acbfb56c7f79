"""One page of a referral: what was copied and from where, and where Next leads."""

import pytest

from tests.desks import Screens
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.presenters.places import AtReferral, AtReferralPage
from welfare_app.presenters.questions import Asking
from welfare_app.presenters.referral_page import ReferralPagePresenter
from welfare_app.services.desk import REFERRAL


@pytest.fixture
def opened(case, went):
    def at(page):
        desk, view = case.desk, Screens()
        words = desk.definitions.form(REFERRAL)
        presenter = ReferralPagePresenter(
            view,
            case.referral,
            page,
            words,
            Asking(desk.definitions, words),
            desk.referrals,
            desk.evidence,
            went.append,
        )
        presenter.begin()
        return presenter, view

    return at


def question(view, id):
    return next(one for one in view.now.questions if one.id == id)


def test_a_page_shows_what_was_answered_and_its_place_in_the_referral(opened):
    _, view = opened("pv-dob")

    assert view.now.where == "Referral, pack P-0001"
    assert question(view, "pv-dob").value == "1991-04-17"
    assert view.now.problems == ""
    assert "pv-dob" in [step.key for step in view.now.rail.groups[0].steps if step.state == "now"]


def test_what_was_copied_says_from_where_until_someone_accepts_it(opened, case):
    told = Answer("He worked under threat.", origin="interview:own-view")
    case.desk.referrals.answer(case.referral, "professional-insight", told)
    presenter, view = opened("professional-insight")
    copied = question(view, "professional-insight")
    assert copied.copied == "Copied from the interview"

    presenter.answered("professional-insight", Answer(copied.value))
    assert question(view, "professional-insight").copied == ""
    assert view.now.kept == "Kept 13:00"


def test_files_are_described_from_what_is_known_of_them(opened):
    _, view = opened("what-evidence-you-will-submit")
    described = question(view, "what-evidence-you-will-submit")

    assert described.value.startswith("1. exhibit-1-rota.png: Night rota")
    assert described.copied == "From the files attached"


def test_what_is_missing_is_said_once_on_going_on_and_goes_when_it_is_mended(opened):
    presenter, view = opened("what-is-their-background")
    presenter.answered("birthplace", Answer(""))
    assert view.now.problems == ""

    presenter.next()
    assert presenter.place.page == "what-is-their-background"
    assert view.now.problems == "One answer needs another look"
    assert question(view, "birthplace").problem.startswith("Answer “")

    presenter.answered("birthplace", Answer("Testeni"))
    assert (view.now.problems, question(view, "birthplace").problem) == ("", "")


def test_whoever_goes_on_a_second_time_is_let_go(opened):
    presenter, _ = opened("what-is-their-background")
    presenter.answered("birthplace", Answer(""))
    presenter.next()
    presenter.next()

    assert presenter.place.page != "what-is-their-background"


def test_what_the_first_responder_fills_needs_no_second_look_of_ours(opened):
    presenter, view = opened("fr-details")
    presenter.answered("fr-details-role", Answer(""))

    assert question(view, "fr-details-role").theirs
    assert view.now.problems == ""


def test_an_answer_brings_up_the_question_behind_it(opened):
    presenter, view = opened("reported-to-police")
    assert [one.id for one in view.now.questions] == ["reported-to-police"]

    presenter.answered("reported-to-police", Answer("yes"))
    forces = question(view, "reported-to-police-police-forces")
    assert len(forces.entries) == 47
    presenter.next()
    assert view.now.problems == "Two answers need another look"


def test_next_passes_by_the_pages_that_do_not_apply(opened):
    presenter, _ = opened("potential-victim-exploitative-situation-multiple")
    presenter.next()
    assert presenter.place.page == "when-did-the-exploitation-take-place"

    presenter.back()
    presenter.answered("potential-victim-exploitative-situation-multiple", Answer("yes"))
    presenter.next()
    assert presenter.place.page == "when-did-the-exploitation-take-place-multiple"


def test_before_the_first_page_and_after_the_last_is_the_overview(opened, went, case):
    first, _ = opened("reference")
    first.back()
    last, _ = opened("what-evidence-you-will-submit")
    last.next()

    assert went == [AtReferral(case.pack)] * 2
    assert last.place == AtReferralPage(case.referral, "what-evidence-you-will-submit")


def test_the_rail_leads_to_another_page_of_the_section(opened):
    presenter, view = opened("pv-dob")
    presenter.look_at("who-contact")

    assert question(view, "who-contact").value == "potential-victim"


def test_an_answer_given_twice_is_kept_once(opened, heard):
    presenter, _ = opened("pv-dob")
    for _ in range(2):
        presenter.answered("pv-dob", Answer("1991-04"))

    assert len(heard) == 1


def test_an_answer_that_leads_another_way_says_once_what_is_no_longer_sent(opened, case):
    presenter, view = opened("pv-want-to-submit-nrm")
    presenter.answered("pv-want-to-submit-nrm", Answer("no"))
    said = view.now.said
    assert said.endswith("answers no longer apply on this way. They are kept here and not sent.")

    presenter.look_at("refuse-nrm")
    assert view.now.said == ""
    kept = case.desk.referrals.get(case.referral).answers
    assert kept["pv-dob"].value == "1991-04-17"

    presenter.look_at("pv-want-to-submit-nrm")
    presenter.answered("pv-want-to-submit-nrm", Answer("yes"))
    assert view.now.said == ""


def test_one_answer_left_behind_is_one_answer(opened):
    presenter, view = opened("is-this-the-first-chance-to-report")
    presenter.answered("is-this-the-first-chance-to-report", Answer("yes"))

    assert view.now.said == (
        "1 answer no longer applies on this way. It is kept here and not sent."
    )


def test_what_the_form_will_make_of_an_answer_is_said_under_it(opened):
    presenter, view = opened("what-is-their-background")
    presenter.answered("family", Answer("Two sisters \u2013 twins"))
    assert question(view, "family").rewritten == (
        "The form will change this to: Two sisters - twins"
    )

    presenter.answered("family", Answer("Two sisters, twins "))
    assert question(view, "family").rewritten == ""


def test_a_gap_without_its_reason_needs_another_look(opened):
    presenter, view = opened("what-is-their-background")
    presenter.answered("family", Answer(Gap(Why.DECLINED)))
    presenter.next()
    assert question(view, "family").problem.startswith("Say why there is no answer")

    presenter.answered("family", Answer(Gap(Why.DECLINED, "afraid for them")))
    assert question(view, "family").problem == ""


def test_a_trace_can_be_taken_out_or_confirmed(opened, case):
    case.desk.referrals.answer(case.referral, "pv-want-to-submit-nrm", Answer("no"))
    case.desk.referrals.answer(case.referral, "family", Answer("Testu, and a test of English"))
    presenter, view = opened("what-is-their-background")
    name, word = [one for one in view.now.traces if one.where == question(view, "family").label]
    assert (name.found, word.found) == ("Testu", "test")

    presenter.confirm(word.key)
    presenter.answered("family", Answer("His family, and a test of English"))
    assert [one for one in view.now.traces if "English" in one.excerpt] == []


def test_a_child_is_not_asked_to_agree(opened):
    presenter, view = opened("pv-under-age")
    presenter.answered("pv-under-age", Answer("yes"))
    presenter.look_at("pv-want-to-submit-nrm")

    assert view.now.questions == ()
