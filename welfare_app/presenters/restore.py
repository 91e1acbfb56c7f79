"""Restoring: choose a backup, open it, see what would be lost, and only then put it in place."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Protocol

from welfare_app.domain.comparison import Comparison, Here, Item
from welfare_app.domain.ids import StaffId
from welfare_app.presenters.backup_words import day_of
from welfare_app.presenters.counting import counted
from welfare_app.presenters.pack_screen import size_words
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import hour
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Ticket
from welfare_app.services.ports import Clock
from welfare_app.services.restore import Looked, Restore
from welfare_app.services.tools import WayIn

_KINDS = {
    "interview": ("talk", "talks"),
    "pack": ("incident pack", "incident packs"),
    "referral": ("referral", "referrals"),
    "evidence": ("file", "files"),
    "preservation": ("request to keep a record", "requests to keep records"),
    "chronology": ("chronology entry", "chronology entries"),
    "note": ("line of a talk", "lines of talks"),
    "sign": ("sign", "signs"),
    "staff": ("member of staff", "members of staff"),
    "organisation": ("organisation", "organisations"),
}
_OTHER = ("other record", "other records")
_NAMED = ("interview", "pack")
"""Kinds that are listed one by one, by their number."""

_HERE = {
    Here.NOTHING: "There is no vault on this laptop now. Nothing would be lost.",
    Here.READ: "The vault that is here would be moved aside whole, and not deleted.",
    Here.UNREADABLE: (
        "The vault that is here cannot be read with this, so nobody can say what is in it that "
        "the backup has not. It would be moved aside whole, and not deleted."
    ),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Some records that would change in the same way: a heading, and a line for each."""

    title: str
    note: str
    lines: tuple[str, ...]
    grave: bool = False


@dataclass(frozen=True, slots=True)
class RestoreScreen:
    """Everything the page shows. `step` is choose, compare or done."""

    step: str = "choose"
    backup: str = field(default="", repr=False)
    people: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    recovering: bool = False
    busy: str = ""
    trouble: Trouble | None = None
    made: str = ""
    here: str = ""
    groups: tuple[Group, ...] = ()


class RestoreView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: RestoreScreen) -> None:
        """Draw it."""
        ...

    def show_progress(self, done: int, total: int) -> None:
        """Say how far what is under way has got."""
        ...


