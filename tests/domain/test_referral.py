"""A referral is ready only when nothing of ours is missing and it is known who agreed."""

from dataclasses import replace

import pytest

from tests.desks import stopped
from tests.factories import NOON, ROSA
from welfare_app.domain.anonymity import identifiers
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import (
    ReferralAnswered,
    ReferralSealed,
    ReferralStarted,
    ReferralTraceConfirmed,
)
from welfare_app.domain.form import Problem
from welfare_app.domain.referral import (
    Backing,
    Handing,
    Referral,
    Sealing,
    left_to_confirm,
    missing,
    ready,
)

CONSENT, AGE = "pv-want-to-submit-nrm", "pv-under-age"
COUNCIL = "local-authority-contacted-about-child-local-authority"


@pytest.fixture
def draft(sample):
    return Referral("referral-1", "P-0001", "pack-1", "nrm-referral", 1, NOON, ROSA, sample)


def answered(draft, **told):
    for id, value in told.items():
        draft, _ = draft.answer(id.replace("_", "-"), Answer(value))
    return draft


def without(draft, *ids):
    return replace(draft, answers={k: v for k, v in draft.answers.items() if k not in ids})


def test_a_referral_with_nothing_missing_is_ready_and_knows_its_way(nrm, rules, draft):
    fit = ready(nrm.form, draft, rules)

    assert (fit.route, fit.referral) == ("adult-nrm", draft)


def test_an_answer_of_ours_that_is_missing_holds_it_back(nrm, rules, draft):
    draft = without(draft, "birthplace", "family")

    assert missing(nrm.form, draft, rules) == (
        Problem("birthplace", "required"),
        Problem("family", "required"),
    )
    with stopped(Refused, "seal.not-ready") as caught:
        ready(nrm.form, draft, rules)
    assert caught.value.facts == {"count": 2}


def test_an_answer_that_breaks_a_rule_holds_it_back(nrm, rules, draft):
    with stopped(Refused, "seal.not-ready"):
        ready(nrm.form, answered(draft, birthplace="x" * 15_001), rules)


def test_what_only_the_first_responder_can_fill_never_holds_it_back(nrm, rules, draft):
    theirs = {one.id for one in nrm.form.fields() if one.theirs}

    assert ready(nrm.form, without(draft, *theirs), rules).route == "adult-nrm"


def test_an_answer_left_with_a_reason_does_not_hold_it_back(nrm, rules, draft):
    draft = answered(draft, birthplace=Gap(Why.DECLINED, "Would rather not say"))

    assert ready(nrm.form, draft, rules).route == "adult-nrm"


@pytest.mark.parametrize("why", list(Why))
def test_an_adult_whose_consent_was_left_open_is_not_referred(nrm, rules, draft, why):
    with stopped(Refused, "seal.no-consent-answer"):
        ready(nrm.form, answered(draft, pv_want_to_submit_nrm=Gap(why)), rules)


def test_an_adult_who_was_never_asked_is_not_referred(nrm, rules, draft):
    with stopped(Refused, "seal.not-ready"):
        ready(nrm.form, without(draft, CONSENT), rules)


def test_nobody_is_referred_past_the_question_of_age(nrm, rules, draft):
    draft = answered(without(draft, CONSENT), pv_under_age=Gap(Why.DOES_NOT_KNOW, "No papers"))

    with stopped(Refused, "seal.no-consent-answer"):
        ready(nrm.form, draft, rules)


@pytest.mark.parametrize(("age", "way"), [("yes", "child-nrm"), ("not-sure", "age-unsure-nrm")])
def test_a_child_is_referred_without_being_asked_but_with_the_council(nrm, rules, draft, age, way):
    child = answered(without(draft, CONSENT), pv_under_age=age)
    with stopped(Refused, "seal.not-ready"):
        ready(nrm.form, child, rules)

    told = {
        f"{COUNCIL}-name": rules.lists["local-authorities"][0],
        f"{COUNCIL}-phone": "0113 496 0111",
        f"{COUNCIL}-email": "council@example.gov.uk",
    }
    assert ready(nrm.form, answered(child, **told), rules).route == way


