"""Draws the guide: python tests/ui/pages/pictures_guide.py FOLDER [topic]."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from welfare_app.content.library import Library  # noqa: E402
from welfare_app.presenters.guide import GuideScreen, guide  # noqa: E402
from welfare_app.ui.pages.guide_page import GuidePage  # noqa: E402
from welfare_app.ui.parts import Kit  # noqa: E402
from welfare_app.ui.shell import Shell  # noqa: E402
from welfare_app.ui.theme import Scheme, ThemeSource  # noqa: E402

LOOKS: tuple[tuple[str, Scheme, float], ...] = (
    ("", "light", 1.0),
    ("_200", "light", 2.0),
    ("_dark", "dark", 1.0),
)


def draw(app: QApplication, at: str, look: tuple[str, Scheme, float], folder: Path) -> None:
    """Draw one topic in one look."""
    ending, scheme, scale = look
    source = ThemeSource(ROOT / "resources", scheme, scale)
    source.apply(app)
    shell = Shell(Kit(source.theme), "Fenmarsh Staffing")
    shell.resize(1280, 800)
    shell.show()
    shell.activateWindow()
    app.processEvents()
    page = GuidePage(shell.kit)
    shown = guide(Library(ROOT / "resources").guide(), "home")
    page.show_screen(GuideScreen(shown.topics, at))
    shell.show_page(page)
    for _ in range(8):
        app.processEvents()
    shell.grab().save(str(folder / f"guide_{at}{ending}.png"))
    shell.close()
    shell.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> None:
    """Draw the topics named, or all."""
    app = QApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    topics = Library(ROOT / "resources").guide().topics
    for at in sys.argv[2:] or [one.id for one in topics]:
        for look in LOOKS:
            draw(app, at, look, folder)


if __name__ == "__main__":
    main()
