"""Receiving a case: looked at first, taken in whole or not at all, and chosen between after."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from welfare_app.domain.checks import FILE_TYPES, LARGEST_FILE
from welfare_app.domain.courier import Arrival, Colleague, Contested, Stamp
from welfare_app.domain.errors import BadContent, Refused, Unavailable
from welfare_app.domain.events import CaseReceived
from welfare_app.domain.evidence import Evidence, safe_name
from welfare_app.domain.ids import (
    EvidenceId,
    InterviewId,
    PackId,
    ReferralId,
    SignId,
    StaffId,
)
from welfare_app.domain.roles import Act
from welfare_app.services.couriers import Courier, Opened
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.know_colleagues import KnowColleagues
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of, stages_of, workflow_of


@dataclass(frozen=True, slots=True)
class Incoming:
    """What taking a parcel in would do. Nothing is kept yet.

    `digest` tells the parcel that was looked at from one put in its place.
    """

    path: Path = field(repr=False)
    colleague: Colleague
    digest: str
    root: str
    arrivals: tuple[Arrival, ...]

    @property
    def nothing_new(self) -> bool:
        """Whether all of it was known here."""
        return all(one.same for one in self.arrivals)


@dataclass(frozen=True, slots=True)
class ReceiveCase:
    """Takes in cases from colleagues whose cards were compared."""

    shift: Shift
    colleagues: KnowColleagues
    definitions: Definitions
    courier: Courier

    def look(self, path: Path, progress: Progress = no_progress) -> Incoming:
        """What taking a file in would do. Nothing is kept. Call it in a job."""
        self.shift.must(Act.SEND_CASES)
        keys, known = self.colleagues.keys(), self._known()
        opened = self.courier.open(path, keys, known, _drain, progress)
        with self.shift.work() as work:
            return self._taken(work, path, opened)

    def take(self, looked: Incoming, progress: Progress = no_progress) -> Incoming:
        """Take in what was looked at, all of it or none. Call it in a job."""
        self.shift.must(Act.SEND_CASES)
        if looked.nothing_new:
            return looked
        keys, known = self.colleagues.keys(), self._known()
        with self.shift.work() as work:

            def keep(file: str, parts: Iterator[bytes]) -> None:
                if not work.crossing.is_here(file):
                    work.evidence.put(EvidenceId(file), _bounded(parts))

            opened = self.courier.open(looked.path, keys, known, keep, progress)
            if opened.digest != looked.digest:
                raise Refused("courier.other-file")
            taken = self._taken(work, looked.path, opened)
            for staff, name in opened.case.people.items():
                work.colleagues.name_author(StaffId(staff), name)
            written = sum(one.written for one in taken.arrivals)
            work.audit.note(
                CaseReceived(opened.case.root, taken.colleague.id, opened.digest, written)
            )
            changes = work.commit()
        self.shift.announce(changes)
        return taken

    def contested(self) -> tuple[Contested, ...]:
        """Every part of a case that people should choose a version of."""
        with self.shift.work() as work:
            return work.crossing.contested()

    def called(self, records: tuple[str, ...]) -> Mapping[str, str]:
        """What records are called on this laptop."""
        with self.shift.work() as work:
            return {one: work.crossing.called(one) for one in records}

    def settle(self, one: Contested, chosen: Stamp, *, both: bool = False) -> None:
        """Let one version stand over the others, which stay in the history."""
        self.shift.must(Act.SEND_CASES)
        with self.shift.work() as work:
            work.crossing.settle(one.record, one.part, chosen, both=both)
            changes = work.commit()
        self.shift.announce(changes)

    def _known(self) -> frozenset[str]:
        """The signing keys a parcel may be from."""
        return frozenset(one.card.signs for one in self.colleagues.all() if one.trusted)

    def _taken(self, work: UnitOfWork, path: Path, opened: Opened) -> Incoming:
        arrivals = work.crossing.take(opened.case)
        files = {one.record for one in arrivals if one.kind == "evidence"}
        if files != opened.files.keys():
            raise Refused("courier.unreadable")
        for one in arrivals:
            if one.kind == "evidence":
                _refuse_file(work.evidence.get(EvidenceId(one.record)), opened.files[one.record])
            elif not one.same:
                self._refuse_newer(work, one)
        senders = (one for one in work.colleagues.all() if one.card.signs == opened.sender)
        whom = next((one for one in senders if one.trusted), None)
        if whom is None:
            raise Refused("courier.unknown-sender")
        return Incoming(path, whom, opened.digest, opened.case.root, arrivals)

    def _refuse_newer(self, work: UnitOfWork, one: Arrival) -> None:
        """Refuse what was written on forms, stages or indicators this program does not have."""
        try:
            known = self._known_words(work, one)
        except (BadContent, LookupError):
            known = False
        if not known:
            raise Unavailable("courier.newer-words")

    def _known_words(self, work: UnitOfWork, one: Arrival) -> bool:
        match one.kind:
            case "interview":
                form_of(self.definitions, work.interviews.get(InterviewId(one.record)))
            case "referral":
                form_of(self.definitions, work.referrals.get(ReferralId(one.record)))
            case "pack":
                pack = work.packs.get(PackId(one.record))
                workflow_of(self.definitions, pack)
                stages_of(self.definitions, pack)
            case "sign":
                sign = work.signs.get(SignId(one.record))
                return self.definitions.catalogue().catalogue.find(sign.indicator) is not None
        return True


def _drain(_file: str, parts: Iterator[bytes]) -> None:
    for _ in _bounded(parts):
        pass


def _bounded(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The same parts, as long as they are no more than a file may be."""
    size = 0
    for part in parts:
        size += len(part)
        if size > LARGEST_FILE:
            raise Refused("courier.unreadable")
        yield part


def _refuse_file(file: Evidence, digest: str) -> None:
    """Refuse a file that is not what its record says, or that could not have been kept here."""
    plain = safe_name(file.name) == file.name and file.media_type in FILE_TYPES
    if file.digest != digest or not plain:
        raise Refused("courier.unreadable")
