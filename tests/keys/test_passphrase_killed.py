"""The power goes while a passphrase is changed: the old or the new one opens, never neither."""

import os
import random
import time
from pathlib import Path
from signal import SIGKILL

import pytest

import tests.cheap_keys  # noqa: F401 - in the other process too
from tests.keys.conftest import LEAD, LEAD_WORDS, NEW_WORDS, Made
from tests.warm import serve, warmed
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.keys import slots_file
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import KeyringSecrets

ROUNDS = 200 if "WELFARE_APP_TORTURE" in os.environ else 10


class InFolder:
    """A keyring that outlives the program, as the desktop's own does: a file a secret."""

    priority = 5

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(exist_ok=True)

    def set_password(self, service, username, password):
        beside = self.folder / f".{username}"
        beside.write_text(password)
        beside.replace(self.folder / username)

    def get_password(self, service, username):
        path = self.folder / username
        return path.read_text() if path.exists() else None

    def delete_password(self, service, username):
        (self.folder / username).unlink(missing_ok=True)


def beside(folder):
    """The cabinet of a folder, beside a keyring next to it."""
    keyring = InFolder(folder.with_name(f"{folder.name}-keyring"))
    return KeyCabinet(folder, KeyringSecrets(keyring), Cost())


def opens(cabinet, passphrase):
    try:
        return cabinet.unlock(LEAD.id, passphrase)
    except Unavailable as error:
        if error.code != "key.wrong-passphrase":
            raise
        return None


def change(folder, key, who, *words):
    """Change someone's passphrase again and again, until killed."""
    cabinet = beside(Path(folder))
    print("ready", flush=True)  # noqa: T201
    while True:
        for passphrase in words:
            cabinet.change_passphrase(bytes.fromhex(key), StaffId(who), passphrase)
            print("changed", flush=True)  # noqa: T201


@pytest.fixture(scope="module")
def other():
    """Ready to change passphrases in another process."""
    with warmed("tests.keys.test_passphrase_killed") as other:
        yield other


def test_a_change_of_passphrase_that_is_killed_leaves_one_that_opens(other, tmp_path):
    cabinet = beside(tmp_path / "vault")
    key, code = cabinet.create(LEAD, LEAD_WORDS)
    made = Made(tmp_path / "vault", key, code, cabinet)
    chance = random.Random(20261122)  # noqa: S311 - the same moments each time
    for _ in range(ROUNDS):
        kill_while_changing(other, made, chance)
        cabinet = beside(made.folder)  # as after a restart
        found = [opens(cabinet, words) for words in (LEAD_WORDS, NEW_WORDS)]
        assert found.count(made.key) == 1
        assert found.count(None) == 1
        assert slots_file.read(made.folder).vouched_by(made.key)
    assert cabinet.recover(made.code) == made.key


def kill_while_changing(other, made, chance):
    """Let another process change it again and again, and end it at any moment."""
    running = other.start(made.folder, made.key.hex(), LEAD.id, NEW_WORDS, LEAD_WORDS)
    assert running.line() == "ready", running.complaint
    time.sleep(chance.uniform(0, 0.6))
    running.kill()
    running.lines()
    assert running.code == -SIGKILL, running.complaint


if __name__ == "__main__":
    serve(change)
