"""How the plan of backups is written down: a part for what is planned, and one a backup."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.backup import Backup, Plan
from welfare_app.domain.events import Event
from welfare_app.store.repository import header, maybe_moment, moment
from welfare_app.store.versions import HEADER, Parts, Versions

PLAN = "backup-plan"
_BACKUP = "backup:"


class VaultPlans:
    """The plan of backups, and what was last known of each."""

    def __init__(self, versions: Versions, connection: Connection) -> None:
        self._versions, self._connection = versions, connection

    def plan(self) -> Plan:
        """The plan as it stands."""
        parts = self._versions.find(PLAN)
        if parts is None:
            return Plan()
        said = header(parts)
        listed = (
            _backup(part.removeprefix(_BACKUP), body)
            for part, body in parts.items()
            if part.startswith(_BACKUP) and body
        )
        newest_first = sorted(listed, key=lambda one: (one.made, one.name), reverse=True)
        return Plan(
            said["place"], tuple(newest_first), maybe_moment(said["failed"]), said["failure"]
        )

    def save(self, plan: Plan, *, because: Event) -> None:
        """Keep what changed in it, and say why."""
        before = self._versions.find(PLAN)
        parts = _parts(plan)
        known = before or {}
        gone = {part: None for part in known if part.startswith(_BACKUP) and part not in parts}
        differing = {
            part: body
            for part, body in {**parts, **gone}.items()
            if part not in known or known[part] != body
        }
        self._versions.write(PLAN, PLAN, "", differing, because, new=before is None)

    def changed_since(self, entries: int) -> bool:
        """Whether any other record was written after the trail had this many entries."""
        row = self._connection.execute(
            "SELECT 1 FROM audit WHERE number > ? AND record NOT IN ('', ?) LIMIT 1",
            (entries, PLAN),
        )
        return row.fetchone() is not None


def _parts(plan: Plan) -> Parts:
    failed = moment(plan.failed) if plan.failed else None
    planned = {"place": plan.place, "failed": failed, "failure": plan.failure}
    return {HEADER: planned} | {f"{_BACKUP}{one.name}": _written(one) for one in plan.backups}


def _written(backup: Backup) -> Mapping[str, Any]:
    return {
        "made": moment(backup.made),
        "place": backup.place,
        "entries": backup.entries,
        "size": backup.size,
        "proved": moment(backup.proved) if backup.proved else None,
        "head": backup.head,
    }


def _backup(name: str, said: Mapping[str, Any]) -> Backup:
    return Backup(
        datetime.fromisoformat(said["made"]),
        said["place"],
        said["entries"],
        said["size"],
        maybe_moment(said["proved"]),
        name,
        said["head"],
    )
