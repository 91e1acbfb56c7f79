"""What records are called on this laptop: two may have been given one number on two laptops.

A record keeps the number it was written with; only what it is called here may differ.
"""

from collections.abc import Callable
from typing import Any

from sqlcipher3.dbapi2 import Connection

NUMBER = "number"
REFERRAL = "referral"
"""A referral is called as its pack is."""

_HEADER = ""


def taken(connection: Connection, kind: str, number: str) -> bool:
    """Whether something of a kind is called so here."""
    found = connection.execute(
        "SELECT 1 FROM called WHERE kind = ? AND number = ?", (kind, number)
    ).fetchone()
    return found is not None


def call(connection: Connection, id: str, kind: str, header: Any) -> None:
    """Note what a new record is called, where it has a number."""
    if isinstance(header, dict) and isinstance(header.get(NUMBER), str):
        connection.execute(
            "INSERT INTO called (record, kind, number) VALUES (?, ?, ?)",
            (id, kind, header[NUMBER]),
        )


def call_again(connection: Connection) -> None:
    """Note of every record of which that is not known what it called itself when it began."""
    connection.execute(
        "INSERT OR IGNORE INTO called SELECT id, kind, json_extract(body, '$.number') FROM record "
        "JOIN version ON version.record = id AND version.entry = record.entry AND part = ? "
        "WHERE json_extract(body, '$.number') IS NOT NULL",
        (_HEADER,),
    )


def call_apart(
    connection: Connection, id: str, kind: str, parent: str, number: str, vault: str
) -> None:
    """Note what a record from another laptop is called: its number, and whose where that is taken.

    The same few letters of the other vault's name stand behind it on every laptop.
    """
    name, length = number, 4
    if kind == REFERRAL:
        name = called(connection, parent) or number
    else:
        while taken(connection, kind, name) and length <= len(vault):
            name, length = f"{number}-{vault[:length]}", length + 4
    connection.execute(
        "INSERT INTO called (record, kind, number) VALUES (?, ?, ?)", (id, kind, name)
    )


def called(connection: Connection, id: str) -> str:
    """What a record is called here; blank where it has no number."""
    row = connection.execute("SELECT number FROM called WHERE record = ?", (id,)).fetchone()
    return row[0] if row else ""


def as_called(parts: dict[str, Any], name: Callable[[], str]) -> dict[str, Any]:
    """A record's parts, with the number it is called by here, where `name` knows of one."""
    header = parts.get(_HEADER)
    if isinstance(header, dict) and NUMBER in header and (known := name()):
        parts[_HEADER] = {**header, NUMBER: known}
    return parts


def as_written(connection: Connection, id: str, header: Any) -> Any:
    """A header with the number its record was first written with."""
    if not (isinstance(header, dict) and NUMBER in header):
        return header
    row = connection.execute(
        "SELECT json_extract(body, '$.number') FROM version WHERE record = ? AND part = ? "
        "ORDER BY entry DESC LIMIT 1",
        (id, _HEADER),
    ).fetchone()
    return {**header, NUMBER: row[0]} if row and row[0] else header


def call_faults(connection: Connection) -> list[str]:
    """Whether every record is called by its own number, or by that and more."""
    wrong = connection.execute(
        "SELECT count(*) FROM called JOIN record ON record.id = called.record "
        "JOIN version ON version.record = called.record AND part = ? "
        "AND version.entry = (SELECT MAX(entry) FROM version WHERE record = called.record "
        "AND part = ?) WHERE called.kind <> ? "
        "AND called.number <> json_extract(body, '$.number') "
        "AND called.number NOT GLOB json_extract(body, '$.number') || '-*'",
        (_HEADER, _HEADER, REFERRAL),
    ).fetchone()
    return ["audit.content-changed"] if wrong[0] else []
