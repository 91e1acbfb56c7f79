"""This laptop: how the program looks, and whether the vault is well."""

from dataclasses import dataclass
from typing import Protocol

from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.ports import OpenVault, Soundness

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
        vault: OpenVault,
        definitions: Definitions,
        jobs: JobRunner,
    ) -> None:
        self._view, self._vault, self._definitions, self._jobs = view, vault, definitions, jobs
        self._organisation, self._look = organisation, look

    def begin(self) -> None:
        """Draw the page."""
        self._draw()

    def examine(self) -> None:
        """Look over every page, entry and file of the vault."""
        self._draw(busy=True)
        self._jobs.start(lambda _: self._vault.examine(), done=self._done, failed=self._failed)

    def _done(self, found: Soundness) -> None:
        if found.sound:
            entries = f"{found.entries:,} entries"
            self._draw(well=f"Everything is as it was left. The audit trail holds {entries}.")
            return
        message = self._definitions.message(found.faults[0])
        self._draw(said=Trouble(message.happened, message.safe, message.todo, grave=True))

    def _failed(self, error: Exception) -> None:
        self._draw(said=trouble(self._definitions, error))

    def _draw(self, *, well: str = "", busy: bool = False, said: Trouble | None = None) -> None:
        self._view.show_screen(
            LaptopScreen(*self._organisation, *self._look, well=well, busy=busy, trouble=said)
        )
