"""A drawn figure, front and back: numbers stand where something was seen."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from welfare_app.domain.body_map import BodyMark
from welfare_app.ui.editors.body_shape import HIGH, VIEWS, WIDE, Place, places, silhouette
from welfare_app.ui.parts import Kit

_UNIT = 1.2
"""Pixels of a unit of the shape, at normal text."""
_NEAR = 14.0
"""Units round a place in which a press still means it: a hand is small."""
_SIDES_AT = 158.0
_LABEL_HIGH = 18.0
_BADGE = 9.0
_TITLES = {"front": "Front", "back": "Back"}


class BodyFigure(QWidget):
    """Decoration for the eye, and a shorter way for the mouse: the rows beside it say it all."""

    pressed = Signal(str)
    """The id of a place."""

    def __init__(self, kit: Kit, labels: Mapping[str, str]) -> None:
        """Make it; `labels` are the words of the places that can be marked."""
        super().__init__()
        self._theme, self._labels = kit.theme, labels
        self._numbers: dict[str, list[int]] = {}
        self._under = ""
        self._unit = kit.theme.scaled(_UNIT * 100) / 100
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.show_marks(())

    def show_marks(self, marks: Iterable[BodyMark]) -> None:
        """Number the places, and say the same to screen readers."""
        self._numbers = {}
        said = []
        for number, mark in enumerate(marks, start=1):
            self._numbers.setdefault(mark.where, []).append(number)
            place = self._labels.get(mark.where, mark.where)
            said.append(f"{number}, {place}: {mark.seen or 'nothing written yet'}")
        whole = ". ".join(said) or "nothing is marked"
        self.setAccessibleName(f"Figure, front and back: {whole}")
        self.update()

    def place_at(self, at: QPointF) -> str:
        """The place under a point, or the nearest; blank where there is none near."""
        for view, found in self._spots(at):
            inside = [one for one in places(view) if one.outline.contains(found)]
            near = inside or [one for one in places(view) if _near(one, found)]
            for place in near:
                if place.id in self._labels:
                    return place.id
        return ""

    def point_on(self, id: str) -> QPointF:
        """A point that lies on a place, in the first view that shows it."""
        return next(
            self._origin(view) + place.middle * self._unit
            for view in VIEWS
            for place in places(view)
            if place.id == id and place.middle is not None
        )

    # Qt

    def sizeHint(self) -> QSize:
        """Two views beside one another, and a line of words under them."""
        wide, high = WIDE * len(VIEWS), HIGH + _LABEL_HIGH
        return QSize(round(wide * self._unit), round(high * self._unit))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what a press would mark."""
        self._point_at(self.place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show nothing."""
        super().leaveEvent(event)
        self._point_at("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Mark the place."""
        place = self.place_at(event.position())
        if place and event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(place)

    def event(self, event: QEvent) -> bool:
        """Name the place under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._labels.get(self.place_at(QPointF(event.pos())), "")
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Both views, then the numbers on them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for view in VIEWS:
            painter.save()
            painter.translate(self._origin(view))
            self._paint_words(painter, view)
            painter.save()
            painter.scale(self._unit, self._unit)
            self._paint_body(painter, view)
            painter.restore()
            for place in places(view):
                self._paint_numbers(painter, place)
            painter.restore()

    def _paint_body(self, painter: QPainter, view: str) -> None:
        colour = self._theme.colour
        painter.setPen(_line(colour("hair")))
        for place in places(view):
            marked, under = place.id in self._numbers, place.id == self._under
            painter.setBrush(
                colour("selection" if under else "accent_tint" if marked else "surface")
            )
            painter.drawPath(place.outline)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_line(colour("control")))
        painter.drawPath(silhouette(view))
        painter.setPen(_line(colour("accent")))
        for place in places(view):
            if place.id in self._numbers:
                painter.drawPath(place.outline)

    def _paint_numbers(self, painter: QPainter, place: Place) -> None:
        numbers = self._numbers.get(place.id)
        if not numbers or place.middle is None:
            return
        words = ", ".join(map(str, numbers))
        painter.setFont(self._theme.font("caption_strong", figures=True))
        tall = 2 * self._theme.scaled(_BADGE)
        wide = max(tall, painter.fontMetrics().horizontalAdvance(words) + tall // 2)
        area = QRectF(0, 0, wide, tall)
        area.moveCenter(place.middle * self._unit)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent"))
        painter.drawRoundedRect(area, tall / 2, tall / 2)
        painter.setPen(self._theme.colour("on_accent"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_words(self, painter: QPainter, view: str) -> None:
        """Which view it is, and which side is the person's own left."""
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("quiet"))
        under = QRectF(0, HIGH, WIDE, _LABEL_HIGH)
        sides = ("Right", "Left") if view == "front" else ("Left", "Right")
        half = WIDE / 3
        leading, trailing = (QRectF(x, _SIDES_AT, half, _LABEL_HIGH) for x in (0, WIDE - half))
        for area, words in ((under, _TITLES[view]), (leading, sides[0]), (trailing, sides[1])):
            scaled = QRectF(area.topLeft() * self._unit, area.size() * self._unit)
            painter.drawText(scaled, Qt.AlignmentFlag.AlignCenter, words)

    def _origin(self, view: str) -> QPointF:
        return QPointF(VIEWS.index(view) * WIDE * self._unit, 0)

    def _spots(self, at: QPointF) -> Iterator[tuple[str, QPointF]]:
        """The view a point lies in, and where in it."""
        for view in VIEWS:
            found = (at - self._origin(view)) / self._unit
            if 0 <= found.x() < WIDE:
                yield view, found

    def _point_at(self, place: str) -> None:
        if place != self._under:
            self._under = place
            shape = Qt.CursorShape.PointingHandCursor if place else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()


def _line(colour: QColor) -> QPen:
    pen = QPen(colour, 1)
    pen.setCosmetic(True)
    return pen


def _near(place: Place, at: QPointF) -> bool:
    around = QPainterPathStroker()
    around.setWidth(_NEAR)
    return around.createStroke(place.outline).contains(at)
