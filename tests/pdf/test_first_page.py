"""The first page, drawn with all there may be to say on it: it stays one page."""

from dataclasses import replace

import pypdfium2
import pytest

from tests.desks import ROSA
from tests.domain.stories import FILES, HANDING, story
from welfare_app.app.folders import RESOURCES
from welfare_app.content.library import Library
from welfare_app.domain.answers import Answer
from welfare_app.domain.leaving_out import LeftOut
from welfare_app.domain.recordings import Recording
from welfare_app.domain.referral_document import compose_referral

SAFE = (
    "Who must not know that we spoke? Uncle Example, the driver, and the other men in the house.",
    "A number that is safe to call: 0113 496 0101",
    "When is it safe to call, and what may be said? Between 14:00 and 16:00. About a record.",
)
KEPT_OUT = (
    "Somebody in our company, or at the client, may be part of it: speak only to us.",
    "To be kept out of it: The night manager",
)


@pytest.fixture(scope="module")
def pages(renderer):
    library = Library(RESOURCES)
    rosa = replace(ROSA, email="rosa@example.org")
    why = "They asked for the referral alone, and the worker did not want the rest told"
    told = story(
        library,
        {id: Answer(value) for id, value in library.sample().referral.items() if value == "no"},
        evidence=tuple(replace(FILES[0], id=f"e{at}", exhibit=at) for at in range(1, 8)),
        staff=(rosa, replace(rosa, id="staff-idris", name="Idris Example")),
        handing=replace(HANDING, left_out=LeftOut((), why, (2, 5))),
        safe_contact=SAFE,
        agreed_on="12 March 2026",
        kept_out=KEPT_OUT,
        fingerprint="0a1b" * 16,
        laptop_fingerprint="9f3c" * 16,
        recordings=(Recording("recording-1.mp4", 3, "a" * 64, 4, "b" * 64, "The yard at night"),),
    )
    drawn = pypdfium2.PdfDocument(renderer.render(compose_referral(told)))
    return [" ".join(page.get_textpage().get_text_range().split()) for page in drawn]


@pytest.mark.parametrize(
    "said", [*KEPT_OUT, "Agreed on 12 March 2026", "Left out", "Beside it", "To be sure it is ours"]
)
def test_all_of_it_is_on_the_first_page(pages, said):
    assert said in pages[0]


def test_what_comes_after_begins_on_the_second(pages):
    assert "In these pages:" not in pages[0]
    assert "In these pages:" in pages[1]
    assert "it does not know us." in pages[0]
