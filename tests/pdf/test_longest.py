"""The shortest and the longest referral there can be, walked page by page as they are laid out."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.domain.conftest import library, nrm, sample  # noqa: F401 - fixtures
from tests.domain.stories import SIGNS, exhibit, story, talk
from tests.factories import pack
from tests.pdf.conftest import FONTS
from tests.pdf.samples import ALL
from welfare_app.domain.answers import Answer
from welfare_app.domain.form import Kind
from welfare_app.domain.referral_document import compose_referral
from welfare_app.pdf import styles
from welfare_app.pdf.boxes import FEWEST, Box, Stack, TextBox
from welfare_app.pdf.faces import Faces
from welfare_app.pdf.pages import Placed, deal
from welfare_app.pdf.rows import Boxed, Grid, Row, Spoken
from welfare_app.pdf.setting import set_document
from welfare_app.pdf.typesetter import Typesetter
from welfare_app.pdf.words import WordShaper

LIMIT = 15_000
MOST_FILES = 99
BOXES = {Kind.LONG_TEXT}


def filled(text: str) -> str:
    """As many characters of a text as a box of the form holds."""
    return (f"{text} " * (LIMIT // len(text) + 1))[:LIMIT].strip()


def longest(library, nrm, sample):  # noqa: F811
    """Every box of the form full, in all our languages by turns, with 99 files and long signs."""
    boxes = [one.id for one in nrm.form.fields() if one.kind in BOXES and one.id in sample]
    languages = list(ALL.items())
    told = dict(sample)
    for at, id in enumerate(boxes):
        tag, text = languages[at % len(languages)]
        told[id] = Answer(filled(f"{text} {at}.") if at % 3 else filled("Word by word. "), tag)
    files = tuple(
        exhibit(number, f"{'photo ' * 12}{number}.jpg", description="The van " * 40)
        for number in range(1, MOST_FILES + 1)
    )
    conversation = talk(
        library, account=Answer(filled(ALL["ur"]), "ur"), pay=Answer(filled(ALL["am"]), "am")
    )
    safe = ("Never ring at the house. " * 30, "Between 14:00 and 16:00")
    return story(library, told, signs=SIGNS * 30, evidence=files, safe_contact=safe, **conversation)


def shortest(library, nrm, sample):  # noqa: F811
    """Nothing but the answers that must be there."""
    return story(library, {}, pack=pack())


def laid_out(told) -> list[list[Placed]]:
    typesetter = Typesetter(WordShaper(Faces(FONTS)), "en")
    return deal(set_document(compose_referral(told), typesetter), styles.ROOM)


@pytest.fixture(scope="module", params=[shortest, longest])
def pages(request, library, nrm, sample):  # noqa: F811
    return laid_out(request.param(library, nrm, sample))


def within(box: Box) -> Iterator[TextBox]:
    """Every paragraph in a box, in the order of the page."""
    match box:
        case TextBox():
            yield box
        case Stack(boxes):
            for one in boxes:
                yield from within(one)
        case Spoken(stack) | Boxed(stack):
            yield from within(stack)
        case Row(cells):
            for cell in cells:
                yield from within(cell.stack)
        case Grid(rows):
            for row in rows:
                yield from within(row)


def is_heading(box: Box) -> bool:
    return isinstance(box, TextBox) and box.element is not None and box.element.tag[0] == "H"


def test_no_page_ends_with_a_heading_or_with_what_opens_a_part(pages):
    ends = [page[-1].box for page in pages]

    assert [box for box in ends if is_heading(box)] == []
    assert [box for box in ends if box.keeps] == []


def test_no_paragraph_leaves_a_single_line_on_a_page(pages):
    pieces = defaultdict(list)
    for page in pages:
        for placed in page:
            for box in within(placed.box):
                if box.element is not None:
                    pieces[box.element].append(len(box.lines))

    parted = [counts for counts in pieces.values() if len(counts) > 1]
    assert [counts for counts in parted if min(counts) < FEWEST] == []
    if len(pages) > 100:
        assert len(parted) > 20


def test_no_table_leaves_a_single_short_row_on_a_page(pages):
    for page, following in pairwise(pages):
        above, below = page[-1].box, following[0].box
        if isinstance(above, Grid) and not above.closed and isinstance(below, Grid):
            if len(above.rows) == 1:
                assert above.rows[0].height + below.rows[0].height > styles.KEEP_WHOLE
            if len(below.rows) == 1 and below.closed and len(above.rows) > FEWEST:
                assert below.rows[0].height > styles.KEEP_WHOLE or goes_on(above, below)


def goes_on(above: Grid, below: Grid) -> bool:
    """Whether a row was cut, and its rest stands on the next page."""
    before = {box.element for box in within(above.rows[-1])}
    return any(box.element in before for box in within(below.rows[0]))


def test_nothing_stands_below_the_foot_of_a_page(pages):
    for page in pages:
        for placed in page:
            assert placed.down + placed.box.height <= styles.ROOM + 0.01


def test_no_page_is_left_nearly_empty(pages):
    """But the cover, the last, and one before something that cannot be cut."""
    for page, following in pairwise(pages[1:]):
        used = page[-1].down + page[-1].box.height
        assert used > styles.ROOM / 2 or following[0].box.least > styles.ROOM - used
