"""Backing up: where to, when, proved by opening what was made, and old ones dropped in turn."""

from collections.abc import Callable, Container, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from welfare_app.domain.backup import Backup, Due, Plan, due, kept
from welfare_app.domain.errors import Refused, Unavailable, WelfareAppError
from welfare_app.domain.events import (
    BackupFailed,
    BackupMade,
    BackupPlaceChosen,
    BackupProved,
    BackupsDropped,
    Event,
)
from welfare_app.domain.roles import Act
from welfare_app.services.backups import Lying
from welfare_app.services.jobs import Progress, no_progress, share
from welfare_app.services.shift import Shift

QUICK = 16 * 1024 * 1024
"""Bytes. A vault no larger is copied while locking, in less time than anyone would notice."""


@dataclass(frozen=True, slots=True)
class BackUp:
    """Makes and proves backups of the open vault. `version` is this program's.

    Everything but `plan` and `known` takes long: call it in a job apart from other jobs.
    """

    shift: Shift
    version: str

    def plan(self) -> Plan:
        """Where backups go and which there are."""
        with self.shift.work() as work:
            return work.backups.plan()

    def known(self) -> tuple[Backup, ...]:
        """Every backup that is known to be somewhere, the newest first."""
        return self.plan().backups

    def lying(self, place: str) -> Lying:
        """How a place lies to the vault's own disk."""
        return self.shift.vault.backups.lying(Path(place))

    def choose(self, place: Path) -> Plan:
        """Let backups go to a place from now on. Those elsewhere stay, and stay known."""
        self.shift.must(Act.KEEP_BACKUPS)
        if self.lying(str(place)).inside:
            raise Refused("backup.inside-vault")
        return self._change(
            lambda plan: replace(plan, place=str(place), failed=None, failure=""),
            BackupPlaceChosen(),
        )

    def make(self, progress: Progress = no_progress) -> Backup:
        """Make a backup, prove it, and drop those that have served their time."""
        self.shift.must(Act.KEEP_BACKUPS)
        return self._noting(lambda: self._make(progress))

    def make_in(self, place: Path, progress: Progress = no_progress) -> Backup:
        """Make and prove one backup in a place that is not the plan's, and drop none."""
        self.shift.must(Act.KEEP_BACKUPS)
        made = self.shift.vault.backups.make(place, self.version, share(progress, 0, 300))
        self._change(
            lambda plan: replace(plan, backups=_joined(plan.backups, (made,), ())),
            BackupMade(made.made.isoformat(), made.entries, made.head),
        )
        return self._proved(made, share(progress, 300, 1000))

    def prove(self, backup: Backup, progress: Progress = no_progress) -> Backup:
        """Prove one again, wherever it lies."""
        self.shift.must(Act.KEEP_BACKUPS)
        return self._noting(lambda: self._prove(backup, progress))

    def keep_up(self, progress: Progress = no_progress) -> Due:
        """Do what is due without being asked. What fails is written down, and said on Home."""
        self.shift.vault.backups.sweep()
        plan = self.plan()
        asked = self._due(plan)
        with suppress(WelfareAppError):
            if asked is Due.MAKE:
                self._noting(lambda: self._make(progress))
            elif asked is Due.PROVE and plan.newest is not None:
                newest = plan.newest
                self._noting(lambda: self._prove(newest, progress))
        return asked

    def before_locking(self, progress: Progress = no_progress) -> bool:
        """Back up if it is due and keeps nobody waiting, and say whether it was tried.

        It is proved after the next unlocking: the key must not be held for that now.
        """
        plan = self.plan()
        shelf = self.shift.vault.backups
        if self._due(plan) is not Due.MAKE or shelf.size > QUICK:
            return False
        if not shelf.near(Path(plan.place)):
            return False
        with suppress(WelfareAppError):
            self._noting(lambda: self._write(progress))
        return True

    def _due(self, plan: Plan) -> Due:
        newest = plan.newest
        with self.shift.work() as work:
            changed = work.backups.changed_since(newest.entries if newest else 0)
        return due(plan, self.shift.now(), changed=changed)

    def _make(self, progress: Progress) -> Backup:
        made = self._write(share(progress, 0, 300))
        proved = self._proved(made, share(progress, 300, 1000))
        self._rotate()
        return proved

    def _write(self, progress: Progress) -> Backup:
        plan, shelf = self.plan(), self.shift.vault.backups
        if not plan.place:
            raise Refused("backup.no-place")
        place = Path(plan.place)
        made = shelf.make(place, self.version, progress)
        there = shelf.found(place)
        gone = {
            one.name
            for one in plan.backups
            if one.place == plan.place and not shelf.lies(place, one.name)
        }
        self._change(
            lambda plan: replace(_well(plan), backups=_joined(plan.backups, there, gone)),
            BackupMade(made.made.isoformat(), made.entries, made.head),
        )
        return made

    def _proved(self, made: Backup, progress: Progress) -> Backup:
        """Prove what was just made. Where that fails, the vault itself may be why."""
        try:
            return self._prove(made, progress)
        except Unavailable as error:
            if error.code == "backup.damaged" and not self.shift.vault.examine().sound:
                raise Unavailable("backup.vault-damaged") from error
            raise

    def _prove(self, backup: Backup, progress: Progress) -> Backup:
        proved = self.shift.vault.backups.prove(Path(backup.place), backup.name, progress)

        def noted(plan: Plan) -> Plan:
            others = tuple(one for one in plan.backups if one.name != proved.name)
            return replace(_well(plan), backups=(*others, proved))

        self._change(noted, BackupProved(proved.made.isoformat(), proved.head))
        return proved

    def _rotate(self) -> None:
        plan = self.plan()
        here = [one for one in plan.backups if one.place == plan.place]
        wanted = {one.name for one in kept(here, self.shift.now())}
        gone = [one for one in here if one.name not in wanted and self._dropped(one)]
        if gone:
            names = {one.name for one in gone}
            self._change(
                lambda plan: replace(plan, backups=_joined(plan.backups, (), names)),
                BackupsDropped(tuple(one.made.isoformat() for one in gone)),
            )

    def _dropped(self, backup: Backup) -> bool:
        """Drop it. One that cannot be dropped now is no trouble; it is tried again next time."""
        with suppress(WelfareAppError):
            self.shift.vault.backups.drop(Path(backup.place), backup.name)
            return True
        return False

    def _noting(self, work: Callable[[], Backup]) -> Backup:
        """Do it, and write down what went wrong where something did."""
        try:
            return work()
        except WelfareAppError as error:
            if error.code != "backup.no-place":
                with suppress(WelfareAppError):
                    self._note_failure(error.code)
            raise

    def _note_failure(self, code: str) -> None:
        """Write it down once, however often it is met before something goes well again."""
        if self.plan().failure != code:
            now = self.shift.now()
            self._change(lambda plan: replace(plan, failed=now, failure=code), BackupFailed(code))

    def _change(self, how: Callable[[Plan], Plan], because: Event) -> Plan:
        with self.shift.work() as work:
            plan = how(work.backups.plan())
            work.backups.save(plan, because=because)
            changes = work.commit()
        self.shift.announce(changes)
        return plan


def _well(plan: Plan) -> Plan:
    return replace(plan, failed=None, failure="")


def _joined(
    known: Iterable[Backup], there: Iterable[Backup], gone: Container[str]
) -> tuple[Backup, ...]:
    """Those known and those found, without those that are gone. What was proved stays so."""
    listed = {one.name: one for one in there} | {one.name: one for one in known}
    return tuple(one for one in listed.values() if one.name not in gone)
