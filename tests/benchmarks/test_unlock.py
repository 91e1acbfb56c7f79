"""Unlocking, against the key derivation alone: what is ours of it should not be noticed."""

import statistics
import time

import pytest

from tests.cheap_keys import whole_price
from tests.desks import ORGANISATION, ROSA, WORDS
from welfare_app.app.toolbox import toolbox
from welfare_app.keys import cost as costs
from welfare_app.keys import wrap
from welfare_app.keys.anchor import KeyringAnchor
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import calibrate
from welfare_app.keys.device_secret import KeyringSecrets, NoSecrets
from welfare_app.services.first_run import Beginning, MakeVault
from welfare_app.services.unlock import Unlock
from welfare_app.store.anchors import FileAnchor

TIMES = 20
AIM = 50
"""Milliseconds beyond the derivation."""


@pytest.fixture(autouse=True)
def paid():
    """A passphrase costs here what it costs people."""
    with whole_price():
        yield


@pytest.fixture(params=[NoSecrets, KeyringSecrets], ids=["no keyring", "a keyring"])
def secrets(request):
    """Where a device secret is kept: nowhere, and in a real keyring where one answers."""
    found = request.param()
    if request.param is KeyringSecrets and not found.available():
        pytest.skip("no keyring answers: run it with tests/keys/with_keyring.sh")
    return found


def test_an_unlock_takes_hardly_longer_than_the_derivation_of_its_key(
    secrets, tmp_path, monkeypatch, capsys
):
    tools, folder, cost = toolbox(secrets=secrets), tmp_path / "vault", calibrate()

    def keys_for(folder):
        def anchors(vault):
            return (FileAnchor(folder), KeyringAnchor(secrets, vault))

        return KeyCabinet(folder, secrets, cost, anchors=anchors)

    make = MakeVault(tools.door, keys_for, tools.new_identity, tools.now, tools.new_id)
    make.begin(folder, Beginning(ORGANISATION, ROSA.name), WORDS).vault.close()
    unlock = Unlock(tools.door, keys_for, folder)
    (person,) = unlock.people()
    derived, beyond = [], []

    def timed(*asked):
        began = time.perf_counter()
        found = costs.stretch(*asked)
        derived.append(time.perf_counter() - began)
        return found

    monkeypatch.setattr(wrap, "stretch", timed)
    for _ in range(TIMES):
        began = time.perf_counter()
        unlock.people()
        opened = unlock.open(person.staff, WORDS)
        beyond.append(time.perf_counter() - began - derived[-1])
        opened.vault.close()

    theirs, mine = statistics.median(derived) * 1000, statistics.median(beyond) * 1000
    with capsys.disabled():
        print(f"\nunlock, a new vault: derivation {theirs:.1f} ms, ours {mine:.1f} ms (aim {AIM})")
    assert len(derived) == TIMES
    assert opened.staff.id == person.staff
