"""Gives Qt the fonts that ship with the program, so that nothing depends on the laptop's own."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from welfare_app.domain.errors import BadContent

LATIN = "Source"
"""What the names of the files needed for the first picture begin with."""

_KINDS = {".ttf", ".otf", ".ttc"}

_GIVEN: set[Path] = set()
"""What Qt has been given: it keeps fonts for the whole process, and each new one costs a search."""


class Fonts:
    """The font files in some folders. The companions for other scripts are large and come later."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._loaded: set[str] = set()

    def load_latin(self) -> None:
        """Load what the first picture needs."""
        for path in self._files():
            if path.name.startswith(LATIN):
                self._load(path)

    def load_companions(self) -> None:
        """Load every other script."""
        for path in self._files():
            self._load(path)

    def _files(self) -> Iterator[Path]:
        for folder in self._folders:
            if folder.is_dir():
                yield from (path for path in sorted(folder.iterdir()) if path.suffix in _KINDS)

    def _load(self, path: Path) -> None:
        if path.name in self._loaded:
            return
        if path not in _GIVEN and QFontDatabase.addApplicationFont(str(path)) < 0:
            raise BadContent("look.bad-font", file=path.name)
        _GIVEN.add(path)
        self._loaded.add(path.name)
