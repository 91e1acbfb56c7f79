"""The Home Office form's rules R1 to R62, one by one, on whole sample journeys.

Some rules are not ours, because only their web service keeps them, and some are held by a test
elsewhere. Both are listed here, so that no rule is forgotten.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from tests.content.test_nrm_form import load
from welfare_app.content.phones import is_phone
from welfare_app.domain.answers import Answer
from welfare_app.domain.checks import Rulebook, Upload, problems
from welfare_app.domain.export import sent
from welfare_app.domain.form import Kind, asked_fields, asked_pages, route, settled

NOT_OURS = {
    1: "who may sign in",
    2: "the page for an address that is not recognised",
    3: "the way to the helpline from their start page",
    4: "how long the mailed link works",
    13: "what the casework system is sent for an age not known",
    15: "that their form asks later steps again; ours keeps what was entered",
    21: "what their page says of anonymity",
    24: "the casework system's numbers",
    52: "a size test that cannot fire",
    57: "what their page says of credibility, which our hints repeat",
    59: "what their page says of refusing",
    60: "how long their drafts live",
    61: "how much their save service takes",
    62: "what happens after sending",
}
ELSEWHERE = {
    6: ("domain", "the_cover_says_who_it_is_for_who_made_it_and_why"),
    7: ("services", "a_referral_is_begun_once"),
    37: ("domain", "a_letter_counts_as_the_form_counts_it"),
    38: ("domain", "one_line_is_tidied_as_the_form_tidies_it"),
    39: ("domain", "what_the_form_will_silently_rewrite_is_known_beforehand"),
    58: ("domain", "each_exhibit_is_listed_with_its_fingerprint"),
}
TODAY = date(2026, 5, 12)
COUNCIL = "local-authority-contacted-about-child-local-authority"
ASKED_COUNCIL = "local-authority-contacted-about-child"
STAYS = "reasons-preventing-potential-victim-from-leaving"
LEFT = "how-why-did-they-leave-the-situation"
FILES = ["upload-evidence", "what-evidence-you-will-submit"]
TYPES = "types-of-exploitation"
UK, OVERSEAS = "where-exploitation-happened-uk", "where-exploitation-happened-overseas"
CONTACT = "pv-contact-details"
PHONES = ("pv-phone-number-yes", "pv-phone-number-alternative")
FR = "fr-details"
LONG = "x" * 15_001
ADULT = {"pv-under-age": "no"}
DTN = {**ADULT, "pv-want-to-submit-nrm": "no", "authorities-cooperation": "no"}
HELPS = {**DTN, "authorities-cooperation": "yes"}
NRM = {**ADULT, "pv-want-to-submit-nrm": "yes"}
CHILD, UNSURE = {"pv-under-age": "yes"}, {"pv-under-age": "not-sure"}
GROWN = ("does-pv-need-support", "pv-phone-number", "who-contact", "someone-else")
PERSON = ("pv-dob", "does-pv-have-children", "pv-interpreter-requirements", "pv-ho-reference")

# The rule, some answers, the pages they ask for in this order, and pages they never ask for.
WAYS = [
    (8, ADULT, ["pv-under-age-at-time-of-exploitation"], [ASKED_COUNCIL]),
    (8, UNSURE, [ASKED_COUNCIL], ["pv-under-age-at-time-of-exploitation"]),
    (9, {**CHILD, "does-pv-need-support": "yes"}, ["pv-want-to-submit-nrm"], ["pv-phone-number"]),
    (11, {**CHILD, "who-contact": "someone-else"}, ["pv-ho-reference", FR], [*GROWN]),
    (11, {**UNSURE, "does-pv-need-support": "yes"}, ["pv-ho-reference", FR], [*GROWN]),
    (12, {**CHILD, "pv-want-to-submit-nrm": "no"}, ["pv-name-referral"], ["refuse-nrm"]),
    (16, NRM, ["pv-name-referral"], ["refuse-nrm"]),
    (16, DTN, ["refuse-nrm"], ["pv-name-referral"]),
    (17, {**NRM, "does-pv-need-support": "yes"}, ["pv-phone-number", "pv-name-referral"], []),
    (17, {**NRM, "does-pv-need-support": "no"}, ["pv-name-referral"], ["pv-phone-number"]),
    (19, DTN, ["refuse-nrm", "pv-gender-dtn", "pv-nationality-dtn"], ["pv-name-dtn"]),
    (19, HELPS, ["pv-nationality-dtn", "pv-name-dtn", "pv-contact-details-dtn"], []),
    (20, HELPS, [], [*GROWN, *PERSON, FR, "fr-alternative-contact", "upload-evidence"]),
    (22, DTN, ["what-is-their-background", "current-pv-location", "who-exploited-pv"], []),
    (22, CHILD, ["who-exploited-pv", "authorities-cooperation", "pv-want-to-submit-nrm"], []),
    (25, {"potential-victim-exploitative-situation-multiple": "yes"},
     ["when-did-the-exploitation-take-place-multiple"], ["when-did-the-exploitation-take-place"]),
    (25, {"potential-victim-exploitative-situation-multiple": "i-dont-know"},
     ["when-did-the-exploitation-take-place"], ["when-did-the-exploitation-take-place-multiple"]),
    (26, {"still-in-exploitative-situation": "yes"}, [STAYS], [LEFT]),
    (26, {"still-in-exploitative-situation": "no"}, [LEFT], [STAYS]),
    (27, {"is-this-the-first-chance-to-report": "no"}, ["why-report-now"], []),
    (27, {"is-this-the-first-chance-to-report": "not-sure"}, [], ["why-report-now"]),
    (28, {"where-exploitation-happened": "uk"}, [UK], [OVERSEAS]),
    (28, {"where-exploitation-happened": "overseas"}, [OVERSEAS], [UK]),
    (28, {"where-exploitation-happened": "uk-and-overseas"}, [UK, OVERSEAS], []),
    (31, {"exploiters-location": "yes"},
     ["are-exploiters-in-the-uk", "exploiters-current-location-details", TYPES], []),
    (31, {"exploiters-location": "no"}, [TYPES], ["are-exploiters-in-the-uk"]),
    (32, {"future-exploitation-concerns": "yes"}, ["concerns-future-exploitation"], []),
    (32, {"future-exploitation-concerns": "no"}, [], ["concerns-future-exploitation"]),
    (34, {**NRM, "who-contact": "someone-else"}, ["someone-else", FR], [f"{CONTACT}-referral"]),
    (34, {**NRM, "who-contact": "potential-victim"}, [f"{CONTACT}-referral", FR], ["someone-else"]),
    (35, {**NRM, "files": ("rota.pdf",)}, FILES, []),
    (35, {**NRM, "files": ()}, ["upload-evidence"], ["what-evidence-you-will-submit"]),
    (54, {**HELPS, "files": ("rota.pdf",)}, [], FILES),
]  # fmt: skip

# The rule, a journey, answers of it changed (`None` takes one away), and what is then wrong.
WRONG = [
    (5, "J01", {"user-organisation": "Orchard Example Labour Ltd"}, {"user-organisation": "equal"}),
    (10, "J04", {f"{COUNCIL}-name": "Unknown"}, {f"{COUNCIL}-name": "equal"}),
    (10, "J04", dict.fromkeys((f"{COUNCIL}-name", f"{COUNCIL}-phone", f"{COUNCIL}-email")),
     dict.fromkeys((f"{COUNCIL}-name", f"{COUNCIL}-phone", f"{COUNCIL}-email"), "required")),
    (10, "J04", dict.fromkeys((f"{COUNCIL}-first-name", f"{COUNCIL}-last-name")), {}),
    (14, "J04", {"pv-dob": "1970-01-01"}, {}),
    (14, "J04", {"pv-dob": None}, {}),
    (16, "J01", {"pv-want-to-submit-nrm": None}, {"pv-want-to-submit-nrm": "required"}),
    (18, "J01", {"pv-phone-number-yes": None}, {"pv-phone-number-yes": "required"}),
    (18, "J08", {"no-contact-details": None}, {"no-contact-details": "required"}),
    (18, "J07", {"pv-phone-number-alternative": None, "alternative-number-relation-to-pv": None},
     {"pv-phone-number-alternative": "required", "alternative-number-relation-to-pv": "required"}),
    (18, "J07", {"alternative-number-relation-to-pv": "x" * 251},
     {"alternative-number-relation-to-pv": "maxlength"}),
    (19, "J02", {"refuse-nrm": None}, {}),
    (27, "J01", {"why-report-now": None}, {"why-report-now": "required"}),
    (27, "J07", {"yes-the-first-chance-to-report": None}, {}),
    (29, "J01", {f"{UK}-city-1": None}, {f"{UK}-city-1": "required"}),
    (29, "J01", {f"{UK}-city-1": "Unknown", f"{UK}-city-2": None}, {}),
    (29, "J07", {f"{OVERSEAS}-country-1": "United Kingdom"}, {f"{OVERSEAS}-country-1": "equal"}),
    (29, "J07", {f"{OVERSEAS}-country-1": "Unknown"}, {}),
    (30, "J02", dict.fromkeys(("current-pv-location-uk-city", "current-pv-location-uk-region")),
     dict.fromkeys(("current-pv-location-uk-city", "current-pv-location-uk-region"), "required")),
    (30, "J02", {"current-pv-location-uk-region": "Unknown"}, {}),
    (31, "J01", {"exploiters-location": "yes", "are-exploiters-in-the-uk": "no",
                 "exploiters-current-location-details": None},
     {"exploiters-current-location-details": "required"}),
    (32, "J02", {"future-exploitation-reasons": None}, {"future-exploitation-reasons": "required"}),
    (33, "J02", {"reported-to-police": "yes"},
     {"reported-to-police-police-forces": "required",
      "reported-to-police-crime-reference": "required"}),
    (33, "J02", {"reported-to-police": "yes", "reported-to-police-police-forces": "Unknown",
                 "reported-to-police-crime-reference": "TEST/1"},
     {"reported-to-police-police-forces": "equal"}),
    (36, "J01", {"birthplace": LONG, "family": LONG}, {"birthplace": "maxlength",
                                                       "family": "maxlength"}),
    (36, "J01", {"reference": LONG, "birthplace": LONG[1:]}, {}),
    (40, "J01", {"details-last-contact": "He phoned.he said"}, {"details-last-contact": "notUrl"}),
    (40, "J07", {"authorities-cooperation-details": "then...he left"},
     {"authorities-cooperation-details": "notUrl"}),
    (40, "J01", {"family": "See www.example.org"}, {}),
    *((41, "J01", {PHONES[0]: number}, {PHONES[0]: "internationalPhoneNumber"})
      for number in ("07700 900123", "01632 960123", "0115 496 0123", "ask the driver")),
    *((41, "J07", {PHONES[1]: number}, {}) for number in ("0116 496 0123", "020 7946 0123")),
    (41, "J04", {f"{COUNCIL}-phone": "07700 900123", "fr-details-phone": "ask the desk"}, {}),
    (42, "J01", {"pv-dob": "1991-04"}, {"pv-dob": "date"}),
    (42, "J01", {"pv-dob": "2023-02-29"}, {"pv-dob": "date"}),
    (42, "J01", {"pv-dob": "1900-01-01"}, {"pv-dob": "after"}),
    (42, "J01", {"pv-dob": "2026-05-13"}, {"pv-dob": "before"}),
    (42, "J01", {"pv-dob": "2026-05-12"}, {}),
    (43, "J01", {f"{CONTACT}-email-input": "test@example"}, {f"{CONTACT}-email-input": "email"}),
    (43, "J01", {f"{CONTACT}-email-input": f"{'x' * 65}@example.org"},
     {f"{CONTACT}-email-input": "email"}),
    (44, "J08", {"does-pv-have-children-yes-amount": "two"},
     {"does-pv-have-children-yes-amount": "numeric"}),
    (44, "J08", {"does-pv-have-children-yes-amount": None},
     {"does-pv-have-children-yes-amount": "required"}),
    (45, "J01", {"pv-nationality": "Citizen of Vanuatu "}, {"pv-nationality": "equal"}),
    (45, "J01", {"current-pv-location-uk-city": "Dromore "},
     {"current-pv-location-uk-city": "equal"}),
    (45, "J01", {"pv-nationality": "polish"}, {"pv-nationality": "equal"}),
    (45, "J01", {"pv-gender": "other"}, {"pv-gender": "equal"}),
    (46, "J02", {f"{TYPES}-forced-to-work": None},
     {f"{TYPES}-forced-to-work": "at-least-one-option-selected"}),
    (46, "J02", {f"{TYPES}-other": "true"}, {"other-exploitation-details": "required"}),
    (46, "J02", {f"{TYPES}-forced-to-work": None, f"{TYPES}-organs-removed": "true"}, {}),
    (47, "J07", {f"{CONTACT}-{part}": None for part in ("email-check", "post-check", "street",
                                                        "town", "postcode", "county")},
     {f"{CONTACT}-{part}": "required" for part in ("email-check", "post-check", "street",
                                                   "town", "postcode")}),
    (48, "J08", {"someone-else-permission-check": None},
     {"someone-else-permission-check": "required"}),
    (48, "J08", {"someone-else": None}, {"someone-else": "required"}),
    (48, "J08", {"someone-else": ("post",), "someone-else-email-input": None,
                 "someone-else-first-name": None, "someone-else-last-name": None}, {}),
    (49, "J01", dict.fromkeys((f"{FR}-first-name", f"{FR}-last-name", f"{FR}-role",
                               f"{FR}-phone", "fr-alternative-contact")),
     dict.fromkeys((f"{FR}-first-name", f"{FR}-last-name", f"{FR}-role",
                    f"{FR}-phone", "fr-alternative-contact"), "required")),
    (50, "J02", dict.fromkeys(("birthplace", "family", "education", "employment-history")),
     dict.fromkeys(("birthplace", "family", "education", "employment-history"), "required")),
    (55, "J04", {f"{COUNCIL}-name": " \u00a0"}, {f"{COUNCIL}-name": "required"}),
    (55, "J01", {"family": "\ufeff"}, {"family": "required"}),
    (55, "J01", {"who-contact": None}, {"who-contact": "required"}),
    (55, "J01", {CONTACT: ()}, {CONTACT: "required"}),
    (55, "J01", {CONTACT: "email"}, {CONTACT: "equal"}),
    (55, "J01", {"pv-under-age-at-time-of-exploitation": ("no",)},
     {"pv-under-age-at-time-of-exploitation": "equal"}),
    (56, "J07", {f"{CONTACT}-postcode": "by the church"}, {}),
    (56, "J04", {f"{COUNCIL}-first-name": None}, {}),
]  # fmt: skip

PDF = "application/pdf"
UPLOADS = [
    (51, (Upload("a.exe", 26_214_399, PDF),), ""),
    (51, (Upload("a.pdf", 26_214_400, PDF),), "maxFileSize"),
    (51, (Upload("a.pdf", 10, "text/plain"),), "fileType"),
    (53, (Upload("a.pdf", 10, PDF),) * 99, ""),
    (53, (Upload("a.pdf", 10, PDF),) * 100, "tooMany"),
]
DIRECT = {20, 23, 33, 36, 45}
"""Rules with a test of their own below."""


def name(part):
    return f"R{part}" if isinstance(part, int) else ""


@pytest.fixture(scope="module")
def form(library):
    return library.form("nrm-referral").form


@pytest.fixture(scope="module")
def asked(form):
    """Finds the pages asked after some answers."""
    return lambda answers: [page.id for page in asked_pages(form, settled(form, answers))]


@pytest.fixture(scope="module")
def wrong(form, library):
    """Finds what is wrong with a journey once some of its answers are changed."""

    def of(journey, changes=(), uploads=()):
        _, data = load(Path(__file__).parent / "journeys" / f"{journey}.json")
        given = {id: value for id, value in {**data, **dict(changes)}.items() if value is not None}
        rules = Rulebook(TODAY, library.lists, is_phone, uploads)
        return {one.field: one.code for one in problems(form, given, rules)}

    return of


def test_no_rule_is_forgotten():
    held = [rule for table in (WAYS, WRONG, UPLOADS) for rule, *_ in table]

    assert {*NOT_OURS, *ELSEWHERE, *held, *DIRECT} == set(range(1, 63))


@pytest.mark.parametrize(("rule", "where"), ELSEWHERE.items(), ids=name)
def test_a_rule_held_elsewhere_is_held_there(rule, where):
    folder, test = where
    files = (Path(__file__).parents[1] / folder).glob("test_*.py")

    assert any(re.search(rf"def test_{test}\b", file.read_text("utf-8")) for file in files)


@pytest.mark.parametrize(("rule", "answers", "pages", "never"), WAYS, ids=name)
def test_answers_lead_to_their_pages_and_past_others(asked, rule, answers, pages, never):
    found = asked(answers)

    assert [page for page in found if page in pages] == pages
    assert not set(found) & set(never)


@pytest.mark.parametrize(("rule", "journey", "changes", "codes"), WRONG, ids=name)
def test_a_change_to_a_journey_is_judged_as_the_form_judges_it(
    wrong, rule, journey, changes, codes
):
    assert wrong(journey) == {}
    assert wrong(journey, changes) == codes


@pytest.mark.parametrize(("rule", "uploads", "code"), UPLOADS, ids=name)
def test_files_are_judged_as_the_form_judges_them(wrong, rule, uploads, code):
    assert wrong("J01", {}, uploads) == ({"files": code} if code else {})
    assert wrong("J02", {}, uploads) == {}


@pytest.mark.parametrize("age", ["yes", "not-sure"])
def test_r12_whoever_may_be_a_child_is_never_a_duty_to_notify(form, age):
    for coop in ("yes", "no"):
        told = {**DTN, "pv-under-age": age, "authorities-cooperation": coop}
        assert route(form, settled(form, told)).endswith("nrm")


def test_r20_a_duty_to_notify_asks_nothing_else_of_the_person(form):
    fields = {one.id for one in asked_fields(form, settled(form, HELPS))}
    consent = [page.id for page in form.pages].index("pv-want-to-submit-nrm")
    before = {field.id for page in form.pages[: consent + 1] for field in page.fields}

    assert {id for id in fields - before if not id.startswith(("pv-name", "pv-contact"))} == {
        *("refuse-nrm", "pv-gender", "pv-nationality", "pv-nationality-second"),
    }


def test_r23_a_name_left_from_before_is_not_sent_once_nobody_will_cooperate(form):
    told = {**DTN, "pv-name-first-name": "Test", f"{CONTACT}-email-input": "test@example.org"}
    answers = {id: Answer(value) for id, value in told.items()}

    assert set(sent(form, answers)) == set(DTN)


def test_r33_r45_the_lists_are_the_forms_own(library):
    lists = library.lists

    assert (len(lists["police-forces"]), len(lists["organisations"])) == (47, 526)
    assert "Unknown" not in {*lists["police-forces"], *lists["local-authorities"]}
    assert all("Unknown" in lists[name] for name in ("towns", "regions", "countries"))
    never = {entry for entries in lists.values() for entry in entries if entry != entry.strip()}
    assert never == {"Citizen of Vanuatu ", "Dromore "}


def test_r36_every_box_takes_fifteen_thousand_but_for_four(form):
    boxes = {Kind.TEXT, Kind.LONG_TEXT, Kind.EMAIL, Kind.NUMBER, Kind.PHONE}
    other = {field.id: field.limit for field in form.fields() if field.kind in boxes}

    assert {id: limit for id, limit in other.items() if limit != 15_000} == {
        "reference": None,
        "alternative-number-relation-to-pv": 250,
        **dict.fromkeys(PHONES),
    }
