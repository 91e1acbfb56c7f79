"""The screens of a second signature: a provider's certificate taken in, used, and missing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.pictures_upkeep import settle
from tests.providers import PASSWORD, provider_file
from welfare_app.app.desktop import Desktop
from welfare_app.presenters import places
from welfare_app.presenters.signer import DUE


def taking_in(app: QApplication, desktop: Desktop, folder: Path) -> Iterator[str]:
    """The part with nothing kept, with a wrong password, with what a file says, and kept."""
    given = folder / "from-the-provider.p12"
    given.write_bytes(provider_file(desktop._tools.now(), holder="Fenmarsh Staffing"))
    desktop.go(places.AtIdentity())
    settle(app)
    part = desktop._room.page.signer
    presenter = desktop._room.presenter[1]

    keep = presenter._keep

    def seen() -> None:
        settle(app, lambda: not part._shown.busy)
        desktop._room.page.show_end()
        settle(app)

    seen()
    yield "signer-practice"
    presenter._keep = replace(keep, practice=False)
    presenter.begin()
    seen()
    yield "signer-none"
    part._well.show_path(given)
    presenter.look(given, "not this one")
    seen()
    yield "signer-password"
    presenter.look(given, PASSWORD)
    seen()
    yield "signer-seen"
    presenter.keep()
    seen()
    yield "signer-kept"
    part.show_signer(replace(part._shown, warning=DUE, done=""))
    seen()
    yield "signer-due"
    part._remove()
    settle(app)
    yield "signer-sure"
    desktop.go(places.AtIdentity())


def signed_beside(app: QApplication, desktop: Desktop, folder: Path) -> Iterator[str]:
    """Sealed with a second signature beside; and where that could not be made."""
    page, shown = desktop._room.page, desktop._room.presenter._screen
    assert (folder / "sealed.pdf.p7s").exists()
    why = "The disk is full."
    page.show_screen(replace(shown, provider_signature="", unsigned=why, can_sign=True))
    settle(app)
    yield "seal-unsigned"
    page.show_screen(shown)
    settle(app)


def checking_both(app: QApplication, desktop: Desktop, folder: Path, words: str) -> Iterator[str]:
    """A pack beside which a signature of another file lies."""
    signature = folder / "sealed.pdf.p7s"
    (folder / "other.pdf").write_bytes((folder / "sealed.pdf").read_bytes())
    (folder / "other.pdf.p7s").write_bytes(signature.read_bytes()[:-9])
    check = desktop._room.presenter
    check.again()
    check.check(folder / "other.pdf", words)
    settle(app, lambda: check._screen.verdict == "genuine")
    yield "check-second-broken"
