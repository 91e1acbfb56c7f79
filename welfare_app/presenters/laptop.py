"""This laptop: how the program looks, and whether the vault is well."""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.events import CertificateGiven
from welfare_app.domain.roles import Act
from welfare_app.presenters.damage_words import touched
from welfare_app.presenters.locking import Locking, LockingScreen, locking_screen
from welfare_app.presenters.places import AtRescue, Go, Place
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.ways import Way, ways_for
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Disk
from welfare_app.services.vaults import Soundness

SCHEMES = (
    ("system", "As this computer is set"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast_light", "High contrast, light"),
    ("contrast_dark", "High contrast, dark"),
)
SCALES = ((1.0, "100 %"), (1.25, "125 %"), (1.5, "150 %"), (2.0, "200 %"))


@dataclass(frozen=True, slots=True)
class LaptopScreen:
    """Everything the page shows. `well` is blank until the vault has been looked over."""

    organisation: str
    laptop: str
    scheme: str
    scale: float
    well: str = ""
    busy: bool = False
    trouble: Trouble | None = None
    saved: str = ""
    ways: tuple[Way, ...] = ()
    locking: LockingScreen | None = None
    rescue: bool = False


class LaptopView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: LaptopScreen) -> None:
        """Draw it."""
        ...


class LaptopPresenter:
    """Looks the vault over when asked."""

    def __init__(
        self,
        view: LaptopView,
        organisation: tuple[str, str],
        look: tuple[str, float],
        shift: Shift,
        disk: Disk,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
        locking: Locking,
        *,
        practice: bool = False,
    ) -> None:
        self._view, self._shift, self._disk, self._go = view, shift, disk, go
        self._definitions, self._jobs = definitions, jobs
        self._organisation, self._look, self._locking = organisation, look, locking
        self._screen = LaptopScreen(*organisation, *look)
        self._may_rescue = not practice  # a vault of made-up cases is made again

    def begin(self) -> None:
        """Draw the page."""
        self._draw()

    def follow(self, place: Place) -> None:
        """Go where something is looked after."""
        self._go(place)

    def lock_after(self, minutes: int) -> None:
        """Wait this long for a touch before locking."""
        self._locking.choose(minutes)
        self._screen = replace(self._screen, locking=locking_screen(self._locking))
        self._view.show_screen(self._screen)

    def examine(self) -> None:
        """Look over every page, entry and file of the vault."""
        self._draw(busy=True)
        self._jobs.start(
            lambda _: self._shift.vault.examine(), done=self._done, failed=self._failed
        )

    def save_certificate(self, path: Path) -> None:
        """Save what others need to check our packs with. It holds no secret."""
        try:
            with self._shift.work() as work:
                root = work.register.identity().root_certificate
            self._disk.write_whole(path, root, lambda: self._write_down(root))
        except WelfareAppError as error:
            self._failed(error)
            return
        self._draw(saved="Saved. Give it to each organisation that receives your packs, by hand.")

    def _write_down(self, root: bytes) -> None:
        """Say in the trail that the certificate is given out, before the file is there."""
        with self._shift.work() as work:
            work.audit.note(CertificateGiven(hashlib.sha256(root).hexdigest()))
            work.commit()

    def _done(self, found: Soundness) -> None:
        if found.sound:
            entries = f"{found.entries:,} entries"
            self._draw(well=f"Everything is as it was left. The audit trail holds {entries}.")
            return
        message = self._definitions.message(found.faults[0])
        safe = f"{message.safe} {touched(found)}".strip()
        said = Trouble(message.happened, safe, message.todo, grave=True)
        self._draw(said=said, rescue=self._shift.may(Act.RESTORE) and self._may_rescue)

    def rescue(self) -> None:
        """Close the vault and see what can be rescued."""
        self._go(AtRescue())

    def _failed(self, error: Exception) -> None:
        self._draw(said=trouble(self._definitions, error))

    def _draw(
        self,
        *,
        well: str = "",
        busy: bool = False,
        said: Trouble | None = None,
        saved: str = "",
        rescue: bool = False,
    ) -> None:
        self._screen = LaptopScreen(
            *self._organisation,
            *self._look,
            well,
            busy,
            said,
            saved,
            ways_for(self._shift),
            locking_screen(self._locking),
            rescue,
        )
        self._view.show_screen(self._screen)
