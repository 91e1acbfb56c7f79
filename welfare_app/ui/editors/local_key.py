"""Buttons whose key belongs to one question, because every question has the same key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from welfare_app.ui.parts import Button, Kit
from welfare_app.ui.parts.button import Flush
from welfare_app.ui.parts.keys import shortcut


class LocalKeyButton(Button):
    """A quiet button with its key written on it, which works while the keyboard is in `owner`."""

    def __init__(
        self,
        kit: Kit,
        words: str,
        key: str,
        owner: QWidget | None,
        *,
        icon: str = "",
        compact: bool = False,
        flush: Flush = "",
    ) -> None:
        super().__init__(kit.theme, words, "quiet", icon=icon, compact=compact, flush=flush)
        self._key = key
        if owner is not None:
            made = shortcut(key, owner)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(self.click)
