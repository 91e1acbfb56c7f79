"""Numbers to call, open to anyone: no passphrase, no questions."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.emergency import EmergencyScreen, Number
from welfare_app.ui.pages.call_lines import as_dialled, call_lines, note_line
from welfare_app.ui.parts import Kit, column, holding, row
from welfare_app.ui.parts.layout import clear
from welfare_app.ui.shell import Page
from welfare_app.ui.shell.fold import Fold

_SENTENCES = "If someone may be hurt today, call 999 first. You need no proof."
_WIDE = 760
_DIGITS = 216


class EmergencyPage(Page):
    """Shows whom to call, the most urgent first. Esc goes back to where one was."""

    def __init__(self, kit: Kit, *, locked: bool = True) -> None:
        """Make it; it has Lock in its corner only while there is something to lock."""
        super().__init__(kit, "Emergency", back="Back", wide=True, locked=locked)
        self._screen = EmergencyScreen(())
        self._numbers = column(gap=kit.space(4))
        listed = holding(self._numbers)
        # a stop for the keyboard, so that arrows scroll a list longer than the window
        listed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        listed.setAccessibleName("Numbers to call")
        self._listed = listed
        sheet = holding(
            column(
                kit.header("Whom to call", sentence=_SENTENCES),
                kit.space(5),
                listed,
                kit.space(5),
                kit.text("Esc goes back to where you were.", "small", "quiet"),
            )
        )
        sheet.setMaximumWidth(kit.theme.scaled(_WIDE))
        middle = row(None, sheet, None)
        middle.setStretch(1, 1000)
        self.put_body(middle)

    def show_screen(self, screen: EmergencyScreen) -> None:
        """Draw the numbers."""
        if screen != self._screen:
            self._screen = screen
            self._draw()

    def refold(self, fold: Fold) -> None:
        """Set the digits under the words where there is no room beside them."""
        turned = (self.fold is Fold.ONE) is not (fold is Fold.ONE)
        super().refold(fold)
        if turned:
            self._draw()

    def _draw(self) -> None:
        clear(self._numbers)
        numbers, kit = self._screen.numbers, self.kit
        for number in numbers:
            if number.danger:
                self._numbers.addWidget(kit.card(self._line(number), look="danger", pad=4))
        calm = [self._line(number, pad=kit.space(2)) for number in numbers if not number.danger]
        if calm:
            self._numbers.addWidget(kit.rows(*calm))
        said = ". ".join(f"{one.name}: {one.digits}" for one in numbers)
        self._listed.setAccessibleDescription(said)
        self.setAccessibleDescription(f"{_SENTENCES} {said}")

    def _line(self, number: Number, pad: int = 0) -> QFrame:
        kit = self.kit
        if self.fold is Fold.ONE:
            return holding(column(call_lines(kit, number, "spoken"), margins=(0, pad, 0, pad)))
        ink = "danger" if number.danger else "ink"
        digits = kit.text(as_dialled(number.digits), "spoken", ink, figures=True, one_line=True)
        digits.setAccessibleName(f"{number.name}: {number.digits}")
        checked = kit.text(number.checked, "caption", "quiet", figures=True, wide=True)
        called = holding(column(digits, checked, None))
        called.setFixedWidth(kit.theme.scaled(_DIGITS))
        words = kit.text(number.name, "strong", ink, wide=True)
        lead = (kit.theme.leading("spoken") - kit.theme.leading("strong")) // 2
        about = column(lead, words, *note_line(kit, number), None)
        return holding(row(about, kit.space(4), called, margins=(0, pad, 0, pad)))
