"""An old vault is brought up to date, whatever stops it half-way."""

import hashlib
import multiprocessing
import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from tests.conftest import KEY
from tests.desks import stopped
from tests.factories import ROSA
from tests.services.test_seal_referral import no_file_larger_than
from tests.store import breaking
from welfare_app.domain.errors import Unavailable
from welfare_app.store import vault as vault_module
from welfare_app.store.connection import connect, plainly
from welfare_app.store.migrations import STEPS, migrate, version
from welfare_app.store.pages import Pages

TORTURE = "WELFARE_APP_TORTURE" in os.environ
KILLS = 1_000 if TORTURE else 25
LONGEST = 0.03
"""Seconds. To open and move the old vault takes less."""

OLD = Path(__file__).parents[1] / "vaults" / "0.1"


def open_and_close(folder):
    breaking.new_door().open(folder, KEY).close()


def everything(folder):
    """Every file there is, and what is in it."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.name != "in-use.lock"
    }


def step_of(folder):
    return int.from_bytes(Pages(folder / "records.db", KEY).plain(1)[60:64])


def test_killed_at_any_moment_of_its_move_it_opens_whole(tmp_path):
    """Some die before it begins and some after it ends; between them every moment is met."""
    fork, rng = multiprocessing.get_context("fork"), random.Random(7)  # noqa: S311
    met = set()
    for kill in range(KILLS):
        folder = shutil.copytree(OLD, tmp_path / f"vault-{kill}")
        one = fork.Process(target=open_and_close, args=(folder,))
        one.start()
        time.sleep(rng.uniform(0, LONGEST))
        os.kill(one.pid, signal.SIGKILL)
        one.join()

        met.add(step_of(folder))
        vault = breaking.new_door().open(folder, KEY)
        with vault.work(ROSA) as work:
            [talk] = work.interviews.all()
            assert talk.answers["how"].value == "by bus, he said"
        assert vault.examine().faults == ()
        assert version(vault._connection()) == len(STEPS)
        vault.close()
        shutil.rmtree(folder)
    assert met <= set(range(1, len(STEPS) + 1))


def test_a_newer_vault_is_refused_with_not_one_byte_changed(tmp_path):
    folder = breaking.make(tmp_path / "vault", 5)
    vault = breaking.new_door().open(folder, KEY)
    vault._connection().execute("PRAGMA user_version = 999")
    vault.close()
    before = everything(folder)

    with stopped(Unavailable, "vault.too-new"):
        breaking.new_door().open(folder, KEY)

    assert everything(folder) == before


def test_a_newer_vault_that_was_not_closed_keeps_its_log(tmp_path):
    folder = breaking.make(tmp_path / "vault", 5)
    vault = breaking.new_door().open(folder, KEY)
    vault._connection().execute("PRAGMA user_version = 999")
    left = shutil.copytree(folder, tmp_path / "left")
    vault.close()
    before = everything(left)
    assert "records.db-wal" in before

    with stopped(Unavailable, "vault.too-new"):
        breaking.new_door().open(left, KEY)

    assert everything(left) == before


def test_a_copy_that_does_not_open_stops_the_move(tmp_path, monkeypatch):
    folder = shutil.copytree(OLD, tmp_path / "vault")

    def badly(path, to):
        shutil.copyfile(path, to)
        breaking.flip(to, 5_000)

    monkeypatch.setattr(vault_module, "copy_whole", badly)
    with stopped(Unavailable, "vault.not-copied"):
        breaking.new_door().open(folder, KEY)

    assert not list(folder.glob("*before*"))
    assert step_of(folder) == 1


def test_a_disk_that_fills_up_during_a_step_leaves_the_old_vault(tmp_path, monkeypatch):
    folder = shutil.copytree(OLD, tmp_path / "vault")

    def full(path, key, **more):
        connection = connect(path, key, **more)
        [pages] = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(vault_module, "connect", full)
        with stopped(Unavailable, "vault.disk-full"):
            breaking.new_door().open(folder, KEY)

    assert step_of(folder) == 1
    open_and_close(folder)
    assert breaking.new_rescuer().look_over(folder, KEY).faults == ()


def test_a_disk_that_fails_during_a_step_leaves_the_old_vault(tmp_path):
    folder = breaking.make(tmp_path / "vault", 5)
    connection = connect(folder / "records.db", KEY)

    def large(connection):
        connection.execute("CREATE TABLE large (data BLOB)")
        connection.execute("INSERT INTO large VALUES (randomblob(1000000))")

    with (
        no_file_larger_than(256 * 1024),
        pytest.raises(Unavailable) as failed,
        plainly(),
    ):
        migrate(connection, (*STEPS, large))
    connection.close()

    assert failed.value.code in {"vault.disk-failed", "vault.disk-full"}
    seen = breaking.look(folder)
    assert (seen.faults, seen.interviews) == ((), 5)
    assert step_of(folder) == len(STEPS)
