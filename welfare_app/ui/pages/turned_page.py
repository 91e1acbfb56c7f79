"""The laptop turned round: large words for the worker, and nothing that names anyone."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from welfare_app.presenters.emergency import Number
from welfare_app.presenters.turned import TurnedScreen
from welfare_app.ui.pages.call_lines import as_dialled
from welfare_app.ui.pages.language_bar import LanguageBar
from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Item, Kit, column, holding, row
from welfare_app.ui.parts.layout import clear, fill, reveal
from welfare_app.ui.shell import Page

_WIDE = 860


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
        self._sheet = QVBoxLayout()
        self._sheet.setContentsMargins(0, 0, 0, 0)
        self._next = kit.button("", "primary", key="Alt+Down", large=True, pressed=self._go_on)
        self._back = kit.button("", key="Alt+Up", large=True, pressed=self._go_back)
        self._leave = kit.button("", icon="log-out", large=True, pressed=self._leave_now)

    def show_screen(self, screen: TurnedScreen) -> None:
        """Draw the section in its language."""
        before, self._shown = self._shown, screen
        if before is None or before.right_to_left != screen.right_to_left:
            self._run(rtl=screen.right_to_left)
        if before is None:
            self._lay_out()
        self._say_buttons(screen)
        self._draw(screen)
        self.arranged.emit()
        if before is not None and (area := self._scroll_area()) is not None:
            area.verticalScrollBar().setValue(0)
            announce(self, self.accessibleDescription())

    def forget(self) -> None:
        """The page is going away: what comes next runs in its own direction."""
        QApplication.setLayoutDirection(self._before)

    def _run(self, *, rtl: bool) -> None:
        way = Qt.LayoutDirection
        QApplication.setLayoutDirection(way.RightToLeft if rtl else way.LeftToRight)

    def _lay_out(self) -> None:
        sheet = holding(self._sheet)
        sheet.setMaximumWidth(self.kit.theme.scaled(_WIDE))
        middle = row(None, sheet, None)
        middle.setStretch(1, 1000)
        self.put_body(self._languages, self.kit.space(5), middle)
        self.put_foot(self._next, self._back, None, self._leave)

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
        title = kit.text(screen.title, "title", wide=True)
        title.setAccessibleDescription("heading")
        part = kit.text(as_dialled(screen.part), "body", "quiet", figures=True, one_line=True)
        head = row(title, space(4), part)
        body: list[Item] = [*self._warning(screen), head, space(4)]
        rows = [self._line(words) for words in screen.lines]
        body += [kit.rows(*rows, *(self._number(number) for number in screen.numbers))]
        if screen.staff:
            body += [space(4), kit.point("user", screen.staff, role="body")]
        clear(self._sheet)
        fill(self._sheet, tuple(body))
        self.setAccessibleName(screen.title)
        numbers = (f"{one.name}: {one.digits}." for one in screen.numbers)
        self.setAccessibleDescription(" ".join((*screen.unchecked, *screen.lines, *numbers)))

    def _warning(self, screen: TurnedScreen) -> list[Item]:
        if not screen.unchecked:
            return []
        theirs, ours = screen.unchecked
        return [self.kit.notice("languages", theirs, ours), self.kit.space(5)]

    def _line(self, words: str) -> QFrame:
        pad = self.kit.space(3)
        return holding(column(self.kit.text(words, "large", wide=True), margins=(0, pad, 0, pad)))

    def _number(self, number: Number) -> QFrame:
        kit, pad = self.kit, self.kit.space(3)
        ink = "danger" if number.danger else "ink"
        digits = kit.text(as_dialled(number.digits), "spoken", ink, figures=True, one_line=True)
        digits.setAccessibleName(f"{number.name}: {number.digits}")
        lines: list[Item] = [kit.text(number.name, "large", ink, wide=True), digits]
        small = (number.note, number.checked)
        lines += [kit.text(words, "small", "quiet", figures=True) for words in small if words]
        return holding(column(*lines, margins=(0, pad, 0, pad)))

    # What is pressed

    @Slot()
    def _go_on(self) -> None:
        self.went_on.emit()

    @Slot()
    def _go_back(self) -> None:
        self.went_back.emit()

    @Slot()
    def _leave_now(self) -> None:
        self.left_at_once.emit()
