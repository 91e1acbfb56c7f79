"""The window: one page at a time, and the emergency page in front of it at any moment."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from welfare_app.ui.parts import Kit
from welfare_app.ui.parts.dialog import Question
from welfare_app.ui.shell import Page, Shell

TITLE = "Notes"
"""What the window is called, where anyone can see it: nothing that gives it away."""

SIZE = 1280, 800
LEAST = 640, 480


class Window(QWidget):
    """Holds a shell, and a second one for emergencies, so that coming back loses nothing."""

    back_asked = Signal()
    lock_asked = Signal()
    closing = Signal()
    painted = Signal()
    """Once, when the first picture is on the screen."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.emergency: Callable[[Kit], Page] | None = None
        self.may_close: Callable[[], bool] | None = None
        self._painted = False
        self._stack = QStackedLayout(self)
        self._before: QWidget | None = None
        self._urgent: Shell | None = None
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        self._dress(kit, TITLE)

    def dress(self, kit: Kit, organisation: str) -> None:
        """Make the shell anew, in another look or for another organisation."""
        old = [self._shell, self._urgent]
        self._dress(kit, organisation)
        for shell in filter(None, old):
            self._stack.removeWidget(shell)
            shell.deleteLater()

    def show_page(self, page: Page) -> None:
        """Show a page instead of the one before, which is let go."""
        self._before = None
        self._shell.show_page(page)

    @property
    def page(self) -> Page | None:
        """The page in the shell, whether or not an emergency stands before it."""
        return self._shell.page

    def ask(self, question: Question, then: Callable[[bool], None]) -> None:
        """Ask something over whatever is shown."""
        self._shell.ask(question, then)

    def say_kept(self, words: str) -> None:
        """Say when the work was last kept."""
        self._shell.say_kept(words)

    def place(self) -> QByteArray:
        """Where the window is and how large, to remember."""
        return self.saveGeometry()

    @Slot()
    def show_emergency(self) -> None:
        """Numbers to call, in front of everything; Esc goes back to the same word."""
        if self.emergency is None or self._urgent is not None:
            return
        self._before = QApplication.focusWidget()
        self._urgent = Shell(self._shell.kit, self._organisation)
        self._urgent.back_asked.connect(self.leave_emergency)
        self._urgent.lock_asked.connect(self.lock_asked)
        self._stack.addWidget(self._urgent)
        self._stack.setCurrentWidget(self._urgent)
        self._urgent.show_page(self.emergency(self._urgent.kit))

    @Slot()
    def leave_emergency(self) -> None:
        """Go back to where the emergency was called from."""
        self._stack.setCurrentWidget(self._shell)
        if self._urgent is not None:
            self._stack.removeWidget(self._urgent)
            self._urgent.deleteLater()
            self._urgent = None
        if self._before is not None and self._shell.isAncestorOf(self._before):
            self._before.setFocus(Qt.FocusReason.TabFocusReason)
        self._before = None

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything typed be kept before the window goes."""
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when the first picture is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def _dress(self, kit: Kit, organisation: str) -> None:
        self._shell, self._organisation = Shell(kit, organisation), organisation
        self._urgent = self._before = None
        self._shell.back_asked.connect(self.back_asked)
        self._shell.emergency_asked.connect(self.show_emergency)
        self._shell.lock_asked.connect(self.lock_asked)
        self._stack.addWidget(self._shell)
        self._stack.setCurrentWidget(self._shell)
        icon = kit.theme.icon("notebook-pen", "accent", 64, self)
        self.setWindowIcon(QIcon(icon))
