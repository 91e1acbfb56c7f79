"""A backup takes the vault's place whole, says so in its trail, and deletes nothing."""

import shutil

import pytest

from tests.backups import (
    Elsewhere,
    door_of,
    made,
    make_vault,
    names,
    restorer_of,
    talk,
    talks,
)
from tests.desks import ROSA, WORDS, events, quick_keys, stopped
from welfare_app.domain.comparison import Here
from welfare_app.domain.errors import Tampered, Unavailable
from welfare_app.services.jobs import no_progress
from welfare_app.store import restoring
from welfare_app.store.layout import bringing, ready, traces


@pytest.fixture
def elsewhere():
    return Elsewhere()


@pytest.fixture
def door(elsewhere):
    return door_of(elsewhere)


@pytest.fixture
def restorer(elsewhere):
    return restorer_of(elsewhere)


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home" / "vault"


@pytest.fixture
def backup(door, home, tmp_path):
    """A backup of a vault with one talk, which went on to hold another."""
    (tmp_path / "stick").mkdir()
    vault = door.open(home, make_vault(door, home))
    talk(vault, 1, how="by bus")
    backup = made(vault, tmp_path / "stick")
    talk(vault, 2)
    vault.close()
    return tmp_path / "stick" / backup.name


def unlock(folder):
    return quick_keys(folder).unlock(ROSA.id, WORDS)


def brought(restorer, backup, home):
    return restorer.bring(backup, home, unlock, no_progress)


def aside(home):
    [found] = home.parent.glob("vault-put-aside-*")
    return found


def test_it_says_what_would_be_lost_before_anything_is(restorer, backup, home):
    before = (home / "records.db").read_bytes()
    found = brought(restorer, backup, home)

    assert found.comparison.here is Here.READ
    assert [(one.kind, one.number) for one in found.comparison.lost] == [("interview", "W-0002")]
    assert (found.comparison.older, found.comparison.back) == ((), ())
    assert (home / "records.db").read_bytes() == before


def test_what_was_changed_since_and_what_would_come_back_are_told_apart(
    door, restorer, backup, home, tmp_path
):
    vault = door.open(home, unlock(home))
    one = talks(vault)
    with vault.work(ROSA.id) as work:
        interview = work.interviews.all()[1]
        changed, because = interview.record("how", interview.answers["how"].__class__("by van"))
        work.interviews.save(changed, because=because)
        work.commit()
    newer = made(vault, tmp_path / "stick")
    vault.close()
    assert one == ["W-0001", "W-0002"]

    older = brought(restorer, backup, home).comparison
    assert [one.number for one in older.older] == ["W-0001"]
    restorer.replace(brought(restorer, backup, home), home, ROSA.id)
    back = brought(restorer, tmp_path / "stick" / newer.name, home).comparison
    assert {one.number for one in back.back} == {"W-0001", "W-0002"}
    assert back.lost == ()


def test_the_restored_vault_opens_and_its_trail_says_what_it_replaced(
    door, restorer, backup, home, elsewhere
):
    [replaced] = [kept for (_, name), kept in elsewhere.kept.items() if name == "head"]
    restorer.replace(brought(restorer, backup, home), home, ROSA.id)

    vault = door.open(home, unlock(home))
    assert talks(vault) == ["W-0001"]
    assert events(vault)[-1] == "VaultRestored"
    facts = vault._connection().execute("SELECT facts FROM audit ORDER BY number DESC").fetchone()
    assert replaced in facts[0]
    assert vault.examine().sound
    vault.close()


def test_the_vault_that_was_there_is_moved_aside_whole(door, restorer, backup, home):
    before = {one.name: one.read_bytes() for one in home.iterdir()}
    restorer.replace(brought(restorer, backup, home), home, ROSA.id)

    assert {one.name: one.read_bytes() for one in aside(home).iterdir()} == before
    assert names(home.parent) == [".vault.replacing", "vault", aside(home).name]


def test_the_anchors_move_on_with_the_restore_and_the_old_vault_no_longer_passes(
    door, restorer, backup, home, elsewhere
):
    restorer.replace(brought(restorer, backup, home), home, ROSA.id)
    door.open(home, unlock(home)).close()
    shutil.rmtree(home)
    aside(home).rename(home)

    with stopped(Tampered, "audit.cut-short"):
        door.open(home, unlock(home))


