"""A receiver with this program opens a recording with the pack it came with, or not at all."""

import os
import signal
from dataclasses import replace

import pytest

from tests.commanding import start
from tests.desks import stopped
from tests.services.test_look_at_recordings import NAMES, changed, hurried, pack
from tests.services.test_seal_referral import no_file_larger_than
from welfare_app.cli import recording
from welfare_app.domain.errors import Refused, Tampered, Unavailable
from welfare_app.services.lock_recordings import PART
from welfare_app.services.open_recording import OpenRecording
from welfare_app.services.sample_case import HANDING

__all__ = ["hurried", "pack"]


@pytest.fixture
def opening(tools):
    return OpenRecording(tools.recording_locks, tools.disk)


@pytest.fixture
def to(tmp_path):
    (tmp_path / "saved").mkdir()
    return tmp_path / "saved" / "walk.mp4"


def nothing_saved(to):
    assert list(to.parent.iterdir()) == []


def test_it_is_saved_as_it_was_and_named_as_the_pack_does(opening, pack, to):
    one = opening.open(pack.path, pack.path.with_name(NAMES[0]), pack.words.text, to)

    assert (one.name, one.description) == ("recording-1.mp4", "The yard")
    assert to.read_bytes() == bytes(3 * PART)


def test_a_changed_one_is_not_saved_at_all(opening, pack, to):
    changed(pack.path.parent)
    with stopped(Tampered, "recording.altered"):
        opening.open(pack.path, pack.path.with_name(NAMES[1]), pack.words.text, to)
    nothing_saved(to)


def test_one_locked_with_the_right_key_that_the_pack_does_not_list_is_not_saved(
    opening, tools, pack, to
):
    key, _ = tools.recording_locks.in_pack(pack.path.read_bytes(), pack.words.text)
    forged = to.with_suffix(".age")
    with (pack.path.parent / NAMES[1]).open("rb") as source, forged.open("wb") as sink:
        key.lock(source, sink)
    with stopped(Refused, "recording.not-listed"):
        opening.open(pack.path, forged, pack.words.text, to)
    forged.unlink()
    nothing_saved(to)


def test_what_is_there_already_stays(opening, pack, to):
    to.write_bytes(b"mine")
    with stopped(Refused, "recording.there-already"):
        opening.open(pack.path, pack.path.with_name(NAMES[0]), pack.words.text, to)
    assert to.read_bytes() == b"mine"


def test_the_wrong_words_a_changed_pack_and_one_without_recordings_open_nothing(
    opening, case, hurried, pack, to, tmp_path
):
    locked = pack.path.with_name(NAMES[0])
    with stopped(Unavailable, "seal.wrong-passphrase"):
        opening.open(pack.path, locked, "none of these words are right", to)
    alone = hurried.seal(case.referral, HANDING, tmp_path / "alone.pdf")
    with stopped(Refused, "recording.no-key"):
        opening.open(alone.path, locked, alone.words.text, to)
    with stopped(Unavailable, "file.unreadable"):
        opening.open(pack.path, locked.with_name("gone.age"), pack.words.text, to)
    nothing_saved(to)


def test_a_stick_that_takes_no_file_so_large_is_named(opening, case, pack, to):
    with no_file_larger_than(64 * 1024), stopped(Unavailable, "disk.file-too-large"):
        opening.open(pack.path, pack.path.with_name(NAMES[0]), pack.words.text, to)
    nothing_saved(to)
    assert "FAT32 stops at 4 GB" in case.desk.definitions.message("disk.file-too-large").todo


def test_the_command_says_what_it_saved_and_what_that_does_not_prove(pack, to, tmp_path):
    (tmp_path / "words.txt").write_text(pack.words.text)
    given = ("open-recording", pack.path.name, NAMES[0])
    words = ("--passphrase-file", tmp_path / "words.txt")
    done = start(*given, *words, "--to", to, folder=pack.path.parent)

    assert done.returncode == 0, done.stderr
    assert to.read_bytes() == bytes(3 * PART)
    assert "recording-1.mp4" in done.stderr
    assert "The yard" in done.stderr
    assert "only `welfare-app verify` says" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_is_opened_is_for_this_account_alone_from_its_first_byte(opening, tools, pack, to):
    seen = []

    def look():
        seen.append(to.with_name(".walk.mp4.part").stat().st_mode & 0o777)

    watched = replace(opening, locks=Eventful(tools.recording_locks, look))
    watched.open(pack.path, pack.path.with_name(NAMES[0]), pack.words.text, to)

    assert set(seen) == {0o600}
    assert to.stat().st_mode & 0o777 == 0o600


class Eventful:
    """The locks of recordings, with something happening whenever a piece was opened."""

    def __init__(self, locks, happens):
        self._locks, self._happens = locks, happens

    def in_pack(self, pack, passphrase):
        key, listed = self._locks.in_pack(pack, passphrase)
        happens = self._happens

        class Sink:
            def __init__(self, sink):
                self._sink = sink

            def write(self, part):
                taken = self._sink.write(part)
                happens()
                return taken

        class Key:
            def open(self, source, sink):
                key.open(source, Sink(sink))

        return Key(), listed


@pytest.mark.skipif(os.name == "nt", reason="Windows ends a program without asking it")
@pytest.mark.parametrize("kind", ["SIGTERM", "SIGHUP"])
def test_asked_by_the_system_to_end_it_leaves_nothing_opened(tools, pack, to, tmp_path, kind):
    (tmp_path / "words.txt").write_text(pack.words.text)
    number = getattr(signal, kind)
    before = signal.getsignal(number)
    half = []

    def asked():
        half.extend(path.name for path in to.parent.iterdir())
        os.kill(os.getpid(), number)

    asking = replace(tools, recording_locks=Eventful(tools.recording_locks, asked))
    with pytest.raises(SystemExit) as ended:
        recording.run(asking, pack.path, pack.path.with_name(NAMES[0]), tmp_path / "words.txt", to)

    assert set(half) == {".walk.mp4.part"}
    assert ended.value.code == 128 + number
    assert signal.getsignal(number) == before
    nothing_saved(to)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_what_it_was_told_to_ignore_it_ignores(tools, pack, to, tmp_path):
    (tmp_path / "words.txt").write_text(pack.words.text)
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        asking = replace(
            tools,
            recording_locks=Eventful(
                tools.recording_locks, lambda: os.kill(os.getpid(), signal.SIGHUP)
            ),
        )
        given = (pack.path, pack.path.with_name(NAMES[0]), tmp_path / "words.txt", to)
        assert recording.run(asking, *given) == 0
    finally:
        signal.signal(signal.SIGHUP, before)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names there")
def test_a_pipe_is_no_recording_and_nobody_waits_for_it(opening, pack, to, tmp_path):
    os.mkfifo(tmp_path / "recording-1.mp4.age")
    with stopped(Unavailable, "file.unreadable"):
        opening.open(pack.path, tmp_path / "recording-1.mp4.age", pack.words.text, to)
    nothing_saved(to)


def test_what_was_saved_there_meanwhile_stays(opening, tools, pack, to):
    late = replace(opening, locks=Eventful(tools.recording_locks, lambda: to.write_bytes(b"mine")))
    with stopped(Unavailable, "disk.taken"):
        late.open(pack.path, pack.path.with_name(NAMES[0]), pack.words.text, to)
    assert [path.read_bytes() for path in to.parent.iterdir()] == [b"mine"]
