"""One renderer for all tests here, and a short way to a document."""

from collections.abc import Callable
from pathlib import Path

import pytest

from welfare_app.domain.document import Block, Document, Line
from welfare_app.pdf.renderer import PdfRenderer

FONTS = Path(__file__).parents[2] / "resources/fonts/pdf"


@pytest.fixture(scope="session")
def renderer() -> PdfRenderer:
    return PdfRenderer(FONTS)


@pytest.fixture(scope="session")
def render(renderer) -> Callable[..., bytes]:
    def rendered(*blocks: Block, title: str = "An example referral", **more: str) -> bytes:
        about = {"running": "Case FX-0417", "marking": "OFFICIAL-SENSITIVE", **more}
        return renderer.render(Document(Line(title), blocks=blocks, **about))

    return rendered
