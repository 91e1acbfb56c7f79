"""The few entries offered under a line while someone types."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractScrollArea, QListView, QWidget

from welfare_app.ui.parts import Kit


class Suggestions(QListView):
    """Lies over the window and never takes the keyboard, so that typing is never held up."""

    picked = Signal(str)

    def __init__(self, kit: Kit, line: QWidget) -> None:
        super().__init__(line.window())
        self._kit, self._line = kit, line
        self._entries = QStringListModel(self)
        self.setModel(self._entries)
        self.setObjectName("options")
        self.setAccessibleName("Entries that match")
        self.setFont(kit.theme.font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        for bar in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(self._clicked)
        self._hide_on_scroll()

    @property
    def current(self) -> str:
        """The entry that Enter would choose."""
        return str(self.currentIndex().data() or "")

    def offer(self, entries: Sequence[str]) -> None:
        """Show entries, the first of them marked; with none, go away."""
        if not entries:
            self.hide()
            return
        self._entries.setStringList(list(entries))
        self.setGeometry(self._place(len(entries)))
        self.setCurrentIndex(self._entries.index(0))
        self.raise_()
        self.show()

    def move_by(self, step: int) -> None:
        """Mark another entry, round and round."""
        count = self._entries.rowCount()
        if count:
            self.setCurrentIndex(self._entries.index((self.currentIndex().row() + step) % count))

    def _place(self, count: int) -> QRect:
        """Under the line, or above it where there is more room."""
        line, window = self._line, self.parentWidget() or self._line
        gap, edge = self._kit.space(1), 2 * self.frameWidth() + 2
        at = line.mapTo(window, QPoint(0, 0))
        under = at.y() + line.height() + gap
        row = max(self.sizeHintForRow(0), 1)
        below, above = window.height() - under - gap, at.y() - 2 * gap
        wanted = count * row + edge
        room = max(below, above) if below < wanted else below
        high = min(wanted, max(1, (room - edge) // row) * row + edge)
        top = under if below >= high else at.y() - gap - high
        return QRect(at.x(), top, line.width(), high)

    def _hide_on_scroll(self) -> None:
        above = self._line.parentWidget()
        while above is not None:
            if isinstance(above, QAbstractScrollArea):
                above.verticalScrollBar().valueChanged.connect(self.hide)
            above = above.parentWidget()

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.picked.emit(str(index.data()))
