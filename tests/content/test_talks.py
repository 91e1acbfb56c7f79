"""What every kind of talk must hold to, so that one engine can lead through all of them."""

import shutil

import pytest

from tests.content.test_shipped import TALKS
from welfare_app.content.library import Library
from welfare_app.domain.errors import BadContent
from welfare_app.domain.form import Kind
from welfare_app.presenters.talk import CLOSING


@pytest.mark.parametrize("name", TALKS)
def test_every_talk_says_what_it_is_called(library, name):
    assert library.form(name).title not in {"", "Interview"}


def test_a_talk_that_is_called_nothing_is_refused(resources, tmp_path):
    copy = shutil.copytree(resources, tmp_path / "resources")
    words = copy / "forms" / "site-surgery.en.toml"
    words.write_text(words.read_text("utf-8").replace('title = "Surgery talk"', ""), "utf-8")

    with pytest.raises(BadContent) as refused:
        Library(copy).form("site-surgery")

    assert refused.value.code == "content.no-words"
    assert refused.value.facts == {"file": "forms/site-surgery.en.toml", "key": "form.title"}


def test_what_goes_from_one_person_to_the_next_on_a_visit_is_about_the_visit_alone(library):
    form = library.form("site-surgery").form

    assert form.visit
    assert [field.id for field in form.fields() if field.of_visit] == [
        *("site", "talk-date", "talk-place", "lead-today"),
    ]


@pytest.mark.parametrize("name", TALKS)
def test_every_talk_can_be_closed_kindly_whatever_course_it_took(library, name):
    assert {"disclosure", "stopped"} <= set(library.form(name).form.page(CLOSING).stays)


@pytest.mark.parametrize("name", TALKS)
def test_a_step_of_notes_ends_with_a_tick_that_is_asked_for(library, name):
    steps = [page for page in library.form(name).form.pages if page.notes]

    assert steps
    assert all((one.fields[0].kind, one.fields[0].required) == (Kind.TICK, True) for one in steps)
