"""Names for files in a pack that any computer can save, no two alike."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath

LONGEST = 100
# What Windows forbids in a name, and characters nobody can see.
UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))]
)


def safe_names(wanted: Iterable[str], taken: Iterable[str] = ()) -> tuple[str, ...]:
    """A safe name for each one wanted, in order, none equal to another or to one `taken`.

    Case is ignored in comparing, because Windows and macOS ignore it in saving.
    """
    seen = {name.casefold() for name in taken}
    names = []
    for each in wanted:
        name = _unique(safe_name(each), seen)
        seen.add(name.casefold())
        names.append(name)
    return tuple(names)


def safe_name(wanted: str) -> str:
    """One name with no folder, no forbidden or unseen character, and a sensible length."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", wanted))[-1]
    seen = "".join(c for c in UNSAFE.sub("-", last) if unicodedata.category(c)[0] != "C")
    name = seen.strip(" .") or "file"
    stem, suffix = _parts(name)
    if stem.split(".")[0].strip().casefold() in RESERVED:
        stem = f"_{stem}"
    return stem[: LONGEST - len(suffix)].rstrip(" .") + suffix


def _unique(name: str, seen: set[str]) -> str:
    stem, suffix = _parts(name)
    candidate, number = name, 1
    while candidate.casefold() in seen:
        number += 1
        mark = f" ({number})"
        candidate = stem[: LONGEST - len(suffix) - len(mark)].rstrip(" .") + mark + suffix
    return candidate


def _parts(name: str) -> tuple[str, str]:
    """A name without its ending, and the ending, when that is short enough to be one."""
    suffix = PurePosixPath(name).suffix
    return (name[: -len(suffix)], suffix) if 1 < len(suffix) <= 10 else (name, "")
