"""Backups are made by themselves, proved, dropped in turn, and never get in anyone's way."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.backups import names, talk
from tests.desks import ROSA, WORDS, events, quick_keys, stopped
from welfare_app.domain.backup import Due
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.people import Role
from welfare_app.services.back_up import BackUp
from welfare_app.services.jobs import Cancelled
from welfare_app.services.shift import Shift


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "home" / "vault"


@pytest.fixture
def vault(tools, folder):
    folder.mkdir(parents=True)
    key, _ = quick_keys(folder).create(ROSA, WORDS)
    vault = tools.door.create(folder, key)
    yield vault
    vault.close()


@pytest.fixture
def place(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def back_up(tools, vault, heard):
    return BackUp(Shift(vault, ROSA, tools.now, tools.new_id, heard.append), tools.version)


@pytest.fixture
def planned(back_up, place, vault):
    talk(vault, 1)
    back_up.choose(place)
    return back_up


def test_until_a_place_is_chosen_nothing_is_made(back_up, vault):
    talk(vault, 1)

    assert back_up.keep_up() is Due.NOTHING
    with stopped(Refused, "backup.no-place"):
        back_up.make()
    assert events(vault) == ["InterviewStarted"]


def test_a_backup_is_made_proved_and_written_down(planned, vault, place):
    made = planned.make()

    assert planned.known() == (made,)
    assert made.proved
    assert names(place) == [made.name]
    assert events(vault)[-2:] == ["BackupMade", "BackupProved"]
    assert vault.examine().sound


def test_it_is_made_by_itself_once_a_day_and_only_where_something_changed(planned, vault, clock):
    assert planned.keep_up() is Due.MAKE
    talk(vault, 2)
    assert planned.keep_up() is Due.NOTHING
    clock.move(days=1)
    assert planned.keep_up() is Due.MAKE
    clock.move(days=1)
    assert planned.keep_up() is Due.NOTHING
    assert [one.entries for one in planned.known()] == [5, 2]


def test_where_nothing_changed_the_newest_is_proved_again(planned, clock):
    planned.keep_up()
    clock.move(days=5)

    assert planned.keep_up() is Due.PROVE
    [backup] = planned.known()
    assert (backup.proved - backup.made).days == 5


def test_a_stick_that_is_not_there_is_written_down_once_and_stops_nobody(planned, vault, place):
    place.rename(place.with_name("in a drawer"))
    for _ in range(3):
        assert planned.keep_up() is Due.MAKE

    assert planned.plan().failure == "backup.place-missing"
    assert events(vault).count("BackupFailed") == 1
    place.with_name("in a drawer").rename(place)
    planned.keep_up()
    assert planned.plan().failure == ""


def test_old_ones_are_dropped_in_turn_and_the_trail_says_so(planned, vault, clock, place):
    for number in range(2, 11):
        planned.make()
        talk(vault, number)
        clock.move(days=1)

    assert len(planned.known()) == len(names(place)) == 7
    assert "BackupsDropped" in events(vault)


def test_what_was_deleted_by_hand_is_no_longer_said_to_be_there(planned, place):
    gone = planned.make()
    (place / gone.name).rename(place / "elsewhere")
    made = planned.make()

    assert planned.known() == (made,)


def test_backups_in_an_earlier_place_stay_known_and_can_be_proved(planned, tmp_path):
    first = planned.make()
    (tmp_path / "share").mkdir()
    planned.choose(tmp_path / "share")
    planned.make()

    assert len(planned.known()) == 2
    assert planned.prove(first).place == first.place


def test_a_failed_proof_is_written_down_and_the_backup_is_not_called_proved(
    planned, vault, place, clock
):
    made = planned.make()
    records = place / made.name / "records.db"
    records.write_bytes(records.read_bytes()[:-1])
    clock.move(days=6)

    with stopped(Unavailable, "backup.damaged"):
        planned.prove(made)
    assert planned.plan().failure == "backup.damaged"
    assert planned.known()[0].proved == made.proved


def test_where_the_vault_itself_is_damaged_that_is_what_is_said(planned, vault):
    connection = vault._connection()
    connection.execute("DROP TRIGGER version_refuses_update")
    connection.execute("UPDATE version SET body = replace(body, 'test-form', 'best-form')")

    with stopped(Unavailable, "backup.vault-damaged"):
        planned.make()


def test_one_that_is_cancelled_is_no_failure(planned, place):
    def cancel(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        planned.make(cancel)
    assert planned.plan().failure == ""
    assert names(place) == []


@pytest.mark.parametrize("act", ["choose", "make", "prove"])
def test_an_auditor_keeps_no_backups_but_theirs_are_still_made(planned, place, act):
    made = planned.make()
    shift = replace(planned.shift, staff=replace(ROSA, role=Role.AUDITOR))
    theirs = replace(planned, shift=shift)
    given = {"choose": (place,), "make": (), "prove": (made,)}[act]

    with stopped(Refused, "role.not-yours"):
        getattr(theirs, act)(*given)
    assert theirs.keep_up() is Due.NOTHING


def test_what_a_killed_proof_left_is_swept_at_the_next_start(planned, folder):
    left = folder.with_name(".vault.proving")
    left.mkdir()
    (left / "records.db").write_bytes(b"half")
    planned.keep_up()

    assert names(folder.parent) == ["vault"]


def test_a_small_vault_is_backed_up_while_locking_and_a_far_or_large_one_is_not(
    planned, monkeypatch
):
    shelf = type(planned.shift.vault.backups)
    with monkeypatch.context() as patch:
        patch.setattr(shelf, "size", 2**30)
        assert not planned.before_locking()
    with monkeypatch.context() as patch:
        patch.setattr(shelf, "near", lambda _self, _place: False)
        assert not planned.before_locking()

    assert planned.before_locking()
    assert not planned.before_locking()
    assert [one.proved for one in planned.known()] == [None]


def test_what_was_backed_up_while_locking_is_proved_after_the_next_unlocking(planned):
    planned.before_locking()

    assert planned.keep_up() is Due.PROVE
    assert planned.known()[0].proved


def test_whoever_looks_on_is_told_that_the_plan_changed(planned, heard):
    planned.make()

    assert any("backup-plan" in changes for changes in heard)


def test_the_place_is_nowhere_in_the_trail(planned, vault, place):
    planned.make()
    facts = vault._connection().execute("SELECT group_concat(facts) FROM audit").fetchone()[0]

    assert str(Path(place).name) not in facts
