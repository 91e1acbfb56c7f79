"""Fixtures shared by every test. Anything that makes a vault makes a real, encrypted one."""

import gc
import logging
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests import cheap_keys  # noqa: F401 - before any passphrase is tried
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.vault import Door, Vault

KEY = bytes(range(32))
NOON = datetime(2026, 5, 12, 12, 0, tzinfo=UTC)


def pytest_collection_finish(session: pytest.Session):
    """What the tests themselves are made of is never garbage, and need not be looked through."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def door():
    return Door(lambda: NOON, "Test laptop", lambda folder, _vault: [FileAnchor(folder)])


@pytest.fixture
def vault(door, tmp_path: Path):
    vault: Vault = door.create(tmp_path, KEY)
    yield vault
    vault.close()


@pytest.fixture(autouse=True)
def nothing_logged_above_info(caplog: pytest.LogCaptureFixture):
    yield
    loud = [
        record
        for record in caplog.get_records("call")
        if record.levelno > logging.INFO and record.name.startswith("welfare_app")
    ]
    assert not loud, "a test logged a warning it did not expect"


@pytest.fixture(autouse=True)
def no_thread_left_running():
    before = set(threading.enumerate())
    yield
    left = [one for one in threading.enumerate() if one not in before and not one.daemon]
    assert not left, "a test left a thread running"
