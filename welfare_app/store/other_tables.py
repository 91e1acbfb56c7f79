"""Brings over the rows of tables that the trail knows nothing of, as far as they fit."""

from collections.abc import Container, Mapping, Sequence

from sqlcipher3.dbapi2 import Connection

from welfare_app.store.cells import Cell, Value
from welfare_app.store.salvage import TABLES

DERIVED = frozenset({"card", "carded"})
"""Made anew from records, as is everything of the index of words."""
TOLD = frozenset({"erased"})
"""What the trail tells better than a page."""


def bring_over(
    connection: Connection, others: Mapping[str, Sequence[Cell]], gone: Container[str]
) -> frozenset[str]:
    """Put gathered rows into the tables of the same name, and say into which ones.

    Tables that are made from others are left as they begin, and so is what was of records that
    are `gone`.
    """
    found = set[str]()
    for name, without_rowid in _tables(connection):
        columns = _as_kept(connection, name, without_rowid=without_rowid)
        if name in others:
            found.add(name)
        rows = [
            row
            for cell in others.get(name, ())
            if (row := _row(cell, columns, without_rowid=without_rowid)) is not None
            and row[0] not in gone
        ]
        names = ", ".join(f'"{column}"' for column, _ in columns)
        blanks = ", ".join("?" for _ in columns)
        connection.executemany(f'INSERT OR IGNORE INTO "{name}" ({names}) VALUES ({blanks})', rows)
    return frozenset(found)


def _tables(connection: Connection) -> list[tuple[str, bool]]:
    return [
        (name, bool(without_rowid))
        for _, name, kind, _, without_rowid, _ in connection.execute("PRAGMA table_list")
        if kind == "table"
        and name not in TABLES | DERIVED | TOLD
        and not name.startswith("sqlite_")
    ]


def _as_kept(connection: Connection, name: str, *, without_rowid: bool) -> list[tuple[str, bool]]:
    """The columns in the order they lie on a page, and whether each is the rowid."""
    found = connection.execute(f'PRAGMA table_info("{name}")').fetchall()
    keyed = [row for row in found if row[5]]
    if without_rowid:
        keyed.sort(key=lambda row: row[5])
        return [(row[1], False) for row in (*keyed, *(row for row in found if not row[5]))]
    rowid = keyed[0][1] if len(keyed) == 1 and keyed[0][2].upper() == "INTEGER" else ""
    return [(row[1], row[1] == rowid) for row in found]


def _row(
    cell: Cell, columns: list[tuple[str, bool]], *, without_rowid: bool
) -> tuple[Value, ...] | None:
    if len(cell.values) != len(columns) or (cell.number is None) is not without_rowid:
        return None
    return tuple(
        cell.number if is_rowid else value
        for value, (_, is_rowid) in zip(cell.values, columns, strict=True)
    )
