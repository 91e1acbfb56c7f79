"""The overview of a referral: how far it is, what is missing, and what must hold."""

import pytest

from tests.desks import Screens
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.presenters.places import AtPack, AtReading, AtReferralPage, AtSeal
from welfare_app.presenters.referral import ReferralPresenter
from welfare_app.services.desk import REFERRAL, WORKFLOW

FILES_ARE = "what-evidence-you-will-submit"


@pytest.fixture
def opened(case, went):
    """Opens the overview, after some answers of the sample were given otherwise."""

    def at(pack=None, **told):
        desk, view = case.desk, Screens()
        for id, value in told.items():
            desk.referrals.answer(case.referral, id.replace("_", "-"), Answer(value))
        presenter = ReferralPresenter(
            view,
            pack or case.pack,
            desk.definitions.form(REFERRAL),
            desk.definitions.workflow(WORKFLOW),
            desk.referrals,
            desk.packs,
            desk.evidence,
            went.append,
        )
        presenter.begin()
        return presenter, view

    return at


def sections(view):
    return {line.title: line for line in view.now.sections}


def gates(view):
    return {gate.text: (gate.holds, gate.note) for gate in view.now.gates}


def test_a_whole_referral_says_that_nothing_is_missing(opened):
    _, view = opened()

    assert view.now.title == "Nothing of ours is missing"
    assert view.now.ready
    assert view.now.about.endswith("Pack P-0001")
    assert {line.state for line in view.now.sections} == {"done", "theirs"}


def test_each_missing_answer_is_counted_and_named(opened, case):
    words = case.desk.definitions.form(REFERRAL)
    _, view = opened(birthplace="", family="", education="")
    line = next(one for one in view.now.sections if one.state == "open")

    assert view.now.title == "Three answers to go"
    assert not view.now.ready
    assert line.note == f"{words.label('birthplace')} {words.label('family')} And 1 more."
    assert line.count == "1 of 4"


def test_one_missing_answer_is_one_answer(opened):
    _, view = opened(birthplace="")

    assert view.now.title == "One answer to go"


def test_an_answer_left_with_a_reason_counts_and_is_pointed_out(opened):
    _, view = opened(birthplace=Gap(Why.DECLINED, "afraid"), family=Gap(Why.NOT_SAFE, "overheard"))
    line = next(one for one in view.now.sections if one.state == "gap")

    assert view.now.ready
    assert (line.note, line.count) == ("Two left with a reason", "4 of 4")


def test_what_is_for_the_first_responder_is_counted_as_theirs_and_holds_nothing_back(opened):
    _, view = opened(fr_details_role="", reference="")
    theirs = sections(view)["For the first responder to fill"]

    assert (theirs.state, theirs.count) == ("theirs", "7 theirs")
    assert view.now.ready


def test_consent_and_a_safe_way_to_write_must_hold(opened):
    _, view = opened()
    assert gates(view) == {
        "They agreed to be referred": (True, "Recorded"),
        "A safe way to write to them": (True, "Confirmed"),
    }

    _, view = opened(pv_want_to_submit_nrm="", pv_contact_details_email_check="")
    assert gates(view) == {
        "They agreed to be referred": (False, "Not answered"),
        "A safe way to write to them": (False, "Not answered"),
    }


@pytest.mark.parametrize("age", ["yes", "not-sure"])
def test_no_consent_is_asked_of_a_child_or_someone_who_may_be_one(opened, age):
    _, view = opened(pv_under_age=age, pv_want_to_submit_nrm="")

    assert gates(view)["No consent is asked"] == (True, "Under 18, or age not known")
    assert view.now.title == "Three answers to go"  # the council: its name, number and address


def test_the_first_gap_leads_to_its_page_and_no_gap_to_sealing(opened, went, case):
    presenter, _ = opened(birthplace="")
    presenter.first_gap()
    presenter, _ = opened(birthplace="Testeni")
    presenter.first_gap()

    assert went == [
        AtReferralPage(case.referral, "what-is-their-background"),
        AtSeal(case.referral),
    ]


def test_a_file_that_was_left_without_its_description_is_a_gap_like_any_other(opened, went, case):
    presenter, view = opened(what_evidence_you_will_submit="")
    assert view.now.title == "One answer to go"
    presenter.first_gap()

    assert went == [AtReferralPage(case.referral, FILES_ARE)]


def test_every_section_leads_to_a_page_that_is_asked(opened, case):
    _, view = opened()
    pages = {page.id for page in case.desk.definitions.form(REFERRAL).form.pages}

    assert {line.page for line in view.now.sections} <= pages


def test_the_ways_out_lead_where_they_say(opened, went, case):
    presenter, _ = opened()
    presenter.read()
    presenter.seal()
    presenter.open("pv-dob")
    presenter.back()

    assert went == [
        AtReading(case.referral),
        AtSeal(case.referral),
        AtReferralPage(case.referral, "pv-dob"),
        AtPack(case.pack),
    ]


def test_asking_for_the_referral_of_a_new_pack_begins_it(opened, case):
    pack = case.desk.packs.open(None)
    _, view = opened(pack.id)

    assert view.now.about == f"Referral to the NRM. Pack {pack.number}"
    assert not view.now.ready
    assert case.desk.referrals.of(pack.id).answers == {}


def test_the_rail_shows_where_the_referral_stands_in_the_pack(opened):
    _, view = opened()
    states = {step.key: step.state for group in view.now.rail.groups for step in group.steps}

    assert (states["S5"], states["S6"], states["S8"]) == ("done", "next", "now")
