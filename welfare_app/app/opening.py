"""Opens the window: the locked screen is painted first, and all that stands behind it after."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

from welfare_app.app.folders import RESOURCES, clock, home_folder, practice_folder
from welfare_app.presenters.times import greeting
from welfare_app.store.layout import traces
from welfare_app.ui.pages.unlock_page import UnlockPage
from welfare_app.ui.parts import Kit
from welfare_app.ui.preferences import Preferences, keep_no_history
from welfare_app.ui.theme.source import ThemeSource, Wanted
from welfare_app.ui.window import Window

if TYPE_CHECKING:
    from welfare_app.app.desktop import Desktop


def open_window(
    folder: Path | None = None, built: Callable[["Window"], None] = lambda _: None
) -> int:
    """Run the program with its window until it is closed."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Notes")
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    keep_no_history()
    preferences = Preferences()
    source = ThemeSource(RESOURCES, cast("Wanted", preferences.scheme), preferences.scale)
    source.apply(app)
    kit = Kit(source.theme)
    window = Window(kit)
    window.restoreGeometry(preferences.place)
    vault = folder or home_folder()
    desktop: list[Desktop] = []
    page = None
    if traces(vault):
        page = UnlockPage(kit, greeting=greeting(clock()))
        window.show_page(page)
    window.painted.connect(lambda: desktop.append(_stand_behind(window, source, vault, page)))
    window.show()
    built(window)
    return app.exec()


def _stand_behind(
    window: Window, source: ThemeSource, vault: Path, page: UnlockPage | None
) -> "Desktop":
    """Load everything else. What is typed meanwhile waits its turn and is not lost."""
    from welfare_app.app.faults import Faults  # noqa: PLC0415
    from welfare_app.logs.crash import FaultLog  # noqa: PLC0415

    faults = Faults(window, FaultLog(home_folder().parent / "faults.log", clock))
    faults.install()
    from welfare_app.app.desktop import Desktop  # noqa: PLC0415
    from welfare_app.app.toolbox import toolbox  # noqa: PLC0415

    tools = toolbox()
    from welfare_app.ui.watch.choosing import watch_for  # noqa: PLC0415
    from welfare_app.ui.watch.ending import Ending  # noqa: PLC0415

    desktop = Desktop(tools, source, window, vault, practice_folder(), watch_for(window))
    Ending(window).asked.connect(desktop.end)
    faults.definitions, faults.lock = tools.definitions, desktop.lock
    desktop.begin(page)
    return desktop
