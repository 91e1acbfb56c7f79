"""The program with its window: from the locked screen to the open vault, and back."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from welfare_app.app.help import guide_page
from welfare_app.app.locking import LockingChoice
from welfare_app.app.room import Room
from welfare_app.app.rooms.doors import room
from welfare_app.app.rooms.house import House
from welfare_app.app.rooms.keeping import restoring
from welfare_app.app.rooms.outside import Outside, locked, start
from welfare_app.app.rooms.recovered import recovered
from welfare_app.app.rooms.rescue import rescue
from welfare_app.app.shutting import Shutting
from welfare_app.app.upkeep import Upkeep
from welfare_app.domain.contacts import Nation
from welfare_app.domain.people import Organisation
from welfare_app.presenters.emergency import emergency
from welfare_app.presenters.locking import warning
from welfare_app.presenters.places import (
    AtHome,
    AtLocked,
    AtRescue,
    AtRestore,
    AtStart,
    Place,
    record_of,
)
from welfare_app.services.desk import Desk, set_up
from welfare_app.services.half_typed import HalfTyped
from welfare_app.services.ports import Changes
from welfare_app.services.practice import open_practice
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Tools, WayIn
from welfare_app.services.unlock import Opened
from welfare_app.ui.emptying import empty_round
from welfare_app.ui.half_typed import half_typed
from welfare_app.ui.idle import IdleWatch
from welfare_app.ui.jobs import QtJobRunner
from welfare_app.ui.lock_key import LockKey
from welfare_app.ui.pages.emergency_page import EmergencyPage
from welfare_app.ui.pages.unlock_page import UnlockPage
from welfare_app.ui.parts import Kit
from welfare_app.ui.preferences import Preferences
from welfare_app.ui.shell import Page
from welfare_app.ui.theme.source import ThemeSource, Wanted
from welfare_app.ui.watch import Watch
from welfare_app.ui.window import TITLE, Window


class Desktop(QObject):
    """Holds the one window, and whatever room of the program stands in it."""

    announced = Signal(object)

    def __init__(
        self,
        tools: Tools,
        source: ThemeSource,
        window: Window,
        folder: Path,
        practice: Path,
        watch: Watch | None = None,
    ) -> None:
        super().__init__()
        self._tools, self._source, self.window = tools, source, window
        self._folder, self._practice = folder, practice
        self._preferences = Preferences()
        self._jobs = QtJobRunner(self)
        self._upkeep = Upkeep(self)
        self._desk: Desk | None = None
        self._house: House | None = None
        self._room: Room | None = None
        self._left_meanwhile = False
        watch = watch or Watch(self)
        watch.away.connect(self.away)
        self._shutting = Shutting(self._jobs, watch, self)
        self.window.emergency = self._emergency
        self.window.help = self._help
        self.window.may_close = self._may_close
        self.window.back_asked.connect(self._back)
        self.window.lock_asked.connect(self.lock)
        self.window.closing.connect(self._close)
        source.theme_changed.connect(self._redress)
        self.announced.connect(self._changed)
        app = cast("QApplication", QApplication.instance())
        self._idle = IdleWatch(app, self)
        LockKey(app, self).pressed.connect(self.lock)
        self._idle.warned.connect(self._warn)
        self._idle.returned.connect(self.window.stop_warning)
        self._idle.away.connect(self.lock)
        self._locking = LockingChoice(self._preferences, self._idle, watch)

    def begin(self, page: UnlockPage | None = None) -> None:
        """Stand behind the locked screen that is shown, or show the first run."""
        self._tools.restorer.finish(self._folder)
        if page is None:
            self.go(self._closed())
        else:
            self._room = locked(self._outside(), page)

    def go(self, place: Place) -> None:
        """Leave the room that is shown, keeping what was typed, and enter another."""
        if isinstance(place, AtRestore | AtRescue):
            self._shut()
        self._leave()
        self.window.say_kept("")
        kit = Kit(self._source.theme)
        match place:
            case AtStart():
                self._room = start(self._outside(), kit)
            case AtLocked():
                self._room = locked(self._outside(), UnlockPage(kit))
            case AtRescue():
                self._room = rescue(self._tools, self._folder, self._jobs, self.go, kit)
                self._idle.start()
            case AtRestore():
                self._room = restoring(
                    self._tools, self._folder, place, kit, self._jobs, self._unlocking
                )
                self._idle.start()
            case _ if self._house is not None:
                self._room = room(self._house, place, kit)
            case _:
                self._room = locked(self._outside(), UnlockPage(kit))
        self.window.show_page(self._room.page)

    @Slot()
    def lock(self) -> None:
        """Keep what is typed, empty the screen, let go of the key."""
        restoring = self._restoring
        if not self._shut() and restoring:
            self._unlocking()

    def _unlocking(self) -> None:
        self._idle.stop()
        self.go(self._closed())

    def _shut(self) -> bool:
        """Leave the vault, if anyone is in it, and say whether anyone was."""
        desk, self._desk = self._desk, None
        self._idle.stop()
        if desk is None:
            return False
        last = self._upkeep.last(desk)
        try:
            self._leave(desk)
        finally:  # what could not be kept is told over a screen that is empty
            self._house = None
            try:
                self._empty()
            finally:
                self._shutting.begin(last)
        return True

    @Slot()
    def away(self) -> None:
        """The laptop is left: lock it, and let nothing stand half-typed on the locked screen."""
        if self._desk is not None or self._restoring:
            self.lock()
            return
        # somebody's way in may be under way: it must not open an empty room
        self._left_meanwhile = True
        if self._room is not None and isinstance(self._room.place(), AtLocked):
            empty_round(self.window)
            if not self._jobs.busy:
                self.go(AtLocked())

    @Slot()
    def end(self) -> None:
        """The system ends the program: keep, lock, and go, whatever is shown."""
        try:
            self.lock()
        finally:
            self.window.may_close = None
            self.window.close()

    def _empty(self) -> None:
        empty_round(self.window)
        self.window.dress(Kit(self._source.theme), TITLE)
        self.go(self._closed())

    def _closed(self) -> Place:
        return AtLocked() if self._tools.door.exists(self._folder) else AtStart()

    @property
    def _restoring(self) -> bool:
        return self._room is not None and isinstance(self._room.place(), AtRestore | AtRescue)

    # The rooms before the vault is open

    def _outside(self) -> Outside:
        return Outside(
            self._tools,
            self._folder,
            self._jobs,
            self._come,
            self._open,
            self._recovered,
            self._practise,
            self._restore,
            self._rescue,
        )

    def _recovered(self, code: str, people: Sequence[WayIn]) -> None:
        """The sheet's code was right: on to a new passphrase."""
        self._leave()
        kit = Kit(self._source.theme)
        self._room = recovered(self._outside(), kit, code, people, lambda: self.go(AtLocked()))
        self.window.show_page(self._room.page)

    @Slot()
    def _rescue(self) -> None:
        self.go(AtRescue())

    @Slot()
    def _restore(self) -> None:
        self.go(AtRestore())

    @Slot()
    def _practise(self) -> None:
        """Open the practice vault, making it the first time."""
        jobs = self._room.jobs if self._room else self._jobs
        jobs.start(
            lambda _: open_practice(self._tools, self._practice), done=self._open, failed=self._fail
        )

    def _open(self, opened: Opened) -> None:
        if self._left_meanwhile:
            self._shutting.begin(lambda _: opened.vault.close())
            self.go(self._closed())
            return
        shift = Shift(
            opened.vault, opened.staff, self._tools.now, self._tools.new_id, self.announced.emit
        )
        self._desk = set_up(self._tools, shift, opened.organisation)
        folder = self._practice if opened.organisation.practice else self._folder
        self._house = House(
            self._tools,
            self._desk,
            self._jobs,
            self._upkeep.jobs,
            self.go,
            folder,
            self._look,
            self._choose_look,
            self.window.say_kept,
            self.lock,
            self._locking,
        )
        self.window.dress(Kit(self._source.theme), self._named(opened.organisation))
        self._locking.begin()
        self.go(AtHome())
        self._upkeep.begin(self._desk)

    def _named(self, organisation: Organisation) -> str:
        return "Practice vault" if organisation.practice else organisation.name

    # What happens meanwhile

    def _emergency(self, kit: Kit) -> Page:
        nation: Nation | None = self._desk.organisation.nation if self._desk else None
        page = EmergencyPage(kit, locked=self._desk is None)
        page.show_screen(emergency(self._tools.definitions.contacts(), nation))
        return page

    def _help(self, kit: Kit) -> Page:
        place = self._room.place() if self._room else AtLocked()
        words = self._tools.definitions.guide()
        return guide_page(kit, words, place, locked=self._desk is None)

    @Slot(object)
    def _changed(self, changes: Changes) -> None:
        if self._room is not None:
            self._room.changed(changes)

    @Slot()
    def _back(self) -> None:
        if self._room is not None:
            self._room.back()

    @Slot(int)
    def _warn(self, seconds: int) -> None:
        self.window.warn(warning(seconds))

    @Slot()
    def _come(self) -> None:
        self._left_meanwhile = False

    def _look(self) -> tuple[str, float]:
        return self._preferences.scheme, self._source.theme.scale

    def _choose_look(self, scheme: str, scale: float) -> None:
        self._preferences.choose(scheme, scale)
        self._source.choose(cast("Wanted", scheme), scale)

    @Slot()
    def _redress(self) -> None:
        if self._room is not None and self._room.holds():
            return  # the next room will be in the new look
        place = self._room.place() if self._room else AtLocked()
        name = self._named(self._desk.organisation) if self._desk else TITLE
        self._leave()
        self.window.dress(Kit(self._source.theme), name)
        self.go(place)

    def _fail(self, error: Exception) -> None:
        """Nobody foresaw it: let the ordinary handling of faults have it."""
        raise error

    def _leave(self, desk: Desk | None = None) -> None:
        """Leave the room. At a lock the `desk` keeps what was opened there and not given yet."""
        room, self._room = self._room, None
        if room is None:
            return
        try:
            if desk is not None:
                where = ": ".join(filter(None, (room.page.where, room.page.name)))
                said = half_typed(self.window)
                desk.half_typed.keep(HalfTyped(record_of(room.place()), where, said))
        finally:
            room.leave()

    def _may_close(self) -> bool:
        """Whether nothing shown only once would be lost; asks about it where it would."""
        if self._room is None or not self._room.holds():
            return True
        self._room.back()
        return False

    @Slot()
    def _close(self) -> None:
        self._preferences.stand(self.window.place())
        try:
            self._leave(self._desk)
        finally:
            self._idle.stop()
            desk, self._desk = self._desk, None
            last = self._upkeep.last(desk) if desk else None
            self.window.hide()  # what is ending may take a moment, and nobody need look at it
            self._shutting.finish(last)
            # last of all: a share that does not answer must not keep the key here
            self._upkeep.jobs.close()
