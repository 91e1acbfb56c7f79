"""What may be written down of a fault of our own: where in the code, and never what was said."""

import hashlib
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LONGEST = 256 * 1024
"""Bytes of the log; an older one is dropped when it is full."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault as it may be told to anyone: a short code, the kind, and places in our code."""

    code: str
    kind: str
    places: tuple[str, ...]


def fault(error: BaseException) -> Fault:
    """The fault behind an error. The same mistake gives the same code on every laptop."""
    frames = traceback.extract_tb(error.__traceback__)
    places = tuple(f"{Path(frame.filename).stem}.{frame.name}:{frame.lineno}" for frame in frames)
    kind = type(error).__name__
    digest = hashlib.sha256("\n".join((kind, *places)).encode()).digest()
    letters = "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:6])
    return Fault(f"{letters[:3]}-{letters[3:]}", kind, places)


class FaultLog:
    """Keeps faults in one small file, for whoever mends the program."""

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._path, self._now = path, now

    def keep(self, error: BaseException) -> Fault:
        """Write a fault down, if the disk allows, and say what it is called."""
        found = fault(error)
        line = f"{self._now():%Y-%m-%dT%H:%M} {found.code} {found.kind} {' '.join(found.places)}\n"
        try:
            if self._path.exists() and self._path.stat().st_size > LONGEST:
                self._path.unlink()
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(line)
        except OSError:
            return found
        return found
