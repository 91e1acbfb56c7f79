"""Breaking the glass: what it means, and what is asked for before it is done."""

from PySide6.QtCore import Signal, Slot

from welfare_app.presenters.glass import GlassScreen
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.mending import show_problems
from welfare_app.ui.pages.new_passphrase import NARROW
from welfare_app.ui.pages.places import LAPTOP, places_rail
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Item, Kit
from welfare_app.ui.shell import Page

_SENTENCE = "For when somebody may come to harm and nobody in the circle can be reached."
_MEANS = (
    ("pen-line", "It is written down that you did, when and why. Nobody can take that out."),
    ("house", "Those in the circle read it on Home when they next unlock."),
    ("lock", "The case is open to you until this laptop is locked, and to nobody else."),
)
_OWN = "It shows that it is you who opens it."


class GlassPage(Page):
    """Says plainly what happens, then asks which case, why, and for one's own passphrase."""

    opened = Signal(str, str, str)
    """The number, the reason and the passphrase."""

    def __init__(self, kit: Kit, person: str) -> None:
        super().__init__(kit, "Open a case kept to a circle", back="This laptop")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._number, self._reason = kit.line(figures=True), kit.area()
        self._own = kit.line(secret=True)
        self._fields = {
            "number": kit.field(
                "The number of the case", self._number, hint="Such as P-0003.", width=NARROW
            ),
            "reason": kit.field(
                "Why must you see it now?", self._reason, hint="Those in the circle read this."
            ),
            "own": kit.field("Your own passphrase", self._own, hint=_OWN, width=NARROW),
        }
        self._problems, self._trouble = kit.problems(), TroubleCard(kit, below=4)
        means: list[Item] = [kit.text("What happens then", "strong"), kit.space(2)]
        for icon, words in _MEANS:
            means += [kit.point(icon, words, ink="attention", role="body"), kit.space(2)]
        danger = kit.text("If someone is in danger now, call 999 first.", "strong", wide=True)
        items: list[Item] = []
        for field in self._fields.values():
            items += [kit.space(5), field]
        self.put_body(
            kit.header("Open a case kept to a circle", sentence=_SENTENCE),
            kit.space(4),
            self._trouble,
            danger,
            kit.space(4),
            kit.card(*means, look="attention", pad=4),
            kit.space(2),
            self._problems,
            *items,
        )
        go = kit.button(
            "Break the glass and open it",
            "primary",
            icon="lock-open",
            key="Ctrl+Enter",
            pressed=self._open,
        )
        self._busy = BusyWords(kit, go, "Opening it…")
        self.put_foot(go)
        self.first = self._fields["number"]

    def show_screen(self, screen: GlassScreen) -> None:
        """Draw it, leaving alone what is being typed."""
        self._fields["own"].setVisible(not screen.practice)
        self._busy.show_busy(busy=screen.busy)
        self._trouble.show_trouble(screen.trouble)
        show_problems(self._problems, self._fields, screen.problems)

    def forget(self) -> None:
        """Let go of what was typed."""
        self._own.clear()

    @Slot()
    def _open(self) -> None:
        if not self._busy.busy:
            self.opened.emit(self._number.text(), self._reason.toPlainText(), self._own.text())
