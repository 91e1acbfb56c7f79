"""A layout that goes on to the next line, so that large text folds rows without being told."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem

_Line = list[QLayoutItem]


class Flow(QLayout):
    """Items in reading order, on as many lines as the width asks."""

    def __init__(self, gap: int = 0) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)

    def add_stretch(self) -> None:
        """Push what follows to the trailing edge while all stands on one line."""
        policy = QSizePolicy.Policy
        self.addItem(QSpacerItem(0, 0, policy.Expanding, policy.Minimum))

    def addItem(self, item: QLayoutItem) -> None:
        """Qt's way of adding."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    # Qt asks for null past the end, which its stubs do not admit
    def itemAt(self, at: int) -> QLayoutItem:
        """The item at a place, or none."""
        return self._items[at] if 0 <= at < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, at: int) -> QLayoutItem:
        """Remove and give the item at a place, or none."""
        here = 0 <= at < len(self._items)
        return self._items.pop(at) if here else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        """Takes the width it is given."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """More lines when narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at a width."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        heights = [_height(line, inner) for line in self._lines(inner)]
        gaps = self._line_gap() * max(0, len(heights) - 1)
        return sum(heights) + gaps + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        shown = self._shown()
        margins = self.contentsMargins()
        width = sum(item.sizeHint().width() for item in shown)
        width += self.spacing() * max(0, sum(not _stretch(item) for item in shown) - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(margins)

    def minimumSize(self) -> QSize:
        """Its widest item."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        """Place every item."""
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.top()
        for line in self._lines(inner.width()):
            height = _height(line, inner.width())
            self._place(line, QRect(inner.left(), y, inner.width(), height))
            y += height + self._line_gap()

    def _shown(self) -> _Line:
        return [item for item in self._items if _stretch(item) or not item.isEmpty()]

    def _line_gap(self) -> int:
        return max(self.spacing(), 8)

    def _lines(self, width: int) -> Iterator[_Line]:
        line: _Line = []
        used = 0
        for item in self._shown():
            wide = item.sizeHint().width()
            if line and not _stretch(item) and used + wide > width:
                yield line
                line, used = [], 0
            if not (_stretch(item) and not line):
                line.append(item)
            used += 0 if _stretch(item) else wide + self.spacing()
        if line:
            yield line

    def _place(self, line: _Line, area: QRect) -> None:
        widths = [0 if _stretch(item) else _width(item, area.width()) for item in line]
        gaps = self.spacing() * max(0, sum(not _stretch(item) for item in line) - 1)
        spare = max(0, area.width() - sum(widths) - gaps)
        stretches = [item for item in line if _stretch(item)]
        # a stretch left at the end of a broken line has nothing to push
        each = spare // len(stretches) if stretches else 0
        parent = self.parentWidget()
        way = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        rtl = way == Qt.LayoutDirection.RightToLeft
        x = 0
        for item, wide in zip(line, widths, strict=True):
            if _stretch(item):
                x += each
                continue
            high = _item_height(item, wide)
            left = area.right() + 1 - x - wide if rtl else area.left() + x
            item.setGeometry(QRect(left, area.top() + (area.height() - high) // 2, wide, high))
            x += wide + self.spacing()


def _stretch(item: QLayoutItem) -> bool:
    return item.spacerItem() is not None


def _width(item: QLayoutItem, room: int) -> int:
    return min(item.sizeHint().width(), room)


def _item_height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _height(line: _Line, room: int) -> int:
    return max((_item_height(item, _width(item, room)) for item in line), default=0)
