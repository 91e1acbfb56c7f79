"""What must hold before a vault is brought up to date, found without opening it for writing."""

from contextlib import suppress
from pathlib import Path

from welfare_app.domain.errors import Unavailable
from welfare_app.store.migrations import STEPS
from welfare_app.store.pages import Pages

_TAKEN_AT = 60


def must_not_be_newer(path: Path, key: bytes) -> None:
    """Refuse a vault of a newer program before anything touches it: not one byte is changed."""
    taken = _taken(Pages(path, key)) if path.exists() else None
    if taken is not None and taken > len(STEPS):
        raise Unavailable("vault.too-new", vault=taken, program=len(STEPS))


def must_be_alike(path: Path, copied: Path, key: bytes, taken: int) -> None:
    """Refuse to go on unless the copy opens with the same key, as sound as what was copied."""
    copy = Pages(copied, key)
    if _taken(copy) != taken or list(copy.bad()) != list(Pages(path, key).bad()):
        with suppress(OSError):
            copied.unlink()
        raise Unavailable("disk.failed")


def _taken(pages: Pages) -> int | None:
    """How many steps a vault has taken, if its first page can be read."""
    first = pages.plain(1) if pages.sealed else None
    return int.from_bytes(first[_TAKEN_AT : _TAKEN_AT + 4]) if first else None
