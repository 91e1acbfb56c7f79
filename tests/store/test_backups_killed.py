"""Killed at any moment: no half-made backup under a backup's name, and always a vault that opens.

Each process is killed at a random moment after it began its work, without any warning.
"""

import os
import random
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.backups import VERSION, door_of, make_vault, names, restorer_of, talk, talks
from tests.store.killed import OnDisk, unlock
from tests.warm import warmed
from welfare_app.domain.errors import WelfareAppError
from welfare_app.services.jobs import no_progress
from welfare_app.store.layout import traces

TORTURE = "WELFARE_APP_TORTURE" in os.environ
TIMES = 200 if TORTURE else 10


@pytest.fixture
def home(tmp_path):
    """A vault of a few megabytes with two backups, and what a keyring remembers of it."""
    for name in ("keyring", "stick"):
        (tmp_path / name).mkdir()
    door = door_of(OnDisk(tmp_path / "keyring"))
    vault = door.open(tmp_path / "vault", make_vault(door, tmp_path / "vault"))
    for number in range(1, 60):
        talk(vault, number, how="by bus " * 3000)
    vault.backups.make(tmp_path / "stick", VERSION, no_progress)
    talk(vault, 60)
    vault.backups.make(tmp_path / "stick", VERSION, no_progress)
    vault.close()
    return tmp_path


@pytest.fixture(scope="module")
def other():
    """Ready to work on a vault in another process."""
    with warmed("tests.store.killed") as other:
        yield other


def killed_in(other, home, what, after):
    """Kill a process so many seconds after its first piece of work; what it said it did."""
    running = other.start(what, home)
    said = [running.line()]
    time.sleep(after)
    running.kill()
    said += running.lines()
    assert running.code == -signal.SIGKILL, running.complaint
    return said


def test_killed_while_backing_up_there_is_nothing_half_made_and_the_vault_is_whole(other, home):
    chance = random.Random()  # noqa: S311 - another moment each time, on purpose
    door = door_of(OnDisk(home / "keyring"))
    for _ in range(TIMES):
        said = killed_in(other, home, "backup", chance.uniform(0, 0.4))

        vault = door.open(home / "vault", unlock(home / "vault"))
        assert vault.examine().sound
        shelf = vault.backups
        named = [one for one in names(home / "stick") if not one.startswith(".")]
        assert {one.name for one in shelf.found(home / "stick")} == set(named)
        assert set(said) <= set(named)
        for name in (said[-1], named[-1]):
            shelf.prove(home / "stick", name, no_progress)
        shelf.sweep()
        talk(vault, 1)
        shelf.make(home / "stick", VERSION, no_progress)
        assert not [one for one in names(home / "stick") if one.startswith(".")]
        assert names(home) == ["keyring", "stick", "vault"]
        for name in named:
            shelf.drop(home / "stick", name)
        vault.close()


def test_killed_while_restoring_either_vault_opens_and_never_an_empty_one(other, home):
    chance = random.Random()  # noqa: S311 - another moment each time, on purpose
    elsewhere = OnDisk(home / "keyring")
    for _ in range(TIMES):
        killed_in(other, home, "restore", chance.uniform(0, 0.4))
        assert traces(home / "vault")
        restorer_of(elsewhere).finish(home / "vault")

        vault = door_of(elsewhere).open(home / "vault", unlock(home / "vault"))
        assert vault.examine().sound
        assert len(talks(vault)) in {59, 60}
        vault.close()
        assert not [one for one in names(home) if one in {".vault.bringing", ".vault.restored"}]
        for old in home.glob("vault-put-aside-*"):
            assert (old / "records.db").stat().st_size > 1_000_000
            shutil.rmtree(old)


@pytest.mark.parametrize("step", range(1, 12))
def test_stopped_before_each_rename_and_flush_of_a_restore_a_vault_opens(home, step, monkeypatch):
    """Stops at the nth call that changes a name, as a power cut would."""

    class PowerCut(BaseException):
        pass

    calls = 0

    def cut(real):
        def instead(self, *given, **more):
            nonlocal calls
            calls += 1
            if calls == step:
                raise PowerCut
            return real(self, *given, **more)

        return instead

    elsewhere = OnDisk(home / "keyring")
    restorer = restorer_of(elsewhere)
    backup = min((home / "stick").iterdir())
    found = restorer.bring(backup, home / "vault", unlock, no_progress)
    with monkeypatch.context() as patch:
        for name in ("rename", "replace", "rmdir", "mkdir"):
            patch.setattr(Path, name, cut(getattr(Path, name)))
        with suppress(PowerCut, WelfareAppError):
            restorer.replace(found, home / "vault", next(iter(found.staff)).id)

    assert traces(home / "vault")
    restorer.finish(home / "vault")
    vault = door_of(elsewhere).open(home / "vault", unlock(home / "vault"))
    assert len(talks(vault)) in {59, 60}
    assert vault.examine().sound
    vault.close()
