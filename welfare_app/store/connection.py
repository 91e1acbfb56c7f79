"""Opens the encrypted file, and tells the world's faults from ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as cipher
from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Unavailable

CACHE_KIB = 40 * 1024
"""Holds all that the lists of 100,000 cases read, and leaves the program its 250 MB."""

BUSY_MS = 5_000

DAMAGED, READ_ONLY = "vault.damaged", "vault.read-only"

# SQLite's primary result codes that are the machine's word, not our mistake. The key has been
# authenticated before it gets here, so "not a database" (26) means damage, never a wrong key.
COMPLAINTS = {
    5: "vault.busy",
    6: "vault.busy",
    8: READ_ONLY,
    10: "vault.disk-failed",
    11: DAMAGED,
    13: "vault.disk-full",
    14: "vault.cannot-open",
    26: DAMAGED,
}


@contextmanager
def plainly() -> Iterator[None]:
    """Turn the database's complaints about the world into ours; those about us are bugs."""
    try:
        yield
    except cipher.DatabaseError as error:
        primary = (getattr(error, "sqlite_errorcode", None) or -1) & 0xFF
        code = COMPLAINTS.get(primary)
        if code is None:
            raise
        raise Unavailable(code) from error


def connect(path: Path, key: bytes, *, cut_short: bool = False) -> Connection:
    """An open connection. It belongs to one thread at a time; the caller closes it.

    A file that was `cut_short` is opened as far as it goes, and only for reading: a page written
    where a lost one lay would take its place.
    """
    with plainly():
        connection = cipher.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA cipher_log_level = NONE")
            for setting in (
                *(("writable_schema = ON", "query_only = ON") if cut_short else ()),
                f"busy_timeout = {BUSY_MS}",
                "journal_mode = WAL",
                "synchronous = FULL",
                "secure_delete = ON",
                "temp_store = MEMORY",
                "foreign_keys = ON",
                f"cache_size = -{CACHE_KIB}",
            ):
                connection.execute(f"PRAGMA {setting}")
        except BaseException:
            connection.close()
            raise
    return connection
