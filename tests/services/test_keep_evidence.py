"""Evidence is taken in whole, exactly as it came, or not at all."""

import hashlib
import os

import pytest

from tests.desks import ROSA, events, stopped
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.services.jobs import Cancelled

MIB = 1024 * 1024


@pytest.fixture
def pack(desk):
    return desk.packs.open(None).id


@pytest.fixture
def rota(tmp_path):
    path = tmp_path / "rota.png"
    path.write_bytes(b"\x89PNG rota")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def bytes_of(vault, evidence):
    with vault.work(ROSA.id) as work:
        return b"".join(work.evidence.read(evidence.id))


def chunks(vault):
    return vault._connection().execute("SELECT count(*) FROM chunk").fetchone()[0]


def test_a_file_is_kept_exactly_as_it_came(desk, pack, rota, vault, clock, heard):
    kept = desk.evidence.keep(pack, rota)

    assert bytes_of(vault, kept) == rota.read_bytes()
    assert kept.digest == hashlib.sha256(rota.read_bytes()).hexdigest()
    assert (kept.name, kept.media_type, kept.size) == ("rota.png", "image/png", 9)
    assert (kept.exhibit, kept.kept, kept.by) == (1, clock(), ROSA.id)
    assert heard[-1] == {kept.id, pack}


def test_a_file_of_several_parts_comes_back_whole(desk, pack, tmp_path, vault):
    path = tmp_path / "Photo.JPG"
    path.write_bytes(os.urandom(2 * MIB + 17))
    told = []
    kept = desk.evidence.keep(pack, path, lambda *step: told.append(step))

    assert bytes_of(vault, kept) == path.read_bytes()
    assert told == [(part, 2 * MIB + 17) for part in (MIB, 2 * MIB, 2 * MIB + 17)]


def test_exhibits_are_numbered_in_the_order_they_came(desk, pack, rota):
    rota.with_name("van.jpg").write_bytes(b"van")
    for name in ("rota.png", "van.jpg"):
        desk.evidence.keep(pack, rota.with_name(name))

    assert [(one.exhibit, one.name) for one in desk.evidence.of(pack)] == [
        (1, "rota.png"),
        (2, "van.jpg"),
    ]


def test_the_same_file_is_not_taken_in_twice_whatever_it_is_called(desk, pack, rota):
    desk.evidence.keep(pack, rota)
    copy = rota.with_name("copy.png")
    copy.write_bytes(rota.read_bytes())

    with stopped(Refused, "evidence.kept-already"):
        desk.evidence.keep(pack, copy)
    assert len(desk.evidence.of(pack)) == 1


def test_another_case_may_hold_the_same_file(desk, pack, rota):
    desk.evidence.keep(pack, rota)

    assert desk.evidence.keep(desk.packs.open(None).id, rota).exhibit == 1


def empty(path):
    path.write_bytes(b"")
    return path


def vast(path):
    with path.open("wb") as file:
        file.truncate(26 * MIB)  # sparse: takes no room on the disk
    return path


def folder(path):
    path.mkdir()
    return path


def device(path):
    path.symlink_to("/dev/zero")
    return path


def huge(path):
    with path.open("wb") as file:
        file.truncate(3 * 1024 * MIB)  # sparse: takes no room on the disk
    return path


def photo(path):
    path.write_bytes(b"\0\0\0\x18ftypheic")
    return path


def pipe(path):
    os.mkfifo(path)
    return path


@pytest.mark.parametrize(
    ("make", "name", "kind", "code"),
    [
        (empty, "a.pdf", Refused, "evidence.empty"),
        (vast, "a.pdf", Refused, "evidence.too-large"),
        (vast, "a.zip", Refused, "evidence.type"),
        (folder, "a.pdf", Refused, "evidence.not-a-file"),
        (pipe, "a.pdf", Refused, "evidence.not-a-file"),
        (device, "a.pdf", Refused, "evidence.not-a-file"),
        (huge, "a.mp4", Refused, "evidence.recording"),
        (huge, "a.pdf", Refused, "evidence.too-large"),
        (photo, "a.HEIC", Refused, "evidence.heic"),
        (lambda path: path, "a.pdf", Unavailable, "evidence.unreadable"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_of_it_is_kept(
    desk, pack, tmp_path, vault, make, name, kind, code
):
    path = make(tmp_path / name)

    with stopped(kind, code):
        desk.evidence.keep(pack, path)
    assert desk.evidence.of(pack) == ()
    assert chunks(vault) == 0


def grow(path):
    with path.open("ab") as file:
        file.write(b"more")


def shrink(path):
    with path.open("r+b") as file:
        file.truncate(1)


def rewrite(path):
    path.write_bytes(b"\x89PNG fake")


@pytest.mark.parametrize("meddle", [grow, shrink, rewrite])
def test_a_file_that_changes_while_it_is_read_is_refused(desk, pack, rota, vault, meddle):
    with stopped(Refused, "evidence.changed-while-read"):
        desk.evidence.keep(pack, rota, lambda *_: meddle(rota))

    assert desk.evidence.of(pack) == ()
    assert chunks(vault) == 0


def test_a_file_pulled_away_while_it_is_read_is_not_kept(desk, pack, rota):
    with stopped(Unavailable, "evidence.unreadable"):
        desk.evidence.keep(pack, rota, lambda *_: rota.unlink())

    assert desk.evidence.of(pack) == ()


def test_stopping_half_way_keeps_nothing(desk, pack, tmp_path, vault):
    path = tmp_path / "a.pdf"
    path.write_bytes(bytes(3 * MIB))

    def stop(done, _total):
        if done > MIB:
            raise Cancelled

    with pytest.raises(Cancelled):
        desk.evidence.keep(pack, path, stop)
    assert desk.evidence.of(pack) == ()
    assert chunks(vault) == 0
    assert "EvidenceKept" not in events(vault)


def test_a_file_for_a_case_that_is_not_there_is_refused(desk, rota, vault):
    with stopped(Refused, "pack.unknown"):
        desk.evidence.keep("nobody", rota)
    assert chunks(vault) == 0


def test_what_a_file_is_can_be_written_down_later(desk, pack, rota, heard):
    kept = desk.evidence.keep(pack, rota)
    desk.evidence.describe(kept.id, "Night rota", "2026-03")

    [described] = desk.evidence.of(pack)
    assert (described.description, described.dated) == ("Night rota", "2026-03")
    assert described.digest == kept.digest
    assert heard[-1] == {kept.id, pack}
