"""`paper`: a blank incident pack and cards for workers, saved where the person says."""

import sys
from pathlib import Path

from welfare_app.domain.contacts import Nation
from welfare_app.services.print_paper import PrintPaper
from welfare_app.services.tools import Tools


def pack(tools: Tools, path: Path, nation: str | None) -> int:
    """Save a blank incident pack."""
    _paper(tools).save_pack(path, Nation(nation) if nation else None)
    print("Saved: a blank incident pack.", file=sys.stderr)
    return 0


def card(tools: Tools, language: str, path: Path, nation: str | None) -> int:
    """Save a quick card in one language."""
    _paper(tools).save_card(path, language, Nation(nation) if nation else None)
    name = tools.definitions.languages()[1][language]
    trusted = tools.definitions.worker_pages(language).trusted
    doubt = "" if trusted else " Nobody has checked this translation."
    print(f"Saved: a quick card in {name}.{doubt}", file=sys.stderr)
    return 0


def _paper(tools: Tools) -> PrintPaper:
    return PrintPaper(tools.definitions, tools.renderer, tools.disk)
