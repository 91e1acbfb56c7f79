"""The watch for the system the program runs on."""

import sys

from PySide6.QtWidgets import QWidget

from welfare_app.ui.watch.watch import Watch


def watch_for(window: QWidget) -> Watch:
    """What listens here.

    On macOS nothing but Qt does: its notices reach only code written against Apple's own
    libraries, and none is run here that was never tried there.
    """
    if sys.platform == "win32":
        from welfare_app.ui.watch.windows import WindowsWatch  # noqa: PLC0415

        return WindowsWatch(window)
    if sys.platform == "linux":
        from welfare_app.ui.watch.linux import LinuxWatch  # noqa: PLC0415

        return LinuxWatch(parent=window)
    return Watch(window)
