"""Copying into their form: every box in order, said in words, and the rail beside it."""

import pytest

from tests.desks import Screens
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.presenters.places import AtReferral
from welfare_app.presenters.transcribe import TranscribePresenter


@pytest.fixture
def opened(case, went):
    def at(**told):
        desk, view = case.desk, Screens()
        for id, value in told.items():
            desk.referrals.answer(case.referral, id.replace("_", "-"), Answer(value))
        words = desk.referrals.form_of(desk.referrals.get(case.referral))
        presenter = TranscribePresenter(
            view, case.referral, words, desk.referrals, desk.evidence, went.append, desk.reads
        )
        presenter.begin()
        return presenter, view

    return at


def lines(view):
    return {line.id: line for page in view.now.pages for line in page.lines}


def test_a_choice_is_said_in_words_and_cannot_be_copied(opened):
    _, view = opened(pv_under_age="no")
    line = lines(view)["pv-under-age"]

    assert (line.doing, line.text, line.typed) == ("Choose", "No", False)


def test_a_tick_says_only_that_it_is_ticked(opened):
    _, view = opened()
    line = lines(view)["pv-contact-details-email-check"]

    assert (line.doing, line.text) == ("Tick", "")


def test_several_ticks_of_one_question_are_each_said_in_words(opened):
    _, view = opened(pv_contact_details=("email", "post"))
    words = [
        (line.doing, line.text)
        for page in view.now.pages
        for line in page.lines
        if line.id == "pv-contact-details"
    ]

    assert [doing for doing, _ in words] == ["Tick", "Tick"]
    assert words[0][1] != "email"


def test_each_part_of_a_date_has_its_own_box_and_name(opened):
    _, view = opened(pv_dob="1990-03-04")
    line = lines(view)["pv-dob-month"]

    assert (line.text, line.typed) == ("3", True)
    assert line.label.endswith(": month")


def test_what_they_fill_and_what_stays_empty_is_marked(opened):
    _, view = opened(reference="", pv_name_nickname="")

    assert lines(view)["reference"].doing == "For them to fill"
    assert lines(view)["pv-name-nickname"].doing == "Leave it empty"


def test_what_is_theirs_stays_marked_where_we_were_told_it(opened):
    _, view = opened(reference="T-1")
    line = lines(view)["reference"]

    assert (line.doing, line.text, line.typed) == (
        "For them to fill. What we were told:",
        "T-1",
        True,
    )


def test_the_file_is_added_by_its_name(opened):
    _, view = opened()

    assert (lines(view)["files"].doing, lines(view)["files"].text) == (
        "Add this file",
        "exhibit-1-rota.png",
    )


def test_an_answer_left_for_a_reason_is_told_where_it_cannot_be_typed(opened):
    _, view = opened(pv_gender=Gap(Why.NOT_SAFE, "brother there"))
    line = lines(view)["pv-gender"]

    assert line.text == "Not safe to ask: brother there."
    assert not line.typed


def test_the_rail_follows_the_section_that_is_copied(opened):
    presenter, view = opened()
    drawn = len(view)
    presenter.reached("background")
    presenter.reached("background")

    assert len(view) == drawn + 1
    states = {step.key: step.state for group in view.now.rail.groups for step in group.steps}
    assert (states["start"], states["background"]) == ("next", "now")
    assert view.now.rail.folded == "Their form: Background"


def test_it_leads_back_to_the_overview_and_keeps_answers_out_of_repr(opened, case, went):
    presenter, view = opened(birthplace="Zanzibar")
    presenter.back()

    assert went == [AtReferral(case.pack)]
    assert "Zanzibar" not in repr(view.now)
