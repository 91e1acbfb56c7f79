"""Reads are written down: once an hour, before they are seen, and late rather than never."""

from datetime import timedelta

import pytest

from tests.conftest import KEY
from tests.desks import events, stopped
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.trail import Asked
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_reads import AGAIN_AFTER, As


@pytest.fixture
def talk(desk):
    return desk.interviews.start(desk.definitions.form(INTERVIEW).form).id


class FullDisk:
    """Stands in for the vault's work while the disk takes nothing more."""

    def __init__(self, work):
        self._work = work

    def __getattr__(self, name):
        return getattr(self._work, name)

    def __enter__(self):
        self._work.__enter__()
        return self

    def __exit__(self, *error):
        return self._work.__exit__(*error)

    def commit(self):
        raise Unavailable("vault.disk-full")


@pytest.fixture
def full(monkeypatch, vault):
    """The disk fills up, until it is told to make room."""
    real = vault.work
    monkeypatch.setattr(vault, "work", lambda by: FullDisk(real(by)))
    return lambda: monkeypatch.setattr(vault, "work", real)


def newest(desk):
    with desk.shift.work() as work:
        return work.audit.entries(work.audit.numbers(Asked())[:1])[0]


def test_opening_a_record_is_written_down_with_who_and_what(desk, talk):
    assert desk.reads.opened(talk, As.TALK)

    entry = newest(desk)
    assert (entry.event, entry.by, entry.record) == ("RecordRead", "staff-rosa", talk)
    assert entry.facts == {"record": talk, "kind": "talk", "late": ""}


def test_going_back_and_forth_is_one_reading(desk, vault, talk, clock):
    for _ in range(20):
        desk.reads.opened(talk, As.TALK)
        clock.move(minutes=2)

    assert events(vault).count("RecordRead") == 1


def test_a_record_still_read_an_hour_later_shows(desk, vault, talk, clock):
    desk.reads.opened(talk, As.TALK)
    clock.at += AGAIN_AFTER - timedelta(seconds=1)
    desk.reads.opened(talk, As.TALK)
    assert events(vault).count("RecordRead") == 1

    clock.move(seconds=1)
    desk.reads.opened(talk, As.TALK)
    assert events(vault).count("RecordRead") == 2


def test_a_clock_put_back_hides_no_reading(desk, vault, talk, clock):
    desk.reads.opened(talk, As.TALK)
    clock.move(minutes=-1)
    desk.reads.opened(talk, As.TALK)

    assert events(vault).count("RecordRead") == 2


def test_another_way_of_looking_at_it_is_another_reading(desk, vault, talk):
    desk.reads.opened(talk, As.TALK)
    desk.reads.opened(talk, As.TURNED)

    assert events(vault).count("RecordRead") == 2


def test_reading_costs_one_piece_of_work_and_none_the_second_time(desk, vault, talk, monkeypatch):
    begun, real = [], vault.work
    monkeypatch.setattr(vault, "work", lambda by: begun.append(by) or real(by))

    desk.reads.opened(talk, As.TALK)
    assert len(begun) == 1
    desk.reads.opened(talk, As.TALK)
    assert len(begun) == 1


def test_a_full_disk_keeps_nobody_from_reading_and_the_reading_is_written_later(
    desk, vault, talk, clock, full
):
    assert not desk.reads.opened(talk, As.TALK)
    assert "RecordRead" not in events(vault)
    assert desk.interviews.resume(talk).id == talk

    clock.move(minutes=10)
    full()
    assert desk.reads.opened(talk, As.TURNED)

    with desk.shift.work() as work:
        later, before = work.audit.entries(work.audit.numbers(Asked())[:2])
    assert (before.facts["kind"], before.facts["late"]) == ("talk", "2026-05-12T12:00:00+00:00")
    assert (later.facts["kind"], later.facts["late"]) == ("turned", "")
    assert vault.examine().sound


def test_what_waits_is_written_at_the_latest_when_the_vault_is_locked(
    desk, vault, talk, full, door, tmp_path
):
    desk.reads.opened(talk, As.TALK)
    full()
    desk.let_go()

    again = door.open(tmp_path, KEY)
    assert events(again).count("RecordRead") == 1
    again.close()


def test_a_disk_that_stays_full_still_lets_the_vault_be_locked(desk, vault, talk, full):
    desk.reads.opened(talk, As.TALK)

    desk.let_go()

    with stopped(Unavailable, "vault.locked"):
        vault.examine()


def test_copying_an_answer_out_is_written_down(case):
    desk = case.desk

    assert desk.reads.copied(case.referral, "pv-dob")
    desk.reads.copied(case.referral, "pv-dob")

    assert events(desk.shift.vault).count("AnswerCopied") == 1
    assert newest(desk).record == case.referral
