"""Tells a rollback that somebody chose from one that nobody did."""

import json

from sqlcipher3.dbapi2 import Connection

from welfare_app.store.audit import Head


def written(head: Head) -> str:
    """A head as anchors and the trail write it down: number:MAC."""
    return f"{head.number}:{head.mac.hex()}"


def answered(connection: Connection, kept: Head) -> bool:
    """Whether the trail itself says that what had this head was replaced by a backup.

    Only somebody with the vault's key can have written that entry, and each names the very
    heads it replaced, so that an older vault put back by stealth is not excused by it.
    """
    rows = connection.execute("SELECT facts FROM audit WHERE event = 'VaultRestored'")
    return any(written(kept) in json.loads(facts)["replaced"] for (facts,) in rows)
