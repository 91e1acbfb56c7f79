"""Run by test_device_secret.py where there is no session bus."""

from tests.keys.conftest import CHAMPION, CHAMPION_WORDS, LEAD, LEAD_WORDS, NEW_WORDS, stopped
from welfare_app.domain.errors import Unavailable
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import KeyringSecrets


def test_a_vault_is_made_and_opened_without_a_keyring(tmp_path):
    secrets = KeyringSecrets()
    cabinet = KeyCabinet(tmp_path, secrets, Cost())
    key, code = cabinet.create(LEAD, LEAD_WORDS)
    cabinet.add(key, CHAMPION, CHAMPION_WORDS)
    cabinet.change_passphrase(key, LEAD.id, NEW_WORDS)

    assert not secrets.available()
    assert not any(person.device_secret for person in cabinet.people())
    assert cabinet.unlock(LEAD.id, NEW_WORDS) == key
    assert cabinet.unlock(CHAMPION.id, CHAMPION_WORDS) == key
    assert cabinet.recover(code) == key
    cabinet.remove(key, CHAMPION.id)


def test_anchors_are_simply_not_kept():
    secrets = KeyringSecrets()

    assert not secrets.remember("head", "abc")
    assert secrets.recall("head") is None
    secrets.forget("vault", "slot")


def test_asking_for_a_secret_says_there_is_no_keyring():
    with stopped(Unavailable, "keyring.absent"):
        KeyringSecrets().fetch("vault", "slot")
