"""Draws the pages round the work: python tests/ui/pages/pictures_a.py FOLDER [name]."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.ui.pages import samples_a as samples  # noqa: E402
from welfare_app.presenters.first_run import FirstRunScreen  # noqa: E402
from welfare_app.ui.pages.cases_page import CasesPage  # noqa: E402
from welfare_app.ui.pages.emergency_page import EmergencyPage  # noqa: E402
from welfare_app.ui.pages.first_run_page import FirstRunPage  # noqa: E402
from welfare_app.ui.pages.home_page import HomePage  # noqa: E402
from welfare_app.ui.pages.laptop_page import LaptopPage  # noqa: E402
from welfare_app.ui.pages.unlock_page import UnlockPage  # noqa: E402
from welfare_app.ui.parts import Kit  # noqa: E402
from welfare_app.ui.shell import Page, Shell  # noqa: E402
from welfare_app.ui.theme import Scheme, ThemeSource  # noqa: E402

WHERE = "Documents/Notes vault"


def unlock(kit: Kit) -> Page:
    page = UnlockPage(kit, "Fenmarsh Staffing, Alder Mill laptop")
    page.show_screen(samples.UNLOCK)
    page._secret.setText("not the real passphrase")
    return page


def unlock_wrong(kit: Kit) -> Page:
    page = UnlockPage(kit)
    page.show_screen(replace(samples.UNLOCK, trouble=samples.WRONG))
    return page


def unlock_code(kit: Kit) -> Page:
    page = UnlockPage(kit)
    page.show_screen(samples.RECOVERING)
    return page


def first_run(kit: Kit) -> Page:
    page = FirstRunPage(kit)
    page.show_screen(FirstRunScreen())
    return page


def first_run_problems(kit: Kit) -> Page:
    page = FirstRunPage(kit)
    page.show_screen(samples.PROBLEMS)
    return page


def first_run_strength(kit: Kit) -> Page:
    page = FirstRunPage(kit)
    page._form._secret.setText("four short words")
    page.show_screen(samples.WEAK)
    page.first = page._form.fields["again"]
    return page


def sheet(kit: Kit) -> Page:
    page = FirstRunPage(kit)
    page.show_screen(FirstRunScreen(code=samples.CODE))
    return page


def sheet_saved(kit: Kit) -> Page:
    page = FirstRunPage(kit)
    page.show_screen(FirstRunScreen(code=samples.CODE, sheet_saved=True))
    return page


def home(kit: Kit) -> Page:
    page = HomePage(kit, samples.PERSON)
    page.show_screen(samples.HOME)
    return page


def home_practice(kit: Kit) -> Page:
    page = HomePage(kit, samples.PERSON)
    page.show_screen(samples.QUIET_PRACTICE)
    return page


def cases(kit: Kit) -> Page:
    page = CasesPage(kit, samples.PERSON)
    page.show_rows(samples.ROWS)
    return page


def cases_empty(kit: Kit) -> Page:
    page = CasesPage(kit, samples.PERSON, practice=True)
    page.show_rows(())
    return page


def laptop(kit: Kit) -> Page:
    page = LaptopPage(kit, samples.PERSON, WHERE)
    page.show_screen(samples.WELL)
    return page


def laptop_trouble(kit: Kit) -> Page:
    page = LaptopPage(kit, samples.PERSON, WHERE, practice=True)
    page.show_screen(replace(samples.LAPTOP, trouble=samples.DAMAGED))
    return page


def emergency(kit: Kit) -> Page:
    page = EmergencyPage(kit)
    page.show_screen(samples.EMERGENCY)
    return page


PAGES: dict[str, Callable[[Kit], Page]] = {
    "unlock": unlock,
    "unlock_wrong": unlock_wrong,
    "unlock_code": unlock_code,
    "first_run": first_run,
    "first_run_problems": first_run_problems,
    "first_run_strength": first_run_strength,
    "sheet": sheet,
    "sheet_saved": sheet_saved,
    "home": home,
    "home_practice": home_practice,
    "cases": cases,
    "cases_empty": cases_empty,
    "laptop": laptop,
    "laptop_trouble": laptop_trouble,
    "emergency": emergency,
}
LOOKS: tuple[tuple[str, Scheme, float], ...] = (
    ("", "light", 1.0),
    ("_200", "light", 2.0),
    ("_dark", "dark", 1.0),
)


def draw(
    app: QApplication, build: Callable[[Kit], Page], scheme: Scheme, scale: float, to: Path
) -> None:
    """Draw one picture, and for a page taller than the window another of its end."""
    source = ThemeSource(ROOT / "resources", scheme, scale)
    source.apply(app)
    source.load_companions()
    kit = Kit(source.theme)
    page = build(kit)
    shell = Shell(kit, "Notes" if page.locked else "Fenmarsh Staffing")
    shell.resize(1280, 800)
    shell.show()
    shell.activateWindow()
    shell.show_page(page)
    settle(app)
    shell.grab().save(str(to))
    bar = shell._stage.area.verticalScrollBar()
    if bar.maximum() > 0 and bar.value() < bar.maximum():
        page.show_end()
        settle(app)
        shell.grab().save(str(to.with_name(f"{to.stem}_end.png")))
    shell.close()
    shell.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(app: QApplication) -> None:
    """Let the layouts come to rest."""
    for _ in range(6):
        app.processEvents()


def main() -> None:
    """Draw the pictures named, or all."""
    app = QApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or PAGES:
        for suffix, scheme, scale in LOOKS:
            draw(app, PAGES[name], scheme, scale, folder / f"{name}{suffix}.png")


if __name__ == "__main__":
    main()
