"""Entries of a chronology that were written by hand: how each is written down."""

from dataclasses import asdict
from datetime import datetime

from welfare_app.domain.chronology import ChronologyEntry
from welfare_app.domain.ids import EntryId, PackId, StaffId
from welfare_app.domain.sign import Known
from welfare_app.store.repository import Repository, header, moment
from welfare_app.store.versions import HEADER, Parts


class VaultChronology(Repository[ChronologyEntry]):
    """Entries written by hand; each belongs to its pack."""

    kind = "chronology"

    def id(self, record: ChronologyEntry) -> str:
        return record.id

    def parent(self, record: ChronologyEntry) -> str:
        return record.pack

    def to_parts(self, record: ChronologyEntry) -> Parts:
        said = asdict(record) | {"at": moment(record.at)}
        del said["id"]
        return {HEADER: said}

    def from_parts(self, id: str, parts: Parts) -> ChronologyEntry:
        said = dict(header(parts))
        corrects = said.pop("corrects")
        return ChronologyEntry(
            id=EntryId(id),
            pack=PackId(said.pop("pack")),
            at=datetime.fromisoformat(said.pop("at")),
            by=StaffId(said.pop("by")),
            known=Known(said.pop("known")),
            corrects=EntryId(corrects) if corrects else None,
            **said,
        )
