"""A page of a document, shown as a picture."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from welfare_app.ui.theme.theme import Theme

A4 = 297 / 210


class Leaf(QLabel):
    """White paper with a thin edge in every scheme, as wide as there is room."""

    def __init__(self, theme: Theme, width: int = 292) -> None:
        super().__init__()
        self._theme, self._wide = theme, width
        self._image = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(theme.scaled(width))

    def show_image(self, image: QImage, name: str) -> None:
        """Show a page; `name` says which, aloud."""
        self._image = image
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the page at a width, A4 until one is shown."""
        if self._image.isNull():
            return round(width * A4)
        return round(width * self._image.height() / self._image.width())

    def sizeHint(self) -> QSize:
        """As wide as it was asked to be."""
        return QSize(self._wide, self.heightForWidth(self._wide))

    def minimumSizeHint(self) -> QSize:
        """Half of that, still legible as a page."""
        return QSize(self._wide // 2, self.heightForWidth(self._wide // 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper, picture and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if not self._image.isNull():
            painter.drawImage(self.rect(), self._image)
        painter.setPen(QPen(self._theme.colour("control"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
