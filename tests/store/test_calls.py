"""What a record is called here can be relied on, in vaults old and new."""

import shutil

import pytest

from tests.conftest import KEY
from tests.factories import ROSA
from tests.laptops import ID, Laptop
from tests.store.test_old_vaults import OLD
from welfare_app.domain.ids import InterviewId


@pytest.fixture
def pair(tmp_path):
    """One case on each of two laptops, under one number, and the first taken in on the second."""
    ours, theirs = Laptop(tmp_path / "ours", 1), Laptop(tmp_path / "theirs", 2)
    ours.begin(1)
    theirs.begin(2)
    theirs.takes(ours.gives())
    yield ours, theirs
    ours.vault.close()
    theirs.vault.close()


def test_an_old_vault_goes_on_counting_where_it_stood(door, tmp_path):
    shutil.copytree(OLD[0], tmp_path / "vault")
    vault = door.open(tmp_path / "vault", KEY)
    with vault.work(ROSA) as work:
        [one] = work.interviews.all()
        assert (one.number, work.crossing.called(one.id)) == ("W-0001", "W-0001")
        assert work.interviews.next_number() == "W-0002"
    vault.close()


def test_the_same_letters_stand_behind_a_number_on_every_laptop(pair, tmp_path):
    ours, theirs = pair
    third = Laptop(tmp_path / "third", 3)
    third.begin(3)
    third.takes(ours.gives())

    assert theirs.number() == third.number() != ours.number()
    assert theirs.number().startswith("W-0001-")
    third.vault.close()


def test_a_case_called_otherwise_here_travels_under_its_own_number(pair):
    ours, theirs = pair
    with theirs.vault.work(theirs.staff) as work:
        from dataclasses import replace

        from welfare_app.domain.events import AnswerRecorded

        one = replace(work.interviews.get(ID), page="safety")
        work.interviews.save(one, because=AnswerRecorded(ID, "how"))
        work.commit()
    ours.takes(theirs.gives())

    assert ours.number() == "W-0001"
    assert theirs.number() != "W-0001"
    assert theirs.number(InterviewId("interview-2")) == "W-0001"


def test_a_case_called_by_anothers_number_is_found_by_the_examination(pair):
    _, theirs = pair
    assert theirs.vault.examine().sound
    theirs.vault._connection().execute(
        "UPDATE called SET number = 'W-0042' WHERE record = ?", (ID,)
    )

    assert theirs.vault.examine().faults == ("audit.content-changed",)
