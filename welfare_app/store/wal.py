"""Reads the log that a database keeps beside its file until it is written into it.

The database takes a log as far as it holds together and drops the rest without a word. A log that
was broken in its middle would so lose what was kept after; it is found here before anyone opens it.
The layout is SQLite's own (https://www.sqlite.org/fileformat2.html, section 4).
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from welfare_app.domain.errors import Unavailable
from welfare_app.store.disk import write_whole

HEADER, FRAME_HEADER, PAGE = 32, 24, 4096
FRAME = FRAME_HEADER + PAGE
BIG_ENDIAN = 0x377F0683
MAGICS = frozenset({0x377F0682, BIG_ENDIAN})
_MASK = 0xFFFFFFFF


def must_hold_together(path: Path) -> None:
    """Refuse to open a database that would lose, with a broken log, what was kept after it."""
    if Log.beside(path).broken():
        raise Unavailable("vault.wal-damaged")


@contextmanager
def keeping_log(path: Path) -> Iterator[None]:
    """Let a database be closed, and leave the log beside it as it lay there, for a rescue."""
    log = path.with_name(f"{path.name}-wal")
    data = log.read_bytes() if log.exists() else b""
    yield
    if data:
        write_whole(log, data)


@dataclass(frozen=True, slots=True)
class Frame:
    """A page as some commit left it. `commit` is whether it was the last one of its commit."""

    page: int
    commit: bool
    salts: bytes = field(repr=False)
    sums: bytes = field(repr=False)
    data: bytes = field(repr=False)
    head: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Log:
    """The frames of one log, whole or not, in the order they were written."""

    header: bytes
    frames: tuple[Frame, ...] = ()
    torn: bool = False
    """Whether the file ends inside a frame."""
    file: Path = Path()
    """The database the log belongs to."""

    @classmethod
    def beside(cls, path: Path) -> Self:
        """The log of a database file, if there is one."""
        try:
            data = path.with_name(f"{path.name}-wal").read_bytes()
        except FileNotFoundError:
            return cls(b"")
        found = [
            _frame(data[at : at + FRAME]) for at in range(HEADER, len(data) - FRAME + 1, FRAME)
        ]
        salts = found[0].salts if found else b""
        if data[16:24] in {one.salts for one in found}:
            salts = data[16:24]
        # frames of an older log may lie behind those of this one: their salts tell them apart
        current = tuple(one for one in found if one.salts == salts)
        torn = len(data) > HEADER and (len(data) - HEADER) % FRAME > 0
        return cls(data[:HEADER], current, torn, path)

    def broken(self) -> bool:
        """Whether the database would drop a commit that was finished after the place it stops."""
        if not self.frames and not self.header.strip(b"\0"):
            return False
        if not self._begins():
            return bool(self.frames) and not self._brought_in()
        if all(one.salts != self.header[16:24] for one in self.frames):
            return False  # begun anew, and nothing written since: what lies behind was brought in
        # the last commit may have been cut off by a power cut, before anyone was told it was kept
        return sum(one.commit for one in self.frames[self._whole() :]) > 1

    def _brought_in(self) -> bool:
        """Whether every page stands in the file as its last finished commit left it."""
        finished = max((at for at, one in enumerate(self.frames) if one.commit), default=-1)
        newest = {one.page: one.data for one in self.frames[: finished + 1]}
        with self.file.open("rb") as file:
            for page, data in newest.items():
                file.seek((page - 1) * PAGE)
                if file.read(PAGE) != data:
                    return False
        return True

    def _begins(self) -> bool:
        magic, *_ = struct.unpack(">I", self.header[:4]) if len(self.header) == HEADER else (0,)
        if magic not in MAGICS:
            return False
        return self._sums(self.header[:24], (0, 0)) == struct.unpack(">II", self.header[24:])

    def _whole(self) -> int:
        """How many frames hold together from the first one on."""
        last = struct.unpack(">II", self.header[24:])
        for at, frame in enumerate(self.frames):
            last = self._sums(frame.data, self._sums(frame.head[:8], last))
            if last != struct.unpack(">II", frame.sums):
                return at
        return len(self.frames)

    def _sums(self, data: bytes, last: tuple[int, ...]) -> tuple[int, int]:
        order = ">" if self.header[:4] == BIG_ENDIAN.to_bytes(4) else "<"
        words = struct.unpack(f"{order}{len(data) // 4}I", data)
        one, two = last
        for at in range(0, len(words), 2):
            one = one + words[at] + two & _MASK
            two = two + words[at + 1] + one & _MASK
        return one, two


def _frame(data: bytes) -> Frame:
    page, size = struct.unpack(">II", data[:8])
    return Frame(page, size > 0, data[8:16], data[16:24], data[FRAME_HEADER:], data[:FRAME_HEADER])
