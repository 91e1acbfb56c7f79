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
            desk.reach,
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
    assert line.note == f"{words.label('birthplace')} {words.label('family')}. And 1 more."
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
        "Each point was explained": (True, "In English, by Test Champion"),
        "A safe way to write to them": (True, "Confirmed"),
        "A second person reads it": (False, "Advice: it never stops you"),
    }

    _, view = opened(pv_want_to_submit_nrm="", pv_contact_details_email_check="")
    assert gates(view) == {
        "They agreed to be referred": (False, "Not answered"),
        "A safe way to write to them": (False, "Not answered"),
        "A second person reads it": (False, "Advice: it never stops you"),
    }


@pytest.mark.parametrize("age", ["yes", "not-sure"])
def test_no_consent_is_asked_of_a_child_or_someone_who_may_be_one(opened, age):
    _, view = opened(pv_under_age=age, pv_want_to_submit_nrm="")

    assert gates(view)["No consent is asked"] == (True, "Under 18, or age not known")
    assert view.now.title == "Three answers to go"  # the council: its name, number and address


def test_a_point_that_was_not_explained_is_named_until_it_is_ticked_in_the_consent_stage(
    opened, case
):
    told = ("scheme", "support", "results", "sharing", "withdraw", "law")
    case.desk.interviews.answer(case.interview, "points", Answer(told))
    case.desk.packs.answer(case.pack, "consent-points", Answer(("police",)))
    _, view = opened()
    left = "Not yet: What happens if they say no."
    assert gates(view)["Each point was explained"] == (False, left)

    case.desk.packs.answer(case.pack, "consent-points", Answer(("police", "refusing")))
    _, view = opened()
    assert gates(view)["Each point was explained"][0]


def test_a_child_has_the_council_told_and_nothing_about_agreeing_or_writing(opened):
    _, view = opened(pv_under_age="yes")
    assert gates(view)["The council has been told"] == (False, "Its name, number and e-mail")

    council = "local_authority_contacted_about_child_local_authority"
    told = {
        f"{council}_name": "Peterborough City Council",
        f"{council}_phone": "0113 496 0111",
        f"{council}_email": "council@example.gov.uk",
    }
    _, view = opened(pv_under_age="yes", **told)
    assert list(gates(view)) == [
        "No consent is asked",
        "The council has been told",
        "A second person reads it",
    ]
    assert gates(view)["The council has been told"][0]


def test_who_refuses_and_will_not_be_named_has_no_way_to_be_written_to(opened):
    _, view = opened(pv_want_to_submit_nrm="no")
    assert list(gates(view)) == ["They do not want to be referred", "A second person reads it"]

    _, view = opened(pv_want_to_submit_nrm="no", authorities_cooperation="yes")
    assert "A safe way to write to them" in gates(view)


def test_who_read_it_is_named_once_someone_has(opened, case):
    case.desk.packs.answer(case.pack, "read-by", Answer("Test Checker"))
    _, view = opened()

    assert gates(view)["A second person reads it"] == (True, "Test Checker")


def test_what_could_name_someone_who_is_not_to_be_named_is_listed_with_its_place(opened, case):
    _, view = opened()
    assert view.now.traces == ()

    _, view = opened(
        pv_want_to_submit_nrm="no",
        living_conditions="Nine men. Testu slept by the door, and rang 0113 496 0101.",
    )
    asked = case.desk.definitions.form(REFERRAL).label("living-conditions")
    there = [one for one in view.now.traces if one.where == asked]
    assert [(one.kind, one.found) for one in there] == [
        ("Their name", "Testu"),
        ("A telephone number", "0113 496 0101"),
    ]
    assert {one.page for one in there} == {"how-they-were-treated"}
    assert "slept by the door" in there[0].excerpt
    assert "Testu" not in repr(view.now)


def test_answers_kept_from_another_way_are_counted_and_not_sent(opened):
    _, view = opened()
    assert view.now.unsent == ""

    _, view = opened(refuse_nrm="He was afraid")
    assert view.now.unsent == "1 answer is kept and not sent"

    _, view = opened(pv_want_to_submit_nrm="no", refuse_nrm="")
    assert view.now.unsent.endswith("answers are kept and not sent")


def test_characters_the_form_will_change_are_listed_once_with_their_place(opened):
    _, view = opened(family="Two sisters \u2013 twins [both] \u2013 at home", education=" None. ")
    [line] = view.now.rewritten

    assert line.page == "what-is-their-background"
    assert line.note == "“\u2013” to “-”, “[” to “[-”, “]” to “]-”"


def test_what_would_help_the_reader_is_advice_and_never_a_block(opened, case):
    _, view = opened(
        professional_insight="Nine men in a house", living_conditions="Nine men in a house."
    )
    helps = {line.text: line for line in view.now.helps}

    assert helps["The account has its dates"].done
    assert helps["Each sign has its place and date"].done
    assert helps["Every document has a date"].done
    assert not helps["Give your own view, on facts"].done
    assert helps["Give your own view, on facts"].note == "Advice: it never stops you"
    assert view.now.ready


def test_hidden_characters_are_shown_where_a_trace_is_listed(opened):
    _, view = opened(pv_want_to_submit_nrm="no", family="\u202eTestu and his sisters")

    assert any("⟨U+202E⟩" in one.excerpt for one in view.now.traces)


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


def test_what_could_name_someone_is_led_to_once_every_answer_is_there(opened, went, case):
    presenter, view = opened(pv_want_to_submit_nrm="no", family="His sisters call him Testu.")
    assert view.now.title.endswith("places could say who it is")
    assert not view.now.ready

    presenter.first_gap()
    assert went == [AtReferralPage(case.referral, "what-is-their-background")]


def test_a_point_left_unexplained_leads_back_to_the_pack(opened, went, case):
    case.desk.interviews.answer(case.interview, "points", Answer(("scheme",)))
    case.desk.packs.answer(case.pack, "consent-points", Answer(("scheme",)))
    presenter, view = opened()
    assert not view.now.ready

    presenter.first_gap()
    assert went == [AtPack(case.pack)]
