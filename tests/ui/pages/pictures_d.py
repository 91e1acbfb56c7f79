"""Draws the pages of answers that leave or come: python tests/ui/pages/pictures_d.py FOLDER."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from PySide6.QtWidgets import QApplication

from tests.ui.pages import samples_d as samples
from tests.ui.pages.pictures_b import LOOKS, draw
from welfare_app.ui.pages.exchange_page import ExchangePage
from welfare_app.ui.pages.referral_page import ReferralPage
from welfare_app.ui.pages.transcribe_page import TranscribePage
from welfare_app.ui.parts import Kit
from welfare_app.ui.shell import Page


def transcribe(kit: Kit) -> Page:
    page = TranscribePage(kit)
    page.show_screen(samples.transcribe())
    return page


def exchange(kit: Kit) -> Page:
    page = ExchangePage(kit)
    page.show_screen(samples.EXCHANGE)
    return page


def looked(kit: Kit) -> Page:
    page = ExchangePage(kit)
    page.show_screen(samples.LOOKED)
    return page


def refused(kit: Kit) -> Page:
    page = ExchangePage(kit)
    page.show_screen(samples.REFUSED)
    return page


def old_form(kit: Kit) -> Page:
    page = ReferralPage(kit)
    page.show_screen(samples.OLD_FORM)
    return page


PAGES = (transcribe, exchange, looked, refused, old_form)


def main() -> None:
    """Draw every page in every look."""
    app = QApplication(sys.argv[:1])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for build in PAGES:
        for suffix, scheme, scale in LOOKS:
            draw(app, build, scheme, scale, folder / f"{build.__name__}{suffix}.png")


if __name__ == "__main__":
    main()
