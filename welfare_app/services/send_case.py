"""Sending a case: the whole of it, locked for one colleague, as a file to carry."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from welfare_app.domain.courier import CaseContents, Sending
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import CaseSent
from welfare_app.domain.ids import EvidenceId
from welfare_app.domain.roles import Act
from welfare_app.services.couriers import Courier
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.know_colleagues import KnowColleagues
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Disk

FILE = "parcel.notes"
"""What the file is called unless someone says otherwise: nothing of the case, nor of whom it is
for."""

_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class SendCase:
    """Locks cases for colleagues."""

    shift: Shift
    colleagues: KnowColleagues
    courier: Courier
    disk: Disk

    def send(
        self,
        record: str,
        colleague: str,
        reason: str,
        path: Path,
        progress: Progress = no_progress,
    ) -> Sending:
        """Write the case a record belongs to into a file for one colleague. Call it in a job.

        It is recorded before the file takes its name, so that no copy is out unrecorded.
        """
        self.shift.must(Act.SEND_CASES)
        if not reason.strip():
            raise Refused("courier.no-reason")
        keys = self.colleagues.keys()
        with self.shift.work() as work:
            whom = work.colleagues.get(colleague)
            if not whom.trusted:
                raise Refused("courier.not-confirmed")
            case = work.crossing.contents(record)
            case = replace(case, people=_people(work, case))
        digest, sending = (
            hashlib.sha256(),
            Sending(
                self.shift.new_id(),
                case.root,
                whom.id,
                self.shift.now(),
                self.shift.staff.id,
                reason.strip(),
                "",
            ),
        )
        done = Sent(len(case.files), progress)

        def pieces() -> Iterator[bytes]:
            for piece in self.courier.pack(case, self._read_file(done), keys, whom.card):
                digest.update(piece)
                yield piece

        told: list[Sending] = []
        self.disk.write_parts(
            path, pieces(), lambda: told.append(self._record(sending, digest.hexdigest()))
        )
        return told[0]

    def sendings(self, record: str) -> tuple[Sending, ...]:
        """Where the case a record belongs to went, the oldest first."""
        with self.shift.work() as work:
            return work.colleagues.sendings(work.crossing.root_of(record))

    def _read_file(self, done: "Sent") -> "FilesOneByOne":
        return FilesOneByOne(self.shift, done)

    def _record(self, sending: Sending, digest: str) -> Sending:
        sending = replace(sending, digest=digest)
        sent = CaseSent(sending.id, sending.root, sending.colleague, digest)
        with self.shift.work() as work:
            work.colleagues.save_sending(sending, because=sent)
            changes = work.commit()
        self.shift.announce(changes)
        return sending


@dataclass(slots=True)
class Sent:
    """Counts the files that are in."""

    total: int
    progress: Progress
    done: int = 0

    def one_more(self) -> None:
        """Another is in."""
        self.done += 1
        self.progress(self.done, self.total)


@dataclass(frozen=True, slots=True)
class FilesOneByOne:
    """Reads one file at a time, and lets others at the vault between two."""

    shift: Shift
    done: Sent

    def __call__(self, file: str, /) -> Iterable[bytes]:
        """The bytes of one file."""
        with self.shift.work() as work:
            found = list(work.evidence.read(EvidenceId(file)))
        self.done.one_more()
        return found


def _people(work: UnitOfWork, case: CaseContents) -> Mapping[str, str]:
    """The names of those who wrote in a case, or are named in it by their id."""
    names: dict[str, str] = dict(work.colleagues.authors())
    names |= {one.id: one.name for one in work.register.staff()}
    wrote = {entry.by for entry in case.entries}
    bodies = [body for entry in case.entries for _, body in entry.rows]
    return {
        id: name
        for id, known in names.items()
        if (name := _plain(known)) and (id in wrote or any(f'"{id}"' in body for body in bodies))
    }


def _plain(name: str) -> str:
    """A name on one line, no longer than a line."""
    return "".join(one for one in " ".join(name.split()) if one.isprintable())[:_LONGEST_NAME]