def test_an_adult_who_refuses_goes_the_way_without_a_name(nrm, rules, draft):
    refused = answered(draft, pv_want_to_submit_nrm="no", refuse_nrm="He is afraid")

    assert ready(nrm.form, refused, rules).route == "adult-dtn-anonymous"


def test_a_refusal_with_no_word_on_helping_the_police_goes_no_way_yet(nrm, rules, draft):
    refused = answered(
        draft,
        pv_want_to_submit_nrm="no",
        refuse_nrm="He is afraid",
        authorities_cooperation=Gap(Why.NOT_ASKED, "No time"),
    )

    with stopped(Refused, "seal.no-consent-answer"):
        ready(nrm.form, refused, rules)


def test_each_thing_done_to_a_referral_says_what_happened(draft):
    sealing = Sealing("ab" * 32, NOON, ROSA, Handing("Test Responder", "Fair Work Agency"))

    assert draft.begun() == ReferralStarted("referral-1", "pack-1", 1)
    assert draft.answer("family", Answer("x"))[1] == ReferralAnswered("referral-1", "family")
    assert draft.sealed(sealing)[1] == ReferralSealed("referral-1", "ab" * 32)
    assert draft.sealed(sealing)[0].sealings == (sealing,)
    assert draft.sealings == ()


def test_a_second_sealing_is_written_below_the_first(draft):
    first, second = (Sealing(name * 64, NOON, ROSA, Handing()) for name in "ab")
    twice = draft.sealed(first)[0].sealed(second)[0]

    assert [one.digest[0] for one in twice.sealings] == ["a", "b"]


def test_who_a_pack_is_for_and_what_it_says_stay_out_of_what_programs_print(draft):
    draft = answered(draft, birthplace="quixotic")
    sealed, _ = draft.sealed(Sealing("ab", NOON, ROSA, Handing("quixotic", phone="quixotic")))

    assert "quixotic" not in repr(sealed)


def test_an_adult_who_agreed_before_every_point_was_explained_is_not_sealed(nrm, rules, draft):
    behind = Backing(unexplained=("law", "refusing"))

    with stopped(Refused, "seal.points-not-explained") as caught:
        ready(nrm.form, draft, rules, behind)
    assert caught.value.facts == {"count": 2}


@pytest.mark.parametrize(("age", "way"), [("yes", "child-nrm"), ("not-sure", "age-unsure-nrm")])
def test_a_child_is_never_held_back_by_what_was_not_explained(nrm, rules, draft, age, way):
    told = {
        f"{COUNCIL}-name": rules.lists["local-authorities"][0],
        f"{COUNCIL}-phone": "0113 496 0111",
        f"{COUNCIL}-email": "council@example.gov.uk",
    }
    child = answered(draft, pv_under_age=age, **told)
    behind = Backing(("law",), identifiers(child.answers))

    assert ready(nrm.form, child, rules, behind).route == way


def test_nobody_is_named_on_the_way_without_a_name_until_a_person_has_looked(nrm, rules, draft):
    refused = answered(draft, pv_want_to_submit_nrm="no", family="Testu and his sisters")
    behind = Backing(known=identifiers({"known-as": Answer("Testu")}))
    [trace] = left_to_confirm(nrm.form, refused, behind)

    with stopped(Refused, "seal.names-in-it") as caught:
        ready(nrm.form, refused, rules, behind)
    assert caught.value.facts == {"count": 1}

    confirmed, event = refused.confirm(trace)
    assert event == ReferralTraceConfirmed("referral-1", "family")
    assert ready(nrm.form, confirmed, rules, behind).route == "adult-dtn-anonymous"
    taken_out = answered(refused, family="Two sisters")
    assert ready(nrm.form, taken_out, rules, behind).route == "adult-dtn-anonymous"


def test_a_name_is_no_trace_on_a_way_that_gives_it(nrm, rules, draft):
    behind = Backing(known=identifiers(draft.answers))

    assert left_to_confirm(nrm.form, draft, behind) == ()
    assert ready(nrm.form, draft, rules, behind).route == "adult-nrm"
