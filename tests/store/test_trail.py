"""Asking the trail: the entries someone looks for, and the numbers records go by."""

from datetime import timedelta

import pytest

from tests.conftest import NOON
from tests.factories import ROSA, interview, pack
from tests.store.test_vault import answer, force, keep
from welfare_app.domain.events import (
    NoteKept,
    PackChecked,
    PackOpened,
    RecordRead,
    ReferralExported,
    SignNoted,
)
from welfare_app.domain.notes import LineKind, Note
from welfare_app.domain.sign import Known, Sign
from welfare_app.domain.trail import Asked, Named

IDRIS = "staff-idris"


@pytest.fixture
def told(vault):
    """Two talks, a line and a sign in the first, a pack from it, and somebody else's reading."""
    keep(vault, interview(how="quixotic"))
    keep(vault, interview(2))
    answer(vault, "interview-2", "how", "by bus")
    note = Note("note-1", "interview-1", NOON, ROSA, LineKind.SAID, "He holds my passport")
    sign = Sign("sign-1", "DEL-CD-DEBT", "interview-1", Known.SAID, NOON, ROSA)
    with vault.work(ROSA) as work:
        work.notes.save(note, because=NoteKept(note.id, note.interview))
        work.signs.save(sign, because=SignNoted(sign.id, sign.indicator, sign.interview))
        record = pack(interview="interview-1")
        work.packs.save(record, because=PackOpened(record.id, "interview-1"))
        work.commit()
    with vault.work(IDRIS) as work:
        work.audit.note(RecordRead("pack-1", "pack"), "pack-1")
        work.audit.note(PackChecked("00", "genuine"))
        work.commit()
    return vault


def numbers(vault, **asked):
    with vault.work(ROSA) as work:
        return list(work.audit.numbers(Asked(**asked)))


def test_a_whole_trail_comes_with_the_newest_first(told):
    assert numbers(told) == [8, 7, 6, 5, 4, 3, 2, 1]


def test_an_empty_trail_has_no_entries(vault):
    assert numbers(vault) == []


def test_it_can_be_asked_who(told):
    assert numbers(told, by=IDRIS) == [8, 7]
    assert numbers(told, by="nobody") == []


def test_it_can_be_asked_what(told):
    assert numbers(told, events=("NoteKept", "SignNoted")) == [5, 4]
    assert numbers(told, events=()) == []


def test_a_records_number_finds_what_belongs_to_it_and_no_other_record(told):
    assert numbers(told, record="W-0001") == [6, 5, 4, 1]
    assert numbers(told, record="W-0002") == [3, 2]
    assert numbers(told, record="P-0001") == [7, 6]
    assert numbers(told, record="W-0009") == []


def test_an_entry_that_wrote_nothing_is_found_by_the_record_it_names(told):
    with told.work(ROSA) as work:
        work.audit.note(ReferralExported("pack-1", "00"))
        work.commit()

    assert numbers(told, record="P-0001") == [9, 7, 6]


def test_it_can_be_asked_when(vault, door):
    at = [NOON]
    door._now = lambda: at[0]
    vault._now = door._now
    for day in range(3):
        at[0] = NOON + timedelta(days=day)
        keep(vault, interview(day + 1))

    assert numbers(vault, since=NOON + timedelta(days=1)) == [3, 2]
    assert numbers(vault, until=NOON + timedelta(days=1)) == [1]
    assert numbers(vault, since=NOON, until=NOON) == []


def test_everything_asked_must_hold(told):
    assert numbers(told, by=IDRIS, record="P-0001", events=("RecordRead",)) == [7]
    assert numbers(told, by=ROSA, record="P-0001", events=("RecordRead",)) == []


def test_entries_come_in_the_order_asked_for_and_one_that_is_gone_is_left_out(told):
    told._connection().execute("PRAGMA foreign_keys = OFF")
    force(told, "audit", "DELETE FROM audit WHERE number = 2")

    with told.work(ROSA) as work:
        entries = work.audit.entries([8, 2, 1])

    assert [one.number for one in entries] == [8, 1]
    assert [one.event for one in entries] == ["PackChecked", "InterviewStarted"]
    assert (entries[0].by, entries[0].facts) == (IDRIS, {"digest": "00", "verdict": "genuine"})


def test_records_are_named_without_being_read(told):
    read = []
    told._connection().set_trace_callback(read.append)

    with told.work(ROSA) as work:
        named = work.audit.named(["interview-1", "note-1", "sign-1", "pack-1", ROSA, "nobody", ""])

    assert named == {
        "interview-1": Named("interview", "W-0001"),
        "note-1": Named("note", "W-0001"),
        "sign-1": Named("sign", "W-0001"),
        "pack-1": Named("pack", "P-0001"),
    }
    assert not [sql for sql in read if "SELECT part, body" in sql]
    assert not told._memory.records.keys() & {"nobody"}


def test_no_entry_holds_an_answer(told):
    with told.work(ROSA) as work:
        entries = work.audit.entries(work.audit.numbers(Asked()))

    said = " ".join(str(one.facts) for one in entries)
    assert "quixotic" not in said
    assert "passport" not in said
    assert all("quixotic" not in repr(one) for one in entries)
