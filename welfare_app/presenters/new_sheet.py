"""A new recovery sheet: the old one stops opening the vault, the new one is saved to print."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from welfare_app.presenters.new_passphrase import OWN
from welfare_app.presenters.places import AtStaff, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import day
from welfare_app.services.definitions import Definitions
from welfare_app.services.first_run import recovery_sheet
from welfare_app.services.jobs import JobRunner
from welfare_app.services.manage_staff import ManageStaff
from welfare_app.services.tools import Disk, Renderer


@dataclass(frozen=True, slots=True)
class SheetScreen:
    """Everything the page shows. `code` is blank until the sheet is made, and shown only then."""

    code: str = field(default="", repr=False)
    saved: bool = False
    problems: tuple[tuple[str, str], ...] = ()
    busy: bool = False
    trouble: Trouble | None = None


class SheetView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: SheetScreen) -> None:
        """Draw it."""
        ...


class NewSheetPresenter:
    """Makes the sheet, then holds on to its code until it is saved or left on purpose."""

    def __init__(
        self,
        view: SheetView,
        manage: ManageStaff,
        renderer: Renderer,
        disk: Disk,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        self._view, self._manage, self._renderer, self._disk = view, manage, renderer, disk
        self._definitions, self._jobs, self._go = definitions, jobs, go
        self._screen = SheetScreen()

    def begin(self) -> None:
        """Draw the page."""
        self._draw(self._screen)

    def holds(self) -> bool:
        """Whether leaving now would lose a code that nobody has kept."""
        return bool(self._screen.code) and not self._screen.saved

    def make(self, own: str) -> None:
        """Make it. From then on the old sheet opens nothing."""
        if self._screen.busy or self._screen.code:
            return
        if not own:
            self._draw(replace(self._screen, problems=(OWN,), trouble=None))
            return
        self._draw(SheetScreen(busy=True))
        self._jobs.start(
            lambda _: self._manage.new_sheet(own), done=self._made, failed=self._failed
        )

    def save(self, path: Path) -> None:
        """Save it as a PDF to print."""
        at = day(self._manage.shift.now())
        sheet = recovery_sheet(self._manage.organisation, self._screen.code, at)
        try:
            self._disk.write_whole(path, self._renderer.render(sheet))
        except Exception as error:  # noqa: BLE001 - whatever it is, the code must stay on screen
            self._failed(error)
            return
        self._draw(replace(self._screen, saved=True, trouble=None))

    def go_on(self) -> None:
        """Go back to everyone."""
        self._go(AtStaff())

    def _made(self, code: str) -> None:
        self._draw(SheetScreen(code))

    def _failed(self, error: Exception) -> None:
        self._draw(replace(self._screen, busy=False, trouble=trouble(self._definitions, error)))

    def _draw(self, screen: SheetScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)
