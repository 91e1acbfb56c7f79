"""Our own keys for cases that travel, the colleagues they go to, and who wrote what came."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from welfare_app.domain.courier import Card, Colleague, CourierKeys, Sending, Vouched
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import AuthorNamed, Event
from welfare_app.domain.ids import StaffId
from welfare_app.store.repository import moment
from welfare_app.store.versions import HEADER, Versions

KEYS, COLLEAGUE, AUTHOR, SENDING = "courier-keys", "colleague", "author", "sending"


class VaultColleagues:
    """The few records about carrying cases. They never travel themselves."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions

    def keys(self) -> CourierKeys | None:
        """This laptop's own pair of keys, once there is one."""
        said = self._one(KEYS)
        return CourierKeys(said["signs"], said["opens"], Card(**said["card"])) if said else None

    def save_keys(self, keys: CourierKeys, *, because: Event) -> None:
        """Keep them, and say why."""
        self._keep(KEYS, KEYS, "", asdict(keys), because)

    def all(self) -> tuple[Colleague, ...]:
        """Everyone, in the order added, also those who were removed."""
        return tuple(self.get(id) for id in self._versions.ids(COLLEAGUE))

    def get(self, id: str) -> Colleague:
        """One colleague; refused where there is none."""
        said = self._one(id)
        if not said:
            raise Refused("courier.no-such-colleague")
        return Colleague(
            id,
            Card(**said["card"]),
            _vouched(said["added"]),
            _maybe_vouched(said["confirmed"]),
            _maybe_vouched(said["removed"]),
        )

    def save(self, record: Colleague, *, because: Event) -> None:
        """Keep one, and say why."""
        said = {
            "card": asdict(record.card),
            "added": _told(record.added),
            "confirmed": _told(record.confirmed),
            "removed": _told(record.removed),
        }
        self._keep(record.id, COLLEAGUE, "", said, because)

    def authors(self) -> Mapping[str, str]:
        """The names of those who wrote on other laptops, by their staff id."""
        found = {id: self._one(id) for id in self._versions.ids(AUTHOR)}
        return {said["staff"]: said["name"] for said in found.values()}

    def name_author(self, staff: StaffId, name: str) -> bool:
        """Keep the name of somebody not known here; who is known keeps the name they have."""
        id = f"{AUTHOR}:{staff}"
        if self._versions.find(staff) or self._versions.find(id):
            return False
        self._keep(id, AUTHOR, "", {"staff": staff, "name": name}, AuthorNamed(staff))
        return True

    def sendings(self, root: str) -> tuple[Sending, ...]:
        """Where a case went, the oldest first."""
        found = []
        for id in self._versions.ids(SENDING, root):
            said = self._one(id)
            found.append(
                Sending(
                    id,
                    root,
                    said["colleague"],
                    datetime.fromisoformat(said["at"]),
                    StaffId(said["by"]),
                    said["reason"],
                    said["digest"],
                )
            )
        return tuple(found)

    def save_sending(self, record: Sending, *, because: Event) -> None:
        """Keep that a case left, and say why."""
        said = asdict(record) | {"at": moment(record.at)}
        del said["id"], said["root"]
        self._keep(record.id, SENDING, record.root, said, because)

    def _keep(self, id: str, kind: str, parent: str, said: dict[str, Any], because: Event) -> None:
        new = self._versions.find(id) is None
        self._versions.write(id, kind, parent, {HEADER: said}, because, new=new)

    def _one(self, id: str) -> dict[str, Any]:
        parts = self._versions.find(id)
        return dict(parts[HEADER]) if parts else {}


def _told(one: Vouched | None) -> dict[str, str] | None:
    return {"by": one.by, "at": moment(one.at)} if one else None


def _vouched(said: dict[str, str]) -> Vouched:
    return Vouched(StaffId(said["by"]), datetime.fromisoformat(said["at"]))


def _maybe_vouched(said: dict[str, str] | None) -> Vouched | None:
    return _vouched(said) if said else None