def test_a_backup_put_back_by_hand_is_still_found_out(door, backup, home):
    shutil.copy(backup / "records.db", home / "records.db")
    for left in home.glob("records.db-*"):
        left.unlink()

    with stopped(Tampered, "audit.cut-short"):
        door.open(home, unlock(home))


def test_a_vault_restored_long_ago_cannot_be_put_back_by_stealth(door, restorer, backup, home):
    restorer.replace(brought(restorer, backup, home), home, ROSA.id)
    door.open(home, unlock(home)).close()
    kept = shutil.copytree(home, home.parent / "kept-by-a-thief")
    vault = door.open(home, unlock(home))
    talk(vault, 3)
    vault.close()
    shutil.rmtree(home)
    kept.rename(home)

    with stopped(Tampered, "audit.cut-short"):
        door.open(home, unlock(home))


@pytest.mark.parametrize("left", ["nothing", "no ways in", "rubbish"])
def test_it_is_restored_where_the_vault_is_gone_or_cannot_be_read(
    door, restorer, backup, home, left
):
    if left == "nothing":
        shutil.rmtree(home)
    elif left == "no ways in":
        (home / "slots.json").unlink()
    else:
        (home / "records.db").write_bytes(b"rubbish " * 1000)
    found = brought(restorer, backup, home)
    here = {"nothing": Here.NOTHING, "no ways in": Here.READ, "rubbish": Here.UNREADABLE}
    assert found.comparison.here is here[left]
    restorer.replace(found, home, ROSA.id)

    vault = door.open(home, unlock(home))
    assert talks(vault) == ["W-0001"]
    vault.close()
    assert len(list(home.parent.glob("vault-put-aside-*"))) == (left != "nothing")


def test_a_wrong_passphrase_brings_nothing(restorer, backup, home):
    with stopped(Unavailable, "key.wrong-passphrase"):
        restorer.bring(
            backup, home, lambda at: quick_keys(at).unlock(ROSA.id, "no such words"), no_progress
        )
    assert not bringing(home).exists()


def test_a_changed_backup_is_never_put_in_place(restorer, backup, home):
    content = bytearray((backup / "records.db").read_bytes())
    content[-100] ^= 1
    (backup / "records.db").write_bytes(content)

    with stopped(Unavailable, "backup.damaged"):
        brought(restorer, backup, home)
    assert not bringing(home).exists()


def test_a_vault_that_is_open_is_not_replaced(door, restorer, backup, home):
    vault = door.open(home, unlock(home))
    with stopped(Unavailable, "vault.in-use"):
        brought(restorer, backup, home)
    vault.close()
    found = brought(restorer, backup, home)
    vault = door.open(home, unlock(home))
    with stopped(Unavailable, "vault.in-use"):
        restorer.replace(found, home, ROSA.id)
    assert talks(vault) == ["W-0001", "W-0002"]
    vault.close()


def test_changing_ones_mind_leaves_everything_as_it_was(door, restorer, backup, home):
    brought(restorer, backup, home)
    restorer.forget(home)

    assert not bringing(home).exists()
    vault = door.open(home, unlock(home))
    assert talks(vault) == ["W-0001", "W-0002"]
    vault.close()


def test_where_the_new_one_cannot_be_put_in_place_the_old_one_returns(
    door, restorer, backup, home, monkeypatch
):
    found = brought(restorer, backup, home)

    def fails(_folder):
        raise OSError(13, "no")

    monkeypatch.setattr(restoring, "_put_in_place", fails)
    with stopped(Unavailable, "restore.not-put-in-place"):
        restorer.replace(found, home, ROSA.id)

    vault = door.open(home, unlock(home))
    assert talks(vault) == ["W-0001", "W-0002"]
    vault.close()
    assert not ready(home).exists()


def test_between_the_two_renames_no_new_vault_is_begun_and_finishing_brings_the_restored_one(
    door, restorer, backup, home, monkeypatch
):
    found = brought(restorer, backup, home)

    class Killed(BaseException):
        pass

    def killed(_folder):
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "_put_in_place", killed)
        with pytest.raises(Killed):
            restorer.replace(found, home, ROSA.id)
    assert not home.exists()
    assert traces(home)
    assert door.exists(home)

    restorer.finish(home)
    vault = door.open(home, unlock(home))
    assert talks(vault) == ["W-0001"]
    vault.close()


def test_finishing_where_nothing_was_begun_changes_nothing(restorer, home, backup):
    before = names(home.parent)
    restorer.finish(home)

    assert names(home.parent) == before
