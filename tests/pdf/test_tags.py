import io
from itertools import pairwise

import pikepdf
import pytest

from tests.pdf.checkers import checked
from tests.pdf.conftest import FONTS
from tests.pdf.reader import folded, structure, unmarked
from tests.pdf.samples import ALL
from welfare_app.domain.document import (
    Bullets,
    Document,
    Fact,
    Facts,
    Heading,
    Line,
    Notice,
    Paragraph,
    Quote,
    Table,
)
from welfare_app.pdf.boxes import Bookmark
from welfare_app.pdf.faces import Faces
from welfare_app.pdf.renderer import PdfRenderer
from welfare_app.pdf.styles import BODY
from welfare_app.pdf.typesetter import Typesetter
from welfare_app.pdf.words import WordShaper

BLOCKS = (
    Paragraph(Line("What this is."), lead=True),
    Notice(Line("Contact her safely"), (Line("Never at the house."),)),
    Heading(1, Line("About the person")),
    Facts((Fact(Line("Name"), (Line("Example Person"),), Line("v1_name")),)),
    Heading(2, Line("Her words")),
    Quote(Line("Я хочу додому.", "uk"), Line("Said to the champion")),
    Bullets((Line("First"), Line("Second"))),
    Table(
        "Signs noticed", (Line("Sign"), Line("When")), ((Line("Seen"), Line("Today")),), (0.5, 0.5)
    ),
    Heading(1, Line("In every language")),
    *(Paragraph(Line(text, tag), quiet=True) for tag, text in ALL.items()),
)


@pytest.fixture(scope="module")
def pdf(render) -> bytes:
    return render(*BLOCKS)


def test_each_block_has_its_element_in_reading_order(pdf):
    tags = [node.tag for node in structure(pdf).kids]

    assert tags[:11] == [
        "H1", "P", "Div", "H2", "Table", "H3", "BlockQuote", "L", "Table", "H2", "P",
    ]  # fmt: skip


def test_everything_is_read_out_in_the_order_of_the_document(pdf):
    document = Document(Line("An example referral"), "", "", BLOCKS)

    leaves = [
        node for node in structure(pdf).walk() if node.tag in ("H1", "H2", "H3", "P", "LBody")
    ]

    read = [folded(node.text) for node in leaves]
    assert read == [folded(line.text) for line in (document.title, *document.lines())]


def test_lists_and_tables_have_their_inner_shape(pdf):
    tree = structure(pdf)

    assert [kid.tag for kid in tree.all("LI")[0].kids] == ["Lbl", "LBody"]
    facts, signs = tree.all("Table")
    assert [[cell.tag for cell in row.kids] for row in facts.kids] == [["TH", "TD"]]
    assert [[cell.tag for cell in row.kids] for row in signs.kids] == [["TH", "TH"], ["TD", "TD"]]


def test_heads_of_rows_and_columns_say_which_they_are(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        heads = [e for e in document.objects if isinstance(e, pikepdf.Dictionary)]
        scopes = [str(e.A.Scope) for e in heads if e.get("/S") == "/TH"]
        tables = [e.A for e in heads if e.get("/S") == "/Table" and "/A" in e]

    assert sorted(scopes) == ["/Column", "/Column", "/Row"]
    assert [str(table.Summary) for table in tables] == ["Signs noticed"]


def test_everything_drawn_is_tagged_or_decoration(pdf):
    assert unmarked(pdf) == []


def test_languages_are_named_where_they_differ(pdf):
    tree = structure(pdf)

    assert tree.language == "en"
    assert [n.language for n in tree.all("P") if "додому" in n.text] == ["uk"]
    assert [n.language for n in tree.all("P") if "What this is" in n.text] == [""]


@pytest.mark.parametrize("levels", [(1, 3, 1), (2, 3, 2), (3, 1, 3), (1, 2, 3)])
def test_no_heading_level_is_skipped(render, levels):
    pdf = render(*(Heading(level, Line(f"Level {level}")) for level in levels))

    found = [int(node.tag[1]) for node in structure(pdf).all("H1", "H2", "H3", "H4")]
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(found))


def test_headings_are_bookmarks(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as outline:
        titles = [(item.title, [kid.title for kid in item.children]) for item in outline.root]

    assert titles == [("About the person", ["Her words"]), ("In every language", [])]


def test_the_file_says_its_title_and_language_and_nothing_of_who_made_it(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        about = {str(key): str(value) for key, value in document.docinfo.items()}
        root = document.Root
        packet = root.Metadata.read_bytes().decode()
        assert about == {"/Title": "An example referral"}
        assert str(root.Lang) == "en"
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert root.MarkInfo.Marked is True
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet
    assert ">An example referral<" in packet


def test_a_title_with_signs_of_markup_keeps_its_metadata_sound(render):
    pdf = render(title="Pay & <hours>\x00")

    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_metadata() as metadata:
        assert metadata["dc:title"] == "Pay & <hours>⟨U+0000⟩"


def test_the_same_document_gives_the_same_bytes_on_another_day(pdf, monkeypatch):
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    document = Document(Line("An example referral"), "Case FX-0417", "OFFICIAL-SENSITIVE", BLOCKS)

    assert PdfRenderer(FONTS).render(document) == pdf


def test_words_waiting_to_be_drawn_do_not_show_in_logs():
    typesetter = Typesetter(WordShaper(Faces(FONTS)), "en")
    box = typesetter.text(Line("Improbable Name"), BODY, 300, bookmark=Bookmark("Improbable", 1))

    assert "Improbable" not in repr(box)


def test_no_font_is_asked_for_that_is_not_in_the_file(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = document.pages[0].Resources.Font
        assert len(fonts) > 5
        for font in fonts.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            assert "/ToUnicode" in font


def test_accessibility_checkers_find_no_error(pdf, tmp_path):
    (tmp_path / "pack.pdf").write_bytes(pdf)

    checked(tmp_path / "pack.pdf")
