"""The marks of a good referral: advice with a count, and never a word of another person's."""

from dataclasses import replace

import pytest

from tests.desks import ROSA
from tests.domain.stories import FILES, SIGNS
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.quality import ACCOUNT, Look, advice, dated, sentences


@pytest.fixture
def look(nrm, sample):
    return Look(nrm.form, sample, (), (), (ROSA,), reused=False)


def mark(look, code):
    return next((one for one in advice(look) if one.code == code), None)


def told(look, **more):
    changed = {id.replace("_", "-"): Answer(value) for id, value in more.items()}
    return replace(look, answers={**look.answers, **changed})


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("12 March 2026, then 14 March, and 2026-03-16", 3),
        ("in 2019 and since March 2020", 2),
        ("12/03/2026 twice: 12/03/2026", 1),
        ("1,400 pounds, 20 to 40 a week, 9 men", 0),
    ],
)
def test_dates_are_counted_as_people_write_them(text, count):
    assert len(dated([text])) == count


def test_an_account_with_dates_has_its_chronology(look):
    assert mark(look, "dates").done

    bare = dict.fromkeys((id.replace("-", "_") for id in ACCOUNT), "He worked.")
    assert not mark(told(look, **bare), "dates").done


def test_each_sign_wants_its_place_and_its_date(look):
    assert mark(look, "signs") is None
    assert (mark(replace(look, signs=SIGNS), "signs").done) is False
    assert mark(replace(look, signs=SIGNS), "signs").count == 2
    assert mark(replace(look, signs=SIGNS[:1]), "signs").done


def test_a_gap_wants_a_reason_and_delay_does_too(look):
    assert mark(look, "gaps").done
    assert mark(told(look, pv_dob=Gap(Why.DOES_NOT_KNOW)), "gaps").count == 1
    assert mark(told(look, pv_dob=Gap(Why.DOES_NOT_KNOW, "no papers")), "gaps").done
    assert mark(look, "delay").done
    assert not mark(told(look, why_report_now=Gap(Why.NOT_ASKED, "no time")), "delay").done
    assert mark(told(look, is_this_the_first_chance_to_report="yes"), "delay") is None


def test_a_view_that_is_another_box_again_is_no_view(look):
    assert mark(look, "view").done
    again = look.answers["living-conditions"].value.upper()
    assert not mark(told(look, professional_insight=again), "view").done


def test_every_document_wants_a_date_where_documents_are_sent(look):
    assert mark(look, "files") is None
    assert mark(replace(look, evidence=FILES), "files").count == 1
    refused = told(replace(look, evidence=FILES), pv_want_to_submit_nrm="no")
    assert mark(refused, "files") is None


def test_two_people_of_ours_should_be_reachable(look):
    assert mark(look, "contacts").count == 1
    other = replace(ROSA, id="staff-2", phone="0114 496 0000")
    assert mark(replace(look, staff=(ROSA, other)), "contacts").done
    assert not mark(replace(look, staff=(ROSA, replace(other, phone=ROSA.phone))), "contacts").done


def test_a_long_sentence_is_the_same_whatever_its_capitals_and_spaces(nrm):
    first = "He was told that the debt must be paid before anybody could leave the house."
    again = {"family": Answer("Short. " + first.upper().replace(" ", "  "))}

    assert sentences(nrm.form, {"family": Answer(first)}) == sentences(nrm.form, again)
    assert len(sentences(nrm.form, again)) == 1
    assert sentences(nrm.form, {"pv-under-age": Answer("x" * 80)}) == frozenset()


def test_a_corrected_account_wants_the_change_explained(look):
    corrected = replace(look, corrected=True)

    assert not [one for one in advice(look) if one.code == "changes"]
    assert mark(told(corrected, **{"professional-insight": "On facts alone."}), "changes").done is (
        False
    )
    explained = "He first said March; he corrected it to February when he saw the rota."
    assert mark(told(corrected, **{"professional-insight": explained}), "changes").done
