"""A full disk is called full, and nothing else is."""

from typing import NamedTuple

import pytest

from tests.conftest import KEY
from tests.desks import stopped
from welfare_app.domain.errors import Unavailable
from welfare_app.store import room, vault


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def disk(monkeypatch):
    """A disk on which the database gives up, with so much room."""

    def with_room(free, code):
        def fails(_path, _key, **_how):
            raise Unavailable(code)

        monkeypatch.setattr(vault, "connect", fails)
        monkeypatch.setattr(room.shutil, "disk_usage", lambda _: Usage(10**9, 0, free))

    return with_room


@pytest.mark.parametrize("code", sorted(room.FOR_WANT_OF_ROOM))
def test_a_vault_that_does_not_open_on_a_full_disk_says_that_it_is_full(door, tmp_path, disk, code):
    door.create(tmp_path, KEY).close()
    disk(4096, code)

    with stopped(Unavailable, "vault.no-room-to-open"):
        door.open(tmp_path, KEY)


@pytest.mark.parametrize(
    ("free", "code"), [(10**8, "vault.disk-failed"), (4096, "vault.damaged"), (4096, "vault.busy")]
)
def test_what_has_nothing_to_do_with_room_keeps_its_name(door, tmp_path, disk, free, code):
    door.create(tmp_path, KEY).close()
    disk(free, code)

    with stopped(Unavailable, code):
        door.open(tmp_path, KEY)
