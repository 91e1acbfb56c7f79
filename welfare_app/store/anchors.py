"""Remembers short texts in a small file beside the vault, so that a lone rollback shows.

Someone who puts a whole older folder back takes this file back with it: the operating
system's keyring, where there is one, is the anchor that stays.
"""

import json
from pathlib import Path

from welfare_app.store.disk import write_whole

FILE = "anchor.json"


class FileAnchor:
    """An anchor in the vault's folder."""

    place = "folder"

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def remember(self, name: str, value: str) -> None:
        """Keep it."""
        write_whole(self._path, json.dumps(self._read() | {name: value}).encode())

    def recall(self, name: str) -> str | None:
        """What was kept, if anything."""
        return self._read().get(name)

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict):
            return {}
        return {name: value for name, value in kept.items() if isinstance(value, str)}
