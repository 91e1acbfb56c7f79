"""A backup is there whole or not at all, and is called proved only once it has been opened."""

import json
import shutil
import subprocess
import threading

import pytest

from tests.backups import (
    VERSION,
    Elsewhere,
    door_of,
    made,
    make_vault,
    names,
    small_disk,
    talk,
    talks,
)
from tests.desks import stopped
from tests.services.test_seal_referral import no_file_larger_than
from welfare_app.domain.errors import Unavailable
from welfare_app.services.jobs import Cancelled, no_progress

FILES = ["backup.json", "records.db", "slots.json"]


@pytest.fixture
def door():
    return door_of(Elsewhere())


@pytest.fixture
def vault(door, tmp_path):
    key = make_vault(door, tmp_path / "home" / "vault")
    vault = door.open(tmp_path / "home" / "vault", key)
    talk(vault, 1, how="by bus")
    yield vault
    vault.close()


@pytest.fixture
def place(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def scratch(tmp_path):
    """What lies beside the vault, which is nothing once a backup is over."""
    return lambda: names(tmp_path / "home")


def test_a_backup_is_a_folder_that_opens_as_a_vault_with_the_same_key(vault, place, scratch):
    backup = made(vault, place)

    assert names(place) == [backup.name]
    assert names(place / backup.name) == FILES
    assert (backup.entries, backup.place) == (3, str(place))
    assert backup.proved
    assert scratch() == ["vault"]


def test_nothing_about_it_gives_anyone_away(vault, place):
    backup = made(vault, place)
    manifest = (place / backup.name / "backup.json").read_text("ascii")

    assert backup.name.startswith("notes-")
    assert set(json.loads(manifest)) == {
        *("version", "vault", "made", "program", "entries", "head", "size", "records", "ways"),
        "mac",
    }
    assert b"SQLite" not in (place / backup.name / "records.db").read_bytes()
    assert (place / backup.name).stat().st_mode & 0o077 == 0


def test_what_is_kept_while_a_backup_runs_is_all_in_the_vault(vault, place):
    for number in range(2, 200):
        talk(vault, number, how="by bus " * 3000)
    saved, steps = [], []

    def meanwhile(done, _total):
        steps.append(done)
        for number in range(1000 + len(saved), 1005 + len(saved)):
            other = threading.Thread(target=talk, args=(vault, number))
            other.start()
            other.join()
            saved.append(f"W-{number}")

    backup = vault.backups.make(place, VERSION, meanwhile)
    proved = vault.backups.prove(place, backup.name, no_progress)

    assert proved.entries == 201
    assert saved
    assert talks(vault)[-len(saved) :] == saved
    assert vault.examine().sound
    assert steps == sorted(steps)


def test_a_backup_that_is_cancelled_leaves_nothing(vault, place, scratch):
    def cancel(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        vault.backups.make(place, VERSION, cancel)
    assert names(place) == []

    backup = made(vault, place)
    with pytest.raises(Cancelled):
        vault.backups.prove(place, backup.name, cancel)
    assert names(place) == [backup.name]
    assert scratch() == ["vault"]


@pytest.mark.parametrize("file", FILES)
def test_one_changed_byte_anywhere_is_no_proof(vault, place, file):
    backup = made(vault, place)
    path = place / backup.name / file
    content = bytearray(path.read_bytes())
    for at in range(0, len(content), max(len(content) // 40, 1)):
        changed = bytearray(content)
        changed[at] ^= 1
        path.write_bytes(changed)
        with pytest.raises(Unavailable):
            vault.backups.prove(place, backup.name, no_progress)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version": 1', '"version": true'),
        ('"version": 1', '"version": 1.0'),
        ('"entries": 3', '"entries": 3.0'),
        ('"program"', '"\\u0070rogram"'),
        ("{\n", "{\n\n"),
        ("\n}", ',\n "made": "2026-05-12T12:00:00+00:00"\n}'),
    ],
)
def test_a_manifest_that_says_the_same_in_other_bytes_is_none_of_ours(vault, place, old, new):
    backup = made(vault, place)
    path = place / backup.name / "backup.json"
    said = path.read_text("ascii")
    assert old in said
    path.write_text(said.replace(old, new, 1), "ascii")

    with stopped(Unavailable, "backup.not-a-backup"):
        vault.backups.prove(place, backup.name, no_progress)


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_is_gone_or_leads_elsewhere_is_no_proof(vault, place, tmp_path, file):
    backup = made(vault, place)
    path = place / backup.name / file
    path.rename(tmp_path / "real")
    with pytest.raises(Unavailable):
        vault.backups.prove(place, backup.name, no_progress)

    path.symlink_to(tmp_path / "real")
    with pytest.raises(Unavailable):
        vault.backups.prove(place, backup.name, no_progress)


def test_records_of_an_older_backup_under_a_newer_manifest_are_found_out(vault, place):
    older = made(vault, place)
    talk(vault, 2)
    newer = made(vault, place)
    shutil.copy(place / older.name / "records.db", place / newer.name / "records.db")

    with stopped(Unavailable, "backup.damaged"):
        vault.backups.prove(place, newer.name, no_progress)


def test_a_backup_of_another_vault_is_neither_found_nor_dropped(door, vault, place, tmp_path):
    theirs = made(vault, place)
    key = make_vault(door, tmp_path / "other" / "vault")
    other = door.open(tmp_path / "other" / "vault", key)
    ours = made(other, place)

    assert [one.name for one in other.backups.found(place)] == [ours.name]
    other.backups.drop(place, theirs.name)
    other.close()
    assert names(place) == sorted([ours.name, theirs.name])


def test_dropping_takes_our_files_and_leaves_what_somebody_put_beside_them(vault, place):
    backup = made(vault, place)
    (place / backup.name / "holiday.jpg").write_bytes(b"not ours")
    vault.backups.drop(place, backup.name)

    assert vault.backups.found(place) == ()
    [left] = place.iterdir()
    assert names(left) == ["holiday.jpg"]


def test_one_that_nobody_vouches_for_is_not_dropped(vault, place):
    backup = made(vault, place)
    (place / backup.name / "backup.json").write_bytes(b"{}")

    with stopped(Unavailable, "backup.damaged"):
        vault.backups.drop(place, backup.name)
    assert names(place / backup.name) == FILES


@pytest.mark.parametrize("name", ["..", "../home/vault", "holiday", "", "/"])
def test_no_name_leads_out_of_the_place(vault, place, name):
    vault.backups.drop(place, name)
    with stopped(Unavailable, "backup.gone"):
        vault.backups.prove(place, name, no_progress)
    assert talks(vault) == ["W-0001"]


def test_what_a_cut_short_backup_left_is_taken_away_and_anothers_is_not(vault, place):
    backup = made(vault, place)
    mine = place / f".{backup.name}.making"
    mine.mkdir()
    (mine / "records.db").write_bytes(b"half")
    theirs = place / ".notes-0123456789abcdef-20260512-120000-0000.making"
    theirs.mkdir()

    made(vault, place)

    assert not mine.exists()
    assert theirs.exists()


def test_a_place_that_is_not_there_is_said_calmly(vault, place):
    with stopped(Unavailable, "backup.place-missing"):
        vault.backups.make(place / "gone", VERSION, no_progress)


def test_a_disk_that_takes_no_larger_file_leaves_nothing_behind(door, vault, place, tmp_path):
    for number in range(2, 60):
        talk(vault, number, how="by bus " * 600)
    folder, key = tmp_path / "home" / "vault", vault._key
    vault.close()
    again = door.open(folder, key)

    with no_file_larger_than(64 * 1024), stopped(Unavailable, "backup.file-too-large"):
        again.backups.make(place, VERSION, no_progress)

    assert names(place) == []
    assert again.examine().sound
    again.close()


@pytest.mark.parametrize("said", [True, False], ids=["which says so", "which does not say so"])
def test_a_real_small_disk_stays_as_it_was(vault, tmp_path, monkeypatch, said):
    for number in range(2, 60):
        talk(vault, number, how="by bus " * 600)
    try:
        with small_disk(tmp_path / "small", "128k") as disk:
            if not said:
                room = replace_room(shutil.disk_usage(disk))
                monkeypatch.setattr(shutil, "disk_usage", lambda _: room)
            with stopped(Unavailable, "backup.place-full"):
                vault.backups.make(disk, VERSION, no_progress)
            assert names(disk) == []
    except subprocess.CalledProcessError:
        pytest.skip("this account may not mount a disk")


def replace_room(usage):
    return usage._replace(free=2**40)


def test_a_place_that_vanishes_midway_leaves_the_vault_as_it_was(vault, place, tmp_path):
    def vanish(_done, _total):
        if place.exists():
            place.rename(tmp_path / "unplugged")

    with stopped(Unavailable, "backup.place-gone"):
        vault.backups.make(place, VERSION, vanish)
    assert vault.examine().sound
    (tmp_path / "unplugged").rename(place)
    made(vault, place)
    assert len(vault.backups.found(place)) == len(names(place)) == 1


def test_where_there_is_no_room_to_open_a_copy_it_is_not_called_proved(
    vault, place, monkeypatch, scratch
):
    backup = vault.backups.make(place, VERSION, no_progress)
    usage = shutil.disk_usage(place)._replace(free=1)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)

    with stopped(Unavailable, "backup.no-room-to-prove"):
        vault.backups.prove(place, backup.name, no_progress)
    assert scratch() == ["vault"]


def test_a_vault_whose_ways_in_are_damaged_is_not_backed_up_as_if_it_were_well(
    vault, place, tmp_path
):
    slots = tmp_path / "home" / "vault" / "slots.json"
    slots.write_bytes(slots.read_bytes().replace(b'"revision": 1', b'"revision": 2'))

    with pytest.raises(Exception, match="slots"):
        vault.backups.make(place, VERSION, no_progress)
    assert names(place) == []


def test_damage_in_the_vault_is_still_seen_in_its_backup(door, vault, place, tmp_path):
    for number in range(2, 60):
        talk(vault, number, how="by bus " * 600)
    folder, key = tmp_path / "home" / "vault", vault._key
    vault.close()
    content = bytearray((folder / "records.db").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "records.db").write_bytes(content)

    again = door.open(folder, key)
    backup = again.backups.make(place, VERSION, no_progress)
    with stopped(Unavailable, "backup.damaged"):
        again.backups.prove(place, backup.name, no_progress)
    again.close()
    assert (place / backup.name / "records.db").read_bytes() == content


def test_a_backup_says_how_it_lies_to_the_vault(vault, place):
    lying = vault.backups.lying(place)

    assert lying.same_disk
    assert not lying.inside
    assert vault.backups.lying(vault.backups._folder / "deeper").inside
    assert vault.backups.near(place)


def test_a_locked_vault_makes_no_backup(vault, place):
    vault.close()
    with stopped(Unavailable, "vault.locked"):
        _ = vault.backups
