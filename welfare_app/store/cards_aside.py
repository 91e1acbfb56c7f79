"""Cards in memory alone, for as long as a vault is open whose own lie on damaged pages."""

import sqlcipher3.dbapi2 as cipher
from sqlcipher3.dbapi2 import Connection

from welfare_app.services.card_index import Behind
from welfare_app.store.card_tables import index_by_cards, index_what_tells_apart
from welfare_app.store.versions import Versions

KINDS = ("interview", "pack")


def tables_aside() -> Connection:
    """The tables of cards, empty, and nothing of them on any disk.

    `record` says in which order what has a card was begun.
    """
    connection = cipher.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("CREATE TABLE record (id TEXT PRIMARY KEY, entry INTEGER NOT NULL)")
    index_by_cards(connection)
    index_what_tells_apart(connection)
    return connection


def everything(versions: Versions, to: int) -> Behind:
    """Every talk and pack there is, as far as any of them can be listed."""
    found = tuple((id, kind) for kind in KINDS for id in versions.ids(kind))
    return Behind(found, to)


def put_in_order(aside: Connection, ids: list[str]) -> None:
    """Note the order records were begun in; those that are known keep their place."""
    row = aside.execute("SELECT coalesce(max(entry), 0) FROM record").fetchone()
    aside.executemany(
        "INSERT OR IGNORE INTO record (id, entry) VALUES (?, ?)",
        [(id, place) for place, id in enumerate(ids, start=row[0] + 1)],
    )
