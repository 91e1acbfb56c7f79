from dataclasses import replace

import pytest

from welfare_app.domain.ids import StaffId
from welfare_app.keys.cost import Cost
from welfare_app.keys.slots import Slot, SlotId, SlotKind, VaultId
from welfare_app.keys.wrap import (
    device_mark,
    stretched,
    under_passphrase,
    under_recovery_code,
    unwrapped,
    wrapped,
)

VAULT = VaultId("vault")
KEY = bytes(range(32))
WRAPPING = bytes(32)
EMPTY = Slot(
    id=SlotId("slot"),
    kind=SlotKind.PASSPHRASE,
    staff=StaffId("staff"),
    name="Ama Sample",
    role="lead",
    enabled=True,
    cost=Cost(),
    device_mark=b"12345678",
    salt=bytes(16),
)


def test_a_wrapped_key_comes_out_as_it_went_in():
    assert unwrapped(wrapped(EMPTY, VAULT, WRAPPING, KEY), VAULT, WRAPPING) == KEY


def test_the_same_key_never_looks_the_same_twice():
    one, other = (wrapped(EMPTY, VAULT, WRAPPING, KEY) for _ in range(2))

    assert one.wrapped != other.wrapped


@pytest.mark.parametrize(
    "change",
    [
        {"id": "another"},
        {"kind": SlotKind.RECOVERY},
        {"staff": "another"},
        {"role": "auditor"},
        {"device_mark": b""},
    ],
    ids=str,
)
def test_a_wrapped_key_opens_only_in_the_slot_it_was_made_for(change):
    slot = wrapped(EMPTY, VAULT, WRAPPING, KEY)

    assert unwrapped(replace(slot, **change), VAULT, WRAPPING) is None


def test_a_wrapped_key_opens_only_in_its_own_vault():
    slot = wrapped(EMPTY, VAULT, WRAPPING, KEY)

    assert unwrapped(slot, VaultId("another"), WRAPPING) is None


def test_the_wrapping_key_needs_the_device_secret_as_well_as_the_passphrase():
    def derive(passphrase, secret):
        return under_passphrase(stretched(passphrase, bytes(16), Cost()), bytes(16), secret)

    keys = {
        derive("gravel", None),
        derive("gravel", bytes(32)),
        derive("gravel", b"\1" * 32),
        derive("teapot", bytes(32)),
    }

    assert len(keys) == 4


def test_a_new_sheet_gets_another_wrapping_key_even_from_the_same_code():
    assert under_recovery_code(bytes(32), bytes(16)) != under_recovery_code(bytes(32), b"\1" * 16)


def test_a_device_mark_tells_secrets_apart_and_gives_none_away():
    assert device_mark(None) == b""
    assert device_mark(KEY) != device_mark(WRAPPING)
    assert device_mark(KEY) not in KEY
