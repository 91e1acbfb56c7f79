"""Erases records for good, and tells an absence that was decided from one that was not.

What was written stays written, but for records that stand in `erased`; and to stand there is
right only where an entry of the audit trail says so. The table alone vouches for nothing.
"""

import json
from collections.abc import Iterable

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Tampered, Unavailable
from welfare_app.domain.events import RecordErased
from welfare_app.store.card_tables import drop_card

ERASED = RecordErased.__name__


def allow_erasing(connection: Connection) -> None:
    """A step of the tables: rows of a record may go once it stands among the erased."""
    connection.execute(
        """
        CREATE TABLE erased (
            record TEXT PRIMARY KEY,
            kind   TEXT NOT NULL,
            entry  INTEGER NOT NULL REFERENCES audit (number)
        ) STRICT, WITHOUT ROWID
        """
    )
    for verb in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER erased_refuses_{verb.lower()} BEFORE {verb} ON erased "
            "BEGIN SELECT RAISE(ABORT, 'what was written stays written'); END"
        )
    for table, record in (
        ("record", "id"),
        ("version", "record"),
        ("beside", "record"),
        ("chunk", "record"),
    ):
        connection.execute(f"DROP TRIGGER {table}_refuses_delete")
        connection.execute(
            f"CREATE TRIGGER {table}_refuses_delete BEFORE DELETE ON {table} "
            f"WHEN NOT EXISTS (SELECT 1 FROM erased WHERE record = OLD.{record}) "
            "BEGIN SELECT RAISE(ABORT, 'what was written stays written'); END"
        )


def erase_rows(connection: Connection, record: str, kind: str, entry: int) -> None:
    """Take a record out with everything it ever said; the trail has just said why, in `entry`."""
    connection.execute(
        "INSERT INTO erased (record, kind, entry) VALUES (?, ?, ?)", (record, kind, entry)
    )
    for table in ("draft", "chunk", "version", "beside", "called"):
        connection.execute(f"DELETE FROM {table} WHERE record = ?", (record,))
    connection.execute("DELETE FROM draft WHERE record LIKE '%/' || ?", (record,))
    drop_card(connection, record)
    connection.execute("DELETE FROM record WHERE id = ?", (record,))


def was_erased(connection: Connection, record: str) -> bool:
    """Whether a record was here and was erased."""
    row = connection.execute("SELECT 1 FROM erased WHERE record = ?", (record,)).fetchone()
    return row is not None


def refuse_unvouched(connection: Connection, gone: Iterable[tuple[int, str]]) -> None:
    """Expects the trail's own chain to hold, and what it wrote that is not there: (entry, record).

    Each absence must have been vouched for by a later entry, the table must say what the trail
    says and no more, and nothing of an erased record may be there again.
    """
    vouched: dict[str, tuple[str, int]] = {}
    for number, facts in connection.execute(
        "SELECT number, facts FROM audit WHERE event = ? ORDER BY number", (ERASED,)
    ):
        said = json.loads(facts)
        vouched.setdefault(said["record"], (said["kind"], number))
    for entry, record in gone:
        if record not in vouched or vouched[record][1] < entry:
            raise Tampered("audit.content-changed", entry=entry)
    listed = {
        record: (kind, entry)
        for record, kind, entry in connection.execute("SELECT record, kind, entry FROM erased")
    }
    if listed != vouched:
        wrong = listed.items() ^ vouched.items()
        raise Tampered("erasure.unvouched", entry=min(entry for _, (_, entry) in wrong))
    for table in ("version", "beside", "chunk", "draft"):
        again = connection.execute(
            f"SELECT 1 FROM {table} WHERE record IN (SELECT record FROM erased) LIMIT 1"
        ).fetchone()
        if again:
            raise Tampered("erasure.come-back", entry=0)
    if connection.execute("SELECT 1 FROM record JOIN erased ON record = id LIMIT 1").fetchone():
        raise Tampered("erasure.come-back", entry=0)


def strays(connection: Connection) -> list[str]:
    """Whether there are bytes of a file that nobody wrote down."""
    row = connection.execute(
        "SELECT 1 FROM chunk WHERE record NOT IN (SELECT id FROM record) LIMIT 1"
    ).fetchone()
    return ["evidence.changed"] if row else []


def to_clear(connection: Connection) -> int:
    """The newest erasure whose remains in free space were not cleared since; 0 where none is."""
    row = connection.execute("SELECT max(entry) FROM erased").fetchone()
    newest = int(row[0] or 0)
    done = connection.execute(
        "SELECT facts FROM audit WHERE event = 'RemainsCleared' ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return newest if newest > (json.loads(done[0])["up_to"] if done else 0) else 0


def clear_remains(connection: Connection) -> None:
    """Write every page anew and empty the log beside the file, so that no old page is left.

    Deleting alone overwrites rows with zeros, but what was moved while pages were balanced stays
    in the gaps of others (measured: 10 of 4,000 rows could be read again).
    """
    connection.execute("VACUUM")
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise Unavailable("vault.busy")
    connection.execute("PRAGMA shrink_memory").fetchall()
