"""Locking files of any size to a key that lies in a pack, as age does (age-encryption.org/v1).

pyrage reports whatever its reader or writer raised as an error of its own, and even swallows that
someone asked to stop; so both remember it, and it comes out here as it went in.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import pyrage

from welfare_app.domain.errors import Refused, Tampered, Unavailable
from welfare_app.domain.recordings import COMMAND, KEY_NAME, Recording
from welfare_app.seal.manifest import MANIFEST_NAME, read_manifest
from welfare_app.seal.opening import open_enclosed
from welfare_app.services.recording_ports import Sink, Source

ABOUT = f"# Opens the recordings beside this pack:  {COMMAND}\n".encode()

LONGEST_HEADER = 16 * 1024
"""Bytes; ours takes some two hundred. What reads it takes ever longer over one with no end."""
_HEADER = re.compile(rb"age-encryption\.org/v1\n(?:.*\n)?--- [A-Za-z0-9+/]{43}\n", re.DOTALL)

Result = TypeVar("Result")


@dataclass(slots=True)
class _Remembered:
    """One end of a stream, and the first thing it raised."""

    raised: BaseException | None = field(default=None, init=False)

    def _trying(self, work: Callable[[], Result]) -> Result:
        try:
            return work()
        except BaseException as error:
            self.raised = self.raised or error
            raise


@dataclass(slots=True)
class _Reading(_Remembered):
    source: Source
    begun: bytes = b""

    def read(self, size: int) -> bytes:
        part, self.begun = self.begun[:size], self.begun[size:]
        return part or self._trying(lambda: self.source.read(size))

    def take_header(self) -> None:
        """Read as far as the end of the header, and keep it to be read again.

        Raises:
            Tampered: "recording.altered" if it has none, or not in time.
        """
        while not _HEADER.match(self.begun):
            part = self.source.read(LONGEST_HEADER - len(self.begun))
            if not part:
                raise Tampered("recording.altered")
            self.begun += part


@dataclass(slots=True)
class _Writing(_Remembered):
    sink: Sink

    def write(self, part: bytes) -> int:
        return self._trying(lambda: self.sink.write(part))

    def flush(self) -> None:
        """Asked for at the end; whoever opened the file flushes it."""


@dataclass(frozen=True, slots=True)
class AgeKey:
    """An X25519 identity."""

    identity: "pyrage.x25519.Identity" = field(repr=False)

    @property
    def file(self) -> bytes:
        """What `age -i` takes."""
        return ABOUT + f"{self.identity}\n".encode()

    def lock(self, source: Source, sink: Sink) -> None:
        """Lock a stream, 64 KiB at a time."""
        reading, writing = _Reading(source), _Writing(sink)
        try:
            pyrage.encrypt_io(reading, writing, [self.identity.to_public()])
        except (pyrage.EncryptError, OSError):
            raise reading.raised or writing.raised or Unavailable("disk.failed") from None

    def open(self, source: Source, sink: Sink) -> None:
        """Open a stream. What was written before a change is found must not be kept.

        Raises:
            Tampered: "recording.altered" if it is not as it was locked, or not with this key.
        """
        reading, writing = _Reading(source), _Writing(sink)
        reading.take_header()
        try:
            pyrage.decrypt_io(reading, writing, [self.identity])
        except (pyrage.DecryptError, OSError):
            raise reading.raised or writing.raised or Tampered("recording.altered") from None


class AgeLocks:
    """Makes keys, and reads them again."""

    def new_key(self) -> AgeKey:
        """A fresh one."""
        return AgeKey(pyrage.x25519.Identity.generate())

    def in_pack(self, pack: bytes, passphrase: str) -> tuple[AgeKey, tuple[Recording, ...]]:
        """The key in a pack, and the recordings it lists. Whether to believe it is another matter.

        Raises:
            Refused: "recording.no-key".
            Tampered: "recording.pack-altered"; and what a pack that does not open raises.
        """
        try:
            inside = open_enclosed(pack, passphrase)
            if KEY_NAME not in inside:
                raise Refused("recording.no-key")
            listed = read_manifest(inside.get(MANIFEST_NAME, b"")).recordings
        except Tampered as error:
            raise Tampered("recording.pack-altered") from error
        return self.read_key(inside[KEY_NAME]), listed

    def read_key(self, file: bytes) -> AgeKey:
        """The key in a file.

        Raises:
            Refused: "recording.no-key".
        """
        lines = (line.strip() for line in file.decode("ascii", "replace").splitlines())
        said = next((line for line in lines if line and not line.startswith("#")), "")
        try:
            return AgeKey(pyrage.x25519.Identity.from_str(said))
        except pyrage.IdentityError:
            raise Refused("recording.no-key") from None
