"""The files a pack holds, and the ways to add one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from welfare_app.presenters.pack_screen import FileLine
from welfare_app.ui.pages.file_ask import cover_tracks
from welfare_app.ui.parts import Kit, column, flow, row
from welfare_app.ui.parts.layout import clear

_KINDS = "Files the form takes (*.pdf *.doc *.docx *.jpg *.jpeg *.png);;All files (*)"


class KeptFiles(QFrame):
    """Each file by exhibit, name, size and fingerprint, as it came."""

    add_wanted = Signal()
    all_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: tuple[FileLine, ...] | None = None
        self._rows = QVBoxLayout()
        add = kit.button("Add a file", icon="paperclip", key="Ctrl+O", compact=True)
        add.clicked.connect(self._add)
        evidence = kit.button("Evidence", "quiet", compact=True)
        evidence.clicked.connect(self.all_wanted)
        self.setLayout(
            column(
                flow(kit.text("Files kept", "heading"), None, evidence, add, gap=kit.space(2)),
                kit.space(2),
                self._rows,
            )
        )

    def show_files(self, files: tuple[FileLine, ...]) -> None:
        """List these."""
        if files == self._shown:
            return
        self._shown = files
        clear(self._rows)
        if files:
            self._rows.addWidget(self._kit.rows(*(self._row(one) for one in files)))
        else:
            words = "Nothing yet. A file can also be dropped on this page."
            self._rows.addWidget(self._kit.text(words, "small", "quiet"))

    def _row(self, file: FileLine) -> QFrame:
        kit, space = self._kit, self._kit.space
        size = kit.text(file.size, "small", "quiet", figures=True, one_line=True)
        name = kit.text(file.name, "strong", wide=True)
        about = kit.text(f"{file.exhibit}. SHA-256 {file.digest}", "caption", "quiet", figures=True)
        made = QFrame()
        head = row(name, space(3), size)
        made.setLayout(column(head, about, margins=(0, space(2), 0, space(2))))
        made.setAccessibleName(f"{file.exhibit}: {file.name}, {file.size}")
        return made

    @Slot()
    def _add(self) -> None:
        self.add_wanted.emit()


def ask_which(page: QWidget, chosen: Callable[[tuple[Path, ...]], object]) -> QFileDialog:
    """Ask for files; `chosen` hears them, and nothing if nobody chose.

    It does not wait, so that locking works meanwhile; it goes away with the page.
    """
    dialog = QFileDialog(page, "Add a file", "", _KINDS)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda paths: chosen(tuple(map(Path, paths))))
    dialog.finished.connect(lambda: cover_tracks(dialog))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def dropped(data: QMimeData) -> tuple[Path, ...]:
    """The files in something dragged, and nothing if it holds other things too."""
    urls = data.urls()
    if not all(url.isLocalFile() for url in urls):
        return ()
    return tuple(Path(url.toLocalFile()) for url in urls)


def leave_drops_to_the_page(held: QWidget) -> None:
    """Keep a file dropped on an answer from becoming its name in the answer."""
    for kind in (QLineEdit, QPlainTextEdit):
        for box in held.findChildren(kind):
            box.setAcceptDrops(False)
