"""The actions at the foot of a page, which make way while long work is under way."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from welfare_app.ui.parts import Button, Kit, column, flow, holding


class FootWork(QFrame):
    """Shows its actions, or what is being done with Cancel. Short work shows nothing."""

    cancelled = Signal()

    def __init__(self, kit: Kit, first: QWidget, *others: QWidget | None) -> None:
        """Make it; `first` has the keyboard again when the work ends with nothing new to show."""
        super().__init__()
        self._first = first
        self._words = ""
        self._actions = holding(flow(first, *others, gap=kit.space(3)))
        self._bar = kit.busy()
        self._bar.cancelled.connect(self.cancelled)
        self._cancel = self._bar.findChildren(Button)[0]
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(kit.theme.tokens.motion.busy_after_ms)
        self._wait.timeout.connect(self._give_way)
        self.setLayout(column(self._actions, self._bar))

    @property
    def busy(self) -> bool:
        """Whether work is under way, shown or not yet shown."""
        return bool(self._words)

    def show_busy(self, words: str, progress: tuple[int, int] = (0, 0)) -> None:
        """Say what is being done and how far it has got; blank words end it."""
        if words != self._words:
            self._words = words
            if words:
                self._bar.start(words)
                self._wait.start()
            else:
                self._return()
        if words and progress[1]:
            self._bar.progress(*progress)

    @Slot()
    def _give_way(self) -> None:
        held = self._holds(self._actions)
        self._bar.show()
        self._actions.hide()
        if held:
            self._cancel.setFocus()

    def _return(self) -> None:
        self._wait.stop()
        held = self._holds(self._bar)
        self._actions.show()
        if held:
            self._first.setFocus()
        self._bar.stop()

    def _holds(self, part: QWidget) -> bool:
        here = QApplication.focusWidget()
        return here is not None and part.isAncestorOf(here)
