"""The evidence of a pack: its exhibits, what is new in the scan folder, and ways to add to them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from welfare_app.domain.custody import Deed
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import EvidenceId, PackId, StaffId
from welfare_app.domain.text_rules import visible
from welfare_app.presenters.evidence_words import dated_words, size_of_pack, type_words
from welfare_app.presenters.pack_screen import size_words
from welfare_app.presenters.places import AtEvidence, AtExhibit, AtHome, AtPack, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import day_and_hour
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Progress, Ticket
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.scan_folder import Offered, ScanFolder
from welfare_app.services.work_pack import WorkPack


@dataclass(frozen=True, slots=True)
class ExhibitLine:
    """One file: what it is, from whom, who took it in and when. `open` is what is still unsaid."""

    id: str
    exhibit: str
    name: str = field(repr=False)
    what: str = field(repr=False)
    source: str = field(repr=False)
    kept: str
    size: str
    open: str


@dataclass(frozen=True, slots=True)
class OfferLine:
    """A new scan. `cannot` says why it cannot be taken in."""

    path: Path = field(repr=False)
    name: str = field(repr=False)
    about: str
    cannot: str


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A file that was not taken in, and why."""

    name: str = field(repr=False)
    why: Trouble


@dataclass(frozen=True, slots=True)
class EvidenceScreen:
    """Everything about the files of a pack."""

    where: str
    exhibits: tuple[ExhibitLine, ...] = ()
    too_many: str = ""
    folder: str = field(default="", repr=False)
    looked: bool = False
    offers: tuple[OfferLine, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()
    busy: str = ""
    trouble: Trouble | None = None
    notice: str = ""


class EvidenceView(Protocol):
    """Whatever can draw the evidence."""

    def show_screen(self, screen: EvidenceScreen) -> None:
        """Draw it."""
        ...


@dataclass(frozen=True, slots=True)
class _Taken:
    kept: tuple[Evidence, ...]
    refused: tuple[tuple[Path, Exception], ...]


class EvidencePresenter:
    """Lists the exhibits, and takes files in away from the screen, one after another."""

    def __init__(
        self,
        view: EvidenceView,
        pack: PackId,
        packs: WorkPack,
        evidence: KeepEvidence,
        scans: ScanFolder,
        staff_names: Callable[[], Mapping[StaffId, str]],
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        self._view, self._pack, self._evidence, self._scans = view, pack, evidence, scans
        self._names, self._definitions, self._jobs, self._go = staff_names, definitions, jobs, go
        self._packs = packs
        self._now = packs.shift.now
        self._screen = EvidenceScreen(f"Incident pack {packs.get(pack).number}")
        self._ticket: Ticket | None = None

    def begin(self) -> None:
        """Draw what is kept, and look for new scans."""
        self.refresh()
        self.look()

    def refresh(self) -> None:
        """Draw what is kept now. A pack that was erased meanwhile is said to be gone."""
        try:
            self._packs.get(self._pack)
            files = self._evidence.of(self._pack)
            names, folder = self._names(), self._scans.folder()
        except WelfareAppError as error:
            self._show(trouble=trouble(self._definitions, error), exhibits=())
            return
        self._show(
            exhibits=tuple(self._line(one, names) for one in files),
            too_many=size_of_pack(files),
            folder=folder,
        )

    def attach(self, paths: tuple[Path, ...]) -> None:
        """Take files in. One that cannot be is named with its reason, and the others go on."""

        def take(progress: Progress) -> _Taken:
            kept, refused = [], []
            for path in paths:
                try:
                    kept.append(self._evidence.keep(self._pack, path, progress))
                except (WelfareAppError, ValueError) as error:
                    refused.append((path, error))
            return _Taken(tuple(kept), tuple(refused))

        files = "file" if len(paths) == 1 else "files"
        self._show(busy=f"Taking the {files} in…", trouble=None, not_taken=(), notice="")
        self._ticket = self._jobs.start(take, done=self._attached, failed=self._failed)

    def cancel(self) -> None:
        """Stop taking files in. What came in whole stays."""
        if self._ticket:
            self._ticket.cancel()
            self._show(busy="")
            self.refresh()

    def open(self, id: str) -> None:
        """Look at one file."""
        try:
            self._evidence.get(EvidenceId(id))
        except WelfareAppError as error:
            self._show(trouble=trouble(self._definitions, error))
            return
        self._go(AtExhibit(self._pack, EvidenceId(id)))

    def choose_folder(self, folder: Path | None) -> None:
        """Say where scans arrive, or that no folder is looked into."""
        try:
            self._scans.choose(folder)
        except WelfareAppError as error:
            self._show(trouble=trouble(self._definitions, error))
            return
        self._show(folder=self._scans.folder(), offers=(), looked=False, trouble=None)
        self.look()

    def look(self) -> None:
        """Look into the scan folder for what is new."""
        if self._screen.folder:
            self._jobs.start(
                lambda _progress: self._scans.offered(), done=self._offer, failed=self._failed
            )

    def back(self) -> None:
        """Go back to the pack; home, where it is gone."""
        try:
            self._packs.get(self._pack)
        except WelfareAppError:
            self._go(AtHome())
            return
        self._go(AtPack(self._pack))

    @property
    def place(self) -> AtEvidence:
        """Where this is, to come back to."""
        return AtEvidence(self._pack)

    def _attached(self, taken: _Taken) -> None:
        names = ", ".join(f"Exhibit {one.exhibit}" for one in taken.kept)
        refused = tuple(
            NotTaken(visible(path.name), trouble(self._definitions, error))
            for path, error in taken.refused
        )
        self._show(busy="", not_taken=refused, notice=f"Kept as {names}" if names else "")
        self.refresh()
        self.look()

    def _failed(self, error: Exception) -> None:
        self._show(busy="", trouble=trouble(self._definitions, error))

    def _offer(self, offered: tuple[Offered, ...]) -> None:
        self._show(offers=tuple(map(self._offer_line, offered)), looked=True)

    def _offer_line(self, one: Offered) -> OfferLine:
        when = day_and_hour(one.modified, self._now())
        cannot = self._definitions.message(one.fault, limit=25).happened if one.fault else ""
        return OfferLine(
            one.path, visible(one.path.name), f"{size_words(one.size)}, from {when}", cannot
        )

    def _line(self, file: Evidence, names: Mapping[StaffId, str]) -> ExhibitLine:
        taken = [link for link in file.handled if link.deed is Deed.TAKEN]
        dated = dated_words(file.dated)
        what = ", ".join(part for part in (file.description, dated) if part)
        unsaid = []
        if not file.description:
            unsaid.append("what it is")
        if not file.dated:
            unsaid.append("from when")
        if not taken:
            unsaid.append("from whom")
        when, who = day_and_hour(file.kept, self._now()), names.get(file.by, "someone")
        return ExhibitLine(
            file.id,
            f"Exhibit {file.exhibit}",
            visible(file.name),
            visible(what),
            f"From: {visible(taken[-1].who)}" if taken else "",
            f"Taken in {when} by {who}",
            f"{type_words(file.media_type)}, {size_words(file.size)}",
            f"Still to say: {', '.join(unsaid)}" if unsaid else "",
        )

    def _show(self, **changes: object) -> None:
        self._screen = replace(self._screen, **changes)  # type: ignore[arg-type]
        self._view.show_screen(self._screen)
