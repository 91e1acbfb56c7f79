"""A referral read through, in the order it will be printed."""

import pytest

from tests.desks import Screens
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.presenters.places import AtReferral, AtReferralPage
from welfare_app.presenters.reading import ReadingPresenter
from welfare_app.services.desk import REFERRAL
from welfare_app.services.sample_case import HANDING


@pytest.fixture
def opened(case, went):
    """Opens the summary, after some answers of the sample were given otherwise."""

    def at(**told):
        desk, view = case.desk, Screens()
        for id, value in told.items():
            desk.referrals.answer(case.referral, id.replace("_", "-"), Answer(value))
        presenter = ReadingPresenter(
            view,
            case.referral,
            desk.definitions.form(REFERRAL),
            desk.referrals,
            desk.evidence,
            went.append,
        )
        presenter.begin()
        return presenter, view

    return at


def lines(view):
    return [line for _, found in view.now.sections for line in found]


def line(view, page):
    return [one for one in lines(view) if one.page == page]


def test_every_line_leads_to_where_it_can_be_changed(opened, case, went):
    presenter, view = opened()
    pages = {page.id for page in case.desk.definitions.form(REFERRAL).form.pages}

    assert len(lines(view)) > 40
    assert {one.page for one in lines(view)} <= pages
    presenter.change("pv-dob")
    presenter.back()
    assert went == [AtReferralPage(case.referral, "pv-dob"), AtReferral(case.pack)]


def test_answers_are_read_as_words_and_not_as_codes(opened):
    _, view = opened()

    assert line(view, "pv-dob")[0].value == "17 April 1991"
    assert line(view, "upload-evidence")[0].value == "exhibit-1-rota.png"
    assert line(view, "pv-name-referral")[0].value.endswith("Person One")


def test_the_summary_and_the_paper_say_the_same(opened, case):
    _, view = opened(reported_to_police_police_forces="Cleveland Police")
    paper = {line.text for line in case.desk.seal.document(case.referral, HANDING).lines()}

    for one in lines(view):
        assert one.label in paper
        assert set(one.value.split("\n")) <= paper, one.label


def test_an_answer_left_behind_is_not_read_out(opened):
    _, view = opened(reported_to_police_police_forces="Cleveland Police")

    assert [one.value for one in line(view, "reported-to-police")] == ["No"]


def test_a_child_is_read_as_referred_whatever_was_answered_before(opened):
    _, view = opened(pv_under_age="yes", pv_want_to_submit_nrm="no")

    assert [one.value for one in line(view, "pv-want-to-submit-nrm")] == ["Yes"]


def test_a_silence_is_marked_as_one(opened):
    _, view = opened(birthplace=Gap(Why.DECLINED, "afraid"))
    marked = [one for one in lines(view) if one.gap]

    assert [(one.value, one.page) for one in marked] == [
        ("Would rather not say: afraid.", "what-is-their-background")
    ]


def test_what_was_said_stays_out_of_what_programs_print(opened):
    _, view = opened(birthplace="quixotic")

    assert "quixotic" not in repr(view.now)


def test_what_could_disguise_an_answer_is_shown_as_what_it_is(opened):
    told = "Anna\u202egpj.exe \u200b\ud800 \u0645\u06cc\u200c\u062e"
    _, view = opened(family=told)

    shown = "Anna⟨U+202E⟩gpj.exe ⟨U+200B⟩⟨U+D800⟩ \u0645\u06cc\u200c\u062e"
    assert shown in [one.value for one in lines(view)]
