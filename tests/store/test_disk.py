"""A copy of a file is there whole or not at all."""

import errno
import os
import shutil

import pytest

from tests.desks import stopped
from tests.services.test_seal_referral import no_file_larger_than
from welfare_app.domain.errors import Unavailable
from welfare_app.store.disk import copy_whole, write_new, write_whole

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


def test_a_link_or_a_pipe_under_the_passing_name_is_taken_away_and_not_written_through(tmp_path):
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / ".a.part").symlink_to("precious")
    os.mkfifo(tmp_path / ".b.part")
    write_whole(tmp_path / "a", BYTES)
    write_whole(tmp_path / "b", BYTES)

    assert (tmp_path / "precious").read_bytes() == b"precious"
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes() == BYTES
    assert names(tmp_path) == ["a", "b", "precious"]
    assert not (tmp_path / "a").is_symlink()


def test_what_is_there_is_never_replaced_by_a_new_file_and_nothing_is_written_down(tmp_path):
    (tmp_path / "a").symlink_to("nowhere")
    written_down = []
    with stopped(Unavailable, "disk.taken"):
        write_new(tmp_path / "a", (BYTES,), lambda: written_down.append(1))

    assert names(tmp_path) == ["a"]
    assert written_down == []


def test_what_takes_the_name_at_the_last_moment_stays(tmp_path):
    with stopped(Unavailable, "disk.taken"):
        write_new(tmp_path / "a", (BYTES,), lambda: (tmp_path / "a").write_bytes(b"theirs"))

    assert (tmp_path / "a").read_bytes() == b"theirs"
    assert names(tmp_path) == ["a"]


def test_a_name_that_cannot_be_made_to_last_is_given_up(tmp_path, monkeypatch):
    def failing(_):
        raise OSError(errno.EIO, "a bad disk")

    monkeypatch.setattr("welfare_app.store.disk.flush_folder", failing)
    with stopped(Unavailable, "disk.failed"):
        write_new(tmp_path / "a", (BYTES,))
    assert names(tmp_path) == []
