"""Reads the page with which a receiver checks a pack in a browser, as one piece."""

from pathlib import Path

SCRIPTS = ("der", "certificate", "signature", "pdf", "lock", "judge", "window")
"""In the order in which each builds on those before it."""


def checking_page(root: Path) -> str:
    """The page with its scripts. Its words and the root it looks for are still to be put in."""
    folder = root / "checking"
    scripts = [folder.joinpath(f"{name}.js").read_text("utf-8") for name in SCRIPTS]
    page = folder.joinpath("page.html").read_text("utf-8")
    return page.replace("<!--scripts-->", "\n".join(scripts))
