"""The power goes while a passphrase is changed: the old or the new one opens, never neither."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from tests.keys.conftest import LEAD, LEAD_WORDS, NEW_WORDS, Made
from welfare_app.domain.errors import Unavailable
from welfare_app.keys import slots_file
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import KeyringSecrets

ROUNDS = 200 if "WELFARE_APP_TORTURE" in os.environ else 10
ROOT = Path(__file__).parents[2]
CHANGING = """
import sys
from pathlib import Path
import tests.cheap_keys
from tests.keys.test_passphrase_killed import beside
from welfare_app.domain.ids import StaffId
folder, key, who, *words = sys.argv[1:]
cabinet = beside(Path(folder))
print("ready", flush=True)
while True:
    for passphrase in words:
        cabinet.change_passphrase(bytes.fromhex(key), StaffId(who), passphrase)
        print("changed", flush=True)
"""


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


def test_a_change_of_passphrase_that_is_killed_leaves_one_that_opens(tmp_path):
    cabinet = beside(tmp_path / "vault")
    key, code = cabinet.create(LEAD, LEAD_WORDS)
    made = Made(tmp_path / "vault", key, code, cabinet)
    chance = random.Random(20261122)  # noqa: S311 - the same moments each time
    for _ in range(ROUNDS):
        kill_while_changing(made, chance)
        cabinet = beside(made.folder)  # as after a restart
        found = [opens(cabinet, words) for words in (LEAD_WORDS, NEW_WORDS)]
        assert found.count(made.key) == 1
        assert found.count(None) == 1
        assert slots_file.read(made.folder).vouched_by(made.key)
    assert cabinet.recover(made.code) == made.key


def kill_while_changing(made, chance):
    """Let another process change it again and again, and end it at any moment."""
    who = (str(made.folder), made.key.hex(), LEAD.id, NEW_WORDS, LEAD_WORDS)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", CHANGING, *who],
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        text=True,
    ) as process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.6))
        process.kill()
        process.wait()
