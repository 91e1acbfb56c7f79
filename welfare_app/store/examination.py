"""Looks the whole vault over: its pages, its records and its files."""

import hashlib
import json

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Unavailable
from welfare_app.store.calls import call_faults
from welfare_app.store.connection import plainly
from welfare_app.store.erasing import strays
from welfare_app.store.versions import ABOUT, HEADER


def page_faults(connection: Connection) -> list[str]:
    """Whether every page is authentic and every index true."""
    try:
        with plainly():
            # A page half-written when the power went stands whole in the log, and only the file
            # itself is checked: what the log holds is brought into it first.
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            damaged = connection.execute("PRAGMA cipher_integrity_check").fetchall()
            whole = connection.execute("PRAGMA integrity_check").fetchall()
            strays = connection.execute("PRAGMA foreign_key_check").fetchall()
    except Unavailable as error:
        return [error.code]
    return ["vault.damaged"] if damaged or whole != [("ok",)] or strays else []


def record_faults(connection: Connection) -> list[str]:
    """Whether every record is what the trail says, and every file the one that came in."""
    faults = strays(connection)
    for kind, parent, body in connection.execute(
        "SELECT kind, parent, body FROM record LEFT JOIN version "
        "ON version.record = record.id AND part = ? "
        "WHERE version.entry IS NULL OR version.entry = record.entry",
        (ABOUT,),
    ):
        if body is None or json.loads(body) != {"kind": kind, "parent": parent}:
            faults.append("audit.content-changed")
    for id, body in connection.execute(
        "SELECT record.id, body FROM record JOIN version "
        "ON version.record = record.id AND part = ? WHERE kind = 'evidence' "
        "AND version.entry = record.entry",
        (HEADER,),
    ).fetchall():
        digest = hashlib.sha256()
        for (data,) in connection.execute(
            "SELECT data FROM chunk WHERE record = ? ORDER BY number", (id,)
        ):
            digest.update(data)
        if digest.hexdigest() != json.loads(body)["digest"]:
            faults.append("evidence.changed")
    return faults + call_faults(connection)
