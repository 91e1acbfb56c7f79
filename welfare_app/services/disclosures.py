"""The disclosure register: what left this laptop, read out of the trail and what it names.

Nothing is stored for it. The trail says what left, when and by whom; the records say to whom and
why, to those who may read them.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from welfare_app.domain.custody import Deed
from welfare_app.domain.disclosure import Disclosure, Left, compose_disclosures, together
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.events import DisclosuresGiven
from welfare_app.domain.ids import AccessId, EvidenceId, PackId, ReferralId, StaffId
from welfare_app.domain.leaving_out import LeftOut
from welfare_app.domain.people import Organisation
from welfare_app.domain.recordings import listed
from welfare_app.domain.roles import Act
from welfare_app.domain.trail import Asked, Entry
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.read_trail import AT_ONCE
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Disk, Renderer

NOBODY_KNOWN = "Someone no longer listed"
_OUT = frozenset({Deed.EXPORTED, Deed.SAVED})
"""What takes a file out; that it was sealed into a pack stands with the pack."""


@dataclass(frozen=True, slots=True)
class Disclosures:
    """Reads the register, and prints it."""

    shift: Shift
    definitions: Definitions
    organisation: Organisation
    renderer: Renderer
    disk: Disk

    def of(
        self, pack: PackId | None = None, progress: Progress = no_progress
    ) -> tuple[Disclosure, ...]:
        """All that left, the newest first; with `pack`, of its case. Call it in a job."""
        self.shift.must(Act.READ_TRAIL)
        with self.shift.work() as work:
            numbers = work.audit.numbers(Asked(events=tuple(Left)))
            case = self._numbers_of(work, pack) if pack else None
        found: list[Disclosure] = []
        for at in range(0, len(numbers), AT_ONCE):
            progress(at, len(numbers))
            with self.shift.work() as work:
                found += self._read(work, work.audit.entries(numbers[at : at + AT_ONCE]))
        return together(one for one in found if case is None or {*one.numbers} & case)

    def number(self, pack: PackId) -> str:
        """What a case is called here."""
        with self.shift.work() as work:
            named = work.audit.named([pack])
        return named[pack].number if pack in named else ""

    def save(self, path: Path, pack: PackId | None, progress: Progress = no_progress) -> None:
        """Write it to a file that is not locked, and first into the trail. Call it in a job."""
        pdf, because = self._drawn(pack, progress)
        self.disk.write_whole(path, pdf, lambda: self._record(because, pack))

    def pages(self, pack: PackId | None, progress: Progress = no_progress) -> bytes:
        """The pages to print, which stay in memory. Call it in a job."""
        pdf, because = self._drawn(pack, progress)
        self._record(because, pack)
        return pdf

    def _drawn(self, pack: PackId | None, progress: Progress) -> tuple[bytes, DisclosuresGiven]:
        found = self.of(pack, progress)
        case = self.number(pack) if pack else ""
        document = compose_disclosures(found, self.organisation, case, self.shift.now())
        pdf = self.renderer.render(document)
        return pdf, DisclosuresGiven(len(found), hashlib.sha256(pdf).hexdigest())

    def _record(self, because: DisclosuresGiven, pack: PackId | None) -> None:
        with self.shift.work() as work:
            work.audit.note(because, pack or "")
            work.commit()

    def _numbers_of(self, work: UnitOfWork, pack: PackId) -> set[str]:
        ids: list[str] = [pack]
        if self.shift.may(Act.READ_CASES) and (talk := work.packs.get(pack).interview):
            ids.append(talk)
        named = work.audit.named(ids)
        return {one.number for one in named.values() if one.number}

    def _read(self, work: UnitOfWork, entries: tuple[Entry, ...]) -> Iterator[Disclosure]:
        named = work.audit.named(id for one in entries for id in one.ids)
        people = {one.id: one.name for one in work.register.staff()}
        for one in entries:
            if one.event == Left.FILE and one.facts.get("deed") not in _OUT:
                continue
            about = next((named[id].number for id in one.ids if id in named), "")
            line = Disclosure(
                one.number,
                one.at,
                Left(one.event),
                (about,) if about else (),
                people.get(one.by, NOBODY_KNOWN),
                str(one.facts.get("digest") or one.facts.get("pdf") or ""),
                _second(one, people),
            )
            yield self._told(work, one, line) if self.shift.may(Act.READ_CASES) else line

    def _told(self, work: UnitOfWork, entry: Entry, line: Disclosure) -> Disclosure:
        """With what the records say of it; as it is where they are gone or cannot be read."""
        with suppress(WelfareAppError):
            match line.what:
                case Left.SEALED:
                    return self._sealed(work, entry, line)
                case Left.SENT:
                    return _sent(work, entry, line)
                case Left.ACCESS:
                    return _answered(work, entry, line)
                case Left.FILE:
                    return _file(work, entry, line)
        return line

    def _sealed(self, work: UnitOfWork, entry: Entry, line: Disclosure) -> Disclosure:
        sealing = work.referrals.get(ReferralId(entry.record)).sealed_as(line.digest)
        if sealing is None:
            return line
        handing, words = sealing.handing, self.definitions.disclosing()
        basis = f"{words.basis(handing.basis)}. {words.law(handing.basis)}"
        return replace(
            line,
            to=", ".join(filter(None, (handing.recipient, handing.organisation))),
            why=handing.purpose,
            basis=basis.rstrip(". ") if handing.basis else "Not asked for then",
            left_out=handing.left_out.said if handing.left_out != LeftOut() else "Nothing",
            beside=listed(sealing.recordings),
            checked=line.checked or sealing.checked.alone,
        )


def _second(entry: Entry, people: Mapping[StaffId, str]) -> str:
    """Who vouched for it, where anyone did."""
    second = entry.facts.get("checked") or entry.facts.get("vouched")
    return people.get(StaffId(str(second)), NOBODY_KNOWN) if second else ""


def _sent(work: UnitOfWork, entry: Entry, line: Disclosure) -> Disclosure:
    sending = next(
        one
        for one in work.colleagues.sendings(str(entry.facts["record"]))
        if one.id == entry.facts["sending"]
    )
    return replace(line, to=work.colleagues.get(sending.colleague).card.name, why=sending.reason)


def _answered(work: UnitOfWork, entry: Entry, line: Disclosure) -> Disclosure:
    request = work.access.get(AccessId(str(entry.facts["access"])))
    named = work.audit.named(request.cases)
    cases = tuple(one.number for one in named.values() if one.number)
    return replace(
        line,
        numbers=tuple(dict.fromkeys((*line.numbers, *cases))),
        to="The person it is about",
        why="They asked for what is held about them",
        basis="The right of access",
    )


def _file(work: UnitOfWork, entry: Entry, line: Disclosure) -> Disclosure:
    file = work.evidence.get(EvidenceId(str(entry.facts["evidence"])))
    near = (one for one in file.handled if one.deed == entry.facts["deed"] and one.by == entry.by)
    link = min(near, key=lambda one: abs(one.at - entry.at), default=None)
    line = replace(line, digest=file.digest)
    return replace(line, to=link.who, why=link.how) if link else line
