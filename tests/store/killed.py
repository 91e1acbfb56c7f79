"""Work on a vault until killed. Run as a module, it is forked for each WHAT FOLDER."""

import sys
from itertools import count
from pathlib import Path

from tests.backups import VERSION, door_of, restorer_of, talk
from tests.desks import ROSA, WORDS, quick_keys
from tests.warm import serve
from welfare_app.services.jobs import no_progress


class OnDisk:
    """An anchor outside the vault that outlives this program, as a keyring does."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, vault):
        folder = self._folder

        class One:
            def remember(self, name, value):
                beside = folder / f"{vault}-{name}.part"
                beside.write_text(value)
                beside.replace(folder / f"{vault}-{name}")

            def recall(self, name):
                path = folder / f"{vault}-{name}"
                return path.read_text() if path.exists() else None

        return One()


def unlock(folder):
    return quick_keys(folder).unlock(ROSA.id, WORDS)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def back_up(home: Path) -> None:
    """Make backups and prove them, one after another, saying when each is proved."""
    vault = door_of(OnDisk(home / "keyring")).open(home / "vault", unlock(home / "vault"))
    for number in count(10_000):
        talk(vault, number)
        backup = vault.backups.make(home / "stick", VERSION, no_progress)
        vault.backups.prove(home / "stick", backup.name, no_progress)
        _say(backup.name)


def restore(home: Path) -> None:
    """Restore two backups in turn, over and over, saying when each is in place."""
    restorer = restorer_of(OnDisk(home / "keyring"))
    while True:
        for backup in sorted((home / "stick").iterdir()):
            found = restorer.bring(backup, home / "vault", unlock, no_progress)
            restorer.replace(found, home / "vault", ROSA.id)
            _say(backup.name)


if __name__ == "__main__":
    serve(lambda what, home: {"backup": back_up, "restore": restore}[what](Path(home)))
