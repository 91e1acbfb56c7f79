"""Walks everything that ships: each file in each language, each word, each source and date."""

import re
import tomllib

import pytest

from tests.content.conftest import RESOURCES
from welfare_app.content.library import Library
from welfare_app.domain.form import Kind, asked_pages, holds
from welfare_app.domain.notes import UNSORTED, LineKind
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.safe_contact import FIELDS as SAFE_CONTACT

FORMS = sorted({path.name.split(".")[0] for path in (RESOURCES / "forms").glob("*.toml")})
LANGUAGES = sorted({path.name.split(".")[1] for path in (RESOURCES / "forms").glob("*.*.toml")})
UNWELCOME = re.compile(r"\b(please|oops|invalid|victim|error|illegal|ensure)\b|!", re.IGNORECASE)
NOT_IN_A_TALK = {Kind.FILES}
LEADING = re.compile(r"^(did|do|does|is|are|was|were|has|have|why) ", re.IGNORECASE)


def test_nothing_that_ships_is_wrong(library):
    assert library.check_everything() == ()


@pytest.mark.parametrize("name", [name for name in FORMS if name != "prefill"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_loads_in_every_language(library, name, language):
    definition = library.form(name, language)

    assert definition.form.pages
    for page in definition.form.pages:
        assert definition.page_title(page.id)
        assert definition.section_title(page.section)
    for field in definition.form.fields():
        assert all(definition.option(field.id, option) for option in field.options)
        assert all(definition.label(part.id) for part in field.parts)


def test_the_interview_has_its_fourteen_steps_and_every_kind_of_question(library):
    form = library.form("welfare-interview").form

    assert [page.id for page in form.pages] == [
        *("plan", "safety", "setting", "language", "explain", "age"),
        *("free-recall", "follow-up", "needs", "wishes", "information", "closing"),
        *("write-up", "evaluate"),
    ]
    assert [page.id for page in form.pages if page.notes] == ["free-recall", "follow-up"]
    assert max(len(page.fields) for page in form.pages) <= 17
    assert {field.kind for field in form.fields()} == set(Kind) - NOT_IN_A_TALK


def test_what_the_worker_is_asked_is_open_and_kept_in_their_own_words(library):
    definition = library.form("welfare-interview")
    said = [field for field in definition.form.fields() if field.exact_words]

    assert {"finding-work", "journey", "pay", "papers"} <= {field.id for field in said}
    assert not [one.id for one in said if LEADING.match(definition.label(one.id))]


def test_no_line_of_a_talk_is_left_out_of_what_is_written_up(library):
    form = library.form("welfare-interview").form
    topics = {one.topic for one in library.catalogue().catalogue.questions} | {UNSORTED}
    theirs, ours = (
        [topic for field in form.fields() if field.exact_words is exact for topic in field.gathers]
        for exact in (True, False)
    )

    assert [topic for topic in topics if theirs.count(topic) != 1] == []
    assert set(theirs) <= topics
    assert set(ours) <= topics | set(LineKind)


def test_whatever_course_a_talk_takes_it_can_be_closed_written_up_and_looked_back_on(library):
    form = library.form("welfare-interview").form
    left = {
        course: {page.id for page in form.pages if course in page.stays}
        for course in ("disclosure", "stopped")
    }

    assert {"safety", "closing", "write-up", "evaluate"} <= left["stopped"] <= left["disclosure"]
    assert {"free-recall", "needs", "wishes", "information"} <= left["disclosure"]
    assert "follow-up" not in left["disclosure"]


TALKS = ("welfare-interview", "probation-review", "site-surgery")


@pytest.mark.parametrize("name", TALKS)
def test_every_talk_can_say_how_the_worker_is_reached_safely(library, name):
    asked = {field.id: field for field in library.form(name).form.fields()}

    assert set(SAFE_CONTACT) <= asked.keys()
    assert asked["must-not-know"].required
    assert asked["safe-tonight"].required
    assert asked["lead-today"].required


def test_a_question_that_two_talks_share_is_answered_alike_in_both(library):
    alike: dict[str, set] = {}
    for field in (one for name in TALKS for one in library.form(name).form.fields()):
        kind = field.kind, field.list, field.options if field.id != "outcome" else ()
        alike.setdefault(field.id, set()).add(kind)

    assert [id for id, kinds in alike.items() if len(kinds) > 1] == []


@pytest.mark.parametrize("name", TALKS[1:])
def test_the_shorter_talks_ask_openly_and_keep_the_workers_own_words(library, name):
    definition = library.form(name)
    exact = [one.id for one in definition.form.fields() if one.exact_words]

    assert len(exact) > 3
    assert not [id for id in exact if LEADING.match(definition.label(id))]


def test_a_child_and_whoever_does_not_agree_are_not_taken_through_a_review(library):
    form = library.form("probation-review").form

    def pages(**answers):
        return {page.id for page in asked_pages(form, answers)}

    every = pages(**{"agrees-to-talk": "yes", "under-18": "no"})
    child = pages(**{"agrees-to-talk": "yes", "under-18": "not-sure"})
    silent = pages(**{"agrees-to-talk": "no", "under-18": "no"})

    assert every == {page.id for page in form.pages}
    assert {"explain", "anything-else", "needs", "contact", "closing"} <= child
    assert not {"promised", "work", "pay", "records", "home", "treatment"} & child
    assert not {"work", "anything-else", "needs", "contact"} & silent
    assert {"closing", "outcome"} <= silent


def test_a_worker_need_not_give_a_name_at_a_surgery(library):
    fields = {field.id: field for field in library.form("site-surgery").form.fields()}

    assert not any(fields[id].required for id in ("first-name", "last-name", "known-as"))


def test_consent_is_never_asked_of_someone_who_may_be_a_child(library):
    form = library.form("welfare-interview").form
    field = next(field for field in form.fields() if field.id == "consent")
    assert field.shown_when == next(
        one.shown_when for one in form.fields() if one.id.endswith("points")
    )
    assert "under-18" in repr(field.shown_when)
    assert "not-sure" not in repr(field.shown_when)

    for age in ("yes", "not-sure"):
        left = applying(library, outcome="strong", **{"under-18": age})
        assert "S1C" in left
        assert not {"S4", "S4N"} & set(left)


def test_the_exact_lists_are_as_the_home_office_has_them(library):
    sizes = {name: len(entries) for name, entries in library.lists.items()}

    assert sizes.pop("languages")
    assert sizes == {
        "countries": 196,
        "local-authorities": 451,
        "nationalities": 222,
        "organisations": 526,
        "police-forces": 47,
        "regions": 98,
        "towns": 1622,
    }
    assert [e for entries in library.lists.values() for e in entries if e != e.strip()] == [
        "Citizen of Vanuatu ",
        "Dromore ",
    ]


def test_every_language_can_be_chosen_as_a_first_language(library):
    languages, names = library.languages()

    assert set(names.values()) <= set(library.list("languages"))
    assert {one.tag for one in languages if one.right_to_left} == {
        "ur",
        "ar",
        "ckb",
        "fa",
        "prs",
        "ps",
    }
    assert all(language.script == "Arab" for language in languages if language.right_to_left)


def test_every_number_says_where_it_is_from_and_when_it_was_checked(library):
    contacts = library.contacts()

    for contact in contacts.contacts:
        assert PartialDate.read(contact.checked)
        assert contact.source
        assert contacts.name(contact.id)
        assert re.fullmatch(r"[0-9 ]*", contact.phone)
        assert "general knowledge" not in contact.source.lower() or contact.doubt
    assert contacts.contacts[0].phone == "999"


def test_a_number_in_doubt_says_so(library):
    contacts = library.contacts()

    assert {one.id for one in contacts.contacts if one.doubt} >= {
        "fair-work-agency",
        "modern-slavery-helpline",
    }
    assert all(contacts.note(one.id) for one in contacts.contacts if one.doubt)


def test_the_run_book_has_eleven_stages_and_branches_that_say_what_to_do(library):
    worded = library.workflow("incident-pack")
    stages = worded.workflow.stages

    assert [worded.text(stage.id, "title") for stage in stages] == [
        *("Noticed", "Danger", "Council and police", "Safe now", "Choose the path"),
        *("First account", "Consent", "They said no", "Tell the authorities", "Pay and rights"),
        *("Keep the evidence", "Protect the worker", "Seal and hand over", "Follow up"),
        *("Look again", "Close and learn"),
    ]
    for gate in worded.workflow.gates:
        assert worded.text(gate.id, "title")
        assert worded.lines(gate.id, "tasks")
    for stage in stages:
        assert worded.text(stage.id, "order")
        assert worded.text(stage.id, "why")
        assert 1 <= len(worded.lines(stage.id, "never")) <= 5


def test_every_stage_asks_for_something_as_evidence_that_it_is_done(library):
    workflow = library.workflow("incident-pack").workflow
    form = library.form(workflow.form).form

    for stage in workflow.stages:
        fields = form.page(stage.page).fields
        assert 1 <= len(fields) <= 5
        assert any(field.required for field in fields)


def applying(library, **answers):
    stages = library.workflow("incident-pack").workflow.stages
    return [stage.id for stage in stages if holds(stage.shown_when, answers)]


def test_the_path_chosen_closes_the_stages_that_do_not_belong_to_it(library):
    every = [f"S{number}" for number in range(11)]

    assert applying(library) == every
    assert applying(library, outcome="strong") == every
    assert applying(library, outcome="exploited") == [
        *("S0", "S1", "S2", "S5", "S5B", "S7", "S9W", "S10"),
    ]
    assert applying(library, outcome="weak") == ["S0", "S1", "S2", "S9W", "S10"]
    assert applying(library, outcome="explained") == ["S0", "S1", "S2", "S10"]


def test_a_library_reads_a_file_once(resources):
    library = Library(resources)

    assert library.form("nrm-referral") is library.form("nrm-referral")
    assert library.list("towns") is library.list("towns")


def texts(raw, key=""):
    """Every text for people in a file of words; what is spoken to others may say please."""
    match raw:
        case str():
            yield key, raw
        case dict():
            for name, value in raw.items():
                yield from texts(value, name) if name != "say" else ()
        case list():
            for value in raw:
                yield from texts(value, key)


@pytest.mark.parametrize(
    "path",
    [path for path in RESOURCES.glob("*/*.en.toml") if path.parent.name != "indicators"],
    ids=lambda path: path.name,
)
def test_words_are_calm(path):
    said = list(texts(tomllib.loads(path.read_text("utf-8"))))

    assert said
    assert [pair for pair in said if UNWELCOME.search(pair[1])] == []
