"""Numbers to call, open to anyone: no passphrase, no questions."""

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from welfare_app.presenters.emergency import EmergencyScreen, Number
from welfare_app.ui.parts import Kit, column
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page
from welfare_app.ui.shell.fold import Fold

_SENTENCES = "If someone may be hurt today, call 999 first. You need no proof."


class EmergencyPage(Page):
    """Shows whom to call, the most urgent first. Esc goes back to where one was."""

    def __init__(self, kit: Kit, *, locked: bool = True) -> None:
        """Make it; it has Lock in its corner only while there is something to lock."""
        super().__init__(kit, "Emergency", back="Back", wide=True, locked=locked)
        self._screen = EmergencyScreen(())
        self._urgent, self._others = column(gap=kit.space(3)), QGridLayout()
        self._others.setContentsMargins(0, 0, 0, 0)
        self._others.setHorizontalSpacing(kit.space(3))
        self._others.setVerticalSpacing(kit.space(3))
        self.put_body(
            kit.header("Whom to call", sentence=_SENTENCES),
            kit.space(5),
            self._urgent,
            kit.space(3),
            self._others,
            kit.space(5),
            kit.text("Esc goes back to where you were.", "small", "quiet"),
        )

    def show_screen(self, screen: EmergencyScreen) -> None:
        """Draw the numbers."""
        if screen != self._screen:
            self._screen = screen
            self._draw()

    def refold(self, fold: Fold) -> None:
        """Set the numbers in one column where there is no room for two."""
        narrow = self.fold is Fold.ONE
        super().refold(fold)
        if narrow is not (fold is Fold.ONE):
            self._draw()

    def _draw(self) -> None:
        clear(self._urgent)
        clear(self._others)
        across = 1 if self.fold is Fold.ONE else 2
        calm = [one for one in self._screen.numbers if not one.danger]
        for number in self._screen.numbers:
            if number.danger:
                self._urgent.addWidget(self._card(number))
        for at, number in enumerate(calm):
            self._others.addWidget(self._card(number), at // across, at % across)
        self.setAccessibleDescription(_aloud(self._screen))

    def _card(self, number: Number) -> QFrame:
        kit = self.kit
        called = kit.number(number.name, number.digits, role="spoken", danger=number.danger)
        lines: list[QWidget] = [called]
        if number.note:
            lines.append(kit.text(number.note, "small", "quiet", figures=True))
        lines.append(kit.text(number.checked, "caption", "quiet", figures=True))
        return kit.card(column(*lines), None, look="danger" if number.danger else "card", pad=4)


def _aloud(screen: EmergencyScreen) -> str:
    said = (f"{one.name}: {one.digits}" for one in screen.numbers)
    return ". ".join((_SENTENCES, *said))
