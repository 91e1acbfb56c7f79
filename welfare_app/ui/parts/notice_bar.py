"""One quiet line over the foot of the window, for what is about to happen. Nothing in it moves."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.ui.parts.layout import column, holding, row
from welfare_app.ui.parts.text import Text
from welfare_app.ui.theme.theme import Theme


class NoticeBar(QFrame):
    """Lies over everything in its window, questions too, and takes neither keys nor mouse."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        side, gap = theme.space(4), theme.space(3)
        self._words = Text(theme, "", "body", "paper", wide=True, figures=True)
        line = row(self._words, margins=(side, gap, side, gap))
        edge = theme.space(6)
        self.setLayout(column(holding(line, "toast"), margins=(edge, 0, edge, theme.space(3))))
        over.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        """Say this instead, aloud as well."""
        self._words.say(words)
        self.setAccessibleName(words)
        self.show()
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the window, in front."""
        kinds = {QEvent.Type.Resize, QEvent.Type.ChildAdded, QEvent.Type.LayoutRequest}
        if watched is self._over and event.type() in kinds and not self.isHidden():
            self._place()
        return False

    def _place(self) -> None:
        wide = self._over.width()
        high = self.heightForWidth(wide)
        high = high if high > 0 else self.sizeHint().height()
        self.setGeometry(0, self._over.height() - high, wide, high)
        self.raise_()