class RestorePresenter:
    """Walks somebody through restoring while the vault is locked."""

    def __init__(
        self,
        view: RestoreView,
        restore: Restore,
        definitions: Definitions,
        jobs: JobRunner,
        now: Clock,
        leave: Callable[[], None],
    ) -> None:
        self._view, self._restore, self._definitions = view, restore, definitions
        self._jobs, self._now, self._leave = jobs, now, leave
        self._backup: Path | None = None
        self._looked: Looked | None = None
        self._ticket: Ticket | None = None
        self._screen = RestoreScreen()

    def begin(self, backup: Path | None = None) -> None:
        """Ask for a backup, or take the one that was chosen already."""
        self._draw(RestoreScreen())
        if backup is not None:
            self.choose(backup)

    def choose(self, backup: Path) -> None:
        """Take this folder for the backup, and ask who opens it."""
        self._backup = backup
        self._draw(RestoreScreen(backup=backup.name))
        self._jobs.start(
            lambda _: self._restore.people(backup), done=self._people, failed=self._nobody
        )

    def recover_instead(self, recovering: bool) -> None:
        """Ask for the recovery sheet's code instead of a passphrase, or the other way round."""
        self._draw(replace(self._screen, recovering=recovering, trouble=None))

    def look(self, staff: str, secret: str) -> None:
        """Open the backup, prove it, and compare it with what is here."""
        backup = self._backup
        if backup is None or self._screen.busy:
            return
        who = None if self._screen.recovering else StaffId(staff)
        self._draw(replace(self._screen, busy="Opening a copy of the backup…", trouble=None))
        self._ticket = self._jobs.start(
            lambda progress: self._restore.look(backup, who, secret, progress),
            done=self._compared,
            failed=self._failed,
            progress=self._view.show_progress,
        )

    def cancel(self) -> None:
        """Stop looking. Nothing was changed."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._draw(replace(self._screen, busy=""))

    def put_in_place(self) -> None:
        """Put the backup in the vault's place: the person has seen what it means."""
        looked = self._looked
        if looked is None or self._screen.busy:
            return
        self._draw(replace(self._screen, busy="Putting it in place…", trouble=None))
        self._jobs.start(
            lambda _: self._restore.restore(looked), done=self._done, failed=self._failed
        )

    def go_back(self) -> None:
        """Leave everything as it is, and go back to the locked screen."""
        self._leave()

    def forget(self) -> None:
        """The page is left: let go of the key, and of what was brought if it replaced nothing."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._looked = None
        if self._backup is not None:
            self._jobs.start(lambda _: self._restore.forget(), done=_ignore, failed=_ignore)

    def _people(self, people: tuple[WayIn, ...]) -> None:
        named = tuple((one.staff, f"{one.name}, {one.role}") for one in people)
        self._draw(replace(self._screen, people=named))

    def _nobody(self, error: Exception) -> None:
        """The ways in cannot be read: say so, and let another folder be chosen."""
        self._backup = None
        self._draw(RestoreScreen(trouble=trouble(self._definitions, error)))

    def _compared(self, looked: Looked) -> None:
        self._looked, self._ticket = looked, None
        now, backup = self._now(), looked.backup
        made = (
            f"Made on {day_of(backup.made, now)} at {hour(backup.made)}: "
            f"{size_words(backup.size)}, {backup.entries:,} entries. It was opened, and is whole."
        )
        self._draw(
            replace(
                self._screen,
                step="compare",
                busy="",
                made=made,
                here=_HERE[looked.comparison.here],
                groups=groups(looked.comparison, now),
            )
        )

    def _done(self, _told: None) -> None:
        self._looked = None
        self._draw(replace(self._screen, step="done", busy=""))

    def _failed(self, error: Exception) -> None:
        self._ticket = None
        self._draw(replace(self._screen, busy="", trouble=trouble(self._definitions, error)))

    def _draw(self, screen: RestoreScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def groups(comparison: Comparison, now: datetime) -> tuple[Group, ...]:
    """What would be lost first, then what would go back to what it was, then what comes back."""
    lost, older, back = comparison.lost, comparison.older, comparison.back
    found = (
        Group("Lost", "Begun here since, and not in the backup.", _lines(lost, now, "begun"), True),
        Group(
            "Back to an earlier state",
            "In both, but changed here since.",
            _lines(older, now, "last changed"),
            True,
        ),
        Group("Come back", "In the backup, and not here.", _lines(back, now, "from")),
    )
    shown = tuple(one for one in found if one.lines)
    if comparison.here is Here.READ and not shown:
        return (Group("Nothing", "The backup and the vault hold the same records.", ()),)
    return shown


def _lines(items: tuple[Item, ...], now: datetime, when: str) -> tuple[str, ...]:
    named = [
        f"{_KINDS[one.kind][0].capitalize()} {one.number}, {when} "
        f"{day_of(one.at, now)}, {hour(one.at)}"
        for one in items
        if one.kind in _NAMED
    ]
    others = sorted((one for one in items if one.kind not in _NAMED), key=_words)
    counts = [_count(words, len(list(some))) for words, some in groupby(others, key=_words)]
    return (*named, *counts)


def _words(item: Item) -> tuple[str, str]:
    return _KINDS.get(item.kind, _OTHER)


def _count(words: tuple[str, str], number: int) -> str:
    return f"{counted(number)} {words[0] if number == 1 else words[1]}"


def _ignore(_told: object) -> None:
    """Nobody is waiting to hear."""
