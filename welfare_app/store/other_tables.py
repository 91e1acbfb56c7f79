"""Brings over the rows of tables that the trail knows nothing of, as far as they fit."""

from collections.abc import Mapping, Sequence

from sqlcipher3.dbapi2 import Connection

from welfare_app.store.cells import Cell, Value
from welfare_app.store.salvage import TABLES


def bring_over(connection: Connection, others: Mapping[str, Sequence[Cell]]) -> bool:
    """Put gathered rows into the tables of the same name, and say whether there was one of each.

    A table that is made from others anew, such as an index for searching, is left to be made.
    """
    whole = True
    for name, without_rowid in _tables(connection):
        columns = _as_kept(connection, name, without_rowid=without_rowid)
        whole = whole and (name in others)
        rows = [
            row
            for cell in others.get(name, ())
            if (row := _row(cell, columns, without_rowid=without_rowid)) is not None
        ]
        names = ", ".join(f'"{column}"' for column, _ in columns)
        blanks = ", ".join("?" for _ in columns)
        connection.executemany(f'INSERT OR IGNORE INTO "{name}" ({names}) VALUES ({blanks})', rows)
    return whole


def _tables(connection: Connection) -> list[tuple[str, bool]]:
    return [
        (name, bool(without_rowid))
        for _, name, kind, _, without_rowid, _ in connection.execute("PRAGMA table_list")
        if kind == "table" and name not in TABLES and not name.startswith("sqlite_")
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
