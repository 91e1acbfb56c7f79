"""The page of an exhibit in sight: turned and enlarged by keys, and held in memory only."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea

from welfare_app.presenters.exhibit_screen import ZOOMS
from welfare_app.ui.pages.page_image import PageImage, picture, switch
from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Button, Kit, column, flow, holding
from welfare_app.ui.theme.theme import Theme

_HIGHEST = 480
"""Pixels of a page in sight at once; the rest is a key away."""


class Sheet(QLabel):
    """White paper with a thin edge, as large as it is told to be."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._image = theme, QImage()

    @property
    def image(self) -> QImage:
        """What is on it."""
        return self._image

    def show_image(self, image: QImage) -> None:
        """Show this instead."""
        self._image = image
        self.update()

    def height_at(self, width: int) -> int:
        """How high it is so many pixels wide."""
        if self._image.isNull():
            return _HIGHEST // 2
        return max(1, round(width * self._image.height() / self._image.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper, picture and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._image.isNull():
            painter.drawImage(self.rect(), self._image)
        painter.setPen(QPen(self._theme.colour("control"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class Window(QScrollArea):
    """Shows as much of a sheet as there is room for; arrows move what is larger."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.setWidget(sheet)
        self._sheet, self._zoom = sheet, ZOOMS[0]
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def zoom_to(self, zoom: int) -> None:
        """Show the sheet at so many per cent of the width there is."""
        self._zoom = zoom
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sheet as wide as the room."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as may be."""
        return QSize(664, _HIGHEST)

    def _fit(self) -> None:
        wide = self.viewport().width() * self._zoom // 100
        high = self._sheet.height_at(wide)
        self._sheet.resize(wide, high)
        self.setFixedHeight(min(high, _HIGHEST))


class ExhibitPicture(QFrame):
    """A page with the ways to turn it and to see it larger."""

    turned = Signal(int)
    zoomed = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._sheet = Sheet(kit.theme)
        self._window = Window(self._sheet)
        self._where = kit.text("", "small", "quiet", figures=True, one_line=True)
        self._before = self._button(kit, "Page before", "Ctrl+PgUp", self._back)
        self._next = self._button(kit, "Next page", "Ctrl+PgDown", self._on)
        self._smaller = self._button(kit, "Smaller", "Ctrl+-", self._out)
        self._larger = self._button(kit, "Larger", "Ctrl+=", self._in)
        turning = holding(
            flow(self._before, self._next, self._smaller, self._larger, None, self._where)
        )
        self.setLayout(column(turning, kit.space(2), self._window))

    @property
    def image(self) -> QImage:
        """What is in sight."""
        return self._sheet.image

    def show_page(
        self, shown: PageImage | None, page: int, pages: int, zoom: int, doing: str
    ) -> None:
        """Show a page; without a picture, what is being done about it."""
        if shown is None:
            self._sheet.show_image(QImage())
        elif not doing:
            self._sheet.show_image(picture(shown))
        self._window.zoom_to(zoom)
        where = f"Page {page} of {pages}" if pages > 1 else ""
        words = doing or ", ".join(part for part in (where, f"{zoom} %") if part)
        if words != self._where.words:
            self._where.say(words)
            announce(self, words)
        self._window.setAccessibleName(where or "The picture")
        self._window.setAccessibleDescription("Arrow keys move what is larger than its window")
        for button in (self._before, self._next):
            button.setVisible(pages > 1)
        switch(self._before, "" if page > 1 else "This is the first page")
        switch(self._next, "" if page < pages else "This is the last page")
        switch(self._smaller, "" if zoom > ZOOMS[0] else "It is as small as it gets")
        switch(self._larger, "" if zoom < ZOOMS[-1] else "It is as large as it gets")

    def forget(self) -> None:
        """Let go of the picture."""
        self._sheet.show_image(QImage())

    def _button(self, kit: Kit, words: str, key: str, pressed: object) -> Button:
        made = kit.button(words, "quiet", key=key, compact=True)
        made.clicked.connect(pressed)
        return made

    @Slot()
    def _back(self) -> None:
        self.turned.emit(-1)

    @Slot()
    def _on(self) -> None:
        self.turned.emit(1)

    @Slot()
    def _out(self) -> None:
        self.zoomed.emit(-1)

    @Slot()
    def _in(self) -> None:
        self.zoomed.emit(1)
