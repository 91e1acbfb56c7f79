"""Prints the memory of the whole program with the case desk open, in MB: now, and at its most.

`python -m tests.benchmarks.desk_memory VAULT`, after the list of all was gone through to its end.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main(vault: Path) -> None:
    """Open the program on a vault as after an unlocking, and look through the desk."""
    from PySide6.QtWidgets import QApplication

    from tests.conftest import KEY
    from tests.desks import ORGANISATION, ROSA
    from tests.pictures_upkeep import settle
    from welfare_app.app.desktop import Desktop
    from welfare_app.app.folders import RESOURCES
    from welfare_app.app.toolbox import toolbox
    from welfare_app.keys.device_secret import NoSecrets
    from welfare_app.presenters import places
    from welfare_app.services.unlock import Opened
    from welfare_app.ui.parts import Kit
    from welfare_app.ui.theme.source import ThemeSource
    from welfare_app.ui.window import Window

    app = QApplication([])
    source = ThemeSource(RESOURCES, "light", 1.0)
    source.apply(app)
    tools = toolbox(secrets=NoSecrets())
    with tempfile.TemporaryDirectory() as made:
        window = Window(Kit(source.theme))
        desktop = Desktop(tools, source, window, Path(made) / "vault", Path(made) / "practice")
        desktop.begin()
        window.resize(1280, 800)
        window.show()
        settle(app)
        desktop._open(Opened(tools.door.open(vault, KEY), ORGANISATION, ROSA))
        settle(app)
        desktop.go(places.AtCases())
        settle(app)
        page = desktop._room.page
        page._buttons["all"].click()
        page._filter.button.click()
        for row in range(0, page._model.rowCount(), 64):
            page._table.selectRow(row)
            app.processEvents()
        settle(app)
        window.grab()
        status = Path("/proc/self/status").read_text().splitlines()
        sizes = dict(line.split(":", 1) for line in status)
        now, most = (int(sizes[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
        print(f"{now:.0f} {most:.0f}", flush=True)
        os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
