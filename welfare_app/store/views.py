"""The views of the desk that people keep: rows of their own, changed in place.

They are no records: nobody said them, and what one was called or looked for before is to be gone
once it is changed, because it may name a person. The trail tells that, not what.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.desk_view import Order
from welfare_app.domain.events import Event
from welfare_app.domain.ids import StaffId, ViewId
from welfare_app.domain.kept_view import KeptView, Looking, Narrowing
from welfare_app.store.around_damage import Reading
from welfare_app.store.versions import Versions


def keep_views(connection: Connection) -> None:
    """Everyone has their own views of the desk. Their ids are in the order they were kept in."""
    connection.execute(
        """
        CREATE TABLE kept_view (
            id    TEXT PRIMARY KEY,
            staff TEXT NOT NULL,
            body  TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """
    )


class VaultViews:
    """Each person's views. One that a damaged page holds is left out, and keeps no other away."""

    def __init__(self, connection: Connection, versions: Versions, reading: Reading) -> None:
        self._connection, self._versions, self._reading = connection, versions, reading

    def of(self, staff: StaffId) -> tuple[KeptView, ...]:
        """Someone's views, in the order they were kept."""
        found = self._reading.rows(
            "SELECT id, body FROM kept_view WHERE staff = ? ORDER BY id", (staff,)
        )
        read = (_read(ViewId(id), body) for id, body in found.rows)
        return tuple(view for view in read if view is not None)

    def put(self, staff: StaffId, view: KeptView, *, because: Event) -> None:
        """Keep a view in the place of what it was, and say why."""
        self._connection.execute(
            "REPLACE INTO kept_view (id, staff, body) VALUES (?, ?, ?)",
            (view.id, staff, json.dumps({"name": view.name} | asdict(view.looking))),
        )
        self._versions.note(because)

    def drop(self, view: ViewId, *, because: Event) -> None:
        """Leave nothing of a view, and say why."""
        self._connection.execute("DELETE FROM kept_view WHERE id = ?", (view,))
        self._versions.note(because)

    def forget(self, staff: StaffId) -> None:
        """Leave nothing of someone's views, once they have no way in any more."""
        self._connection.execute("DELETE FROM kept_view WHERE staff = ?", (staff,))


def _read(id: ViewId, body: str) -> KeptView | None:
    """The view that was written down; nothing where that cannot be made out."""
    try:
        said: Mapping[str, Any] = json.loads(body)
        texts = (said["name"], said["shown"], said["words"], *said["narrowing"].values())
        if not all(isinstance(one, str) for one in texts):
            return None
        looking = Looking(
            said["shown"],
            Narrowing(**said["narrowing"]),
            said["words"],
            Order(said["order"]),
            bool(said["descending"]),
        )
        return KeptView(id, said["name"], looking)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
