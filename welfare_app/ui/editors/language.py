"""In which language something was said: out of the way until it is not English."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit

from welfare_app.ui.parts import Kit, Option, Pick, row

Languages: TypeAlias = Sequence[tuple[str, str, bool]]
"""IETF tag, name, and whether it runs from right to left."""

USUAL = "en"
_WIDTH = 240


class LanguagePick(QFrame):
    """A quiet button that opens a list of languages in its place."""

    changed = Signal()

    def __init__(self, kit: Kit, label: str, languages: Languages) -> None:
        super().__init__()
        self._kit, self._label, self._languages = kit, label, languages
        self._tag = USUAL
        self._pick: Pick | None = None
        self._button = kit.button(
            "Said in another language",
            "quiet",
            icon="languages",
            compact=True,
            flush="leading",
            pressed=self._open,
        )
        self._button.setAccessibleDescription(label)
        self._row = row(self._button, None)
        self.setLayout(self._row)

    @property
    def tag(self) -> str:
        """The language chosen."""
        return self._tag

    @property
    def right_to_left(self) -> bool:
        """Which way it runs."""
        return any(rtl for tag, _, rtl in self._languages if tag == self._tag)

    def show_tag(self, tag: str) -> None:
        """Show a language without telling anyone."""
        self._tag = tag
        if tag != USUAL or self._pick is not None:
            pick = self._picker()
            if pick.findData(tag) < 0:
                pick.addItem(tag, tag)
            pick.choose(tag)
            self._button.hide()
            pick.show()

    @Slot()
    def _open(self) -> None:
        pick = self._picker()
        self._button.hide()
        pick.show()
        pick.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _chosen(self) -> None:
        if self._pick is not None and (tag := self._pick.value()) and tag != self._tag:
            self._tag = tag
            self.changed.emit()

    def _picker(self) -> Pick:
        if self._pick is None:
            options = [Option(tag, name) for tag, name, _ in self._languages]
            self._pick = self._kit.pick(options, self._tag)
            self._pick.setAccessibleName(f"Language of these words: {self._label}")
            self._pick.setFixedWidth(self._kit.theme.scaled(_WIDTH))
            self._pick.answered.connect(self._chosen)
            self._row.insertWidget(0, self._pick)
        return self._pick


def run_towards(box: QLineEdit | QPlainTextEdit, *, rtl: bool) -> None:
    """Make what is typed run one way, whichever way the page runs."""
    way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    box.setLayoutDirection(way)
    if isinstance(box, QPlainTextEdit):
        option = QTextOption(box.document().defaultTextOption())
        option.setTextDirection(way)
        # a text layout takes left and right as they are: it does not mirror them
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
        box.document().setDefaultTextOption(option)
