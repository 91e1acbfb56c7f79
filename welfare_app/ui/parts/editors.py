"""Where answers are typed or picked."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QPlainTextEdit

from welfare_app.ui.parts.layout import mirrored
from welfare_app.ui.theme.theme import Theme

_COUNT_FROM = 0.8
MOST_TEXT = 50_000
"""Characters that can be pasted into a box: far more than any form takes, and no long wait."""
_MARGIN = 10
"""What QPlainTextEdit keeps round its text beside our padding: document margin and border."""


@dataclass(frozen=True, slots=True)
class Option:
    """One entry to choose: the key that is kept, the words that are shown."""

    key: str
    words: str
    hint: str = ""


class Line(QLineEdit):
    """One line of text."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        placeholder: str = "",
        figures: bool = False,
        secret: bool = False,
        icon: str = "",
        large: bool = False,
    ) -> None:
        """Make it. `figures` is for numbers, which run left to right in every language."""
        super().__init__()
        # Qt would cut at 32,767 without a word
        self.setMaxLength(MOST_TEXT)
        self.setText(text)
        self.setFont(theme.font("body", figures=figures))
        self.setPlaceholderText(placeholder)
        if large:
            self.setMinimumHeight(theme.size("control_large"))
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        self._theme, self._icon = theme, icon
        if icon:
            room = theme.size("icon") + theme.space(2)
            self.setTextMargins(*mirrored((room, 0, 0, 0)))
        if figures and self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add the icon. Qt's own would keep one size for every text."""
        super().paintEvent(event)
        if self._icon:
            side, pad = self._theme.size("icon"), self._theme.space(3)
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            icon = self._theme.icon(self._icon, "quiet", side, self)
            x = self.width() - side - pad if rtl else pad
            QPainter(self).drawPixmap(x, (self.height() - side) // 2, icon)


class Area(QPlainTextEdit):
    """Text that starts a line high and grows. It never stops anyone typing, at any length."""

    counted = Signal(str)
    """How much of the limit is used, in words, from four fifths of it; empty before."""
    refused = Signal(int)
    """How many characters were too many to put in at once. The box is as it was."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        rows: int = 1,
        most: int = 14,
        limit: int = 0,
        role: str = "body",
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self._theme, self._role, self._limit = theme, role, limit
        self._rows, self._most = rows, most
        self.setFont(theme.font(role))
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._grow)
        self.textChanged.connect(self._count)
        self.setPlainText(text)
        self._grow()

    @property
    def limit(self) -> int:
        """How many characters the form takes, or 0."""
        return self._limit

    def sizeHint(self) -> QSize:
        """Wide, and as high as it has been set."""
        return QSize(self._theme.size("measure") // 2, self.minimumHeight())

    def begin_with(self, rows: int) -> None:
        """Be at least so many lines high."""
        if rows != self._rows:
            self._rows = rows
            self._grow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste or drop, unless it is so much that the window would stand still."""
        size = len(source.text())
        kept = self.document().characterCount() - len(self.textCursor().selectedText())
        if size and kept + size > MOST_TEXT:
            self.refused.emit(size)
        else:
            super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapping may have changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    @Slot()
    def _grow(self) -> None:
        """Be as high as the text, in pixels: a line of Arabic is higher than the font says."""
        leading = self._theme.leading(self._role)
        least, tallest = leading * self._rows, leading * self._most
        text = self._text_height(tallest)
        around = self._theme.space(2) * 2 + _MARGIN
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if text > tallest else policy.ScrollBarAlwaysOff
        )
        high = ceil(min(max(text, least), tallest) + around)
        if high != self.minimumHeight() or high != self.maximumHeight():
            self.setFixedHeight(high)

    def _text_height(self, enough: float) -> float:
        # asking for its place is what lays out a block that is out of sight
        layout, block, total = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid() and total <= enough:
            total += layout.blockBoundingRect(block).height()
            block = block.next()
        return total

    @Slot()
    def _count(self) -> None:
        used = len(self.toPlainText())
        if self._limit and used >= self._limit * _COUNT_FROM:
            self.counted.emit(f"{used:,} of {self._limit:,} characters")
        else:
            self.counted.emit("")


class Pick(QComboBox):
    """One entry of a list. With `search`, typing any part of an entry finds it."""

    answered = Signal()

    def __init__(
        self,
        theme: Theme,
        options: Sequence[Option],
        chosen: str = "",
        *,
        search: bool = False,
        empty: str = "",
        large: bool = False,
    ) -> None:
        """Make it; `empty` is what stands there while nothing is chosen."""
        super().__init__()
        self._theme = theme
        self.setFont(theme.font("body"))
        if large:
            self.setMinimumHeight(theme.size("control_large"))
        self.setView(_option_list(theme))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        for option in options:
            self.addItem(option.words, option.key)
        if search:
            self._searchable(empty)
        self.setPlaceholderText(empty)
        self.choose(chosen)
        self.currentIndexChanged.connect(self._changed)

    def value(self) -> str:
        """The key of the entry chosen, or empty."""
        if self.isEditable() and self.currentText() != self.itemText(self.currentIndex()):
            return ""
        return str(self.currentData() or "")

    def choose(self, key: str) -> None:
        """Choose an entry by its key; an unknown key chooses nothing."""
        self.setCurrentIndex(self.findData(key) if key else -1)

    @Slot()
    def _changed(self) -> None:
        self.answered.emit()

    def _searchable(self, empty: str) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line, completer = self.lineEdit(), self.completer()
        if line is not None:
            line.setPlaceholderText(empty)
            line.setFont(self.font())
            line.setProperty("ring", "parent")
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setPopup(_option_list(self._theme))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: an answer must not change because someone scrolled."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add our own arrow."""
        super().paintEvent(event)
        side, pad = self._theme.size("icon"), self._theme.space(3)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        arrow = self._theme.icon("chevron-down", "quiet", side, self)
        x = pad if rtl else self.width() - side - pad
        QPainter(self).drawPixmap(x, (self.height() - side) // 2, arrow)


def _option_list(theme: Theme) -> QListView:
    view = QListView()
    view.setObjectName("options")
    view.setFont(theme.font("body"))
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    return view
