"""The Home Office form as data, walked with whole sample journeys."""

import json
from pathlib import Path

import pytest

from welfare_app.domain.form import Kind, asked_fields, asked_pages, route, settled, summary

JOURNEYS = sorted((Path(__file__).parent / "journeys").glob("*.json"))
ACCEPTED = [path for path in JOURNEYS if path.name.startswith("J")]


def load(path):
    journey = json.loads(path.read_text("utf-8"))
    data = {
        id: tuple(value) if isinstance(value, list) else value
        for id, value in journey["data"].items()
    }
    data["files"] = tuple(file["name"] for file in journey["data"].get("files", []))
    return journey, data


@pytest.fixture(scope="module")
def form(library):
    return library.form("nrm-referral").form


@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.stem)
def test_a_journey_goes_its_way(form, path):
    journey, data = load(path)

    assert route(form, settled(form, data)) == journey["expected"]["route"]


@pytest.mark.parametrize("path", ACCEPTED, ids=lambda path: path.stem)
def test_a_journey_walks_exactly_its_pages_and_sums_up_exactly_its_rows(form, path):
    journey, data = load(path)
    answers = settled(form, data)

    assert [page.id for page in asked_pages(form, answers)] == journey["expected"]["pages"]
    assert [
        {"section": section, "rows": [row.id for row in rows]}
        for section, rows in summary(form, answers)
    ] == journey["expected"]["summary"]


@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.stem)
def test_every_answer_of_a_journey_has_a_field_that_is_asked(form, path):
    _, data = load(path)
    asked = {field.id for field in asked_fields(form, settled(form, data))}

    assert {id for id, value in data.items() if value} - asked == {"user-email"}


def test_the_form_has_every_page_and_field(form):
    assert len(form.pages) == 62
    assert len(tuple(form.fields())) == 139
    assert sum(len(page.fields) for page in form.pages) == 152


def test_only_the_first_responder_can_fill_what_is_theirs(form):
    assert {field.id for field in form.fields() if field.theirs} == {
        *("user-email", "reference", "user-organisation"),
        *("fr-details-first-name", "fr-details-last-name", "fr-details-role"),
        *("fr-details-phone", "fr-alternative-contact"),
    }


@pytest.mark.parametrize("age", ["yes", "not-sure"])
def test_a_child_is_referred_without_being_asked(form, age):
    given = {"pv-under-age": age, "pv-want-to-submit-nrm": "no", "does-pv-need-support": "yes"}
    answers = settled(form, given)

    assert answers["pv-want-to-submit-nrm"] == "yes"
    assert "does-pv-need-support" not in answers
    assert "local-authority-contacted-about-child" in {p.id for p in asked_pages(form, answers)}


def test_an_answer_left_behind_on_another_way_is_not_summed_up(form):
    given = {
        "pv-under-age": "no",
        "pv-want-to-submit-nrm": "yes",
        "who-contact": "potential-victim",
        "pv-contact-details": ("email",),
        "pv-contact-details-email-check": "true",
        "pv-contact-details-post-check": "true",
    }
    rows = {row.id for _, rows in summary(form, settled(form, given)) for row in rows}

    assert "pv-contact-details-email-check" in rows
    assert "pv-contact-details-post-check" not in rows


def test_a_council_contact_without_a_first_name_has_no_row(form):
    name = "local-authority-contacted-about-child-local-authority-{}-name"
    given = {"pv-under-age": "yes", name.format("last"): "Socialworker"}
    rows = {row.id for _, rows in summary(form, settled(form, given)) for row in rows}

    assert name.format("first") not in rows


def test_limits_and_refusals_are_the_forms_own(form):
    fields = {field.id: field for field in form.fields()}

    assert fields["alternative-number-relation-to-pv"].limit == 250
    assert fields["reference"].limit is None
    assert fields["pv-phone-number-yes"].limit is None
    assert {id for id, field in fields.items() if field.no_web_text} == {
        "details-last-contact",
        "authorities-cooperation-details",
    }
    assert {id for id, field in fields.items() if field.kind is Kind.PHONE} == {
        "pv-phone-number-yes",
        "pv-phone-number-alternative",
    }
    assert fields["pv-dob"].after == "1900-01-01"
    assert fields["pv-dob"].not_future
    assert (
        form.page("types-of-exploitation").at_least_one[0] == "types-of-exploitation-forced-to-work"
    )


def test_every_field_is_summed_up_but_those_that_only_choose_a_way(form):
    folded = {field for section in form.summary for row in section.rows for field in row.fields}

    assert {field.id for field in form.fields()} - folded == {
        *("who-contact", "pv-contact-details", "someone-else", "types-of-exploitation-other"),
    }
