"""Restoring asks who it is, shows what would be lost, and leaves the choice to a lead."""

import shutil
from dataclasses import replace

import pytest

from tests.backups import Elsewhere, door_of, made, make_vault, restorer_of, talk, talks
from tests.desks import ORGANISATION, ROSA, WORDS, quick_keys, stopped
from welfare_app.domain.comparison import Here
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import StaffAdded, VaultMade
from welfare_app.domain.people import Role
from welfare_app.services.restore import Restore
from welfare_app.store.layout import bringing


@pytest.fixture
def elsewhere():
    return Elsewhere()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "home" / "vault"


@pytest.fixture
def door(elsewhere):
    return door_of(elsewhere)


@pytest.fixture
def backup_of(door, folder, tmp_path):
    """A backup of a vault, once something more was written into it."""
    (tmp_path / "stick").mkdir()

    def backed_up(because=lambda _work: None):
        vault = door.open(folder, make_vault(door, folder))
        talk(vault, 1)
        with vault.work(ROSA.id) as work:
            because(work)
            work.commit()
        backup = made(vault, tmp_path / "stick")
        talk(vault, 2)
        vault.close()
        return tmp_path / "stick" / backup.name

    return backed_up


@pytest.fixture
def restore(elsewhere, folder):
    return Restore(restorer_of(elsewhere), quick_keys, folder)


def as_champion(work):
    champion = replace(ROSA, role=Role.CHAMPION)
    work.register.save_staff(champion, because=StaffAdded(ROSA.id, champion.role))


def as_practice(work):
    made_up = replace(ORGANISATION, practice=True)
    work.register.save_organisation(made_up, because=VaultMade(True))


def test_it_knows_who_can_open_a_backup(restore, backup_of):
    [person] = restore.people(backup_of())

    assert (person.staff, person.name) == (ROSA.id, "Rosa Example")


def test_a_lead_looks_and_then_restores(restore, backup_of, door, folder):
    looked = restore.look(backup_of(), ROSA.id, WORDS)
    assert [one.number for one in looked.comparison.lost] == ["W-0002"]
    assert "Example" not in repr(looked)

    restore.restore(looked)
    vault = door.open(folder, quick_keys(folder).unlock(ROSA.id, WORDS))
    assert talks(vault) == ["W-0001"]
    vault.close()


def test_a_champion_may_not_replace_a_vault_that_can_be_read(restore, backup_of, folder):
    backup = backup_of(as_champion)

    with stopped(Refused, "restore.not-yours"):
        restore.look(backup, ROSA.id, WORDS)
    assert not bringing(folder).exists()


def test_a_champion_alone_on_site_may_restore_where_nothing_can_be_read(restore, backup_of, folder):
    backup = backup_of(as_champion)
    (folder / "records.db").write_bytes(b"rubbish " * 1000)
    looked = restore.look(backup, ROSA.id, WORDS)

    assert looked.comparison.here is Here.UNREADABLE
    restore.restore(looked)


def test_the_recovery_sheet_opens_a_backup_on_a_laptop_that_has_nothing(tools, elsewhere, tmp_path):
    source = tmp_path / "old laptop" / "vault"
    source.mkdir(parents=True)
    key, code = quick_keys(source).create(ROSA, WORDS)
    vault = door_of(elsewhere).create(source, key)
    with vault.work(ROSA.id) as work:
        work.register.save_organisation(ORGANISATION, because=VaultMade(False))
        work.register.save_staff(ROSA, because=StaffAdded(ROSA.id, ROSA.role))
        work.commit()
    (tmp_path / "stick").mkdir()
    backup = made(vault, tmp_path / "stick")
    vault.close()
    new = tmp_path / "new laptop" / "vault"
    new.parent.mkdir()
    restore = Restore(restorer_of(Elsewhere()), quick_keys, new)

    looked = restore.look(tmp_path / "stick" / backup.name, None, str(code))
    assert looked.comparison.here is Here.NOTHING
    restore.restore(looked)
    again = door_of(Elsewhere()).open(new, quick_keys(new).unlock(ROSA.id, WORDS))
    assert again.examine().sound
    again.close()


def test_a_practice_vault_never_takes_the_real_ones_place(restore, backup_of):
    backup = backup_of(as_practice)

    with stopped(Refused, "restore.practice"):
        restore.look(backup, ROSA.id, WORDS)
    assert restore.prove(backup, ROSA.id, WORDS).entries == 4


def test_a_folder_that_is_no_backup_is_said_to_be_none(restore, tmp_path):
    with stopped(Unavailable, "backup.not-a-backup"):
        restore.people(tmp_path)


def test_proving_one_replaces_nothing_and_leaves_nothing(restore, backup_of, folder):
    backup = backup_of()
    before = (folder / "records.db").read_bytes()
    restore.prove(backup, ROSA.id, WORDS)

    assert (folder / "records.db").read_bytes() == before
    assert not bringing(folder).exists()


def test_a_backup_that_lost_its_records_is_damaged_and_not_another_thing(restore, backup_of):
    backup = backup_of()
    (backup / "records.db").unlink()

    with stopped(Unavailable, "backup.damaged"):
        restore.look(backup, ROSA.id, WORDS)
    shutil.rmtree(backup)
