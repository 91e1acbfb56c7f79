"""Reads the page with which a receiver checks a pack in a browser, as one piece."""

from pathlib import Path

from welfare_app.domain.errors import BadContent

SCRIPTS = ("der", "certificate", "signature", "pdf", "lock", "lost", "judge", "window")
"""In the order in which each builds on those before it."""


def checking_page(root: Path) -> str:
    """The page with its scripts. Its words and the root it looks for are still to be put in."""
    scripts = "\n".join(_text(root, f"checking/{name}.js") for name in SCRIPTS)
    return _text(root, "checking/page.html").replace("<!--scripts-->", scripts)


def _text(root: Path, file: str) -> str:
    try:
        return (root / file).read_text("utf-8")
    except FileNotFoundError as error:
        raise BadContent("content.no-file", file=file, key="") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadContent("content.unreadable", file=file, key="") from error
