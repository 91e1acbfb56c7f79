import pytest

from tests.pdf.conftest import FONTS
from tests.pdf.samples import MIXED
from welfare_app.domain.errors import BadContent
from welfare_app.pdf.faces import Faces, Voice
from welfare_app.pdf.renderer import PdfRenderer
from welfare_app.pdf.words import WordShaper

ROOM = 20_000_000


def test_the_fonts_stay_small_enough_to_ship():
    assert sum(file.stat().st_size for file in FONTS.iterdir()) < ROOM


def test_each_font_file_is_used_and_its_licence_stands_beside_it(renderer):
    shipped = {file.name for file in FONTS.iterdir() if file.suffix in (".ttf", ".otf")}

    assert shipped == set(renderer._faces._files)
    for maker in ("SourceSans3", "SourceSerif4", "Noto", "NotoSansCJK"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"LICENSE-{maker}").read_text().upper()


@pytest.mark.parametrize("text", ["Example", MIXED["ar"], MIXED["ur"], MIXED["fa"]])
def test_spaces_after_a_line_from_the_right_are_as_wide_as_ever(text):
    shaper = WordShaper(Faces(FONTS))
    shaper.words(text, "ar", Voice.PLAIN)
    page, *_ = shaper.words("Page 1", "en", Voice.PLAIN)

    (space,) = page.space
    code = int(space.glyphs.strip("<>"), 16)
    assert space.run.font._widths[code] == space.width == 200


def test_a_missing_font_is_named_before_anything_is_rendered(tmp_path):
    with pytest.raises(BadContent) as bad:
        PdfRenderer(tmp_path)

    assert bad.value.code == "pdf.missing-font"
    assert bad.value.facts["file"].endswith(".ttf")
