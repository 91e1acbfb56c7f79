"""Photographs in a referral: shown where they can be, and always named."""

from tests.domain.stories import FILES, story
from tests.domain.test_referral_document import after
from welfare_app.domain.document import Figure, Heading, Line
from welfare_app.domain.exhibit import Photograph
from welfare_app.domain.referral_document import compose_referral

SMALL = Photograph(8, 6, b"a JPEG")


def test_a_photograph_is_shown_and_one_that_cannot_be_drawn_is_named(library, sample):
    document = compose_referral(
        story(library, sample, evidence=FILES, photographs={FILES[0].id: SMALL})
    )
    _, heading, opening, shown, missing = after(document, "Evidence")
    assert heading == Heading(2, Line("The pictures"))
    assert opening.opens
    assert (shown.photograph, shown.instead.text) == (SMALL, "Picture, exhibit 1. Night rota")
    assert shown.caption.text == "Exhibit 1. exhibit-1-rota.png\nNight rota"
    assert missing.text.text.startswith("Exhibit 2. exhibit-2-van.jpg\nIt could not be drawn")


def test_no_photograph_stands_in_a_document_without_its_file(library, sample):
    document = compose_referral(story(library, sample, photographs={FILES[0].id: SMALL}))

    assert not [block for block in document.blocks if isinstance(block, Figure)]
