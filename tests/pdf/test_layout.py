import io

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.pdf.reader import folded, pdftotext, structure
from welfare_app.domain.document import (
    Bullets,
    Fact,
    Facts,
    Heading,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    Table,
)
from welfare_app.domain.errors import Refused
from welfare_app.pdf import styles

LONG = "They were driven to the packhouse before light and told to wait. " * 230
LIMIT = 15_000


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def answer(*values: str, exact_words: bool = False) -> Facts:
    lines = tuple(Line(value) for value in values)
    return Facts((Fact(Line("What happened"), lines, Line("v1_account"), exact_words),))


def filler(lines: int) -> list[Paragraph]:
    return [Paragraph(Line("Filler"))] * lines


@pytest.mark.parametrize("exact_words", [False, True])
def test_a_long_answer_flows_over_pages_and_loses_nothing(render, exact_words):
    pdf = render(answer(LONG[:LIMIT], exact_words=exact_words))

    assert len(pages(pdf)) > 4
    cell = structure(pdf).all("TD")[0]
    assert folded(cell.kids[0].text) == folded(LONG[:LIMIT])


def test_a_long_answer_shows_its_label_again_on_each_page(render):
    pdf = render(answer(LONG[:LIMIT]))

    assert all("What happened" in page for page in pages(pdf))
    assert [folded(node.text) for node in structure(pdf).all("TH")] == ["What happened"]


@pytest.mark.parametrize("text", ["x" * LIMIT, "护" * LIMIT, "क्ष" * 5000, "\n" * 3000, "ฉัน" * 900])
def test_an_answer_with_nowhere_to_break_still_fits_the_page(render, text):
    pdf = render(answer(text), Paragraph(Line("After")))

    assert folded(structure(pdf).all("TD")[0].text.removesuffix("v1_account")) == text.strip()


def test_several_values_stand_on_lines_of_their_own(render, tmp_path):
    read = pdftotext(render(answer("One room", "Two keys")), tmp_path).splitlines()

    assert "One room" in [line.strip() for line in read]
    assert "Two keys" in [line.strip() for line in read]


@pytest.mark.parametrize("count", range(23, 30))
def test_a_heading_is_never_parted_from_what_it_heads(render, count):
    pdf = render(*filler(count), Heading(1, Line("Section")), Heading(2, Line("Part")), answer("A"))

    (page,) = [page for page in pages(pdf) if "Section" in page]
    assert "Part" in page
    assert "What happened" in page


@pytest.mark.parametrize("count", range(7, 13))
@pytest.mark.parametrize("words", range(290, 340, 10))
def test_who_said_it_is_never_parted_from_the_words(render, count, words):
    pdf = render(*filler(count), Quote(Line("Word " * words), Line("Said to the champion")))

    (page,) = [page for page in pages(pdf) if "Said to the champion" in page]
    assert "Word Word" in page.replace("\n", " ")


def test_a_table_repeats_its_head_and_reads_it_once(render):
    rows = tuple((Line(f"Sign {number}"), Line("Seen")) for number in range(80))
    pdf = render(Table("Signs", (Line("Sign noticed"), Line("Kind")), rows, (0.7, 0.3)))

    assert len(pages(pdf)) > 2
    assert all("Sign noticed" in page for page in pages(pdf))
    heads = [folded(node.text) for node in structure(pdf).all("TH")]
    assert heads == ["Sign noticed", "Kind", *(f"Sign {number}" for number in range(80))]


def test_a_table_cell_longer_than_a_page_flows_on(render):
    rows = ((Line("Sign"), Line(LONG)),)
    pdf = render(Table("Signs", (Line("A"), Line("B")), rows, (0.3, 0.7)))

    assert folded(structure(pdf).all("TD")[1].text) == folded(LONG)


def test_a_long_warning_and_a_long_title_flow_on(render):
    pdf = render(Notice(Line("Read this"), (Line(LONG), Line("Last"))), title=LONG[:3000])

    tree = structure(pdf)
    assert folded(tree.all("H1")[0].text) == folded(LONG[:3000])
    assert [folded(node.text) for node in tree.all("Div")[0].kids] == [
        "Read this",
        folded(LONG),
        "Last",
    ]


def test_a_page_break_starts_a_page_and_two_do_not_leave_one_empty(render):
    pdf = render(
        Paragraph(Line("First")), PageBreak(), PageBreak(), Paragraph(Line("Second")), PageBreak()
    )

    first, second = pages(pdf)
    assert "First" in first
    assert "Second" in second


def test_every_page_says_what_it_is_and_which_of_how_many(render):
    pdf = render(Paragraph(Line("First")), PageBreak(), Paragraph(Line("Second")))

    for number, page in enumerate(pages(pdf), 1):
        assert "OFFICIAL-SENSITIVE" in page
        assert "Case FX-0417" in page
        assert f"Page {number} of 2" in page


def test_a_document_of_nothing_but_a_title_is_one_page(render):
    pdf = render(Facts(()), Bullets(()), Paragraph(Line("")), running="", marking="")

    assert len(pages(pdf)) == 1


def test_nothing_is_drawn_outside_the_margins(render):
    pdf = render(
        answer("w" * 500, "Wide " * 400), Table("T", (Line("m" * 99),) * 9, (), (1 / 9,) * 9)
    )
    edges: list[float] = []

    def visit(text, _cm, tm, *_rest) -> None:
        if text.strip():
            edges.append(tm[4])

    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=visit)
    assert min(edges) >= styles.MARGIN - 0.01
    assert max(edges) <= styles.PAGE_WIDTH - styles.MARGIN


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=120), language=st.sampled_from(["en", "ar", "ur", "zh", "hi"]))
def test_any_text_at_all_is_rendered_or_refused(render, text, language):
    blocks = answer(text, exact_words=True), Paragraph(Line(text, language))

    assert outcome(render, *blocks) in ("rendered", "pdf.missing-glyph")


def outcome(render, *blocks) -> str:
    try:
        return "rendered" if render(*blocks).startswith(b"%PDF-1.7") else "broken"
    except Refused as refused:
        return refused.code
