"""Vaults with ways in, places to back them up to, and what tests do with both. All invented."""

import subprocess
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import NOON
from tests.desks import ORGANISATION, ROSA, WORDS, quick_keys
from tests.factories import interview
from welfare_app.domain.events import InterviewStarted, StaffAdded, VaultMade
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.jobs import no_progress
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.restoring import VaultRestorer
from welfare_app.store.vault import Door

VERSION = "0.1.0"


class Elsewhere:
    """An anchor that outlives the vault's folder, as a keyring does."""

    def __init__(self):
        self.kept = {}

    def of(self, vault):
        elsewhere = self

        class One:
            def remember(self, name, value):
                elsewhere.kept[vault, name] = value

            def recall(self, name):
                return elsewhere.kept.get((vault, name))

        return One()


def ways_in(folder: Path, key: bytes) -> bool:
    """As the program itself asks."""
    return KeyCabinet(folder, NoSecrets()).opened_by(key)


def door_of(elsewhere: Elsewhere, now=lambda: NOON) -> Door:
    return Door(now, "Test laptop", anchors_of(elsewhere), ways_in)


def restorer_of(elsewhere: Elsewhere, now=lambda: NOON) -> VaultRestorer:
    return VaultRestorer(now, "Test laptop", anchors_of(elsewhere), ways_in)


def anchors_of(elsewhere: Elsewhere):
    return lambda folder, vault: [FileAnchor(folder), elsewhere.of(vault)]


def make_vault(door: Door, folder: Path) -> bytes:
    """A vault with one way in and Rosa in its register, closed. Returns its key."""
    folder.mkdir(parents=True)
    key, _ = quick_keys(folder).create(ROSA, WORDS)
    vault = door.create(folder, key)
    with vault.work(ROSA.id) as work:
        work.register.save_organisation(ORGANISATION, because=VaultMade(False))
        work.register.save_staff(ROSA, because=StaffAdded(ROSA.id, ROSA.role))
        work.commit()
    vault.close()
    return key


def talk(vault, number, **answers):
    """Keep an interview."""
    one = interview(number, **answers)
    with vault.work(ROSA.id) as work:
        work.interviews.save(one, because=InterviewStarted(one.id, one.form, 1))
        work.commit()


def talks(vault):
    """The numbers of the interviews in a vault, the oldest first."""
    with vault.work(ROSA.id) as work:
        return [one.number for one in reversed(work.interviews.all())]


def made(vault, place, progress=no_progress):
    """A backup of a vault in a place, proved."""
    backup = vault.backups.make(place, VERSION, progress)
    return vault.backups.prove(place, backup.name, progress)


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@contextmanager
def small_disk(folder: Path, size: str):
    """A disk of its own; raises where this account may not mount one."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder]
    subprocess.run(mount, check=True, capture_output=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True, capture_output=True)
