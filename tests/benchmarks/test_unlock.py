"""Unlocking, against the key derivation alone: what is ours of it should not be noticed."""

import statistics
import time

import pytest

from tests.cheap_keys import whole_price
from tests.desks import ROSA, WORDS, quick_keys
from tests.torture.table import lay, tools
from welfare_app.keys import slots_file
from welfare_app.keys.cost import stretch
from welfare_app.services.unlock import Unlock

TIMES = 40
AIM = 50
"""Milliseconds beyond the derivation."""


@pytest.fixture(autouse=True)
def paid():
    """A passphrase costs here what it costs people."""
    with whole_price():
        yield


def test_an_unlock_takes_hardly_longer_than_the_derivation_of_its_key(tmp_path, capsys):
    table = lay(tmp_path / "table")
    slot = slots_file.read(table.vault).of(ROSA.id)
    unlock = Unlock(tools().door, quick_keys, table.vault)
    whole, derived = [], []
    for _ in range(TIMES):
        began = time.perf_counter()
        unlock.people()
        opened = unlock.open(ROSA.id, WORDS)
        whole.append(time.perf_counter() - began)
        opened.vault.close()
        began = time.perf_counter()
        stretch(WORDS.encode(), slot.salt, slot.cost)
        derived.append(time.perf_counter() - began)

    mine, theirs = statistics.median(whole) * 1000, statistics.median(derived) * 1000
    with capsys.disabled():
        print(
            f"\nunlock, the sample case, least cost: {mine:.1f} ms, of it derivation "
            f"{theirs:.1f} ms, ours {mine - theirs:.1f} ms (aim {AIM})"
        )
    assert opened.staff.id == ROSA.id
