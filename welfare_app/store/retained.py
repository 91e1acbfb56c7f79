"""Holds, reviews and certificates: how each is written down; and what becomes of records."""

from dataclasses import asdict
from datetime import date, datetime

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.disposal import Disposal, Erased, Ground, StillHeld
from welfare_app.domain.ids import DisposalId, HoldId, KeepingId, StaffId
from welfare_app.domain.retention import Hold, Keeping
from welfare_app.store.erasing import to_clear
from welfare_app.store.guard import Guard
from welfare_app.store.repository import Repository, header, maybe_moment, moment
from welfare_app.store.versions import HEADER, Parts, Versions


class VaultHolds(Repository[Hold]):
    """Legal holds; each belongs to the case it stops."""

    kind = "hold"

    def id(self, record: Hold) -> str:
        return record.id

    def parent(self, record: Hold) -> str:
        return record.case

    def to_parts(self, record: Hold) -> Parts:
        lifted = moment(record.lifted_at) if record.lifted_at else None
        said = asdict(record) | {"at": moment(record.at), "lifted_at": lifted}
        del said["id"]
        return {HEADER: said}

    def from_parts(self, id: str, parts: Parts) -> Hold:
        said = dict(header(parts))
        lifted_by = said.pop("lifted_by")
        return Hold(
            id=HoldId(id),
            at=datetime.fromisoformat(said.pop("at")),
            by=StaffId(said.pop("by")),
            lifted_at=maybe_moment(said.pop("lifted_at")),
            lifted_by=StaffId(lifted_by) if lifted_by else None,
            **said,
        )


class VaultKeepings(Repository[Keeping]):
    """Reviews that kept a case longer; each belongs to its case."""

    kind = "keeping"

    def id(self, record: Keeping) -> str:
        return record.id

    def parent(self, record: Keeping) -> str:
        return record.case

    def to_parts(self, record: Keeping) -> Parts:
        said = asdict(record) | {"at": moment(record.at), "until": record.until.isoformat()}
        del said["id"]
        return {HEADER: said}

    def from_parts(self, id: str, parts: Parts) -> Keeping:
        said = dict(header(parts))
        return Keeping(
            id=KeepingId(id),
            until=date.fromisoformat(said.pop("until")),
            at=datetime.fromisoformat(said.pop("at")),
            by=StaffId(said.pop("by")),
            **said,
        )


class VaultDisposals(Repository[Disposal]):
    """Certificates; they belong to nothing, for what they were about is gone."""

    kind = "disposal"
    letter = "D"

    def id(self, record: Disposal) -> str:
        return record.id

    def parent(self, record: Disposal) -> str:  # noqa: ARG002 - certificates stand alone
        return ""

    def to_parts(self, record: Disposal) -> Parts:
        said = asdict(record) | {
            "at": moment(record.at),
            "begun": record.begun.isoformat(),
            "ended": record.ended.isoformat() if record.ended else None,
            "erased": [asdict(one) | {"numbers": list(one.numbers)} for one in record.erased],
            "backups": [
                {
                    "made": moment(one.made),
                    "place": one.place,
                    "gone_by": one.gone_by.isoformat(),
                }
                for one in record.backups
            ],
        }
        del said["id"]
        return {HEADER: said}

    def from_parts(self, id: str, parts: Parts) -> Disposal:
        said = dict(header(parts))
        ended = said.pop("ended")
        return Disposal(
            id=DisposalId(id),
            at=datetime.fromisoformat(said.pop("at")),
            by=StaffId(said.pop("by")),
            vouched=StaffId(said.pop("vouched")),
            ground=Ground(said.pop("ground")),
            begun=date.fromisoformat(said.pop("begun")),
            ended=date.fromisoformat(ended) if ended else None,
            erased=tuple(
                Erased(one["kind"], one["count"], tuple(one["numbers"]))
                for one in said.pop("erased")
            ),
            backups=tuple(
                StillHeld(
                    datetime.fromisoformat(one["made"]),
                    one["place"],
                    date.fromisoformat(one["gone_by"]),
                )
                for one in said.pop("backups")
            ),
            **said,
        )


class VaultArchive:
    """Tells how old records are, and erases them for good, within a unit of work."""

    def __init__(self, connection: Connection, versions: Versions, guard: Guard) -> None:
        self._connection, self._versions, self._guard = connection, versions, guard

    def under(self, record: str) -> tuple[tuple[str, str], ...]:
        """The id and kind of a record and of all that belongs to it, what belongs first."""
        self._guard.must_be_in(record)
        rows = self._connection.execute(
            "WITH RECURSIVE under (id, kind, depth) AS ("
            "  SELECT id, kind, 0 FROM record WHERE id = ?"
            "  UNION SELECT record.id, record.kind, depth + 1 FROM record "
            "  JOIN under ON record.parent = under.id WHERE depth < 8"
            ") SELECT id, kind FROM under ORDER BY depth DESC, id",
            (record,),
        )
        return tuple((id, kind) for id, kind in rows)

    def last_written(self, record: str) -> datetime | None:
        """When something was last written in a record."""
        self._guard.must_be_in(record)
        row = self._connection.execute(
            "SELECT at FROM audit WHERE number = (SELECT max(entry) FROM version WHERE record = ?)",
            (record,),
        ).fetchone()
        return datetime.fromisoformat(row[0]) if row else None

    def erase(self, record: str, kind: str) -> int:
        """Erase a record with its whole history."""
        return self._versions.erase(record, kind)

    def to_clear(self) -> int:
        """The entry of the newest erasure whose remains were not cleared; 0 where all were."""
        return to_clear(self._connection)
