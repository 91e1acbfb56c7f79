import pytest

from tests.pdf.reader import folded, pdfium, pdftotext, pypdf_text, structure
from tests.pdf.samples import ALL, BACKWARD, CHINESE, FORWARD, MIXED
from welfare_app.domain.document import Bullets, Document, Fact, Facts, Line, Paragraph, Quote
from welfare_app.domain.errors import Refused


def paragraphs(samples: dict[str, str], times: int = 3) -> list[Paragraph]:
    return [Paragraph(Line(" ".join([text] * times), tag)) for tag, text in samples.items()]


@pytest.fixture(scope="module")
def forward_pdf(render) -> bytes:
    return render(*paragraphs(FORWARD), Paragraph(Line(CHINESE * 3, "zh")))


@pytest.mark.parametrize("language", ALL | MIXED)
def test_every_language_is_read_out_exactly_wherever_it_stands(render, language):
    text = {**ALL, **MIXED}[language]
    long = Line(" ".join([text] * 4), language)
    blocks = (
        Paragraph(long),
        Quote(long),
        Bullets((long,)),
        Facts((Fact(Line("Said"), (long,), exact_words=True), Fact(Line("Seen"), (long,)))),
    )
    document = Document(Line("Title"), "", "", blocks)

    tree = structure(render(*blocks))

    wanted = folded("".join(line.text for line in document.lines()), spaces=False)
    read = "".join(node.text for node in tree.kids[1:])
    assert folded(read, spaces=False).replace("•", "") == wanted
    assert folded(tree.all("P")[0].text) == folded(long.text)


def test_the_text_of_mixed_languages_is_read_out_exactly(render):
    tree = structure(render(*paragraphs(MIXED)))

    assert [folded(node.text) for node in tree.all("P")] == [
        folded(" ".join([text] * 3)) for text in MIXED.values()
    ]


@pytest.mark.parametrize("reader", ["pdftotext", "pdfium", "pypdf"])
def test_other_readers_find_every_forward_language(forward_pdf, reader, tmp_path):
    read = {
        "pdftotext": lambda: pdftotext(forward_pdf, tmp_path),
        "pdfium": lambda: pdfium(forward_pdf),
        "pypdf": lambda: pypdf_text(forward_pdf),
    }[reader]()

    lost = [
        tag for tag, text in FORWARD.items() if folded(" ".join([text] * 3)) not in folded(read)
    ]
    assert lost == []
    assert CHINESE * 3 in folded(read, spaces=False)


@pytest.mark.parametrize("reader", ["pdftotext", "pdfium"])
def test_other_readers_find_lines_that_run_from_the_right(render, reader, tmp_path):
    pdf = render(*paragraphs(BACKWARD, times=1))

    read = folded(pdftotext(pdf, tmp_path) if reader == "pdftotext" else pdfium(pdf))

    assert [tag for tag, text in BACKWARD.items() if folded(text) not in read] == []


def test_words_in_another_language_are_marked_as_such(render):
    paragraph = structure(render(*paragraphs(MIXED, times=1))).all("P")

    assert paragraph[1].language == "ur"
    assert ("en", "Mr Example") in [(kid.language, folded(kid.text)) for kid in paragraph[1].kids]
    assert {"ar", "hi"} <= {kid.language for kid in paragraph[3].kids}


def test_urdu_is_set_in_its_own_hand(render):
    urdu = render(Paragraph(Line(BACKWARD["ur"], "ur")))
    arabic = render(Paragraph(Line(BACKWARD["ar"], "ar")))

    assert b"NotoNastaliqUrdu" in urdu
    assert b"NotoNastaliqUrdu" not in arabic


def test_exact_words_are_in_serif_and_nothing_else_is(render):
    plain = render(Paragraph(Line("Said")), Facts((Fact(Line("Said"), (Line("Words"),)),)))
    exact = render(Facts((Fact(Line("Said"), (Line("Words"),), exact_words=True),)))

    assert b"SourceSerif4" not in plain
    assert b"SourceSerif4" in exact


def test_a_character_no_font_has_is_refused_by_its_code_point_alone(render):
    with pytest.raises(Refused) as refused:
        render(Paragraph(Line("She drew \U0001f600 here")))

    assert refused.value.code == "pdf.missing-glyph"
    assert refused.value.facts == {"character": "U+1F600"}


def test_hidden_and_reordering_characters_are_shown(render):
    tree = structure(render(Paragraph(Line("a\u202eb\u200bc\x07d\ufeffe\ud800f\u2066g\ufffd"))))

    assert tree.all("P")[0].text == (
        "a⟨U+202E⟩b⟨U+200B⟩c⟨U+0007⟩d⟨U+FEFF⟩e⟨U+D800⟩f⟨U+2066⟩g⟨U+FFFD⟩"
    )


def test_joiners_and_direction_marks_are_kept(render):
    text = "نمی\u200cتوانم \u200fو\u200e क्\u200dष"
    tree = structure(render(Paragraph(Line(text, "fa"))))

    assert folded(tree.all("P")[0].text) == folded(text)
    assert "\u200c" in tree.all("P")[0].text


def test_line_ends_of_every_kind_break_the_line(renderer, render, tmp_path):
    text = pdftotext(render(Paragraph(Line("one\ntwo\r\nthree\rfour\u2028five\n\nsix"))), tmp_path)

    words = ["one", "two", "three", "four", "five", "six"]
    assert [line.strip() for line in text.splitlines() if line.strip() in words] == words


def test_punctuation_and_signs_of_everyday_writing_are_drawn(render):
    text = "‘a’ “b” – — … £ € ₹ ₺ ½ ° ² × − → ✓ ✗ ☐ ☑ • · § № ‑ \u00a0 \u2009 \u202f \u3000 ৳ "

    assert structure(render(Paragraph(Line(text)), Quote(Line(text))))


def test_letters_that_hang_back_under_the_one_before_are_drawn_and_read_back(render):
    """A Nastaliq cluster may end left of where it began, and no font can say so."""
    text = "\u0687\u0687\u0696 \u06bd\u06b7"

    tree = structure(render(Paragraph(Line(text, "ur"))))
    assert folded(tree.all("P")[0].text) == text
