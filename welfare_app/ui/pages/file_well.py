"""Where one file is dropped, or chosen by a button."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame

from welfare_app.ui.pages.file_ask import PDF, AskToOpen
from welfare_app.ui.parts import Kit, column, flow, holding, row


class FileWell(QFrame):
    """Holds the path of one file; it never opens it."""

    chosen = Signal(object)
    """The path."""

    def __init__(self, kit: Kit, ask: AskToOpen) -> None:
        super().__init__()
        self.setObjectName("well")
        self.setAcceptDrops(True)
        self._ask = ask
        self._path: Path | None = None
        self._name = kit.text("", "strong", wide=True, figures=True)
        self._empty = kit.text("Drop the file here, or choose it.", "body", "quiet", wide=True)
        self.button = kit.button("Choose the file", pressed=self._choose)
        mark = kit.icon("file-lock", "quiet", line="strong")
        words = holding(row(mark, kit.space(3), column(self._name, self._empty), top=True))
        edge = kit.space(4)
        gap = kit.space(3)
        self.setLayout(flow(words, None, self.button, gap=gap, margins=(edge, edge, edge, edge)))
        self.show_path(None)

    @property
    def path(self) -> Path | None:
        """The file chosen, or nothing."""
        return self._path

    def show_path(self, path: Path | None) -> None:
        """Hold this file instead, or none."""
        self._path = path
        self._name.say(path.name if path else "")
        self._name.setVisible(path is not None)
        self._empty.setVisible(path is None)
        self.button.say("Choose another" if path else "Choose the file")
        self.button.setAccessibleDescription(f"Chosen: {path.name}" if path else "")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, and nothing else."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hold the file that was let go of here."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._take(path)

    @Slot()
    def _choose(self) -> None:
        path = self._ask(self, "Choose a file", PDF)
        if path is not None:
            self._take(path)

    def _take(self, path: Path) -> None:
        self.show_path(path)
        self.chosen.emit(path)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
