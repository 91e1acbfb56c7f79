"""Reads the small files that commands are pointed at."""

from pathlib import Path

from welfare_app.domain.errors import Unavailable

LONGEST_PASSPHRASE = 4096
LARGEST_DATA = 1024 * 1024


def passphrase(path: Path) -> str:
    """The first line of a file."""
    return text(path, LONGEST_PASSPHRASE).partition("\n")[0].rstrip("\r")


def data(path: Path) -> bytes:
    """A whole small file."""
    try:
        if path.stat().st_size > LARGEST_DATA:
            raise Unavailable("file.too-large")
        return path.read_bytes()
    except OSError as error:
        raise Unavailable("file.unreadable") from error


def text(path: Path, most: int) -> str:
    """A whole file of text, if it is not larger than it could ever need to be."""
    try:
        if path.stat().st_size > most:
            raise Unavailable("file.too-large")
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable("file.unreadable") from error
