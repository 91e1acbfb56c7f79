"""A page that files can be dropped on, or chosen for."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from welfare_app.ui.pages.kept_files import ask_which, dropped
from welfare_app.ui.shell import Page


class FilesPage(Page):
    """Takes files anywhere on it, once it accepts drops."""

    files_given = Signal(object)
    """A tuple of paths."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give the files that were dropped."""
        if paths := dropped(event.mimeData()):
            event.acceptProposedAction()
            self._give(paths)

    @Slot()
    def _ask_which(self) -> None:
        ask_which(self, self._give)

    def _give(self, paths: tuple[Path, ...], _pressed: bool = False) -> None:
        if paths:
            self.files_given.emit(paths)
