"""Draws the sealing and the check: python tests/ui/pages/pictures_c.py FOLDER [name]."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.ui.pages import samples_c as samples  # noqa: E402
from welfare_app.pdf.preview import page_image  # noqa: E402
from welfare_app.presenters.check import CheckScreen  # noqa: E402
from welfare_app.presenters.seal import SealScreen  # noqa: E402
from welfare_app.ui.pages.check_page import CheckPage  # noqa: E402
from welfare_app.ui.pages.seal_page import SealPage  # noqa: E402
from welfare_app.ui.parts import Kit  # noqa: E402
from welfare_app.ui.shell import Page, Shell  # noqa: E402
from welfare_app.ui.theme import Scheme, ThemeSource  # noqa: E402

BUSY_SHOWS_MS = 500
FOUND = Path("P-0042-sealed-referral.pdf")

Build = Callable[[Kit], Page]


def sealing(screen: SealScreen) -> Build:
    def build(kit: Kit) -> Page:
        page = SealPage(kit, page_image)
        page.show_screen(screen)
        return page

    return build


def with_problems(kit: Kit) -> Page:
    page = SealPage(kit, page_image)
    page.show_screen(replace(samples.problems(), problems=()))
    page.named.connect(lambda _: page.show_screen(samples.problems()))
    return page


def checking(screen: CheckScreen, path: Path | None = None) -> Build:
    def build(kit: Kit) -> Page:
        page = CheckPage(kit, "Rosa Penhallow, champion", lambda *_: path)
        if path is not None:
            page._well.button.click()
            page._words.setText("harp vet oat lamp peb cur willow")
        page.show_screen(screen)
        return page

    return build


SHOTS: dict[str, Build] = {
    "who": sealing(samples.seal(samples.Step.WHO)),
    "who_problems": with_problems,
    "look": sealing(samples.look()),
    "look_trouble": sealing(samples.look(trouble=samples.disk_full())),
    "look_busy": sealing(samples.look(busy="Sealing the pack…", progress=(2, 5))),
    "preview": sealing(samples.look()),
    "words": sealing(samples.words()),
    "words_hidden": sealing(samples.words(hidden=True)),
    "words_asked": sealing(samples.words()),
    "done": sealing(samples.done()),
    "check": checking(CheckScreen()),
    "check_chosen": checking(CheckScreen(), FOUND),
    "check_problem": checking(CheckScreen(problem="Choose the sealed file")),
    "genuine": checking(samples.genuine()),
    "not_genuine": checking(samples.not_genuine()),
    "cannot_tell": checking(samples.cannot_tell()),
}
LOOKS: tuple[tuple[str, Scheme, float], ...] = (
    ("", "light", 1.0),
    ("_200", "light", 2.0),
    ("_dark", "dark", 1.0),
)


def draw(app: QApplication, name: str, look: tuple[str, Scheme, float], folder: Path) -> None:
    """Draw one picture."""
    ending, scheme, scale = look
    source = ThemeSource(ROOT / "resources", scheme, scale)
    source.apply(app)
    source.load_companions()
    kit = Kit(source.theme)
    shell = Shell(kit, "Fenmarsh Staffing")
    shell.resize(1280, 800)
    shell.show()
    shell.activateWindow()
    app.processEvents()
    page = SHOTS[name](kit)
    shell.show_page(page)
    shell.say_kept("Kept 16:18")
    app.processEvents()
    if name == "who_problems":
        page._look_through()
    if name == "preview":
        page._preview()
    if name == "words_asked":
        page.step_back()
    if name.endswith("busy"):
        QTest.qWait(BUSY_SHOWS_MS)
    for _ in range(8):
        app.processEvents()
    shell.grab().save(str(folder / f"{name}{ending}.png"))
    shell.close()
    shell.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> None:
    """Draw the pictures named, or all."""
    app = QApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or SHOTS:
        for look in LOOKS:
            draw(app, name, look, folder)


if __name__ == "__main__":
    main()
