"""The watch for the system the program runs on."""

import sys

from PySide6.QtWidgets import QWidget

from welfare_app.ui.watch.watch import Watch


def watch_for(window: QWidget) -> Watch:
    """What listens here."""
    if sys.platform == "win32":
        from welfare_app.ui.watch.windows import WindowsWatch  # noqa: PLC0415

        return WindowsWatch(window)
    if sys.platform == "linux":
        from welfare_app.ui.watch.linux import LinuxWatch  # noqa: PLC0415

        return LinuxWatch(parent=window)
    if sys.platform == "darwin":
        from welfare_app.ui.watch.mac import MacWatch, centres  # noqa: PLC0415

        return MacWatch(window, centres())
    return Watch(window)
