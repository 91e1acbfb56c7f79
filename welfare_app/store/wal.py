"""Reads the log that a database keeps beside its file until it is written into it.

The database takes a log as far as it holds together and drops the rest without a word. What lies
behind is nearly always nothing: half of a commit that a power cut broke off, or the frames of a
commit that a full disk refused. It says by itself nothing of whether anything was lost; only a
head kept outside the vault does, and then it is here that is found why.
The layout is SQLite's own (https://www.sqlite.org/fileformat2.html, section 4).
"""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from welfare_app.store.disk import write_whole

HEADER, FRAME_HEADER, PAGE = 32, 24, 4096
FRAME = FRAME_HEADER + PAGE
BIG_ENDIAN = 0x377F0683
MAGICS = frozenset({0x377F0682, BIG_ENDIAN})
_MASK = 0xFFFFFFFF


@contextmanager
def keeping_log(path: Path) -> Iterator[None]:
    """Let a database be closed, and leave the log beside it as it lay there, for a rescue."""
    log = path.with_name(f"{path.name}-wal")
    data = log.read_bytes() if log.exists() else b""
    yield
    if data and not log.exists():
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
        return cls(data[:HEADER], current)

    def taken(self) -> "Log":
        """What the database takes of it: whole commits, as far as they hold together."""
        whole = self._whole() if self._begins() else 0
        finished = max((at for at in range(whole) if self.frames[at].commit), default=-1)
        return Log(self.header, self.frames[: finished + 1])

    def stops_short(self) -> bool:
        """Whether commits lie in it that the database does not take."""
        left = self.frames[len(self.taken().frames) :]
        return any(one.commit for one in left)

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
