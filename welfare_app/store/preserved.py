"""How requests to keep records are written down, and the folder that new scans are offered from."""

from dataclasses import asdict
from datetime import datetime

from welfare_app.domain.events import ScanFolderNamed
from welfare_app.domain.ids import PackId, PreservationId, StaffId
from welfare_app.domain.preserving import Given, Preservation, Reply
from welfare_app.store.repository import Repository, dated_parts, header, listed, moment
from welfare_app.store.versions import HEADER, Parts, Versions

SCANS = "scan-folder"
_GIVEN = "given:"


class VaultPreservations(Repository[Preservation]):
    """Requests to keep records; each belongs to its pack."""

    kind = "preservation"

    def id(self, record: Preservation) -> str:
        return record.id

    def parent(self, record: Preservation) -> str:
        return record.pack

    def to_parts(self, record: Preservation) -> Parts:
        said = asdict(record) | {"at": moment(record.at)}
        del said["id"], said["given"]
        return {HEADER: said} | listed(_GIVEN, record.given)

    def from_parts(self, id: str, parts: Parts) -> Preservation:
        said = dict(header(parts))
        return Preservation(
            id=PreservationId(id),
            pack=PackId(said.pop("pack")),
            at=datetime.fromisoformat(said.pop("at")),
            by=StaffId(said.pop("by")),
            given=tuple(
                Given(Reply(body.pop("reply")), **body) for _, body in dated_parts(parts, _GIVEN)
            ),
            **said,
        )


class VaultScanFolder:
    """One folder for the vault, named once."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions

    def folder(self) -> str:
        """Where it is, or blank."""
        parts = self._versions.find(SCANS)
        return str(header(parts)["folder"]) if parts else ""

    def save(self, folder: str) -> None:
        """Name it; blank forgets it."""
        new = self._versions.find(SCANS) is None
        self._versions.write(
            SCANS, SCANS, "", {HEADER: {"folder": folder}}, ScanFolderNamed(), new=new
        )
