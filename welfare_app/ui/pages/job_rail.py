"""The rail of a job on a page: drawn again only when it changed, and never under a press."""

from typing import cast

from PySide6.QtCore import QObject, Qt, QTimer, SignalInstance, Slot
from PySide6.QtWidgets import QApplication, QWidget

from welfare_app.presenters.steps import RailScreen
from welfare_app.ui.parts import Rail, StepGroup, StepLine
from welfare_app.ui.parts.step import Step, StepState
from welfare_app.ui.shell import Page

_AGAIN_MS = 30
_TRIES = 20
"""How often to look again whether a button is still held; a click takes far less."""


class JobRail(QObject):
    """Keeps a page's rail as the presenter says, with the keyboard where it was."""

    def __init__(self, page: Page, chosen: SignalInstance) -> None:
        """Make it; `chosen` hears the key of the step that was pressed."""
        super().__init__(page)
        self._page, self._chosen = page, chosen
        self._shown: RailScreen | None = None
        self._rail: Rail | None = None
        self._tries = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AGAIN_MS)
        self._later.timeout.connect(self._draw)

    @property
    def now(self) -> str:
        """The key of the step we are at, or blank."""
        steps = () if self._shown is None else self._shown.groups
        return next((one.key for group in steps for one in group.steps if one.state == "now"), "")

    def show_rail(self, screen: RailScreen) -> None:
        """Show the steps as they now stand."""
        if screen != self._shown:
            self._shown = screen
            self._draw()

    @Slot()
    def _draw(self) -> None:
        # leaving an answer for a step draws the rail between press and release: the click
        # would be lost with the step it began on
        if self._rail is not None and self._tries < _TRIES and _pressed():
            self._tries += 1
            self._later.start()
            return
        self._tries = 0
        screen = self._shown
        if screen is None:
            return
        if self._rail is None:
            self._rail = self._page.kit.steps(screen.title, _groups(screen))
            self._rail.folded = screen.folded
            self._rail.chosen.connect(self._chosen)
            self._page.put_rail(self._rail)
            return
        before = self._rail.findChildren(Step)
        at = _place_of(QApplication.focusWidget(), before)
        self._rail.show_steps(screen.title, _groups(screen))
        if at >= 0:
            _focus([one for one in self._rail.findChildren(Step) if one not in before], at)
        if self._rail.folded != screen.folded:
            self._rail.folded = screen.folded
            self._page.arranged.emit()


def _groups(screen: RailScreen) -> list[StepGroup]:
    return [
        StepGroup(
            group.title,
            [
                StepLine(one.key, one.title, cast("StepState", one.state), one.stamp)
                for one in group.steps
            ],
        )
        for group in screen.groups
    ]


def _pressed() -> bool:
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton


def _place_of(focus: QWidget | None, steps: list[Step]) -> int:
    # steps taken out earlier may still be waiting to be deleted
    shown = [step for step in steps if not step.isHidden()]
    return shown.index(focus) if isinstance(focus, Step) and focus in shown else -1


def _focus(steps: list[Step], at: int) -> None:
    if steps:
        step = steps[min(at, len(steps) - 1)]
        step.show()
        step.setFocus(Qt.FocusReason.OtherFocusReason)
