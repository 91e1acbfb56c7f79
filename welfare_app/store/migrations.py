"""How the vault's tables came to be, one step at a time.

A step, once released, is never edited: it must do to the next person's vault exactly what
it did to the last. Steps speak SQL and know nothing of the rest of the program.
"""

from collections.abc import Callable
from typing import TypeAlias

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Unavailable
from welfare_app.store.card_tables import index_by_cards, index_what_tells_apart
from welfare_app.store.erasing import allow_erasing
from welfare_app.store.views import keep_views

Step: TypeAlias = Callable[[Connection], None]


def keep_records_as_versions(connection: Connection) -> None:
    """Everything said is a version of a part of a record, tied to the audit entry that wrote it."""
    connection.execute(
        """
        CREATE TABLE audit (
            number INTEGER PRIMARY KEY,
            at     TEXT NOT NULL,
            by     TEXT NOT NULL,
            device TEXT NOT NULL,
            event  TEXT NOT NULL,
            facts  TEXT NOT NULL,
            record TEXT NOT NULL,
            digest BLOB NOT NULL,
            mac    BLOB NOT NULL
        ) STRICT
        """
    )
    connection.execute(
        """
        CREATE TABLE record (
            id     TEXT PRIMARY KEY,
            kind   TEXT NOT NULL,
            parent TEXT NOT NULL,
            entry  INTEGER NOT NULL REFERENCES audit (number)
        ) STRICT, WITHOUT ROWID
        """
    )
    connection.execute("CREATE INDEX record_by_kind ON record (kind, entry)")
    connection.execute("CREATE INDEX record_by_parent ON record (parent, kind, entry)")
    connection.execute(
        """
        CREATE TABLE version (
            record TEXT NOT NULL REFERENCES record (id),
            part   TEXT NOT NULL,
            entry  INTEGER NOT NULL REFERENCES audit (number),
            body   TEXT NOT NULL,
            PRIMARY KEY (record, part, entry)
        ) STRICT, WITHOUT ROWID
        """
    )
    connection.execute(
        """
        CREATE TABLE chunk (
            record TEXT NOT NULL,
            number INTEGER NOT NULL,
            data   BLOB NOT NULL,
            PRIMARY KEY (record, number)
        ) STRICT
        """
    )
    for table in ("audit", "record", "version", "chunk"):
        for verb in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'what was written stays written'); END"
            )


def keep_drafts_apart(connection: Connection) -> None:
    """A half-typed line survives a power cut, and leaves nothing behind once it is kept."""
    connection.execute(
        "CREATE TABLE draft (record TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )


def keep_what_colleagues_wrote(connection: Connection) -> None:
    """What another laptop wrote is kept beside what is current, and numbers may be given twice."""
    connection.execute(
        """
        CREATE TABLE beside (
            record TEXT NOT NULL REFERENCES record (id),
            part   TEXT NOT NULL,
            entry  INTEGER NOT NULL REFERENCES audit (number),
            body   TEXT NOT NULL,
            PRIMARY KEY (record, part, entry)
        ) STRICT, WITHOUT ROWID
        """
    )
    for verb in ("UPDATE", "DELETE"):
        connection.execute(
            f"CREATE TRIGGER beside_refuses_{verb.lower()} BEFORE {verb} ON beside "
            "BEGIN SELECT RAISE(ABORT, 'what was written stays written'); END"
        )
    connection.execute(
        "CREATE TABLE called (record TEXT PRIMARY KEY, kind TEXT NOT NULL, number TEXT NOT NULL) "
        "STRICT, WITHOUT ROWID"
    )
    connection.execute("CREATE INDEX called_by_number ON called (kind, number)")
    connection.execute(
        "INSERT INTO called SELECT id, kind, json_extract(body, '$.number') FROM record "
        "JOIN version ON version.record = id AND version.entry = record.entry AND part = '' "
        "WHERE json_extract(body, '$.number') IS NOT NULL"
    )
    connection.execute(
        "CREATE INDEX audit_received ON audit (record) WHERE event = 'VersionReceived'"
    )


def let_the_desk_be_filtered(connection: Connection) -> None:
    """Cases can be told apart at once, and what somebody filtered by can be kept under a name."""
    index_what_tells_apart(connection)
    keep_views(connection)


STEPS: tuple[Step, ...] = (
    keep_records_as_versions,
    keep_drafts_apart,
    index_by_cards,
    keep_what_colleagues_wrote,
    allow_erasing,
    let_the_desk_be_filtered,
)


def version(connection: Connection) -> int:
    """How many steps this vault has already taken."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: Connection,
    steps: tuple[Step, ...] = STEPS,
    copy_first: Callable[[int], None] = lambda _taken: None,
) -> None:
    """Bring a vault up to date, each step whole or not at all.

    Before a vault that holds anything moves, `copy_first` is told the step it stands at.
    """
    taken = version(connection)
    if taken > len(steps):
        raise Unavailable("vault.too-new", vault=taken, program=len(steps))
    if 0 < taken < len(steps):
        copy_first(taken)
    for number, take in enumerate(steps[taken:], start=taken + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            take(connection)
            connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
