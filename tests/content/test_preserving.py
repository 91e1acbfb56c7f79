"""The list of records to keep: whole, sourced, and refused where it is not."""

import shutil

import pytest

from tests.desks import stopped
from welfare_app.app.folders import RESOURCES
from welfare_app.content.preserving import records
from welfare_app.domain.errors import BadContent


@pytest.fixture
def changed(tmp_path):
    """Reads a copy of the shipped list with one thing put in another's place."""
    shutil.copytree(RESOURCES / "preserving", tmp_path / "preserving")

    def change(file, before, after):
        path = tmp_path / "preserving" / file
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")
        return records(tmp_path, "en")

    return change


def test_every_record_of_the_practice_list_is_there_with_its_source():
    shipped = records(RESOURCES, "en")

    assert [one.id for one in shipped.kinds] == [
        *("cctv", "payroll-run", "bank-change-log", "applications", "identity-copies", "rotas"),
        *("clock-ins", "messages", "vehicle-logs", "accommodation-charges"),
    ]
    assert all(one.source and one.checked and shipped.ask(one.id) for one in shipped.kinds)


def test_only_what_may_be_lost_soon_has_a_caution_and_it_is_no_rule():
    shipped = records(RESOURCES, "en")
    cautioned = [one for one in shipped.kinds if shipped.caution(one.id)]

    assert [(one.id, one.lost_after_days, one.confidence) for one in cautioned] == [
        ("cctv", 30, "medium")
    ]
    assert "no law" in cautioned[0].source


@pytest.mark.parametrize(
    ("file", "before", "after", "code"),
    [
        ("records.toml", 'confidence = "medium"', 'confidence = "sure"', "content.unknown-option"),
        ("records.toml", 'id = "rotas"', 'id = "cctv"', "content.twice"),
        ("records.toml", "lost_after_days = 30", "lost_after_days = -1", "content.wrong-type"),
        ("records.toml", "chase_after_days = 1", "chase_after_days = 0", "content.wrong-type"),
        ("records.toml", 'checked = "2026-05"', 'checked = "soon"', "content.bad-date"),
        ("records.en.toml", "caution =", "warning =", "content.no-words"),
        ("records.en.toml", "[rotas]", "[rotas2]", "content.no-words"),
    ],
)
def test_a_list_that_is_wrong_is_refused(changed, file, before, after, code):
    with stopped(BadContent, code):
        changed(file, before, after)
