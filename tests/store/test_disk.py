"""A copy of a file is there whole or not at all."""

import errno
import shutil

import pytest

from tests.desks import stopped
from tests.services.test_seal_referral import no_file_larger_than
from welfare_app.domain.errors import Unavailable
from welfare_app.store.disk import copy_whole

BYTES = bytes(range(256)) * 1_000


@pytest.fixture
def original(tmp_path):
    (tmp_path / "a").write_bytes(BYTES)
    return tmp_path / "a"


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_copy_is_the_same_byte_for_byte_and_takes_the_place_of_an_older_one(original, tmp_path):
    (tmp_path / "b").write_bytes(b"an older copy")
    copy_whole(original, tmp_path / "b")

    assert (tmp_path / "b").read_bytes() == BYTES
    assert names(tmp_path) == ["a", "b"]


def test_where_the_disk_takes_no_more_the_older_copy_stays(original, tmp_path):
    (tmp_path / "b").write_bytes(b"an older copy")
    with no_file_larger_than(16 * 1024), stopped(Unavailable, "disk.file-too-large"):
        copy_whole(original, tmp_path / "b")

    assert (tmp_path / "b").read_bytes() == b"an older copy"
    assert names(tmp_path) == ["a", "b"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_called_full(original, tmp_path, monkeypatch, number):
    def full(_from, to):
        to.write_bytes(BYTES[:100])
        raise OSError(number, "no room")

    monkeypatch.setattr(shutil, "copyfile", full)

    with stopped(Unavailable, "disk.full"):
        copy_whole(original, tmp_path / "b")
    assert names(tmp_path) == ["a"]


def test_a_file_that_is_gone_is_not_copied(tmp_path):
    with stopped(Unavailable, "disk.failed"):
        copy_whole(tmp_path / "gone", tmp_path / "b")
    assert names(tmp_path) == []
