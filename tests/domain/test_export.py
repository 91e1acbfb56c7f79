"""The answers as a machine would take them: only what applies, by Home Office id."""

import json

from hypothesis import given
from hypothesis import strategies as st

from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.checks import Upload
from welfare_app.domain.export import exported, sent, unsent
from welfare_app.domain.form import asked_fields, settled

ROTA = Upload("rota.png", 5782, "image/png")


def told(sample, **more):
    changed = {id.replace("_", "-"): value for id, value in more.items()}
    return sample | {
        id: one if isinstance(one, Answer) else Answer(one) for id, one in changed.items()
    }


def test_every_answer_of_the_sample_is_sent_as_it_was_given(nrm, sample):
    data = exported(nrm.form, sample, ())["data"]

    assert {id: value for id, value in data.items() if id != "files"} == {
        id: list(answer.value) if isinstance(answer.value, tuple) else answer.value
        for id, answer in sample.items()
        if id != "user-email"
    }


def test_the_export_names_its_form_and_can_be_written_down(nrm, sample):
    whole = exported(nrm.form, sample, (ROTA,))

    assert (whole["form"], whole["form_version"]) == ("nrm-referral", 1)
    assert json.loads(json.dumps(whole)) == whole


def test_an_answer_left_behind_on_another_way_is_not_sent(nrm, sample):
    stale = told(
        sample,
        reported_to_police_police_forces="Cleveland Police",
        refuse_nrm="He is afraid",
        pv_contact_details_street="1 Example Road",
    )

    assert sent(nrm.form, stale).keys() == sent(nrm.form, sample).keys()


def test_who_refuses_is_sent_without_what_was_said_of_support_or_a_name(nrm, sample):
    refused = sent(nrm.form, told(sample, pv_want_to_submit_nrm="no", refuse_nrm="Afraid"))

    assert refused["refuse-nrm"] == "Afraid"
    assert refused.keys().isdisjoint(
        {"does-pv-need-support", "pv-name-first-name", "pv-dob", "pv-phone-number-yes"}
    )


def test_a_child_is_sent_as_referred_whatever_was_answered_before(nrm, sample):
    child = sent(nrm.form, told(sample, pv_under_age="yes", pv_want_to_submit_nrm="no"))

    assert child["pv-want-to-submit-nrm"] == "yes"
    assert "does-pv-need-support" not in child


def test_a_box_left_for_a_reason_carries_the_reason_so_that_nobody_asks_again(nrm, sample):
    whole = exported(nrm.form, told(sample, family=Gap(Why.DECLINED, "afraid for them")), ())

    assert whole["data"]["family"] == "Would rather not say: afraid for them."
    assert whole["gaps"] == {"family": {"why": "declined", "reason": "afraid for them"}}


def test_a_choice_left_for_a_reason_is_not_made_for_the_person(nrm, sample):
    gap = Gap(Why.NOT_ASKED)
    whole = exported(nrm.form, told(sample, pv_gender=gap, pv_dob=gap, pv_nationality=gap), ())

    assert whole["data"].keys().isdisjoint({"pv-gender", "pv-dob", "pv-nationality"})
    assert whole["gaps"].keys() == {"pv-gender", "pv-dob", "pv-nationality"}


def test_an_empty_box_is_not_sent(nrm, sample):
    assert "pv-name-nickname" not in sent(nrm.form, told(sample, pv_name_nickname="  "))


def test_the_language_of_an_answer_travels_with_it(nrm, sample):
    whole = exported(
        nrm.form,
        told(sample, family=Answer("Rodzice", "pl"), refuse_nrm=Answer("Nie", "pl")),
        (),
    )

    assert whole["languages"] == {"family": "pl"}
    assert whole["data"]["family"] == "Rodzice"


def test_files_are_named_with_their_size_and_kind(nrm, sample):
    whole = exported(nrm.form, told(sample, files=("rota.png",)), (ROTA,))

    assert whole["data"]["files"] == [{"name": "rota.png", "size": 5782, "mimetype": "image/png"}]


ways = st.fixed_dictionaries(
    {
        "pv-under-age": st.sampled_from(["yes", "no", "not-sure"]),
        "pv-want-to-submit-nrm": st.sampled_from(["yes", "no"]),
        "authorities-cooperation": st.sampled_from(["yes", "no"]),
        "who-contact": st.sampled_from(["potential-victim", "someone-else"]),
    }
)


@given(way=ways)
def test_on_every_way_only_what_is_asked_or_settled_by_the_form_is_sent(nrm, sample, way):
    answers = sample | {id: Answer(value) for id, value in way.items()}
    final = settled(nrm.form, {id: answer.value for id, answer in answers.items()})
    asked = {one.id for one in asked_fields(nrm.form, final)}
    child = way["pv-under-age"] != "no"

    assert sent(nrm.form, answers).keys() - asked == ({"pv-want-to-submit-nrm"} if child else set())


def test_answers_left_behind_on_another_way_are_named_and_none_of_them_is_sent(nrm, sample):
    stale = told(sample, refuse_nrm="He is afraid", family="  ")
    assert unsent(nrm.form, sample) == ()
    assert unsent(nrm.form, stale) == ("refuse-nrm",)

    refused = told(sample, pv_want_to_submit_nrm="no")
    left = unsent(nrm.form, refused)
    assert {"pv-dob", "pv-name-first-name", "does-pv-need-support"} <= set(left)
    assert sent(nrm.form, refused).keys().isdisjoint(left)


def test_an_answer_the_form_gives_itself_is_sent_instead_of_ours(nrm, sample):
    child = told(sample, pv_under_age="yes", pv_want_to_submit_nrm="no")

    assert "pv-want-to-submit-nrm" in unsent(nrm.form, child)


@given(way=ways)
def test_every_answer_is_either_sent_or_named_as_kept(nrm, sample, way):
    answers = sample | {id: Answer(value) for id, value in way.items()}
    out, left = sent(nrm.form, answers), unsent(nrm.form, answers)

    for id, answer in answers.items():
        if answer.value and id != "user-email":
            assert (out.get(id) == answer.value) != (id in left), id


def test_no_file_is_named_where_none_is_sent(nrm, sample):
    refused = told(sample, pv_want_to_submit_nrm="no", files=("rota.png",))

    assert exported(nrm.form, refused, (ROTA,))["data"]["files"] == []
