"""Draws the pages of the work itself: python tests/ui/pages/pictures_b.py FOLDER [name]."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEvent, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.ui.pages import samples_b as samples  # noqa: E402
from tests.ui.pages import samples_referral as referral_samples  # noqa: E402
from welfare_app.ui.pages.interview_page import InterviewPage  # noqa: E402
from welfare_app.ui.pages.pack_page import PackPage  # noqa: E402
from welfare_app.ui.pages.question_page import QuestionPage  # noqa: E402
from welfare_app.ui.pages.reading_page import ReadingPage  # noqa: E402
from welfare_app.ui.pages.referral_page import ReferralPage  # noqa: E402
from welfare_app.ui.pages.signs_page import SignsPage  # noqa: E402
from welfare_app.ui.parts import Kit  # noqa: E402
from welfare_app.ui.shell import Page, Shell  # noqa: E402
from welfare_app.ui.theme import Scheme, ThemeSource  # noqa: E402


def interview(kit: Kit) -> Page:
    page = InterviewPage(kit, samples.LANGUAGES)
    page.show_screen(samples.interview())
    return page


def recall(kit: Kit) -> Page:
    page = InterviewPage(kit, samples.LANGUAGES)
    page.show_screen(samples.RECALL)
    return page


def signs(kit: Kit) -> Page:
    page = SignsPage(kit)
    page.show_screen(samples.signs())
    return page


def sign_said(kit: Kit) -> Page:
    page = SignsPage(kit)
    page.show_screen(samples.signs())
    page._choose("DEL-DR-JOB")
    page._form._area.setPlainText("He said it was a hotel. It is a packhouse.")
    said = page._form._choices.mark("said")
    page.first = said
    QTimer.singleShot(0, said, said.click)
    return page


def pack(kit: Kit) -> Page:
    page = PackPage(kit, samples.LANGUAGES)
    page.show_screen(samples.pack())
    return page


def pack_foot(kit: Kit) -> Page:
    page = pack(kit)
    page.first = page._files
    return page


def pack_trouble(kit: Kit) -> Page:
    page = PackPage(kit, samples.LANGUAGES)
    page.show_screen(samples.pack(trouble=samples.FULL, files=()))
    page._pass_over._open()
    return page


def referral(kit: Kit) -> Page:
    page = ReferralPage(kit)
    page.show_screen(referral_samples.referral())
    return page


def referral_ready(kit: Kit) -> Page:
    page = ReferralPage(kit)
    page.show_screen(referral_samples.READY)
    return page


def referral_weighed(kit: Kit) -> Page:
    page = ReferralPage(kit)
    page.show_screen(referral_samples.WEIGHED)
    return page


def referral_nameless(kit: Kit) -> Page:
    page = ReferralPage(kit)
    page.show_screen(referral_samples.NAMELESS)
    return page


def question_searched(kit: Kit) -> Page:
    page = QuestionPage(kit, samples.LANGUAGES)
    page.show_screen(referral_samples.SEARCHED)
    return page


def question(kit: Kit) -> Page:
    page = QuestionPage(kit, samples.LANGUAGES)
    page.show_screen(referral_samples.referral_page())
    return page


def reading(kit: Kit) -> Page:
    page = ReadingPage(kit)
    page.show_screen(referral_samples.READING)
    return page


PAGES: dict[str, Callable[[Kit], Page]] = {
    "interview": interview,
    "recall": recall,
    "signs": signs,
    "sign_said": sign_said,
    "pack": pack,
    "pack_foot": pack_foot,
    "pack_trouble": pack_trouble,
    "referral": referral,
    "referral_ready": referral_ready,
    "referral_weighed": referral_weighed,
    "referral_nameless": referral_nameless,
    "question": question,
    "question_searched": question_searched,
    "reading": reading,
}
LOOKS: tuple[tuple[str, Scheme, float], ...] = (
    ("", "light", 1.0),
    ("_200", "light", 2.0),
    ("_dark", "dark", 1.0),
)


def draw(
    app: QApplication, build: Callable[[Kit], Page], scheme: Scheme, scale: float, to: Path
) -> None:
    """Draw one page in one look."""
    source = ThemeSource(ROOT / "resources", scheme, scale)
    source.apply(app)
    kit = Kit(source.theme)
    shell = Shell(kit, "Fenmarsh Staffing")
    shell.resize(1280, 800)
    shell.show()
    shell.activateWindow()
    page = build(kit)
    shell.show_page(page)
    shell.say_kept("Kept 10:52")
    for _ in range(6):
        app.processEvents()
    if page.first is not None and to.stem.startswith("pack_foot"):
        page.show_end()
        app.processEvents()
    shell.grab().save(str(to))
    shell.close()
    shell.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> None:
    """Draw the pages named, or all, in every look."""
    app = QApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[2:] or PAGES:
        for suffix, scheme, scale in LOOKS:
            draw(app, PAGES[name], scheme, scale, folder / f"{name}{suffix}.png")


if __name__ == "__main__":
    main()
