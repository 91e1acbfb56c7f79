"""Only an ordinary file is read, and no more of it than it could need to be."""

import errno
import os
from pathlib import Path

import pytest

from welfare_app.services.streams import ordinary, read_ordinary

NO_FILE = os.strerror(errno.EINVAL)

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names there")


def test_an_ordinary_file_is_read_and_one_byte_more_tells_that_it_is_larger(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")

    assert read_ordinary(tmp_path / "a", 5) == b"12345"
    assert read_ordinary(tmp_path / "a", 3) == b"1234"


@pytest.mark.parametrize("what", ["pipe", "folder", "linked", "/dev/zero"])
def test_whatever_else_it_is_nobody_waits_for_it(tmp_path, what):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "linked").symlink_to("pipe")
    with pytest.raises(OSError, match=NO_FILE):
        read_ordinary(tmp_path / what, 5)


def test_a_pipe_that_took_the_place_of_a_file_at_the_last_moment_is_not_read(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "file").write_bytes(b"1")
    as_it_was = (tmp_path / "file").stat()
    monkeypatch.setattr(Path, "stat", lambda _: as_it_was)
    with pytest.raises(OSError, match=NO_FILE):
        ordinary(tmp_path / "pipe")
