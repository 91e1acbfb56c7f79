"""This laptop: how the program looks, where the vault is, and whether it is well."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot

from welfare_app.presenters.laptop import SCALES, SCHEMES, LaptopScreen
from welfare_app.presenters.ways import Way
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.file_ask import AskToSave, ask_to_save
from welfare_app.ui.pages.locking_part import LockingPart
from welfare_app.ui.pages.places import LAPTOP, places_rail, practice_strip
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Choices, Kit, Option, column, flow, row
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.parts.link import Link
from welfare_app.ui.shell import Page

_NOTE = "Everything is kept in this one folder, locked with your passphrase. Nothing is sent out."

_ROOT = "With it they can tell that a pack is ours. It holds no secret. Give it by hand, once."
CERTIFICATE = "organisation-root.crt"


class LaptopPage(Page):
    """Offers colours and text sizes, and a look over the vault."""

    look_chosen = Signal(str, float)
    examine_asked = Signal()
    certificate_wanted = Signal(object)
    followed = Signal(object)
    rescue_wanted = Signal()
    minutes_chosen = Signal(int)

    def __init__(
        self,
        kit: Kit,
        person: str,
        vault: str,
        ask: AskToSave = ask_to_save,
        *,
        practice: bool = False,
    ) -> None:
        """Make it; `vault` is the folder, as it is shown to a person."""
        super().__init__(kit, "This laptop")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._ask_where = ask
        self._well, self._saved, self._scale = "", "", 1.0
        self._whose = kit.text("", "small", "quiet")
        self._trouble = TroubleCard(kit, below=5)
        self._schemes = kit.choices([Option(key, words) for key, words in SCHEMES])
        self._scales = kit.choices([Option(str(one), words) for one, words in SCALES], across=True)
        for choices in (self._schemes, self._scales):
            choices.answered.connect(self._chosen)
        self._make_vault()
        self._locking = LockingPart(kit)
        self._locking.chosen.connect(self.minutes_chosen)
        self._ways, self._shown = column(), tuple[Way, ...]()
        strip = (practice_strip(kit), kit.space(4)) if practice else ()
        self.put_body(
            *strip,
            self._whose,
            kit.header("This laptop"),
            kit.space(4),
            self._trouble,
            kit.text("The vault", "heading"),
            kit.space(2),
            kit.rows(kit.fact("Folder", vault, _NOTE)),
            self._found,
            kit.space(4),
            flow(self._look, self._rescue, None, gap=kit.space(3)),
            self._ways,
            kit.space(5),
            self._locking,
            kit.space(5),
            kit.text("For those who receive our packs", "heading"),
            kit.space(2),
            kit.text(_ROOT, "body", "quiet"),
            self._given,
            kit.space(3),
            row(
                kit.button("Save our certificate", icon="badge-check", pressed=self._certify), None
            ),
            kit.space(5),
            kit.field("Colours", self._schemes, role="heading"),
            kit.space(4),
            kit.field("Size of the words", self._scales, role="heading"),
        )
        self.first = self._look

    def show_screen(self, screen: LaptopScreen) -> None:
        """Draw the page, without reporting a choice that nobody made."""
        self._whose.say(", ".join(filter(None, (screen.organisation, screen.laptop))))
        self._scale = screen.scale
        _choose(self._schemes, screen.scheme)
        _choose(self._scales, str(screen.scale))
        self._busy.show_busy(busy=screen.busy)
        self._trouble.show_trouble(screen.trouble)
        self._rescue.setVisible(screen.rescue)
        self._show_well(screen.well)
        self._show_saved(screen.saved)
        self._show_ways(screen.ways)
        if screen.locking is not None:
            self._locking.show_screen(screen.locking)

    def _make_vault(self) -> None:
        kit = self.kit
        self._found, self._given = column(), column()
        self._look = kit.button("Look the vault over", icon="scan-eye", pressed=self._examine)
        self._busy = BusyWords(kit, self._look, "Looking the vault over…")
        self._rescue = kit.button("See what can be rescued", pressed=self.rescue_wanted.emit)
        self._rescue.hide()

    def _show_ways(self, ways: tuple[Way, ...]) -> None:
        if ways == self._shown:
            return
        self._shown = ways
        clear(self._ways)
        self._ways.addSpacing(self.kit.space(5))
        self._ways.addWidget(self.kit.text("Looked after here", "heading"))
        for way in ways:
            self._ways.addSpacing(self.kit.space(3))
            self._ways.addLayout(row(self._link_to(way), None))
            self._ways.addWidget(self.kit.text(way.about, "small", "quiet"))

    def _link_to(self, way: Way) -> Link:
        return self.kit.link(way.title, pressed=lambda: self.followed.emit(way.place))

    def _show_well(self, well: str) -> None:
        if well == self._well:
            return
        self._well = well
        clear(self._found)
        if well:
            self._found.addSpacing(self.kit.space(3))
            notice = self.kit.notice("shield-check", "The vault is well", well, look="accent")
            self._found.addWidget(notice)
            announce(self, f"The vault is well. {well}")

    def _show_saved(self, saved: str) -> None:
        if saved == self._saved:
            return
        self._saved = saved
        clear(self._given)
        if saved:
            self._given.addSpacing(self.kit.space(3))
            self._given.addWidget(self.kit.notice("check", saved, look="accent"))
            announce(self, saved)

    @Slot()
    def _chosen(self) -> None:
        scale = self._scales.value()
        self.look_chosen.emit(self._schemes.value(), float(scale) if scale else self._scale)

    @Slot()
    def _certify(self) -> None:
        path = self._ask_where(self, "Save", CERTIFICATE, "Certificate (*.crt)")
        if path is not None:
            self.certificate_wanted.emit(path)

    @Slot()
    def _examine(self) -> None:
        if not self._busy.busy:
            self.examine_asked.emit()


def _choose(choices: Choices, key: str) -> None:
    if choices.value() != key:
        with QSignalBlocker(choices):
            choices.choose(key)
