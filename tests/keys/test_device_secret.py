"""The keyring as people have it: a real one beside us, none at all, and odd ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.null import Keyring as ForgetsEverything
from keyring.errors import KeyringError, KeyringLocked, NoKeyringError, PasswordSetError

from tests.keys.conftest import LEAD, LEAD_WORDS, stopped
from welfare_app.domain.errors import Unavailable
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import KeyringSecrets, NoSecrets

HERE = Path(__file__).parent


def run(*command, without=()):
    environment = {name: value for name, value in os.environ.items() if name not in without}
    # The keyring library leaves its bus connection to the garbage collector when it fails.
    options = ("-p", "no:cacheprovider", "-p", "no:xdist", "-W", "ignore::ResourceWarning")
    pytest_alone = (sys.executable, "-m", "pytest", *options)
    return subprocess.run(
        [*command[:-1], *pytest_alone, HERE / command[-1]],
        check=False,
        env=environment,
        cwd=HERE.parent.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's own")
def test_beside_a_real_secret_service():
    outcome = run(HERE / "with_keyring.sh", "beside_a_keyring.py")

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a keyring")
def test_where_there_is_no_bus():
    outcome = run("without_a_keyring.py", without=("DBUS_SESSION_BUS_ADDRESS", "DISPLAY"))

    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


class InMemory(KeyringBackend):
    """A keyring that keeps what it is told for as long as the test runs."""

    priority = 5

    def __init__(self):
        self.kept = {}

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def delete_password(self, service, username):
        del self.kept[service, username]


class PlainFile(InMemory):
    """A keyring the library advises against."""

    priority = 0.5


class Roaming(InMemory):
    """A keyring that follows the person about, like the Windows one."""

    persist = "enterprise"


class SaysYes(InMemory):
    """A keyring that agrees to everything and keeps nothing."""

    def set_password(self, service, username, password):
        pass


class FallsOver(InMemory):
    """A keyring whose own service breaks."""

    def get_password(self, service, username):
        raise ConnectionResetError

    set_password = get_password


class Counted(InMemory):
    """A keyring that can be made to forget or to say no."""

    error = None

    def get_password(self, service, username):
        if self.error:
            raise self.error
        return super().get_password(service, username)


def test_what_is_kept_is_called_notes_and_a_number():
    backend = InMemory()
    secret = KeyringSecrets(backend).make("vault-id", "slot-id")

    assert len(secret) == 32
    assert list(backend.kept) == [("Notes", "vault-id.slot-id")]


def test_on_windows_the_secret_stays_on_the_machine():
    backend = Roaming()
    KeyringSecrets(backend)

    assert backend.persist == "local machine"


def test_a_keyring_is_not_believed_until_it_gives_the_secret_back(tmp_path):
    cabinet = KeyCabinet(tmp_path, KeyringSecrets(SaysYes()), Cost())
    key, _ = cabinet.create(LEAD, LEAD_WORDS)

    assert not cabinet.people()[0].device_secret
    assert cabinet.unlock(LEAD.id, LEAD_WORDS) == key


@pytest.mark.parametrize("backend", [ForgetsEverything, PlainFile, FallsOver])
def test_a_keyring_that_cannot_be_relied_on_is_as_good_as_none(tmp_path, backend):
    cabinet = KeyCabinet(tmp_path, KeyringSecrets(backend()), Cost())
    key, _ = cabinet.create(LEAD, LEAD_WORDS)

    assert not KeyringSecrets(backend()).available()
    assert not cabinet.people()[0].device_secret
    assert KeyCabinet(tmp_path, NoSecrets()).unlock(LEAD.id, LEAD_WORDS) == key


def test_a_slot_made_with_a_keyring_does_not_open_without_one(tmp_path):
    KeyCabinet(tmp_path, KeyringSecrets(InMemory()), Cost()).create(LEAD, LEAD_WORDS)

    with stopped(Unavailable, "keyring.absent"):
        KeyCabinet(tmp_path, NoSecrets()).unlock(LEAD.id, LEAD_WORDS)


@pytest.mark.parametrize("error", [NoKeyringError(), OSError("the bus is gone")])
def test_a_keyring_that_went_away_is_absent(tmp_path, error):
    backend = Counted()
    cabinet = KeyCabinet(tmp_path, KeyringSecrets(backend), Cost())
    cabinet.create(LEAD, LEAD_WORDS)
    backend.error = error

    with stopped(Unavailable, "keyring.absent"):
        cabinet.unlock(LEAD.id, LEAD_WORDS)


@pytest.mark.parametrize(
    ("instead", "code"),
    [
        ("", "key.device-secret-missing"),
        ("not base 64 !", "key.device-secret-missing"),
        ("AAAA", "key.device-secret-missing"),
        ("A" * 43 + "=", "key.device-secret-replaced"),
    ],
)
def test_a_secret_gone_or_replaced_is_told_apart_from_a_wrong_passphrase(tmp_path, instead, code):
    backend = InMemory()
    cabinet = KeyCabinet(tmp_path, KeyringSecrets(backend), Cost())
    cabinet.create(LEAD, LEAD_WORDS)
    [place] = backend.kept
    backend.kept[place] = instead

    for _ in range(4):  # and none of it is a guess that has to wait
        with stopped(Unavailable, code):
            cabinet.unlock(LEAD.id, LEAD_WORDS)


class SaysNo(InMemory):
    """A keyring that is there and is not allowed to answer."""

    def set_password(self, service, username, password):
        raise PasswordSetError("the person said no")

    def get_password(self, service, username):
        raise KeyringError("the person said no")


class AsksEachTime(InMemory):
    """A locked keyring: whoever sits there has to answer a prompt each time, and says no."""

    asked = 0

    def get_password(self, service, username):
        self.asked += 1
        raise KeyringLocked

    def set_password(self, service, username, password):
        self.asked += 1
        raise KeyringLocked


def test_where_the_keyring_was_refused_protection_is_not_dropped_unasked(tmp_path):
    with stopped(Unavailable, "keyring.denied"):
        KeyCabinet(tmp_path, KeyringSecrets(SaysNo()), Cost()).create(LEAD, LEAD_WORDS)
    assert not (tmp_path / "slots.json").exists()

    KeyCabinet(tmp_path, NoSecrets(), Cost()).create(LEAD, LEAD_WORDS)  # asked, and agreed to


def test_whoever_says_no_is_left_in_peace_for_what_is_only_good_to_have():
    backend = AsksEachTime()
    secrets = KeyringSecrets(backend)

    assert [secrets.recall(name) for name in ("a", "b", "c")] == [None] * 3
    assert not secrets.remember("a", "b")
    assert backend.asked == 1
    with stopped(Unavailable, "keyring.locked"):  # what is needed is always asked for
        secrets.fetch("vault", "slot")
    assert backend.asked == 2


def test_nothing_is_kept_where_nothing_can_be():
    nothing = NoSecrets()

    assert not nothing.available()
    assert nothing.make("vault", "slot") is None
    assert not nothing.remember("head", "abc")
    assert nothing.recall("head") is None
    nothing.forget("vault", "slot")
