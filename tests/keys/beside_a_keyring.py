"""Run by test_device_secret.py beside a real Secret Service, in a throw-away home."""

from contextlib import closing

import pytest
import secretstorage

from tests.keys.conftest import CHAMPION, CHAMPION_WORDS, LEAD, LEAD_WORDS, NEW_WORDS, stopped
from welfare_app.domain.errors import Unavailable
from welfare_app.keys import slots_file
from welfare_app.keys.anchor import KeyringAnchor
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import KeyringSecrets, NoSecrets


@pytest.fixture
def bus():
    with closing(secretstorage.dbus_init()) as connection:
        yield connection


@pytest.fixture
def items(bus):
    """What the keyring holds of ours."""
    collection = secretstorage.get_default_collection(bus)
    if collection.is_locked():
        pytest.fail("the keyring was left locked")
    return lambda: list(collection.search_items({"service": "Notes"}))


@pytest.fixture
def cabinet(tmp_path, items):
    for item in items():
        item.delete()
    return KeyCabinet(tmp_path, KeyringSecrets(), Cost())


def test_a_device_secret_is_mixed_in_and_kept_in_the_keyring(cabinet, items, tmp_path):
    key, _ = cabinet.create(LEAD, LEAD_WORDS)
    [item] = items()

    assert KeyringSecrets().available()
    assert cabinet.people()[0].device_secret
    assert cabinet.unlock(LEAD.id, LEAD_WORDS) == key
    slots = slots_file.read(tmp_path)
    assert item.get_attributes()["username"] == f"{slots.vault}.{slots.of(LEAD.id).id}"
    assert item.get_secret() not in (tmp_path / "slots.json").read_bytes()
    for telling in ("welfare", "vault", "Ama", "lead"):
        assert telling not in item.get_label() + str(item.get_attributes())


def test_a_copy_of_the_vault_does_not_open_elsewhere_but_for_the_recovery_sheet(cabinet, tmp_path):
    key, code = cabinet.create(LEAD, LEAD_WORDS)
    elsewhere = KeyCabinet(tmp_path, NoSecrets())

    with stopped(Unavailable, "keyring.absent"):
        elsewhere.unlock(LEAD.id, LEAD_WORDS)
    assert elsewhere.recover(code) == key


def test_each_person_has_a_secret_of_their_own_which_goes_when_they_do(cabinet, items):
    key, _ = cabinet.create(LEAD, LEAD_WORDS)
    cabinet.add(key, CHAMPION, CHAMPION_WORDS)
    first, second = items()
    assert first.get_secret() != second.get_secret()

    cabinet.remove(key, CHAMPION.id)

    assert len(items()) == 1
    assert cabinet.unlock(LEAD.id, LEAD_WORDS) == key


def test_a_new_passphrase_comes_with_a_new_secret_and_drops_the_old(cabinet, items):
    key, _ = cabinet.create(LEAD, LEAD_WORDS)
    [before] = [item.get_secret() for item in items()]
    cabinet.change_passphrase(key, LEAD.id, NEW_WORDS)
    [after] = [item.get_secret() for item in items()]

    assert before != after
    assert cabinet.unlock(LEAD.id, NEW_WORDS) == key


def test_a_passphrase_change_that_cannot_be_written_leaves_the_old_one_working(
    cabinet, monkeypatch
):
    def full(folder, slots):
        raise Unavailable("key.disk-full")

    key, _ = cabinet.create(LEAD, LEAD_WORDS)
    with monkeypatch.context() as patch:
        patch.setattr(slots_file, "write", full)
        with stopped(Unavailable, "key.disk-full"):
            cabinet.change_passphrase(key, LEAD.id, NEW_WORDS)

    assert cabinet.unlock(LEAD.id, LEAD_WORDS) == key


def test_a_deleted_secret_is_missing_and_the_sheet_is_the_way_in(cabinet, items):
    key, code = cabinet.create(LEAD, LEAD_WORDS)
    for item in items():
        item.delete()

    with stopped(Unavailable, "key.device-secret-missing"):
        cabinet.unlock(LEAD.id, LEAD_WORDS)

    cabinet.change_passphrase(cabinet.recover(code), LEAD.id, NEW_WORDS)

    assert cabinet.unlock(LEAD.id, NEW_WORDS) == key


def test_a_replaced_secret_is_told_and_the_sheet_is_the_way_in(cabinet, items):
    key, code = cabinet.create(LEAD, LEAD_WORDS)
    for item in items():
        item.set_secret(b"A" * 43 + b"=")

    with stopped(Unavailable, "key.device-secret-replaced"):
        cabinet.unlock(LEAD.id, LEAD_WORDS)

    cabinet.change_passphrase(cabinet.recover(code), LEAD.id, NEW_WORDS)
    assert cabinet.unlock(LEAD.id, NEW_WORDS) == key


def test_taking_the_counts_of_wrong_tries_away_takes_nothing_back(cabinet, items, tmp_path):
    cabinet.create(LEAD, LEAD_WORDS)
    for _ in range(3):
        with stopped(Unavailable, "key.wrong-passphrase"):
            cabinet.unlock(LEAD.id, NEW_WORDS)
    (tmp_path / "tries.json").unlink()

    with stopped(Unavailable, "key.wait"):
        KeyCabinet(tmp_path, KeyringSecrets(), Cost()).unlock(LEAD.id, LEAD_WORDS)


def test_an_older_list_put_back_with_its_folder_is_told_by_the_keyring(cabinet, items, tmp_path):
    def anchors(vault):
        return (KeyringAnchor(KeyringSecrets(), vault),)

    cabinet = KeyCabinet(tmp_path, KeyringSecrets(), Cost(), anchors=anchors)
    key, _ = cabinet.create(LEAD, LEAD_WORDS)
    before = (tmp_path / "slots.json").read_bytes()
    cabinet.add(key, CHAMPION, CHAMPION_WORDS)
    assert cabinet.faults() == ()
    (tmp_path / "slots.json").write_bytes(before)

    assert cabinet.unlock(LEAD.id, LEAD_WORDS) == key
    assert cabinet.faults() == ("key.slots-rolled-back",)


def test_a_small_value_is_remembered_until_it_changes():
    secrets = KeyringSecrets()

    assert secrets.recall("head") is None
    assert secrets.remember("head", "first")
    assert secrets.remember("head", "second")
    assert KeyringSecrets().recall("head") == "second"


def test_a_locked_keyring_nobody_unlocks_is_told_apart_from_a_wrong_passphrase(
    cabinet, bus, tmp_path
):
    """Comes last: here nobody can answer the keyring's prompt, so it stays locked."""
    key, code = cabinet.create(LEAD, LEAD_WORDS)
    secretstorage.get_default_collection(bus).lock()

    for attempt in (
        lambda: cabinet.unlock(LEAD.id, LEAD_WORDS),
        lambda: cabinet.change_passphrase(key, LEAD.id, NEW_WORDS),
        lambda: KeyCabinet(tmp_path / "new", KeyringSecrets(), Cost()).create(LEAD, LEAD_WORDS),
    ):
        with stopped(Unavailable, "keyring.locked"):
            attempt()
    assert KeyringSecrets().available()
    assert KeyringSecrets().recall("head") is None
    assert not KeyringSecrets().remember("head", "third")
    KeyringSecrets().forget("vault", "slot")
    assert cabinet.recover(code) == key
    assert not (tmp_path / "new").exists()
