"""One exhibit: its pages in memory, what it tells beside them, and its chain of custody."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from welfare_app.domain.custody import BY_HAND, Deed, faults_in
from welfare_app.domain.errors import Unavailable, WelfareAppError
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.exhibit import Picture, Seen
from welfare_app.domain.ids import EvidenceId, PackId, StaffId
from welfare_app.domain.text_rules import visible
from welfare_app.presenters.evidence_words import (
    DEEDS,
    PARTIES,
    TRACES,
    seen_warnings,
)
from welfare_app.presenters.exhibit_screen import ZOOMS, About, ExhibitScreen, about
from welfare_app.presenters.places import AtEvidence, AtExhibit, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Progress, Ticket
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.look_at_evidence import LookAtEvidence
from welfare_app.services.tools import Disk

_MENDS = {
    "custody.who": "Say who it was, by name or by role",
    "custody.done-by": "Say who did it, by name or by role",
    "custody.day": "Give the day, or as much of it as is known",
    "custody.future": "This day has not come yet",
    "custody.no-such-day": "There is no such day",
}


class ExhibitView(Protocol):
    """Whatever can draw one exhibit."""

    def show_screen(self, screen: ExhibitScreen) -> None:
        """Draw it."""
        ...


class ExhibitPresenter:
    """Shows a file without altering it; nothing of its picture is ever written to a disk."""

    def __init__(
        self,
        view: ExhibitView,
        place: AtExhibit,
        number: str,
        width: int,
        evidence: KeepEvidence,
        looking: LookAtEvidence,
        staff_names: Callable[[], Mapping[StaffId, str]],
        definitions: Definitions,
        disk: Disk,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        """Make it; `width` is that of a page on the screen, in pixels."""
        self._view, self._place, self._width = view, place, width
        self._evidence, self._looking, self._names = evidence, looking, staff_names
        self._definitions, self._disk, self._jobs, self._go = definitions, disk, jobs, go
        self._now, self._staff = evidence.shift.now, evidence.shift.staff
        self._ticket: Ticket | None = None
        self._drawing: Ticket | None = None
        self._file = file = evidence.get(place.evidence)
        self._screen = ExhibitScreen(
            f"Incident pack {number}",
            f"Exhibit {file.exhibit}",
            visible(file.name),
            self._about(file),
            tuple((one.value, DEEDS[one], PARTIES[one]) for one in BY_HAND),
            self._staff.name,
        )

    def begin(self) -> None:
        """Draw what is known, and look into the file."""
        self._show(looking="Opening it…")
        self._ticket = self._jobs.start(
            lambda progress: self._looking.see(self._id, progress),
            done=self._seen,
            failed=self._not_seen,
        )

    def turn(self, by: int) -> None:
        """Show the page so many further on."""
        page = self._screen.page + by
        if self._screen.cannot is None and 1 <= page <= self._screen.pages:
            self._show(page=page)
            self._draw_page()

    def zoom(self, by: int) -> None:
        """Show the page larger or smaller by a step."""
        at = ZOOMS.index(self._screen.zoom) + by
        if self._screen.pages and 0 <= at < len(ZOOMS):
            self._show(zoom=ZOOMS[at])
            self._draw_page()

    def describe(self, description: str, dated: str) -> None:
        """Write down what it is and from when."""
        try:
            file = self._evidence.describe(self._id, description.strip(), dated)
        except WelfareAppError as error:
            if error.code == "evidence.future":
                self._show(problems=(("dated", _MENDS["custody.future"]),), trouble=None)
            else:
                self._show(trouble=trouble(self._definitions, error))
            return
        self._kept(file, "Kept")

    def handle(self, deed: str, who: str, done_by: str, day: str, how: str) -> None:
        """Write a link of the chain down."""
        today = self._now().astimezone().date()
        faults = [(name, _MENDS[code]) for name, code in faults_in(who, done_by, day, today)]
        if not deed:
            faults.insert(0, ("deed", "Choose what was done"))
        if faults:
            self._show(problems=tuple(faults), trouble=None)
            return
        try:
            file = self._evidence.handle(self._id, Deed(deed), who, done_by, day, how)
        except WelfareAppError as error:
            self._show(trouble=trouble(self._definitions, error))
            return
        self._kept(file, "Written down")

    def save_copy(self, path: Path) -> None:
        """Save the file as it came outside the vault; the chain says so first."""

        def save(progress: Progress) -> Evidence:
            return self._evidence.save_copy(self._id, path, self._disk, progress)

        self._show(busy="Saving the copy…", trouble=None, notice="")
        self._ticket = self._jobs.start(save, done=self._saved, failed=self._failed)

    def cancel(self) -> None:
        """Stop saving a copy."""
        if self._ticket:
            self._ticket.cancel()
            self._show(busy="")

    def back(self) -> None:
        """Go back to the list."""
        self._go(AtEvidence(self._place.pack))

    def forget(self) -> None:
        """Let go of the picture, and of what is still being drawn."""
        for one in (self._ticket, self._drawing):
            if one:
                one.cancel()
        self._screen = replace(self._screen, picture=None)

    @property
    def file_name(self) -> str:
        """What a copy of it would be called."""
        return self._screen.name

    @property
    def place(self) -> AtExhibit:
        """Where this is, to come back to."""
        return self._place

    @property
    def _id(self) -> EvidenceId:
        return self._place.evidence

    @property
    def pack(self) -> PackId:
        """The pack it belongs to."""
        return self._place.pack

    def _seen(self, seen: Seen) -> None:
        self._show(
            pages=seen.pages if not seen.fault else 0,
            looking="",
            warnings=seen_warnings(self._file, seen),
            told=tuple((TRACES[one.trace], visible(one.says)) for one in seen.told),
            cannot=self._trouble_of(seen.fault) if seen.fault else None,
        )
        if not seen.fault:
            self._draw_page()

    def _draw_page(self) -> None:
        page, width = self._screen.page, self._width * self._screen.zoom // 100
        if self._drawing:
            self._drawing.cancel()
        self._show(looking="Drawing the page…")
        self._drawing = self._jobs.start(
            lambda progress: self._looking.page(self._id, page, width, progress),
            done=self._drawn,
            failed=self._not_seen,
        )

    def _drawn(self, picture: Picture) -> None:
        self._show(picture=picture, looking="")

    def _not_seen(self, error: Exception) -> None:
        self._show(looking="", picture=None, cannot=trouble(self._definitions, error))

    def _saved(self, file: Evidence) -> None:
        self._show(busy="")
        self._kept(file, "The copy is saved, and its chain says so")

    def _failed(self, error: Exception) -> None:
        self._show(busy="", trouble=trouble(self._definitions, error))

    def _kept(self, file: Evidence, notice: str) -> None:
        self._show(
            about=self._about(file),
            problems=(),
            trouble=None,
            kept=self._screen.kept + 1,
            notice=notice,
        )

    def _trouble_of(self, code: str) -> Trouble:
        return trouble(self._definitions, Unavailable(code))

    def _about(self, file: Evidence) -> About:
        return about(file, self._names(), self._now())

    def _show(self, **changes: object) -> None:
        self._screen = replace(self._screen, **changes)  # type: ignore[arg-type]
        self._view.show_screen(self._screen)
