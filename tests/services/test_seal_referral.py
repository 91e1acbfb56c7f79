"""A sealed pack is on the disk whole and written down, or neither."""

import errno
import hashlib
import json
import subprocess
from contextlib import contextmanager
from dataclasses import replace

import pytest

from tests.desks import ROSA, events, stopped
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.services.jobs import Cancelled
from welfare_app.services.sample_case import HANDING

resource = pytest.importorskip("resource")


@pytest.fixture
def hurried(case, tools):
    """Sealing with the pages drawn beforehand, where a test is not about the pages."""
    drawn = case.desk.seal.preview(case.referral, HANDING)

    class Drawn:
        def render(self, _document):
            return drawn

    return replace(case.desk.seal, renderer=Drawn())


@contextmanager
def no_file_larger_than(size):
    """As on a disk that takes no more, for anyone: root's files too are held to this limit."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def small_disk(tmp_path):
    """A disk of its own with room for 64 KiB; only where this account may mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this account may not mount a disk")
    yield disk
    subprocess.run(["umount", disk], check=True, capture_output=True)


def sealings(case):
    return case.desk.referrals.get(case.referral).sealings


def nothing_happened(case, folder):
    assert list(folder.iterdir()) == []
    assert sealings(case) == ()
    assert "ReferralSealed" not in events(case.desk.shift.vault)


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def test_the_file_is_there_whole_and_its_digest_is_written_down(sealed, sealed_desk):
    data = sealed.pack.path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    [sealing] = sealed_desk.referrals.get(sealed.referral).sealings

    assert (sealed.pack.digest, sealed.pack.size) == (digest, len(data))
    assert (sealing.digest, sealing.by, sealing.handing) == (digest, ROSA.id, HANDING)
    assert [path.name for path in sealed.pack.path.parent.glob("*.p*")] == ["P-0001.pdf"]
    assert events(sealed_desk.shift.vault)[-1] == "ReferralSealed"


def test_the_words_that_open_a_pack_are_kept_nowhere(sealed):
    assert len(sealed.pack.words.words) == 7
    assert sealed.pack.words.text not in repr(sealed.pack)
    for path in sealed.folder.rglob("*"):
        assert sealed.pack.words.text.encode() not in path.read_bytes()


def test_inside_are_the_answers_and_the_evidence_under_plain_names(sealed, sealed_desk):
    checked = sealed_desk.check.check(sealed.pack.path, sealed.pack.words.text, None)

    assert {one.name for one in checked.report.enclosed} == {
        *("referral.pdf", "referral.json", "exhibit-1-rota.png", "MANIFEST.json"),
    }
    assert checked.report.case == "P-0001"


def test_what_is_handed_to_the_seal_says_where_the_audit_trail_stood(case, out):
    seen = []

    class Watched:
        def seal(self, contents, *_):
            seen.append(contents)
            return b"%PDF sealed"

    with case.desk.shift.work() as work:
        head = work.audit.head()
    seal = replace(case.desk.seal, sealer=Watched())
    seal.seal(case.referral, HANDING, out / "a.pdf")
    [contents] = seen

    assert (contents.case, contents.variant, contents.audit_head) == ("P-0001", "adult-nrm", head)
    assert contents.referral_pdf.startswith(b"%PDF")
    assert json.loads(contents.referral_json)["data"]["pv-dob"] == "1991-04-17"
    assert [one.dated for one in contents.attachments] == ["2026-03-02"]
    assert dict(contents.versions)["form"] == "nrm-referral 1"


def test_the_document_opens_with_how_to_reach_the_person_safely(case):
    texts = [line.text for line in case.desk.seal.document(case.referral, HANDING).lines()]
    at = texts.index("Keep this person safe")

    assert any("Uncle Example, the driver" in text for text in texts[at : at + 6])
    assert any("0113 496 0101" in text for text in texts[at : at + 6])


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("birthplace", "", "seal.not-ready"),
        ("pv-want-to-submit-nrm", "", "seal.not-ready"),
        ("pv-want-to-submit-nrm", Gap(Why.DECLINED), "seal.no-consent-answer"),
        ("birthplace", Gap(Why.DECLINED), "seal.not-ready"),
        ("pv-under-age", Gap(Why.DOES_NOT_KNOW, "No papers"), "seal.no-consent-answer"),
    ],
)
def test_what_is_not_ready_is_not_sealed(case, out, field, value, code):
    case.desk.referrals.answer(case.referral, field, Answer(value))

    with stopped(Refused, code):
        case.desk.seal.seal(case.referral, HANDING, out / "a.pdf")
    nothing_happened(case, out)


def test_stopping_half_way_leaves_no_file_and_no_record(case, hurried, out):
    def stop(done, total):
        if 2 * done > total:
            raise Cancelled

    with pytest.raises(Cancelled):
        hurried.seal(case.referral, HANDING, out / "a.pdf", stop)
    nothing_happened(case, out)


def test_where_the_disk_takes_no_more_nothing_is_half_written_and_a_retry_works(
    case, hurried, out, heard
):
    told = len(heard)
    with (
        no_file_larger_than(16 * 1024),
        stopped(Unavailable, "seal.file-too-large-there") as caught,
    ):
        hurried.seal(case.referral, HANDING, out / "a.pdf")
    assert caught.value.__cause__.__cause__.errno == errno.EFBIG
    nothing_happened(case, out)
    assert len(heard) == told

    pack = hurried.seal(case.referral, HANDING, out / "a.pdf")
    assert [one.digest for one in sealings(case)] == [pack.digest]
    assert hashlib.sha256((out / "a.pdf").read_bytes()).hexdigest() == pack.digest
    assert heard[told:] == [{case.referral, case.pack}]


def test_a_full_disk_is_called_full_and_the_pack_can_go_elsewhere(case, hurried, small_disk, out):
    with stopped(Unavailable, "seal.disk-full"):
        hurried.seal(case.referral, HANDING, small_disk / "a.pdf")
    nothing_happened(case, small_disk)

    hurried.seal(case.referral, HANDING, out / "a.pdf")
    assert len(sealings(case)) == 1


def test_a_folder_that_is_gone_is_named_and_nothing_is_written_down(case, hurried, out):
    with stopped(Unavailable, "seal.cannot-write"):
        hurried.seal(case.referral, HANDING, out / "gone" / "a.pdf")
    nothing_happened(case, out)


def test_a_record_that_cannot_be_made_leaves_no_file(case, hurried, out):
    class NoRoom:
        def write_whole(self, path, data, before_rename):
            case.desk.shift.vault.close()  # locked at the worst moment
            case.desk.seal.disk.write_whole(path, data, before_rename)

    with stopped(Unavailable, "vault.locked"):
        replace(hurried, disk=NoRoom()).seal(case.referral, HANDING, out / "a.pdf")
    assert list(out.iterdir()) == []
