"""Long text that is as high as what is in it, in any script and at any width."""

from math import ceil

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent

from welfare_app.ui.parts import Area, Kit


class GrowingArea(Area):
    """Measured in pixels, because a line of Arabic or Bengali is higher than the font says."""

    def __init__(self, kit: Kit, role: str, most: int) -> None:
        """Make it; `most` is the lines after which it scrolls."""
        super().__init__(kit.theme, role=role, most=most)
        self._least = self.minimumHeight()
        self._tallest = kit.theme.leading(role) * most
        self.textChanged.connect(self.fit)
        # asked for after the part below us has answered it in its own way
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrapping may have changed."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @Slot()
    def fit(self) -> None:
        """Be as high as the text, up to the most."""
        text = self._text_height()
        around = self.height() - self.viewport().height() + 2 * self.document().documentMargin()
        high = max(self._least, ceil(min(text, self._tallest) + around))
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if text > self._tallest else policy.ScrollBarAlwaysOff
        )
        if high != self.minimumHeight() or high != self.maximumHeight():
            self.setFixedHeight(high)

    def _text_height(self) -> float:
        # asking for its place is what lays out a block that is out of sight
        layout, block, total = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid() and total <= self._tallest:
            total += layout.blockBoundingRect(block).height()
            block = block.next()
        return total
