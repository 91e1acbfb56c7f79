import pytest

from tests.pdf.conftest import FONTS
from welfare_app.domain.errors import BadContent
from welfare_app.pdf.renderer import PdfRenderer

ROOM = 20_000_000


def test_the_fonts_stay_small_enough_to_ship():
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < ROOM


def test_each_font_file_is_used_and_its_licence_stands_beside_it(renderer):
    shipped = {file.name for file in FONTS.iterdir() if file.suffix in (".ttf", ".otf")}

    assert shipped == set(renderer._faces._files)
    for maker in ("SourceSans3", "SourceSerif4", "Noto", "NotoSansCJK"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"LICENSE-{maker}").read_text().upper()


def test_a_missing_font_is_named_before_anything_is_rendered(tmp_path):
    with pytest.raises(BadContent) as bad:
        PdfRenderer(tmp_path)

    assert bad.value.code == "pdf.missing-font"
    assert bad.value.facts["file"].endswith(".ttf")
