"""Recordings lie beside a pack, locked, or nowhere: and the pack vouches for them."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from tests.desks import events, stopped
from tests.services.test_seal_referral import (
    hurried,
    no_file_larger_than,
    nothing_happened,
    out,
    sealings,
    small_disk,
)
from tests.store.decrypted import pages_of
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.recordings import KEY_NAME
from welfare_app.domain.seal import Verdict
from welfare_app.domain.trail import Asked
from welfare_app.seal.opening import open_enclosed
from welfare_app.services.jobs import Cancelled
from welfare_app.services.lock_recordings import PART, Chosen
from welfare_app.services.sample_case import HANDING

__all__ = ["hurried", "out", "small_disk"]

WALK = bytes(range(256)) * 2_000
SAID = "A walk round the yard, filmed by Ana Example"


@pytest.fixture
def telephone(tmp_path):
    """Where the recordings were made; they stay there."""
    folder = tmp_path / "telephone"
    folder.mkdir()
    (folder / "Ana Example at the gate.MP4").write_bytes(WALK)
    (folder / "voice note").write_bytes(b"sound" * 100)
    return folder


@pytest.fixture
def chosen(case, telephone):
    look = case.desk.seal.recordings.look
    return tuple(
        replace(look(path), description=said)
        for path, said in zip(sorted(telephone.iterdir()), (SAID, "A voice note"), strict=True)
    )


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def digest(data):
    return hashlib.sha256(data).hexdigest()


def test_they_lie_beside_the_pack_locked_and_the_pack_holds_their_key(case, hurried, chosen, out):
    pack = hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    inside = open_enclosed(pack.path.read_bytes(), pack.words.text)
    listed = json.loads(inside["MANIFEST.json"])["beside"]
    [sealing] = sealings(case)

    assert names(out) == ["a.pdf", "recording-1.mp4.age", "recording-2.age"]
    assert inside[KEY_NAME].splitlines()[1].startswith(b"AGE-SECRET-KEY-1")
    for told, recorded, plain in zip(
        listed, sealing.recordings, (WALK, b"sound" * 100), strict=True
    ):
        locked = (out / told["age"]["name"]).read_bytes()
        assert (told["size"], told["sha256"]) == (len(plain), digest(plain))
        assert (told["age"]["size"], told["age"]["sha256"]) == (len(locked), digest(locked))
        assert (recorded.digest, recorded.locked_digest) == (told["sha256"], told["age"]["sha256"])
        assert recorded.description == told["description"]
        assert plain[:100] not in locked
    assert names(chosen[0].path.parent) == ["Ana Example at the gate.MP4", "voice note"]


def test_the_age_command_opens_them_with_what_is_in_the_pack(case, hurried, chosen, out):
    if shutil.which("age") is None:
        pytest.skip("no age command: apt-get install age")
    pack = hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    inside = open_enclosed(pack.path.read_bytes(), pack.words.text)
    (out / KEY_NAME).write_bytes(inside[KEY_NAME])
    opened = "recording-1.mp4"
    command = ["age", "-d", "-i", KEY_NAME, "-o", opened, f"{opened}.age"]
    subprocess.run(command, cwd=out, check=True)

    listed = json.loads(inside["MANIFEST.json"])["beside"][0]
    assert digest((out / opened).read_bytes()) == listed["sha256"] == digest(WALK)


def test_the_pack_is_genuine_and_says_what_lies_beside_it(case, hurried, chosen, out):
    pack = hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    report = case.desk.check.check(pack.path, pack.words.text, None).report

    assert report.verdict is Verdict.GENUINE
    assert report.recordings == sealings(case)[0].recordings


def test_the_document_tells_of_them_by_number_and_never_by_the_name_of_the_file(case, chosen):
    foretold = case.desk.seal.preview(case.referral, HANDING, chosen=chosen)
    pages = "\n".join(
        line.text for line in case.desk.seal.document(case.referral, HANDING, chosen).lines()
    )

    assert foretold.startswith(b"%PDF")
    assert "Recordings beside the sealed pack" in pages
    assert "recording-1.mp4" in pages
    assert SAID in pages
    assert "512,000 bytes" in pages
    assert "at the gate" not in pages


def test_without_recordings_nothing_is_said_of_any(case, hurried, out):
    pack = hurried.seal(case.referral, HANDING, out / "a.pdf")
    pages = [line.text for line in case.desk.seal.document(case.referral, HANDING).lines()]
    manifest = open_enclosed(pack.path.read_bytes(), pack.words.text)["MANIFEST.json"]

    assert "beside" not in json.loads(manifest)
    assert "Recordings beside the sealed pack" not in pages
    assert sealings(case)[0].recordings == ()


def test_the_trail_says_no_more_than_of_any_sealing(case, hurried, chosen, out):
    hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    with case.desk.shift.work() as work:
        [*_, last] = work.audit.entries(work.audit.numbers(Asked(events=("ReferralSealed",))))

    assert events(case.desk.shift.vault)[-1] == "ReferralSealed"
    assert "recording" not in str(last.facts)
    assert "gate" not in repr(sealings(case)) + repr(chosen)


def test_each_pack_has_a_key_of_its_own_and_the_vault_has_none(
    case, hurried, chosen, out, tmp_path
):
    keys = set()
    for folder in (out, tmp_path):
        pack = hurried.seal(case.referral, HANDING, folder / "a.pdf", chosen=chosen)
        keys.add(open_enclosed(pack.path.read_bytes(), pack.words.text)[KEY_NAME])

    assert len(keys) == 2
    pages = pages_of(case.desk.shift.vault)
    assert SAID.encode() in pages, "what is kept of a recording can be read there"
    for key in keys:
        assert key.splitlines()[1] not in pages


@pytest.mark.parametrize("taken", ["a.pdf", "a.pdf.p7s", "recording-2.age"])
def test_where_a_name_is_taken_nothing_is_written(case, hurried, chosen, out, taken):
    (out / taken).write_bytes(b"somebody's")
    with stopped(Refused, "seal.recording-name-taken"):
        hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)

    assert names(out) == [taken]
    assert (out / taken).read_bytes() == b"somebody's"
    assert sealings(case) == ()


def test_what_a_crash_left_hidden_is_taken_away_and_nothing_else(case, hurried, chosen, out):
    """It stopped when the pack had its name, and its recordings had not."""
    for name in ("a.pdf", ".recording-1.mp4.age.part", ".recording-2.age.part", ".mine.part"):
        (out / name).write_bytes(b"left")
    with stopped(Refused, "seal.recording-name-taken"):
        hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)

    assert names(out) == [".mine.part", "a.pdf"]


def test_one_pack_after_another_goes_into_a_folder_of_its_own(case, hurried, chosen, out):
    hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    with stopped(Refused, "seal.recording-name-taken"):
        hurried.seal(case.referral, HANDING, out / "b.pdf", chosen=chosen)

    assert len(sealings(case)) == 1


@pytest.mark.parametrize("moment", [0, 300, 900, 950])
def test_stopped_at_any_moment_nothing_is_left_beside_or_recorded(
    case, hurried, telephone, out, moment
):
    (telephone / "long.wav").write_bytes(bytes(5 * PART))
    long = (case.desk.seal.recordings.look(telephone / "long.wav"),)

    def stop(done, _total):
        if done >= moment:
            raise Cancelled

    with pytest.raises(Cancelled):
        hurried.seal(case.referral, HANDING, out / "a.pdf", stop, chosen=long)
    nothing_happened(case, out)


def test_how_far_it_is_is_told_by_the_mebibyte_and_only_ever_grows(case, hurried, telephone, out):
    (telephone / "long.wav").write_bytes(bytes(5 * PART))
    long = (case.desk.seal.recordings.look(telephone / "long.wav"),)
    told = []
    hurried.seal(case.referral, HANDING, out / "a.pdf", lambda *far: told.append(far), chosen=long)
    done = [far for far, _ in told]

    assert [far for far in done if far < 900][:5] == [0, 180, 360, 540, 720]
    assert done == sorted(done)
    assert {total for _, total in told[:-1]} == {1000}


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("gone.mp4", "seal.recording-unreadable"),
        ("folder", "seal.recording-not-a-file"),
        ("nothing.mp4", "seal.recording-empty"),
    ],
)
def test_what_cannot_be_a_recording_is_refused_as_it_is_chosen(case, telephone, what, code):
    (telephone / "folder").mkdir()
    (telephone / "nothing.mp4").touch()
    with stopped((Refused, Unavailable), code):
        case.desk.seal.recordings.look(telephone / what)


def test_a_card_pulled_out_meanwhile_leaves_nothing(case, hurried, chosen, out):
    chosen[1].path.unlink()
    with stopped(Unavailable, "seal.recording-unreadable"):
        hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    nothing_happened(case, out)


def test_a_disk_with_no_room_for_them_is_called_full_before_anything_is_read(
    case, hurried, small_disk, telephone, out
):
    (telephone / "long.wav").write_bytes(bytes(PART))
    chosen = (case.desk.seal.recordings.look(telephone / "long.wav"),)
    told = []
    with stopped(Unavailable, "seal.disk-full"):
        hurried.seal(
            case.referral,
            HANDING,
            small_disk / "a.pdf",
            lambda *far: told.append(far),
            chosen=chosen,
        )
    nothing_happened(case, small_disk)
    assert told == []


def test_a_stick_that_takes_no_file_so_large_is_named_and_left_clean(case, hurried, chosen, out):
    with no_file_larger_than(256 * 1024), stopped(Unavailable, "seal.file-too-large-there"):
        hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    nothing_happened(case, out)


@pytest.mark.parametrize("helps", ["no", "yes"])
def test_a_duty_to_notify_report_takes_none_as_it_takes_no_file(case, chosen, out, helps):
    refuse = {
        "pv-under-age": "no",
        "pv-want-to-submit-nrm": "no",
        "authorities-cooperation": helps,
    }
    for field, value in refuse.items():
        case.desk.referrals.answer(case.referral, field, Answer(value))
    assert not case.desk.seal.offers(case.referral).recordings

    for what in (case.desk.seal.preview, case.desk.seal.document):
        with stopped(Refused, "seal.recordings-anonymous"):
            what(case.referral, HANDING, chosen=chosen)


def test_more_than_can_be_numbered_are_refused(case, hurried, chosen, out):
    with stopped(Refused, "seal.recordings-too-many"):
        hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen * 50)
    nothing_happened(case, out)


SIZE = 300 if "WELFARE_APP_TORTURE" in os.environ else 60
WEIGHED = """
import resource, sys
from pathlib import Path
from welfare_app.seal.age import AgeLocks
from welfare_app.services.lock_recordings import LockRecordings
from welfare_app.store.batches import LocalBatches

locking = LockRecordings(AgeLocks(), LocalBatches())
small, large = (locking.look(Path(name)) for name in sys.argv[1:3])
for chosen in (small, large):
    with locking.beside((chosen,), Path(sys.argv[3]), lambda *_: None):
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise there")
def test_memory_does_not_grow_with_the_size_of_a_recording(tmp_path):
    (tmp_path / "small").write_bytes(bytes(3 * PART))
    with (tmp_path / "large").open("wb") as file:
        for _ in range(SIZE):
            file.write(os.urandom(PART))
    given = [tmp_path / "small", tmp_path / "large", tmp_path / "a.pdf"]
    done = subprocess.run(
        [sys.executable, "-c", WEIGHED, *given], capture_output=True, text=True, check=True
    )
    small, large = map(int, done.stdout.split())

    assert large - small < 8 * 1024, "kibibytes"


def test_what_is_chosen_keeps_its_path_to_itself(tmp_path):
    assert "Ana" not in repr(Chosen(tmp_path / "Ana.mp4", 1, 0, "Ana"))
