"""Each box of their form in its order, with exactly what goes into it, and nothing hidden."""

import pytest

from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.form import asked_fields, settled
from welfare_app.domain.transcript import Doing, transcript


def boxes(nrm, answers):
    return {box.id: box for _, page in transcript(nrm.form, answers) for box in page}


@pytest.fixture
def told(nrm, sample):
    """The boxes of the sample, after some answers were given otherwise."""

    def ask(**more):
        given = {id.replace("_", "-"): Answer(value) for id, value in more.items()}
        return boxes(nrm, sample | given)

    return ask


def test_text_is_typed_as_the_form_will_take_it(told):
    found = told(family="  A  brother –\nfar off ", pv_name_first_name=" An   Na ")

    assert found["family"].doing is Doing.TYPE
    assert found["family"].text == "A  brother -\nfar off"
    assert found["pv-name-first-name"].text == "An Na"


def test_a_date_is_three_boxes_under_their_own_names(told):
    found = told(pv_dob="1990-03-04")

    assert [found[f"pv-dob-{part}"].text for part in ("day", "month", "year")] == ["4", "3", "1990"]
    assert "pv-dob" not in found


def test_a_choice_is_chosen_and_a_tick_is_ticked(told):
    found = told(pv_under_age="no")

    assert (found["pv-under-age"].doing, found["pv-under-age"].text) == (Doing.CHOOSE, "no")
    assert found["pv-contact-details-email-check"].doing is Doing.TICK


def test_a_gap_is_typed_into_a_box_and_only_told_where_one_must_choose(told):
    gap = Gap(Why.NOT_SAFE, "brother there")
    found = told(family=gap, pv_gender=gap)

    assert (found["family"].doing, found["family"].text) == (
        Doing.TYPE,
        "Not safe to ask: brother there.",
    )
    assert found["pv-gender"].doing is Doing.UNANSWERED


def test_what_only_they_can_fill_is_marked_and_what_is_blank_is_left_empty(told):
    found = told(reference="", pv_name_nickname="")

    assert found["reference"].doing is Doing.THEIRS
    assert found["pv-name-nickname"].doing is Doing.EMPTY


def test_answers_that_are_hidden_on_this_route_are_absent(told, sample):
    found = told(pv_under_age="yes")

    assert sample["does-pv-need-support"]
    assert (
        not {"pv-want-to-submit-nrm", "does-pv-need-support", "who-contact", "pv-phone-number"}
        & found.keys()
    )


def test_each_file_is_a_box_of_its_own(nrm, sample):
    given = sample | {"files": Answer(("rota.png", "van.jpg"))}
    files = [
        box.text
        for _, page in transcript(nrm.form, given)
        for box in page
        if box.doing is Doing.ATTACH
    ]

    assert files == ["rota.png", "van.jpg"]


def test_every_question_that_applies_has_its_boxes_in_form_order(nrm, sample):
    given = settled(nrm.form, {id: answer.value for id, answer in sample.items()})
    asked = [field.id for field in asked_fields(nrm.form, given)]
    drawn = [box.asked for _, page in transcript(nrm.form, sample) for box in page]

    assert list(dict.fromkeys(drawn)) == asked


def test_what_is_typed_stays_out_of_sight_of_logs(told):
    assert "Zanzibar" not in repr(told(birthplace="Zanzibar"))
