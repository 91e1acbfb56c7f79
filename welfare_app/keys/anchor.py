"""Remembers short texts in the desktop's keyring, so that putting a whole folder back shows."""

from welfare_app.keys.device_secret import DeviceSecrets


class KeyringAnchor:
    """An anchor for one vault, wherever it lies. Where no keyring answers it remembers nothing."""

    place = "keyring"

    def __init__(self, secrets: DeviceSecrets, vault: str) -> None:
        self._secrets, self._vault = secrets, vault

    def remember(self, name: str, value: str) -> None:
        """Keep it, if a keyring answers."""
        self._secrets.remember(f"{self._vault}-{name}", value)

    def recall(self, name: str) -> str | None:
        """What was kept, if anything."""
        return self._secrets.recall(f"{self._vault}-{name}")
