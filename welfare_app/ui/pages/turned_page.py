"""The laptop turned round: large words for the worker, and nothing that names anyone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame

from welfare_app.presenters.emergency import Number
from welfare_app.presenters.turned import TurnedScreen
from welfare_app.ui.pages.call_lines import as_dialled, left_to_right
from welfare_app.ui.pages.language_bar import LanguageBar
from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Item, Kit, column, holding, row
from welfare_app.ui.parts.layout import clear, fill, reveal
from welfare_app.ui.shell import Page
from welfare_app.ui.shell.fold import Fold

_WIDE = 1024
_DIGITS = 216


class TurnedPage(Page):
    """One section at a time. The whole window runs in the direction of the language."""

    language_chosen = Signal(str)
    went_on = Signal()
    went_back = Signal()
    left_at_once = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "For the worker", back="Back", wide=True, tight=True, plain=True)
        self._before = QApplication.layoutDirection()
        self._shown: TurnedScreen | None = None
        self._languages = LanguageBar(kit)
        self._languages.chosen.connect(self.language_chosen)
        self._sheet = column()
        self._reading = holding(self._sheet)
        # a stop for the keyboard, so that arrows scroll a section longer than the window
        self._reading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        sheet = holding(column(self._languages, kit.space(4), self._reading))
        sheet.setMaximumWidth(kit.theme.scaled(_WIDE))
        middle = row(None, sheet, None)
        middle.setStretch(1, 1000)
        self.put_body(middle)
        self._next = kit.button("", "primary", key="Alt+Down", large=True)
        self._next.clicked.connect(self.went_on)
        self._back = kit.button("", key="Alt+Up", large=True)
        self._back.clicked.connect(self.went_back)
        self._leave = kit.button("", icon="x", large=True)
        self._leave.clicked.connect(self.left_at_once)
        self.put_foot(self._next, self._back, None, self._leave)

    def show_screen(self, screen: TurnedScreen) -> None:
        """Draw the section in its language."""
        before, self._shown = self._shown, screen
        if before is None or before.right_to_left != screen.right_to_left:
            _run(rtl=screen.right_to_left)
        self._say_buttons(screen)
        self._draw(screen)
        self.arranged.emit()
        if before is not None and (area := self._scroll_area()) is not None:
            area.verticalScrollBar().setValue(0)
            announce(self, self.accessibleDescription())

    def refold(self, fold: Fold) -> None:
        """Set the digits under the words where there is no room beside them."""
        turned = (self.fold is Fold.ONE) is not (fold is Fold.ONE)
        super().refold(fold)
        if turned and self._shown is not None:
            self._draw(self._shown)

    def forget(self) -> None:
        """The page is going away: what comes next runs in its own direction."""
        QApplication.setLayoutDirection(self._before)

    def _say_buttons(self, screen: TurnedScreen) -> None:
        said = screen.buttons
        self.back = said.turn
        self._next.say(said.next)
        self._back.say(said.back)
        reveal(self._back, shown=bool(said.back))
        self._leave.say(said.leave)
        self._languages.show_languages(screen.languages, screen.language, said.languages)

    # What is read

    def _draw(self, screen: TurnedScreen) -> None:
        kit, space = self.kit, self.kit.space
        title = kit.text(screen.title, "large_title", wide=True)
        title.setAccessibleDescription("heading")
        part = kit.text(left_to_right(screen.part), "body", "quiet", figures=True, one_line=True)
        head = row(title, space(4), part)
        body: list[Item] = [*self._warning(screen), head, space(3)]
        rows = [self._line(words) for words in screen.lines]
        body += [kit.rows(*rows, *(self._number(number) for number in screen.numbers))]
        if screen.staff:
            body += [space(4), kit.point("user", left_to_right(screen.staff), role="body")]
        clear(self._sheet)
        fill(self._sheet, tuple(body))
        numbers = (f"{number.name}: {number.digits}." for number in screen.numbers)
        aloud = " ".join((*screen.unchecked, *screen.lines, *numbers))
        for one in (self, self._reading):
            one.setAccessibleName(screen.title)
            one.setAccessibleDescription(aloud)

    def _warning(self, screen: TurnedScreen) -> list[Item]:
        if not screen.unchecked:
            return []
        kit, (theirs, ours) = self.kit, screen.unchecked
        english = kit.text(left_to_right(ours), "small", wide=True)
        words = column(kit.text(theirs, "small_strong", wide=True), english)
        mark = kit.icon("languages", "attention", line="small_strong")
        warning = row(mark, kit.space(3), words, top=True)
        return [kit.card(warning, look="attention", pad=3), kit.space(4)]

    def _line(self, words: str) -> QFrame:
        pad = self.kit.space(3)
        return holding(column(self.kit.text(words, "large", wide=True), margins=(0, pad, 0, pad)))

    def _number(self, number: Number) -> QFrame:
        kit, pad = self.kit, self.kit.space(3)
        ink = "danger" if number.danger else "ink"
        digits = kit.text(as_dialled(number.digits), "spoken", ink, figures=True, one_line=True)
        digits.setAccessibleName(f"{number.name}: {number.digits}")
        name = kit.text(number.name, "large", ink, wide=True)
        small = kit.text(number.note or number.checked, "small", "quiet", figures=True, wide=True)
        if self.fold is Fold.ONE:
            return holding(column(name, digits, small, margins=(0, pad, 0, pad)))
        digits.setFixedWidth(kit.theme.scaled(_DIGITS))
        about = column(name, small)
        return holding(row(about, kit.space(4), digits, top=True, margins=(0, pad, 0, pad)))


def _run(*, rtl: bool) -> None:
    """Mirror the whole window, or not."""
    way = Qt.LayoutDirection
    QApplication.setLayoutDirection(way.RightToLeft if rtl else way.LeftToRight)
