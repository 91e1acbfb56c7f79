"""Reads the small files that commands are pointed at."""

from pathlib import Path

from welfare_app.domain.errors import Unavailable
from welfare_app.services.streams import read_ordinary

LONGEST_PASSPHRASE = 4096
LARGEST_DATA = 1024 * 1024


def passphrase(path: Path) -> str:
    """The first line of a file."""
    return text(path, LONGEST_PASSPHRASE).partition("\n")[0].rstrip("\r")


def data(path: Path) -> bytes:
    """A whole small file, and never a pipe or a device."""
    try:
        found = read_ordinary(path, LARGEST_DATA)
    except OSError as error:
        raise Unavailable("file.unreadable") from error
    if len(found) > LARGEST_DATA:
        raise Unavailable("file.too-large")
    return found


def text(path: Path, most: int) -> str:
    """A whole file of text, if it is not larger than it could ever need to be."""
    try:
        if path.stat().st_size > most:
            raise Unavailable("file.too-large")
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable("file.unreadable") from error
