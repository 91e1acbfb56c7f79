"""What Windows sends to every window, read without Windows."""

import struct
from uuid import UUID

import pytest

from welfare_app.presenters.locking import Cause
from welfare_app.ui.watch.windows import ENDING, LID, POWER, SESSION, SYSTEM_COMMAND, meaning

SUSPEND, RESUME, SETTING = 0x4, 0x12, 0x8013


def setting(which, state, length=4):
    return which.bytes_le + struct.pack("<II", length, state)


@pytest.mark.parametrize(
    ("message", "said", "cause"),
    [
        (SESSION, 0x7, Cause.LOCKED),
        (SESSION, 0x2, Cause.SWITCHED),
        (SESSION, 0x4, Cause.SWITCHED),
        (SESSION, 0x6, Cause.ENDED),
        (POWER, SUSPEND, Cause.SLEEP),
        (SYSTEM_COMMAND, 0xF140, Cause.SAVER),
        (SYSTEM_COMMAND, 0xF142, Cause.SAVER),
        (ENDING, 0, Cause.ENDED),
    ],
)
def test_it_knows_that_the_laptop_is_left(message, said, cause):
    assert meaning(message, said) is cause


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (SESSION, 0x1),  # connected to the screen
        (SESSION, 0x5),  # logged on
        (SESSION, 0x8),  # unlocked
        (POWER, RESUME),
        (POWER, 0xA),  # the power supply changed
        (SYSTEM_COMMAND, 0xF060),  # close
        (SYSTEM_COMMAND, 0xF170),  # the monitor's power
        (0x0100, 0x7),  # a key
        (0x0016, 0),  # told after ENDING was
    ],
)
def test_coming_back_and_other_messages_lock_nothing(message, said):
    assert meaning(message, said) is None


def test_a_lid_is_shut_when_it_says_so_itself():
    assert meaning(POWER, SETTING, setting(LID, 0)) is Cause.LID
    assert meaning(POWER, SETTING, setting(LID, 1)) is None


@pytest.mark.parametrize(
    "told",
    [b"", b"\0" * 24, setting(UUID(int=7), 0), setting(LID, 0, length=0), setting(LID, 0)[:23]],
    ids=["nothing", "zeros", "another", "empty", "cut-short"],
)
def test_another_setting_or_half_a_one_is_not_a_lid(told):
    assert meaning(POWER, SETTING, told) is None
