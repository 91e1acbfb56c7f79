"""Draws the sample pages and saves them: python tests/ui/kit/gallery.py FOLDER [name]."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, Qt  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.ui.kit import sample_parts, sample_words, samples  # noqa: E402
from welfare_app.ui.parts import BusyBar, Kit, Question  # noqa: E402
from welfare_app.ui.shell import Page, Shell, ShellWords  # noqa: E402
from welfare_app.ui.theme import Scheme, ThemeSource  # noqa: E402

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
ARABIC = ShellWords("طوارئ", "قفل", "تراجع")
SHOTS: dict[str, tuple[Callable[[Kit], Page], Scheme, float, Qt.LayoutDirection]] = {
    "question": (samples.QuestionPage, "light", 1.0, LEFT),
    "question_dark": (samples.QuestionPage, "dark", 1.0, LEFT),
    "question_contrast": (samples.QuestionPage, "contrast_dark", 1.0, LEFT),
    "question_200": (samples.QuestionPage, "light", 2.0, LEFT),
    "question_rtl": (
        lambda kit: samples.QuestionPage(kit, sample_words.ARABIC),
        "light",
        1.0,
        RIGHT,
    ),
    "home": (samples.HomePage, "light", 1.0, LEFT),
    "home_130": (samples.HomePage, "light", 1.3, LEFT),
    "home_200": (samples.HomePage, "light", 2.0, LEFT),
    "parts": (sample_parts.PartsPage, "light", 1.0, LEFT),
    "parts_dark": (sample_parts.PartsPage, "dark", 1.0, LEFT),
    "parts_contrast": (sample_parts.PartsPage, "contrast_dark", 1.0, LEFT),
    "parts_200": (sample_parts.PartsPage, "light", 2.0, LEFT),
    "parts_rtl": (sample_parts.PartsPage, "light", 1.0, RIGHT),
    "table": (samples.TablePage, "light", 1.0, LEFT),
    "table_200": (samples.TablePage, "light", 2.0, LEFT),
    "home_wide": (samples.HomePage, "light", 1.0, LEFT),
    "leaf": (samples.LeafPage, "light", 1.0, LEFT),
    "dialog": (samples.HomePage, "light", 1.0, LEFT),
    "dialog_200": (samples.HomePage, "light", 2.0, LEFT),
}


def draw(app: QApplication, name: str, folder: Path) -> None:
    """Draw one picture."""
    build, scheme, scale, direction = SHOTS[name]
    app.setLayoutDirection(direction)
    source = ThemeSource(ROOT / "resources", scheme, scale)
    source.apply(app)
    source.load_companions()
    kit = Kit(source.theme)
    shell = Shell(kit, "Fenmarsh Staffing", ARABIC if direction is RIGHT else None)
    shell.resize(1920 if name.endswith("wide") else 1280, 800)
    shell.show()
    shell.activateWindow()
    shell.show_page(build(kit))
    shell.say_kept("Kept 10:33")
    app.processEvents()
    if name.startswith("dialog"):
        shell.say("Sign removed from this interview", lambda: None)
        question = Question(
            "Leave out two photographs?",
            "They stay in the vault. The reader sees that two were left out, and your reason.",
            "Leave them out",
            "Keep them in",
        )
        shell.ask(question, lambda _sure: None)
    for bar in shell.findChildren(BusyBar):
        bar.setVisible(name.startswith("parts"))
    for _ in range(6):
        app.processEvents()
    shell.grab().save(str(folder / f"{name}.png"))
    shell.close()
    shell.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> None:
    """Draw the pictures named, or all."""
    app = QApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or SHOTS:
        draw(app, name, folder)


if __name__ == "__main__":
    main()
