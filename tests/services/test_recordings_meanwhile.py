"""What happens to files while recordings are locked harms no file of anybody's, nor the record."""

import errno
import os
from dataclasses import replace

import pytest

from tests.desks import events, stopped
from tests.services.test_lock_recordings import chosen, names, telephone
from tests.services.test_seal_referral import hurried, nothing_happened, out, sealings
from welfare_app.domain.answers import Answer
from welfare_app.domain.custody import Deed
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.recordings import FoundBeside
from welfare_app.domain.trail import Asked
from welfare_app.seal.opening import open_enclosed
from welfare_app.services.lock_recordings import PART
from welfare_app.services.sample_case import HANDING

__all__ = ["chosen", "hurried", "out", "telephone"]


def grown(path):
    with path.open("ab") as file:
        file.write(b"more")


def emptied(path):
    path.write_bytes(b"")


def another(path):
    """As another card under the same letter: as many bytes, and not the same ones."""
    before = path.stat()
    path.write_bytes(b"other" * 100)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + 2_000_000_000))


@pytest.mark.parametrize("changed", [grown, emptied, another])
def test_a_recording_that_is_not_the_one_they_chose_goes_out_under_no_description(
    case, hurried, chosen, out, changed
):
    changed(chosen[1].path)
    with stopped(Refused, "seal.recording-changed"):
        hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    nothing_happened(case, out)


def test_a_recording_that_is_still_being_made_is_refused(case, hurried, telephone, out):
    (telephone / "long.wav").write_bytes(bytes(5 * PART))
    long = (case.desk.seal.recordings.look(telephone / "long.wav"),)

    def recorded_meanwhile(done, _total):
        if done == 360:
            grown(telephone / "long.wav")

    with stopped(Refused, "seal.recording-changed"):
        hurried.seal(case.referral, HANDING, out / "a.pdf", recorded_meanwhile, chosen=long)
    nothing_happened(case, out)


def test_a_recording_that_was_only_looked_at_meanwhile_is_still_the_same(
    case, hurried, chosen, out
):
    for one in chosen:
        one.path.read_bytes()
        os.utime(one.path, ns=(0, one.changed_at))
    hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)

    assert len(sealings(case)) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names there")
def test_a_pipe_in_the_place_of_a_recording_keeps_nobody_waiting(case, hurried, chosen, out):
    chosen[1].path.unlink()
    os.mkfifo(chosen[1].path)
    with stopped(Unavailable, "seal.recording-unreadable"):
        hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    nothing_happened(case, out)


class Meanwhile:
    """Draws the pages, and does something once the recordings are locked."""

    def __init__(self, seal, happens):
        self._seal, self._happens = seal, happens

    def render(self, document):
        self._happens()
        return self._seal.renderer.render(document)


def once_locked(seal, happens):
    return replace(seal, renderer=Meanwhile(seal, happens))


@pytest.mark.parametrize("taken", ["a.pdf", "recording-2.age"])
def test_a_file_that_took_a_name_while_they_were_locked_stays_and_nothing_else_does(
    case, hurried, chosen, out, taken
):
    meddled = once_locked(hurried, lambda: (out / taken).write_bytes(b"somebody's"))
    with stopped(Refused, "seal.recording-name-taken"):
        meddled.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)

    assert names(out) == [taken]
    assert (out / taken).read_bytes() == b"somebody's"
    assert sealings(case) == ()
    assert "ReferralSealed" not in events(case.desk.shift.vault)


class FullAtLast:
    """A disk on which somebody saves a file at the pack's name, and that is full then."""

    def write_new(self, path, _parts, _before_rename):
        path.write_bytes(b"somebody's")
        raise Unavailable("disk.full")


def test_somebodys_file_at_the_packs_name_is_not_taken_away_where_the_pack_fails(
    case, hurried, chosen, out
):
    with stopped(Unavailable, "seal.disk-full"):
        replace(hurried, disk=FullAtLast()).seal(
            case.referral, HANDING, out / "a.pdf", chosen=chosen
        )
    assert names(out) == ["a.pdf"]
    assert (out / "a.pdf").read_bytes() == b"somebody's"


def test_where_a_recording_cannot_have_its_name_no_record_says_that_a_pack_left(
    case, hurried, chosen, out
):
    meddled = once_locked(hurried, (out / "recording-2.age").mkdir)
    with stopped(Refused, "seal.recording-name-taken"):
        meddled.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)

    assert names(out) == ["recording-2.age"]
    assert sealings(case) == ()
    [rota] = case.desk.evidence.of(case.pack)
    assert Deed.SEALED not in {link.deed for link in rota.handled}


