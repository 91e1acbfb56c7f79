"""Recordings are locked as a stream that common tools open, and no fault is swallowed."""

import shutil
import subprocess
from io import BytesIO

import pytest

from welfare_app.domain.errors import Refused, Tampered
from welfare_app.seal.age import ABOUT, LONGEST_HEADER, AgeLocks
from welfare_app.services.jobs import Cancelled

from .conftest import noise, refusing

WALK = noise(7, 300_000)


@pytest.fixture
def key():
    return AgeLocks().new_key()


@pytest.fixture
def locked(key):
    made = BytesIO()
    key.lock(BytesIO(WALK), made)
    return made.getvalue()


class Grudging(BytesIO):
    """Takes no more than a few bytes at once, as a pipe may."""

    def write(self, part):
        return super().write(part[:1000])


class Raising:
    """Reads or writes a little, and then something happens."""

    def __init__(self, error, after=3):
        self._error, self._left = error, after

    def read(self, size):
        self._count()
        return bytes(size)

    def write(self, part):
        self._count()
        return len(part)

    def _count(self):
        self._left -= 1
        if self._left < 0:
            raise self._error


def test_the_age_command_opens_it_with_the_key_that_travels_in_the_pack(key, locked, tmp_path):
    if shutil.which("age") is None:
        pytest.skip("no age command: apt-get install age")
    (tmp_path / "recordings.key").write_bytes(key.file)
    (tmp_path / "recording-1.mp4.age").write_bytes(locked)
    subprocess.run(
        ["age", "-d", "-i", "recordings.key", "-o", "recording-1.mp4", "recording-1.mp4.age"],
        cwd=tmp_path,
        check=True,
    )

    assert (tmp_path / "recording-1.mp4").read_bytes() == WALK


def test_we_open_what_we_locked_with_the_key_read_again(key, locked):
    opened = BytesIO()
    AgeLocks().read_key(key.file).open(BytesIO(locked), opened)

    assert opened.getvalue() == WALK
    assert WALK[:64] not in locked


def test_the_key_says_what_it_is_for_and_keeps_itself_out_of_reports(key):
    secret = key.file.splitlines()[1].decode()

    assert key.file.startswith(ABOUT)
    assert secret.startswith("AGE-SECRET-KEY-1")
    assert secret not in repr(key)
    assert AgeLocks().new_key().file != key.file


def test_a_disk_that_takes_a_little_at_a_time_is_given_all_of_it(key):
    slow, opened = Grudging(), BytesIO()
    key.lock(BytesIO(WALK), slow)
    key.open(BytesIO(slow.getvalue()), opened)

    assert opened.getvalue() == WALK


@pytest.mark.parametrize(
    "error", [Cancelled(), OSError(28, "No space left on device"), KeyboardInterrupt()]
)
@pytest.mark.parametrize("end", ["source", "sink"])
def test_what_stops_it_half_way_comes_out_as_it_was(key, error, end):
    given = {"source": Raising(None, 10_000), "sink": BytesIO()} | {end: Raising(error)}
    with pytest.raises(type(error)) as caught:
        key.lock(**given)

    assert caught.value is error


@pytest.mark.parametrize("place", [0, 100, 250, 150_000, -1])
def test_a_changed_byte_is_found(key, locked, place):
    changed = bytearray(locked)
    changed[place] ^= 1

    with refusing(Tampered, "recording.altered"):
        key.open(BytesIO(bytes(changed)), BytesIO())


def test_another_packs_key_and_a_file_cut_short_open_nothing(key, locked):
    with refusing(Tampered, "recording.altered"):
        AgeLocks().new_key().open(BytesIO(locked), BytesIO())
    with refusing(Tampered, "recording.altered"):
        key.open(BytesIO(locked[:-20]), BytesIO())
    with refusing(Tampered, "recording.altered"):
        key.open(BytesIO(b"Dear all"), BytesIO())


class Endless:
    """Begins as given, and goes on with the same for ever."""

    def __init__(self, begins, goes_on):
        self._next, self._goes_on = begins, goes_on
        self.given = 0

    def read(self, size):
        while len(self._next) < size:
            self._next += self._goes_on
        part, self._next = self._next[:size], self._next[size:]
        self.given += size
        return part


@pytest.mark.parametrize(
    ("begins", "goes_on"),
    [
        (b"age-encryption.org/v1\n-> X25519 a\n", b"A" * 64 + b"\n"),
        (b"age-encryption.org/v1\n-> ", b"a"),
        (b"age-encryption.org/v1\n", b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"),
        (b"age-encryption.org/v1\n--- ", b"A"),
        (b"age-encryption.org/v2\n", b"a"),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\n", b"A" * 64 + b"\n"),
        (b"", b"\0"),
    ],
)
def test_a_header_with_no_end_is_given_up_after_a_few_thousand_bytes(key, begins, goes_on):
    endless = Endless(begins, goes_on)
    with refusing(Tampered, "recording.altered"):
        key.open(endless, BytesIO())

    assert endless.given <= LONGEST_HEADER


def test_a_file_that_comes_byte_by_byte_is_opened_too(key):
    class Drop(BytesIO):
        def read(self, size):
            return super().read(min(size, 1))

    locked, opened = BytesIO(), BytesIO()
    key.lock(BytesIO(b"The yard"), locked)
    key.open(Drop(locked.getvalue()), opened)

    assert opened.getvalue() == b"The yard"


@pytest.mark.parametrize("file", [b"", b"# only words\n", b"AGE-SECRET-KEY-1NONE", b"\xff\xfe"])
def test_what_is_no_key_is_refused(file):
    with refusing(Refused, "recording.no-key"):
        AgeLocks().read_key(file)
