import io

import pikepdf
import pytest

from welfare_app.domain.document import Line, PageBreak, Paragraph
from welfare_app.domain.errors import Unavailable
from welfare_app.pdf.preview import page_count, page_image


@pytest.fixture(scope="module")
def pdf(render) -> bytes:
    return render(Paragraph(Line("One")), PageBreak(), Paragraph(Line("Two")))


@pytest.fixture(scope="module")
def locked(pdf) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(owner="fictitious", user="seven words"))
    return out.getvalue()


def test_pages_are_counted(pdf, locked):
    assert page_count(pdf) == 2
    assert page_count(locked, "seven words") == 2


def test_a_page_is_drawn_black_on_white_at_the_width_asked_for(pdf):
    image = page_image(pdf, 1, 600)

    assert (image.width, image.height) == (600, 849)
    assert len(image.pixels) == image.stride * image.height
    assert image.pixels[:4] == b"\xff\xff\xff\xff"
    assert min(image.pixels[0::4]) < 60


def test_pages_differ(pdf):
    assert page_image(pdf, 1, 300).pixels != page_image(pdf, 2, 300).pixels


def test_a_locked_pack_is_drawn_with_its_passphrase(pdf, locked):
    assert page_image(locked, 2, 300, "seven words") == page_image(pdf, 2, 300)


@pytest.mark.parametrize("passphrase", [None, "wrong"])
def test_the_wrong_passphrase_opens_nothing(locked, passphrase):
    with pytest.raises(Unavailable) as unavailable:
        page_image(locked, 1, 300, passphrase)

    assert unavailable.value.code == "pdf.wrong-passphrase"


def test_what_is_not_a_pdf_cannot_be_drawn():
    with pytest.raises(Unavailable) as unavailable:
        page_count(b"not a pdf")

    assert unavailable.value.code == "pdf.unreadable"


def test_a_page_that_is_not_there_is_our_mistake(pdf):
    with pytest.raises(IndexError):
        page_image(pdf, 3, 300)


def test_a_picture_does_not_show_itself_in_logs(pdf):
    assert len(repr(page_image(pdf, 1, 300))) < 100
