"""Remembers short texts in the desktop's keyring, so that putting a whole folder back shows."""

import hashlib
from pathlib import Path

from welfare_app.keys.device_secret import DeviceSecrets


class KeyringAnchor:
    """An anchor for the vault in one folder. Where no keyring answers it remembers nothing."""

    def __init__(self, secrets: DeviceSecrets, folder: Path) -> None:
        place = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
        self._secrets, self._place = secrets, place[:16]

    def remember(self, name: str, value: str) -> None:
        """Keep it, if a keyring answers."""
        self._secrets.remember(f"{self._place}-{name}", value)

    def recall(self, name: str) -> str | None:
        """What was kept, if anything."""
        return self._secrets.recall(f"{self._place}-{name}")
