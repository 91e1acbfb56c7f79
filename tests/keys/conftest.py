"""A vault folder with two people and a recovery sheet, made once and copied for each test."""

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import NoSecrets

LEAD = Staff(StaffId("staff-lead"), "Ama Sample", Role.LEAD)
CHAMPION = Staff(StaffId("staff-champion"), "Idris Example", Role.CHAMPION)
LEAD_WORDS = "gravel teapot lantern orbit"
CHAMPION_WORDS = "velvet harbour nine turnips"
NEW_WORDS = "copper meadow whistle quilt"


@contextmanager
def stopped(kind, *codes):
    """Expects an error of a kind, with exactly one of the codes."""
    with pytest.raises(kind) as caught:
        yield caught
    assert caught.value.code in codes


@dataclass
class Made:
    """A folder and what opens it."""

    folder: Path
    key: bytes
    code: str
    cabinet: KeyCabinet


@pytest.fixture(scope="session")
def pattern(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pattern")
    cabinet = KeyCabinet(folder, NoSecrets(), Cost())
    key, code = cabinet.create(LEAD, LEAD_WORDS)
    cabinet.add(key, CHAMPION, CHAMPION_WORDS)
    return Made(folder, key, code, cabinet)


@pytest.fixture
def made(pattern, tmp_path):
    folder = tmp_path / "vault"
    shutil.copytree(pattern.folder, folder)
    return Made(folder, pattern.key, pattern.code, KeyCabinet(folder, NoSecrets(), Cost()))
