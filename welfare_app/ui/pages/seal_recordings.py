"""The recordings that go beside a pack, as a part of the first step of sealing it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from welfare_app.presenters.seal_recordings import RecordingLine
from welfare_app.ui.pages.file_ask import ask_to_open_several
from welfare_app.ui.parts import Kit, column, row
from welfare_app.ui.parts.layout import clear, holding

ABOUT = (
    "Video and sound, or any file too large for the pack. Each is locked into a file beside the "
    "pack, and the pack holds the key. The recording itself stays where it is: it is not kept in "
    "the vault, and whoever can open it on this laptop still can."
)

AskToOpenSeveral: TypeAlias = Callable[[QWidget, str, str], tuple[Path, ...]]


class RecordingList(QFrame):
    """Each recording with its size and what it is, and the ways to add one or take it away."""

    added = Signal(object)
    """A tuple of paths."""
    taken_away = Signal(str)
    described = Signal(str, str)

    def __init__(
        self, kit: Kit, none_because: str = "", ask: AskToOpenSeveral = ask_to_open_several
    ) -> None:
        """Make it; with `none_because` it says why there can be none, and offers nothing."""
        super().__init__()
        self._kit, self._ask = kit, ask
        self._shown: tuple[RecordingLine, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(kit.space(3))
        self._add = kit.button("Add a recording", icon="paperclip", pressed=self._ask_which)
        if none_because:
            self._add.hide()
            self.setLayout(column(kit.text(none_because, "small", "quiet")))
        else:
            self.setLayout(column(self._rows, holding(row(self._add, None)), gap=kit.space(3)))

    def show_recordings(self, lines: tuple[RecordingLine, ...]) -> None:
        """List these, leaving what is being typed alone where they are the same."""
        if [one.key for one in lines] == [one.key for one in self._shown]:
            return
        gone = {one.key for one in self._shown} - {one.key for one in lines}
        self._shown = lines
        clear(self._rows)
        for one in lines:
            self._rows.addWidget(self._row(one))
        if gone:
            self._add.setFocus()

    def _row(self, one: RecordingLine) -> QFrame:
        kit = self._kit
        name = kit.text(one.name, "strong", wide=True)
        size = kit.text(one.size, "small", "quiet", figures=True, one_line=True)
        away = kit.button("Take away", "quiet", name=f"Take away: {one.name}", compact=True)
        away.clicked.connect(partial(self._take_away, one.key))
        words = kit.line(one.description)
        words.textEdited.connect(partial(self.described.emit, one.key))
        what = kit.field(
            "What is it?", words, hint=f"They will see it as {one.called}.", role="small_strong"
        )
        words.setAccessibleName(f"What is it? {one.name}")
        return kit.card(row(name, None, size, kit.space(2), away), kit.space(2), what, pad=3)

    def _take_away(self, key: str, _pressed: bool = False) -> None:
        self.taken_away.emit(key)

    @Slot()
    def _ask_which(self) -> None:
        if paths := self._ask(self, "Add a recording", "All files (*)"):
            self.added.emit(paths)
