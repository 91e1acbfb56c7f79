"""Backups: where they go, one made now, and each with whether it is proved."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from welfare_app.presenters.backups import BackupLine, BackupsScreen
from welfare_app.presenters.places import AtLaptop
from welfare_app.ui.pages.file_ask import AskForFolder, ask_for_folder
from welfare_app.ui.pages.places import LAPTOP, places_rail, practice_strip
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Button, Item, Kit, Question, column, flow, holding, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell import Page

_NONE_YET = "Choose a place first: a USB stick, or a folder on a share."
_LOCKS = Question(
    "Lock, and look at this backup?",
    "The vault is locked first. Then you see what restoring would change, before anything does.",
    do="Lock and go on",
    keep="Stay here",
)


class BackupsPage(Page):
    """Lists the backups, makes one, proves them, and leads to restoring."""

    place_chosen = Signal(object)
    make_wanted = Signal()
    prove_wanted = Signal(str)
    restore_wanted = Signal(str)
    """The backup's name, or blank for one from elsewhere."""
    cancelled = Signal()
    followed = Signal(object)

    def __init__(
        self, kit: Kit, person: str, ask: AskForFolder = ask_for_folder, *, practice: bool = False
    ) -> None:
        """Make it; `ask` finds a folder."""
        super().__init__(kit, "Backups", back="This laptop")
        self._ask_where = ask
        self._shown: BackupsScreen | None = None
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._trouble = TroubleCard(kit, below=5)
        self._standing, self._place, self._list = column(), column(), column()
        self._busy = kit.busy()
        self._busy.cancelled.connect(self.cancelled)
        self._choose = kit.button("Choose a place", icon="folder", pressed=self._ask_folder)
        self._make = kit.button(
            "Back up now", "primary", icon="hard-drive", key="Ctrl+Enter", pressed=self._wanted
        )
        strip = (practice_strip(kit), kit.space(4)) if practice else ()
        self.put_body(
            *strip,
            kit.header(
                "Backups",
                sentence="Made once a day by themselves, and opened again to see that they work.",
            ),
            kit.space(4),
            self._trouble,
            self._standing,
            self._busy,
            kit.space(4),
            kit.text("Where they go", "heading"),
            kit.space(2),
            self._place,
            kit.space(3),
            flow(self._make, self._choose, gap=kit.space(3)),
            kit.space(5),
            self._list,
        )
        self.put_side(
            kit.text("Where to keep them", "heading"),
            kit.space(3),
            kit.point("usb", "On a stick that is locked away, or a shared folder."),
            kit.space(3),
            kit.point("ban", "Not only on this laptop: it may be stolen, or its disk may fail."),
            kit.space(3),
            kit.point("lock", "Each is locked like the vault. Your passphrase opens it."),
            folded="Where to keep them",
        )
        self.first = self._make

    def show_screen(self, screen: BackupsScreen) -> None:
        """Draw the page, keeping the keyboard where it was."""
        before, self._shown = self._shown, screen
        self._trouble.show_trouble(screen.trouble or screen.failed)
        if before is None or _said(before) != _said(screen):
            self._show_standing(screen)
        if before is None or (before.place, before.warning) != (screen.place, screen.warning):
            self._show_place(screen)
        if before is None or (before.lines, bool(before.busy)) != (screen.lines, bool(screen.busy)):
            self._show_list(screen)
        self._show_busy(screen, before)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far what is under way has got."""
        self._busy.progress(done, total)

    # What it shows

    def _show_standing(self, screen: BackupsScreen) -> None:
        kit = self.kit
        clear(self._standing)
        if screen.done:
            fill(self._standing, (kit.notice("circle-check", screen.done, look="accent"),))
            announce(self, screen.done)
        elif screen.needs:
            fill(self._standing, (kit.notice("circle-alert", screen.sentence),))
        else:
            fill(self._standing, (kit.point("circle-check", screen.sentence, ink="accent"),))

    def _show_place(self, screen: BackupsScreen) -> None:
        kit = self.kit
        clear(self._place)
        self._choose.say("Choose another place" if screen.place else "Choose a place")
        self._choose.dress("secondary" if screen.place else "primary")
        self._make.setVisible(bool(screen.place))
        self.first = self._make if screen.place else self._choose
        if not screen.place:
            fill(self._place, (kit.text(_NONE_YET, "body", "quiet"),))
            return
        fill(self._place, (kit.rows(kit.fact("Folder", screen.place)),))
        if screen.warning:
            notice = kit.notice("circle-alert", "On the same disk as the vault", screen.warning)
            fill(self._place, (kit.space(3), notice))

    def _show_list(self, screen: BackupsScreen) -> None:
        kit = self.kit
        clear(self._list)
        items: list[Item] = []
        if screen.lines:
            items += [kit.text("Those there are", "heading"), kit.space(2)]
            lines = (self._line(one, screen) for one in screen.lines)
            items.append(kit.rows(*lines))
        if screen.restores:
            link = kit.link("Restore from another folder", pressed=partial(self._restore, ""))
            items += [kit.space(4), row(link, None)]
        fill(self._list, tuple(items))

    def _line(self, line: BackupLine, screen: BackupsScreen) -> QWidget:
        kit, pad = self.kit, self.kit.space(3)
        mark = kit.icon(
            "circle-check" if line.sure else "circle-alert",
            "accent" if line.sure else "attention",
            line="strong",
        )
        about = ". ".join(filter(None, (line.proved, line.about)))
        words: list[Item] = [
            kit.text(line.made, "strong", figures=True),
            kit.text(about, "small", "quiet" if line.sure else "attention", figures=True),
        ]
        if line.elsewhere:
            words.append(kit.text(line.elsewhere, "caption", "quiet"))
        lead = holding(row(mark, kit.space(3), column(*words), top=True))
        buttons = self._buttons(line, screen) if not screen.busy else ()
        return holding(flow(lead, None, *buttons, gap=pad, margins=(0, pad, 0, pad)))

    def _buttons(self, line: BackupLine, screen: BackupsScreen) -> tuple[Button, ...]:
        kit = self.kit
        words = "Prove again" if line.sure else "Prove"
        prove = kit.button(
            words,
            compact=True,
            name=f"{words}: the backup of {line.made}",
            pressed=partial(self._prove, line.name),
        )
        if not screen.restores:
            return (prove,)
        restore = kit.button(
            "Restore",
            compact=True,
            name=f"Restore: the backup of {line.made}",
            pressed=partial(self._restore, line.name),
        )
        return prove, restore

    def _show_busy(self, screen: BackupsScreen, before: BackupsScreen | None) -> None:
        was = before.busy if before is not None else ""
        if screen.busy == was:
            return
        self._make.setEnabled(not screen.busy)
        self._choose.setEnabled(not screen.busy)
        if screen.busy:
            self._busy.start(screen.busy)
        else:
            self._busy.stop()
            if self.first is not None:
                self.first.setFocus()

    # What it reports

    @Slot()
    def _ask_folder(self) -> None:
        path = self._ask_where(self, "Choose a folder for backups")
        if path is not None:
            self.place_chosen.emit(path)

    @Slot()
    def _wanted(self) -> None:
        self.make_wanted.emit()

    def _prove(self, name: str, _checked: bool = False) -> None:
        self.prove_wanted.emit(name)

    def _restore(self, name: str, _checked: bool = False) -> None:
        def sure(yes: bool) -> None:
            if yes:
                self.restore_wanted.emit(name)

        self.ask(_LOCKS, sure)

    def go_back(self) -> None:
        """Go back to This laptop."""
        self.followed.emit(AtLaptop())


def _said(screen: BackupsScreen) -> object:
    return screen.sentence, screen.needs, screen.done
