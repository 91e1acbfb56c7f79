"""The window: one page at a time, and at any moment help or emergency numbers in front of it."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget
from shiboken6 import isValid

from welfare_app.ui.parts import Kit
from welfare_app.ui.parts.dialog import Question
from welfare_app.ui.parts.keys import shortcut
from welfare_app.ui.parts.notice_bar import NoticeBar
from welfare_app.ui.shell import Page, Shell

TITLE = "Notes"
"""What the window is called, where anyone can see it: nothing that gives it away."""

PageFactory: TypeAlias = Callable[[Kit], Page]

SIZE = 1280, 800
LEAST = 640, 480


class Window(QWidget):
    """Holds a shell, and a second for what comes in front, so that coming back loses nothing.

    `emergency` and `help` make the pages for F9 and F1, once there is someone to make them.
    """

    back_asked = Signal()
    lock_asked = Signal()
    closing = Signal()
    painted = Signal()
    """Once, when the first picture is on the screen."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.emergency: PageFactory | None = None
        self.help: PageFactory | None = None
        self.may_close: Callable[[], bool] | None = None
        self._painted = False
        self._stack = QStackedLayout(self)
        self._before: QWidget | None = None
        self._front: Shell | None = None
        self._in_front: PageFactory | None = None
        self._notice: NoticeBar | None = None
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*LEAST)
        self.resize(*SIZE)
        shortcut("F1", self).activated.connect(self.show_help)
        self._dress(kit, TITLE)

    def dress(self, kit: Kit, organisation: str) -> None:
        """Make the shell anew, in another look or for another organisation."""
        old = self._shell, self._front
        self._dress(kit, organisation)
        self._drop(*old)

    def show_page(self, page: Page) -> None:
        """Show a page instead of the one before, which is let go."""
        self._before = None
        self._shell.show_page(page)

    @property
    def page(self) -> Page | None:
        """The page in the shell, whatever stands in front of it."""
        return self._shell.page

    def ask(self, question: Question, then: Callable[[bool], None]) -> None:
        """Ask something over whatever is shown."""
        (self._front or self._shell).ask(question, then)

    def say(self, words: str) -> None:
        """Say over whatever is shown what has just happened, or is about to."""
        (self._front or self._shell).say(words)

    def warn(self, words: str) -> None:
        """Say over everything, until told to stop, what is about to happen."""
        if self._notice is None:
            self._notice = NoticeBar(self._shell.kit.theme, self)
        self._notice.say(words)

    @Slot()
    def stop_warning(self) -> None:
        """It is not about to happen any more."""
        notice, self._notice = self._notice, None
        if notice is not None:
            notice.hide()
            notice.deleteLater()

    def say_kept(self, words: str) -> None:
        """Say when the work was last kept."""
        self._shell.say_kept(words)

    def place(self) -> QByteArray:
        """Where the window is and how large, to remember."""
        return self.saveGeometry()

    @Slot()
    def show_emergency(self) -> None:
        """Numbers to call, in front of everything, help too."""
        if self.emergency is not None:
            self.show_in_front(self.emergency)

    @Slot()
    def show_help(self) -> None:
        """Help on the page that is shown. It never hides numbers to call."""
        if self.help is not None and self._front is None:
            self.show_in_front(self.help)

    def show_in_front(self, make: PageFactory) -> None:
        """Show a page in front of everything, until Esc goes back to the same word."""
        if make == self._in_front:
            return
        old = self._front
        if old is None:
            self._before = QApplication.focusWidget()
        behind = self._shell.page
        name = TITLE if behind is not None and behind.plain else self._organisation
        self._in_front, self._front = make, Shell(self._shell.kit, name)
        self._front.back_asked.connect(self.leave_front)
        self._front.emergency_asked.connect(self.show_emergency)
        self._front.lock_asked.connect(self.lock_asked)
        self._stack.addWidget(self._front)
        self._stack.setCurrentWidget(self._front)
        self._drop(old)
        self._front.show_page(make(self._front.kit))

    @Slot()
    def leave_front(self) -> None:
        """Go back to where the page in front was called from."""
        before, front = self._before, self._front
        self._front = self._in_front = self._before = None
        if before is None or not isValid(before) or not self._shell.isAncestorOf(before):
            before = None
        elif front is not None and (held := front.focusWidget()) is not None:
            # or the stack gives the keyboard back itself, for a reason that shows no ring
            held.clearFocus()
        self._stack.setCurrentWidget(self._shell)
        self._drop(front)
        if before is not None:
            _return_to(before)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let everything typed be kept before the window goes. A question must be in sight."""
        if self._front is not None:
            self.leave_front()
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
        self._front = self._in_front = self._before = None
        self._shell.back_asked.connect(self.back_asked)
        self._shell.emergency_asked.connect(self.show_emergency)
        self._shell.lock_asked.connect(self.lock_asked)
        self._stack.addWidget(self._shell)
        self._stack.setCurrentWidget(self._shell)
        icon = kit.theme.icon("notebook-pen", "accent", 64, self)
        self.setWindowIcon(QIcon(icon))

    def _drop(self, *shells: Shell | None) -> None:
        for shell in filter(None, shells):
            self._stack.removeWidget(shell)
            shell.deleteLater()


def _return_to(part: QWidget) -> None:
    """Give the keyboard back. Coming by Tab would choose all the text, to be typed over."""
    typing = part.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    reason = Qt.FocusReason
    part.setFocus(reason.OtherFocusReason if typing else reason.TabFocusReason)
