"""Vaults of released versions open whole, once a copy of each as it was lies beside it."""

import errno
import shutil
from pathlib import Path

import pytest

from tests.conftest import KEY
from tests.desks import stopped
from tests.domain.conftest import RESOURCES
from tests.factories import ROSA
from tests.services.test_seal_referral import no_file_larger_than
from welfare_app.content.library import Library
from welfare_app.domain.errors import Unavailable
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.connection import connect
from welfare_app.store.migrations import STEPS, migrate, version

COPY = "records-before-2.db"
OLD = sorted(path for path in (Path(__file__).parents[1] / "vaults").iterdir() if path.is_dir())


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.name)
def test_a_vault_of_a_released_version_opens_whole(door, tmp_path, old):
    shutil.copytree(old, tmp_path / "vault")

    vault = door.open(tmp_path / "vault", KEY)

    with vault.work(ROSA) as work:
        [interview] = work.interviews.all()
        assert interview.answers
    assert vault.examine().sound
    assert version(vault._connection()) == len(STEPS)
    vault.close()


def test_a_whole_case_of_a_released_version_is_still_all_there(door, tmp_path):
    shutil.copytree(OLD[0].with_name("0.1-case"), tmp_path / "vault")
    vault = door.open(tmp_path / "vault", KEY)
    with vault.work(ROSA) as work:
        [talk], [opened], [referral] = (
            work.interviews.all(),
            work.packs.all(),
            work.referrals.all(),
        )
        assert work.notes.of(talk.id)
        assert any(sign.stands for sign in work.signs.of(talk.id))
        assert opened.done
        for file in work.evidence.of(opened.id):
            assert len(b"".join(work.evidence.read(file.id))) == file.size
        assert work.referrals.of(opened.id) == (referral,)
        assert work.drafts.of(talk.id) == "He said that"
        assert work.register.staff()[0].id == ROSA
        assert work.register.identity().root_certificate
    assert vault.examine().sound
    vault.close()


def test_what_was_said_in_the_oldest_vault_is_what_is_read(door, tmp_path):
    shutil.copytree(OLD[0], tmp_path / "vault")
    vault = door.open(tmp_path / "vault", KEY)
    with vault.work(ROSA) as work:
        [talk] = work.interviews.all()
        assert talk.answers["how"].value == "by bus, he said"
    vault.close()


def test_every_step_so_far_has_been_met_by_an_old_vault():
    assert OLD, "no released version has a vault"
    assert FileAnchor(OLD[0]).recall("head")


@pytest.fixture
def old(tmp_path):
    return shutil.copytree(OLD[0], tmp_path / "vault")


def test_an_old_vault_is_copied_as_it_is_before_it_moves(door, old):
    before = (old / "records.db").read_bytes()
    door.open(old, KEY).close()

    assert (old / COPY).read_bytes() == before
    assert (old / "records.db").read_bytes() != before
    assert not list(old.glob(".*.part"))


def test_the_copy_is_locked_by_the_same_key_and_opens_whole(door, old, tmp_path):
    door.open(old, KEY).close()
    (tmp_path / "back").mkdir()
    shutil.copy(old / COPY, tmp_path / "back" / "records.db")
    shutil.copy(OLD[0] / "anchor.json", tmp_path / "back")

    assert b"SQLite format" not in (old / COPY).read_bytes()
    with pytest.raises(Unavailable):
        door.open(tmp_path / "back", bytes(32))
    vault = door.open(tmp_path / "back", KEY)
    with vault.work(ROSA) as work:
        assert len(work.interviews.all()) == 1
    assert vault.examine().sound
    vault.close()


def test_a_vault_that_is_up_to_date_is_not_copied_again(door, old):
    door.open(old, KEY).close()
    (old / COPY).unlink()
    door.open(old, KEY).close()

    assert not (old / COPY).exists()


def test_a_new_vault_needs_no_copy(vault, tmp_path):
    assert not list(tmp_path.glob("*-before-*"))


@pytest.fixture
def large(old):
    """A vault of the first step that is larger than a small disk."""
    connection = connect(old / "records.db", KEY)
    connection.execute("CREATE TABLE filler (data BLOB)")
    connection.execute("INSERT INTO filler VALUES (zeroblob(524288))")
    connection.close()
    return old


def test_where_there_is_no_room_for_the_copy_the_vault_stays_as_it_was(door, large):
    before = (large / "records.db").read_bytes()
    with no_file_larger_than(64 * 1024), stopped(Unavailable, "vault.not-copied"):
        door.open(large, KEY)

    assert (large / "records.db").read_bytes() == before
    assert not list(large.glob("*before*")) + list(large.glob(".*.part"))
    again = door.open(large, KEY)
    with again.work(ROSA) as work:
        assert len(work.interviews.all()) == 1
    assert again.examine().sound
    assert version(again._connection()) == len(STEPS)
    again.close()


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "vault.no-room-to-copy"), (errno.EACCES, "vault.not-copied")],
)
def test_what_kept_the_vault_from_moving_is_said_plainly(door, old, monkeypatch, number, code):
    def fails(_from, _to):
        raise OSError(number, "no")

    monkeypatch.setattr(shutil, "copyfile", fails)

    with stopped(Unavailable, code):
        door.open(old, KEY)
    said = Library(RESOURCES).message(code)
    assert "copied before it is brought up to date" in said.happened
    assert said.safe == "Everything in it is as it was."


def test_the_copy_is_told_which_step_the_vault_stands_at(vault):
    told = []
    connection = vault._connection()
    migrate(connection, (*STEPS, lambda _: None), told.append)

    assert told == [len(STEPS)]
    assert version(connection) == len(STEPS) + 1


def test_a_copy_that_fails_stops_the_move(vault):
    def fails(_taken):
        raise Unavailable("disk.full")

    connection = vault._connection()
    with stopped(Unavailable, "disk.full"):
        migrate(connection, (*STEPS, lambda _: pytest.fail("it moved")), fails)
    assert version(connection) == len(STEPS)
