"""The end of sealing, where a provider's certificate is kept."""

from dataclasses import replace

import pytest

from tests.ui.pages import samples_sealing as samples
from tests.ui.pages.aloud import nameless
from tests.ui.pages.test_seal_page import at, button, shown
from welfare_app.pdf.preview import page_image
from welfare_app.ui.pages.seal_page import SealPage
from welfare_app.ui.parts import Button


@pytest.fixture
def page(kit, opened):
    page = SealPage(kit, page_image)
    page.show_screen(samples.empty())
    page.shell = opened(kit, page)
    return page


def test_the_end_says_that_the_second_signature_travels_with_the_file(qtbot, page):
    at(qtbot, page, replace(samples.done(), provider_signature="P-0042-sealed-referral.pdf.p7s"))

    assert "P-0042-sealed-referral.pdf.p7s" in shown(page)
    assert any("Give both" in one for one in shown(page))
    assert "Sign it now" not in [one.words for one in page.findChildren(Button)]


def test_the_end_says_why_the_second_signature_is_missing_and_offers_to_make_it(qtbot, page):
    at(qtbot, page, samples.done())
    assert not any("second signature" in one for one in shown(page))

    at(qtbot, page, samples.words())
    at(qtbot, page, replace(samples.done(), unsigned="The disk is full.", can_sign=True))
    assert "The second signature is missing" in shown(page)
    assert any("The disk is full." in one and "sealed without it" in one for one in shown(page))
    assert any("A lead can sign it later" in one for one in shown(page))
    with qtbot.waitSignal(page.signing_wanted):
        button(page, "Sign it now").click()

    at(qtbot, page, replace(samples.done(), provider_signature="P-0042-sealed-referral.pdf.p7s"))
    assert "The second signature is missing" not in shown(page)
    assert nameless(page) == []


def test_signing_is_not_offered_where_it_can_only_fail_again(qtbot, page):
    at(qtbot, page, replace(samples.done(), unsigned="The provider’s certificate is out of date."))

    assert "The second signature is missing" in shown(page)
    assert "Sign it now" not in [one.words for one in page.findChildren(Button)]
