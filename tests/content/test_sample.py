from datetime import date

import pytest

from welfare_app.content.phones import is_phone
from welfare_app.domain.answers import Answer, from_json
from welfare_app.domain.checks import Rulebook, page_problems, problems
from welfare_app.domain.form import asked_fields, settled
from welfare_app.domain.prefill import prefill


@pytest.fixture
def sample(library):
    return library.sample()


@pytest.fixture
def rules(library):
    return Rulebook(date(2026, 5, 12), library.lists, is_phone)


def values(raw):
    return {id: from_json(value) for id, value in raw.items()}


def test_the_sample_interview_is_complete(library, sample, rules):
    form = library.form("welfare-interview").form
    answers = values(sample.interview)

    assert problems(form, answers, rules) == ()
    assert set(answers) <= {one.id for one in asked_fields(form, answers)}


def test_the_sample_referral_is_complete(library, sample, rules):
    assert problems(library.form("nrm-referral").form, values(sample.referral), rules) == ()


def test_the_sample_pack_is_complete_as_far_as_it_has_come(library, sample, rules):
    form = library.form("incident-pack").form
    workflow = library.workflow("incident-pack").workflow

    for id in sample.stages:
        page = form.page(workflow.stage(id).page)
        assert tuple(page_problems(page, values(sample.answers), rules)) == ()


def test_the_sample_interview_tells_the_sample_referral(library, sample):
    told = library.prefill()
    source, target = (library.form(name).form for name in (told.source, told.target))
    answers = {id: Answer(value) for id, value in values(sample.interview).items()}
    referral = settled(target, values(sample.referral))

    found = prefill(told.rules, source, answers, target)

    assert {id for id, answer in found.items() if answer.value == referral.get(id)} >= {
        *("pv-name-first-name", "pv-name-last-name", "pv-name-nickname", "pv-dob"),
        *("pv-nationality", "pv-phone-number", "pv-phone-number-yes", "pv-want-to-submit-nrm"),
        *("pv-interpreter-requirements", "pv-contact-details-email-input", "birthplace"),
        *("education", "employment-history", "professional-insight", "pv-under-age"),
    }
    assert set(found) <= {field.id for field in asked_fields(target, referral)}


def test_every_sign_points_to_an_indicator_and_its_answer(library, sample):
    catalogue = library.catalogue().catalogue

    for sign in sample.signs:
        assert catalogue.find(sign["indicator"])
        if sign["known"] == "said":
            assert sign["words"] in sample.interview[sign["field"]]
    assert {sign["known"] for sign in sample.signs} == {"said", "seen", "checked"}


def test_the_sample_evidence_is_a_small_picture(sample):
    assert sample.evidence.read_bytes().startswith(b"\x89PNG")
    assert sample.evidence.suffix == ".png"
    assert sample.evidence.stat().st_size < 20_000