def test_the_recordings_have_their_names_before_the_pack_is_written_down(
    case, hurried, chosen, out
):
    seen = []

    class Watching:
        def write_new(self, path, parts, before_rename):
            def record():
                seen.append((names(out), len(sealings(case))))
                before_rename()
                seen.append((names(out), len(sealings(case))))

            case.desk.seal.disk.write_new(path, parts, record)

    replace(hurried, disk=Watching()).seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    named = ["recording-1.mp4.age", "recording-2.age"]
    passing = [f".{name}.part" for name in ("a.pdf", *named)]

    assert seen == [(passing, 0), ([".a.pdf.part", *named], 1)]


def test_a_link_under_a_passing_name_leads_nowhere(case, hurried, chosen, out, tmp_path):
    precious = tmp_path / "precious"
    precious.write_bytes(b"precious")
    for name in (".recording-1.mp4.age.part", ".a.pdf.part"):
        (out / name).symlink_to(precious)
    pack = hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)

    assert precious.read_bytes() == b"precious"
    assert names(out) == ["a.pdf", "recording-1.mp4.age", "recording-2.age"]
    assert not any(path.is_symlink() for path in out.iterdir())
    checked = case.desk.check.check(pack.path, pack.words.text, None)
    assert {how for _, how in checked.recordings} == {FoundBeside.AS_LISTED}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names there")
def test_a_pipe_under_a_passing_name_keeps_nobody_waiting(case, hurried, chosen, out):
    for name in (".recording-1.mp4.age.part", ".a.pdf.part"):
        os.mkfifo(out / name)
    hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)

    assert names(out) == ["a.pdf", "recording-1.mp4.age", "recording-2.age"]
    assert all(path.is_file() for path in out.iterdir())


def test_without_links_as_on_a_stick_formatted_as_fat_it_seals_and_replaces_nothing(
    case, hurried, chosen, out, monkeypatch
):
    def none_here(*_):
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", none_here)
    meddled = once_locked(hurried, lambda: (out / "a.pdf").write_bytes(b"somebody's"))
    with stopped(Refused, "seal.recording-name-taken"):
        meddled.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    assert (out / "a.pdf").read_bytes() == b"somebody's"

    (out / "a.pdf").unlink()
    hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    assert names(out) == ["a.pdf", "recording-1.mp4.age", "recording-2.age"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such mask")
def test_packs_and_recordings_are_as_readable_as_any_new_file(case, hurried, chosen, out):
    before = os.umask(0o027)
    try:
        hurried.seal(case.referral, HANDING, out / "a.pdf", chosen=chosen)
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in out.iterdir()} == {0o640}


def test_what_the_pack_says_is_of_the_time_it_gives(case, hurried, chosen, out):
    def answered_meanwhile(done, _total):
        if done == 0:
            case.desk.referrals.answer(case.referral, "birthplace", Answer("Tarnova"))

    pack = hurried.seal(case.referral, HANDING, out / "a.pdf", answered_meanwhile, chosen=chosen)
    inside = open_enclosed(pack.path.read_bytes(), pack.words.text)

    assert b"Tarnova" in inside["referral.json"]
    with case.desk.shift.work() as work:
        heads = work.audit.entries(work.audit.numbers(Asked(events=("AnswerRecorded",))))
    assert heads[-1].at <= sealings(case)[0].at


def test_what_is_no_longer_ready_once_they_are_locked_is_not_sealed(case, hurried, chosen, out):
    def emptied_meanwhile(done, _total):
        if done == 0:
            case.desk.referrals.answer(case.referral, "birthplace", Answer(""))

    with stopped(Refused, "seal.not-ready"):
        hurried.seal(case.referral, HANDING, out / "a.pdf", emptied_meanwhile, chosen=chosen)
    nothing_happened(case, out)


def test_what_is_not_ready_is_refused_before_anything_is_locked(case, hurried, chosen, out):
    case.desk.referrals.answer(case.referral, "birthplace", Answer(""))
    told = []
    with stopped(Refused, "seal.not-ready"):
        hurried.seal(
            case.referral, HANDING, out / "a.pdf", lambda *far: told.append(far), chosen=chosen
        )
    assert told == []
