"""Backups: where they go, one made now, each proved again, and the way to restoring one."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from welfare_app.domain.backup import Backup, Plan
from welfare_app.domain.roles import Act
from welfare_app.presenters.backup_words import ago, day_of, standing
from welfare_app.presenters.pack_screen import size_words
from welfare_app.presenters.places import AtRestore, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import hour
from welfare_app.services.back_up import BackUp
from welfare_app.services.backups import Lying
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Ticket
from welfare_app.services.ports import Changes

_SAME_DISK = (
    "This is the disk the vault is on. If it fails, or the laptop is stolen, both are gone. "
    "A stick or a shared folder is safer."
)
_MAKING, _PROVING = "Making a backup, then opening a copy of it…", "Opening a copy of it…"


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One backup: when it was made, what is known of it, and whether it is proved."""

    name: str
    made: str
    proved: str
    sure: bool
    about: str
    elsewhere: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class BackupsScreen:
    """Everything the page shows. `needs` says that the sentence needs somebody."""

    place: str = field(repr=False)
    sentence: str
    needs: bool
    lines: tuple[BackupLine, ...]
    restores: bool
    warning: str = ""
    busy: str = ""
    done: str = ""
    trouble: Trouble | None = None
    failed: Trouble | None = None


class BackupsView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: BackupsScreen) -> None:
        """Draw it."""
        ...

    def show_progress(self, done: int, total: int) -> None:
        """Say how far what is under way has got."""
        ...


class BackupsPresenter:
    """Makes and proves backups away from the screen. What runs goes on when the page is left."""

    def __init__(
        self,
        view: BackupsView,
        back_up: BackUp,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
        *,
        practice: bool = False,
    ) -> None:
        self._view, self._back_up, self._definitions = view, back_up, definitions
        self._jobs, self._go, self._practice = jobs, go, practice
        self._ticket: Ticket | None = None
        self._busy, self._warning, self._done = "", "", ""

    def begin(self) -> None:
        """Draw the page, and find out how the place lies."""
        self._draw()
        self._look_at_place()

    def changed(self, _changes: Changes) -> None:
        """A backup was made, proved or dropped somewhere else: draw again."""
        self._draw()

    def choose(self, place: Path) -> None:
        """Let backups go there, and make the first at once."""
        try:
            self._back_up.choose(place)
        except Exception as error:  # noqa: BLE001 - every failure must reach the screen
            self._failed(error)
            return
        self._warning = ""
        self._look_at_place()
        self.make()

    def make(self) -> None:
        """Make a backup now. A second wish while one is under way is not heard."""
        if self._busy:
            return
        self._begin(_MAKING)
        self._ticket = self._jobs.start(
            self._back_up.make, done=self._made, failed=self._failed, progress=self._progress
        )

    def prove(self, name: str) -> None:
        """Prove one again."""
        backup = self._named(name)
        if self._busy or backup is None:
            return
        self._begin(_PROVING)
        self._ticket = self._jobs.start(
            lambda progress: self._back_up.prove(backup, progress),
            done=self._proved,
            failed=self._failed,
            progress=self._progress,
        )

    def cancel(self) -> None:
        """Stop what is under way. Nothing half-made is left."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._ended(done="Stopped. Nothing half-made was left, and older backups are as they were.")

    def restore(self, name: str) -> None:
        """Go where this one can replace the vault, or one from elsewhere where none is named.

        The vault is locked first.
        """
        backup = self._named(name)
        self._go(AtRestore(Path(backup.place) / backup.name if backup else None))

    def _begin(self, words: str) -> None:
        self._busy, self._done = words, ""
        self._draw()

    def _progress(self, done: int, total: int) -> None:
        if self._busy:
            self._view.show_progress(done, total)

    def _made(self, backup: Backup) -> None:
        size = size_words(backup.size)
        self._ended(done=f"A backup was made and proved: {size}, {backup.entries:,} entries.")

    def _proved(self, backup: Backup) -> None:
        now = self._back_up.shift.now()
        self._ended(
            done=f"The backup of {day_of(backup.made, now)} was opened and is whole: "
            f"{backup.entries:,} entries."
        )

    def _failed(self, error: Exception) -> None:
        self._ended(said=trouble(self._definitions, error))

    def _ended(self, *, done: str = "", said: Trouble | None = None) -> None:
        self._busy, self._ticket, self._done = "", None, done
        self._draw(said=said)

    def _look_at_place(self) -> None:
        place = self._back_up.plan().place
        if place:
            self._jobs.start(
                lambda _: self._back_up.lying(place), done=self._lies, failed=self._no_matter
            )

    def _lies(self, lying: Lying) -> None:
        self._warning = _SAME_DISK if lying.same_disk else ""
        self._draw()

    def _no_matter(self, _error: Exception) -> None:
        """How a place lies is only worth saying where it is known."""

    def _named(self, name: str) -> Backup | None:
        return next((one for one in self._back_up.known() if one.name == name), None)

    def _draw(self, *, said: Trouble | None = None) -> None:
        plan, now = self._back_up.plan(), self._back_up.shift.now()
        sentence, needs = standing(plan, now)
        screen = BackupsScreen(
            plan.place,
            f"{sentence}.",
            needs,
            tuple(_line(one, plan, now) for one in plan.backups),
            self._back_up.shift.may(Act.RESTORE) and not self._practice,
            self._warning,
            self._busy,
            self._done,
            said,
        )
        if not self._busy and said is None and plan.failure:
            screen = replace(screen, failed=self._last_failure(plan, now))
        self._view.show_screen(screen)

    def _last_failure(self, plan: Plan, now: datetime) -> Trouble:
        said = self._definitions.message(plan.failure)
        since = f"Since {day_of(plan.failed, now)}: " if plan.failed else ""
        return Trouble(f"{since}{said.happened}", said.safe, said.todo)


def _line(backup: Backup, plan: Plan, now: datetime) -> BackupLine:
    return BackupLine(
        backup.name,
        f"{day_of(backup.made, now)}, {hour(backup.made)}",
        f"Proved {ago(backup.proved, now)}" if backup.proved else "Not proved yet",
        backup.proved is not None,
        f"{size_words(backup.size)}, {backup.entries:,} entries",
        "" if backup.place == plan.place else backup.place,
    )
