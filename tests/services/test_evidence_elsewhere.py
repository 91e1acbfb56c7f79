"""Custody and requests go where their pack goes: to a colleague, into an answer, and away."""

import pytest

from tests.couriers import Side, introduce, laptop_beside
from welfare_app.domain.custody import Deed
from welfare_app.domain.preserving import Reply
from welfare_app.services.gather_passages import ASKED, HELD_FILES, GatherPassages
from welfare_app.services.review_retention import ReviewRetention


@pytest.fixture
def worked(case):
    """The sample case with a chain of custody and a request to keep a record."""
    desk = case.desk
    [file] = desk.evidence.of(case.pack)
    desk.evidence.handle(file.id, Deed.TAKEN, "The worker", "Rosa Example", "2026-03", "By hand")
    asked = desk.preserving.ask(case.pack, "cctv", "Gate", "Security desk", "2026-05-01")
    desk.preserving.answered(asked.id, Reply.REFUSED, "Only with an order")
    return case


@pytest.fixture
def there(tools, identity, tmp_path):
    with laptop_beside(tools, identity, tmp_path / "there") as side:
        yield side


def test_both_arrive_whole_on_a_colleagues_laptop(worked, there, tmp_path, heard):
    here = Side(worked.desk, tmp_path, heard)
    introduce(here, there)
    there.take(here.send(worked.interview))

    assert there.desk.evidence.of(worked.pack) == here.desk.evidence.of(worked.pack)
    assert there.desk.preserving.of(worked.pack) == here.desk.preserving.of(worked.pack) != ()


def test_a_link_added_there_comes_back(worked, there, tmp_path, heard):
    here = Side(worked.desk, tmp_path, heard)
    introduce(here, there)
    there.take(here.send(worked.interview))
    [file] = there.desk.evidence.of(worked.pack)
    there.desk.evidence.handle(file.id, Deed.SHOWN, "PC Example", "Ben", "2026-05", "")
    here.take(there.send(worked.interview))

    [file] = here.desk.evidence.of(worked.pack)
    assert [one.deed for one in file.handled] == [Deed.TAKEN, Deed.SHOWN]


def test_an_answer_to_an_access_request_finds_both(worked):
    desk = worked.desk
    reviewed = ReviewRetention(desk.shift, desk.definitions).one(worked.interview)
    with desk.shift.work() as work:
        found = tuple(GatherPassages(desk.definitions).of(work, reviewed))

    assert any("By hand" in one.text for one in found if one.group == HELD_FILES)
    assert any("Only with an order" in one.text for one in found if one.group == ASKED)
