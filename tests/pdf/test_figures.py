"""Photographs on the pages: whole, in place, and told to whoever cannot see them."""

import io
import os

import pikepdf
import pytest
from PIL import Image

from tests.pdf.checkers import checked
from tests.pdf.reader import structure, unmarked
from welfare_app.domain.document import Figure, Heading, Line, Paragraph
from welfare_app.domain.exhibit import Picture
from welfare_app.pdf.photographs import TRIES, to_print

SMALLEST_ROOM = 120 * 1024


def picture(width: int, height: int, *, noise: bool = False) -> Picture:
    """Pixels as the process apart gives them. Noise is what packs worst."""
    size = (width, height)
    red = Image.new("RGB", size, "firebrick")
    shown = Image.frombytes("RGB", size, os.urandom(3 * width * height)) if noise else red
    return Picture(width, height, 4 * width, shown.convert("RGBX").tobytes())


def figure(number: int, width: int = 800, height: int = 600) -> Figure:
    return Figure(
        to_print(picture(width, height), SMALLEST_ROOM),
        Line(f"Photograph, exhibit {number}. A van at the gate"),
        Line(f"Exhibit {number}. exhibit-{number}-van.jpg\nA van at the gate"),
    )


def test_a_photograph_is_a_figure_that_says_what_it_shows_and_where_it_stands(render):
    pdf = render(Heading(1, Line("Evidence")), figure(3))

    assert [node.tag for node in structure(pdf).kids] == ["H1", "H2", "Figure", "P"]
    assert not unmarked(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        kids = document.Root.StructTreeRoot.K.K
        [shown] = [one for one in kids if one.S == "/Figure"]
        assert str(shown.Alt) == "Photograph, exhibit 3. A van at the gate"
        left, foot, right, top = (float(one) for one in shown.A.BBox)
    assert (right - left) / (top - foot) == pytest.approx(800 / 600, rel=0.01)


def test_both_checkers_find_no_error(render, tmp_path):
    (tmp_path / "checked.pdf").write_bytes(render(Heading(1, Line("Evidence")), figure(1)))

    checked(tmp_path / "checked.pdf")


def test_what_is_drawn_is_the_very_picture_and_once_where_it_is_shown_twice(render):
    one = figure(1)
    with pikepdf.open(io.BytesIO(render(one, one))) as document:
        [page] = document.pages
        [drawn] = page.resources.XObject.values()
        assert drawn.read_raw_bytes() == one.photograph.jpeg


def test_two_stand_on_one_page_and_none_is_parted_from_the_line_beneath(render):
    pdf = render(*(figure(number) for number in range(1, 8)))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        kids = [one for one in document.Root.StructTreeRoot.K.K if one.S in ("/Figure", "/P")]
        where = [pages[one.Pg.objgen] for one in kids]
    pictures, captions = where[::2], where[1::2]
    assert pictures == captions
    assert max(pictures.count(page) for page in pictures) == 2


@pytest.mark.parametrize(("width", "height"), [(60, 4000), (4000, 60), (1, 1), (3000, 4000)])
def test_a_picture_of_any_shape_stays_within_its_page(render, width, height):
    pdf = render(Paragraph(Line("Before.")), figure(1, width, height))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        [shown] = [one for one in document.Root.StructTreeRoot.K.K if one.S == "/Figure"]
        left, foot, right, top = (float(one) for one in shown.A.BBox)
    assert 50 < left < right < 545
    assert 60 < foot < top < 780


@pytest.mark.parametrize("room", [4_000_000, 400_000, 200_000, SMALLEST_ROOM])
def test_even_noise_fits_into_the_room_there_is(room):
    print_ = to_print(picture(1300, 1000, noise=True), room)

    assert len(print_.jpeg) <= room
    with Image.open(io.BytesIO(print_.jpeg)) as image:
        assert image.size == (print_.width, print_.height)
        assert not image.getexif()


def test_a_picture_is_no_larger_than_can_be_printed_and_keeps_its_shape():
    print_ = to_print(picture(1300, 2600), 4_000_000)

    assert (print_.width, print_.height) == (TRIES[0][1] // 2, TRIES[0][1])
