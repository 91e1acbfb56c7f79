"""Words on the screen."""

import re
from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from welfare_app.ui.parts.layout import wrapping
from welfare_app.ui.parts.typeset import (
    SetText,
    Setting,
    longest_word,
    reads_right_to_left,
    set_text,
)
from welfare_app.ui.theme.theme import Theme

_SETS_ANEW = {QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}
_WIDEST_WORD = 400


class Text(QLabel):
    """Wrapping text with a line height. Words are shown as they are unless `marked`.

    `marked` reads **bold**, the only mark-up; never set it on what a person typed.
    Exact words (the serif roles) run in the direction of their own script.
    """

    def __init__(
        self,
        theme: Theme,
        words: str,
        role: str = "body",
        colour: str = "ink",
        *,
        figures: bool = False,
        marked: bool = False,
        wide: bool = False,
        centre: bool = False,
        one_line: bool = False,
    ) -> None:
        super().__init__()
        self._theme, self._role, self._colour = theme, role, colour
        self._marked, self._centre, self._one_line = marked, centre, one_line
        self._words = ""
        self._bold: tuple[tuple[int, int], ...] = ()
        self._set: tuple[int, SetText] | None = None
        # layouts ask for the same few widths again and again
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role, figures=figures))
        across = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Preferred
        policy = wrapping(across)
        policy.setHeightForWidth(not one_line)
        self.setSizePolicy(policy)
        self.say(words)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def say(self, words: str) -> None:
        """Say something else."""
        self._words, self._bold = _read_marks(words) if self._marked else (words, ())
        self._forget()
        # QLabel would take an ampersand for a key of its own
        self.setText(self._words.replace("&", "&&"))
        self.setAccessibleName(self._words)
        self.updateGeometry()

    def colour_as(self, colour: str) -> None:
        """Use another ink."""
        self._colour = colour
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Wraps unless it is one line."""
        return not self._one_line

    def heightForWidth(self, width: int) -> int:
        """The height of its lines at a width."""
        if width not in self._heights:
            self._heights[width] = self._at(width).height
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """One line high: a taller hint would leave a hole under text that needs less."""
        if self._hint is None:
            natural = ceil(set_text(self._words, self._how()).width)
            limit = natural if self._one_line else self._theme.size("measure")
            self._hint = QSize(min(natural, limit), self._theme.leading(self._role))
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """Its longest word."""
        if self._one_line:
            return self.sizeHint()
        if self._least is None:
            wide = min(longest_word(self._words, self.font()), _WIDEST_WORD)
            self._least = QSize(ceil(wide) + 1, self._theme.leading(self._role))
        return self._least

    def changeEvent(self, event: QEvent) -> None:
        """Set the words again when direction or font changes."""
        if event.type() in _SETS_ANEW:
            self._forget()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, centred where there is more height than they need."""
        painter = QPainter(self)
        ink = self._colour if self.isEnabled() else "disabled_ink"
        painter.setPen(self._theme.colour(ink))
        ready = self._at(self.width())
        ready.draw(painter, 0, max(0, (self.height() - ready.height) / 2))

    def _forget(self) -> None:
        self._set = self._hint = self._least = None
        self._heights.clear()

    def _at(self, width: int) -> SetText:
        if self._set is None or self._set[0] != width:
            self._set = (width, set_text(self._words, self._how(), width))
        return self._set[1]

    def _how(self) -> Setting:
        page_rtl = rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self._role.startswith("words"):
            own = reads_right_to_left(self._words)
            rtl = rtl if own is None else own
        return Setting(
            font=self.font(),
            leading=self._theme.leading(self._role),
            rtl=rtl,
            from_right=page_rtl,
            one_line=self._one_line,
            centre=self._centre,
            bold=self._bold,
        )


def _read_marks(words: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    plain, runs = "", []
    for at, part in enumerate(re.split(r"\*\*", words)):
        if at % 2:
            runs.append((len(plain), len(part)))
        plain += part
    return plain, tuple(runs)
