"""Files kept inside the vault, in rows of a mebibyte, exactly as they came."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime

from welfare_app.domain.custody import Deed, Handling
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import EvidenceId, PackId, StaffId
from welfare_app.store.connection import DAMAGED, plainly
from welfare_app.store.repository import Repository, dated_parts, header, listed, moment
from welfare_app.store.versions import HEADER, Parts

CHUNK = 1024 * 1024
DAMAGED_FILE = "evidence.damaged"
_HANDLED = "handled:"


class VaultEvidence(Repository[Evidence]):
    """Evidence; each file belongs to its pack."""

    kind = "evidence"

    def id(self, record: Evidence) -> str:
        return record.id

    def parent(self, record: Evidence) -> str:
        return record.pack

    def to_parts(self, record: Evidence) -> Parts:
        said = asdict(record) | {"kept": moment(record.kept)}
        del said["id"], said["handled"]
        return {HEADER: said} | listed(_HANDLED, record.handled)

    def from_parts(self, id: str, parts: Parts) -> Evidence:
        said = dict(header(parts))
        return Evidence(
            id=EvidenceId(id),
            pack=PackId(said.pop("pack")),
            kept=datetime.fromisoformat(said.pop("kept")),
            by=StaffId(said.pop("by")),
            handled=tuple(
                Handling(Deed(body.pop("deed")), **body) for _, body in dated_parts(parts, _HANDLED)
            ),
            **said,
        )

    def put(self, id: EvidenceId, parts: Iterable[bytes]) -> None:
        """Keep the bytes."""
        with plainly():
            self._versions.put_chunks(id, _even(parts))

    def read(self, id: EvidenceId) -> Iterator[bytes]:
        """The bytes as they came. Whoever reads them to the end knows that they are all there."""
        expected, found = self.get(id).digest, hashlib.sha256()
        try:
            for data in self._versions.chunks(id):
                found.update(data)
                yield data
        except Unavailable as error:
            raise (Unavailable(DAMAGED_FILE) if error.code == DAMAGED else error) from error
        if found.hexdigest() != expected:
            self._versions.distrust()
            raise Unavailable(DAMAGED_FILE)


def _even(parts: Iterable[bytes]) -> Iterator[bytes]:
    waiting = b""
    for part in parts:
        waiting += part
        while len(waiting) >= CHUNK:
            yield waiting[:CHUNK]
            waiting = waiting[CHUNK:]
    if waiting:
        yield waiting
