"""The scan folder: what is new there is offered, and nothing there is ever touched."""

import os

import pytest

from tests.desks import events, stopped
from welfare_app.domain.errors import Unavailable

OLD = 1_700_000_000


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "scans"
    made.mkdir()
    return made


@pytest.fixture
def pack(desk):
    return desk.packs.open(None).id


def scan(folder, name, data=b"scanned", at=OLD):
    path = folder / name
    path.write_bytes(data)
    os.utime(path, (at, at))
    return path


def offered(desk):
    return [one.path.name for one in desk.scans.offered()]


def test_nothing_is_looked_into_before_a_folder_is_named(desk):
    assert desk.scans.folder() == ""
    assert desk.scans.offered() == ()


def test_the_folder_is_remembered_in_the_vault(desk, folder, vault):
    desk.scans.choose(folder)

    assert desk.scans.folder() == str(folder)
    assert events(vault)[-1] == "ScanFolderNamed"
    desk.scans.choose(None)
    assert desk.scans.folder() == ""


def test_new_scans_are_offered_the_newest_first_and_not_taken_in(desk, folder, pack):
    scan(folder, "a.pdf")
    scan(folder, "b.pdf", at=OLD + 60)
    desk.scans.choose(folder)

    assert offered(desk) == ["b.pdf", "a.pdf"]
    assert desk.evidence.of(pack) == ()


def test_what_was_taken_in_is_offered_no_more_and_stays_where_it_was(desk, folder, pack):
    path = scan(folder, "a.pdf")
    desk.scans.choose(folder)
    desk.evidence.keep(pack, path)

    assert offered(desk) == []
    assert path.read_bytes() == b"scanned"


def test_another_scan_under_the_same_name_is_offered_again(desk, folder, pack, clock):
    path = scan(folder, "a.pdf")
    desk.scans.choose(folder)
    desk.evidence.keep(pack, path)
    scan(folder, "a.pdf", b"another", clock().timestamp() + 60)

    assert offered(desk) == ["a.pdf"]


def test_what_is_no_plain_file_is_not_offered(desk, folder, tmp_path):
    (folder / "more").mkdir()
    (folder / "elsewhere.pdf").symlink_to(scan(tmp_path, "secret.pdf"))
    scan(folder, ".hidden.pdf")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.pdf")
    desk.scans.choose(folder)

    assert offered(desk) == []


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [("a.HEIC", b"x", "evidence.heic"), ("a.pdf", b"", "evidence.empty")],
)
def test_what_cannot_be_taken_in_is_shown_with_the_reason(desk, folder, name, data, fault):
    scan(folder, name, data)
    desk.scans.choose(folder)

    assert [one.fault for one in desk.scans.offered()] == [fault]


def test_a_folder_that_is_gone_is_said_to_be(desk, folder):
    desk.scans.choose(folder)
    folder.rmdir()

    with stopped(Unavailable, "scans.no-folder"):
        desk.scans.offered()
    with stopped(Unavailable, "scans.no-folder"):
        desk.scans.choose(folder)
