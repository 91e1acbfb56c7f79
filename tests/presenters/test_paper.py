"""Paper: saved where the person says, and never a word of a case."""

import pytest

from welfare_app.domain.contacts import Nation
from welfare_app.presenters.paper import CARD, PACK, PaperPresenter
from welfare_app.presenters.places import AtLaptop
from welfare_app.services.print_paper import PrintPaper


@pytest.fixture
def opened(tools, screens, now, went):
    def at(jobs=now):
        paper = PrintPaper(tools.definitions, tools.renderer, tools.disk)
        presenter = PaperPresenter(
            screens, paper, tools.definitions, jobs, Nation.WALES, went.append
        )
        presenter.begin()
        return presenter

    return at


def test_the_languages_are_called_by_both_their_names(opened, screens):
    opened()

    listed = {one.tag: one.words for one in screens.now.languages}
    assert listed["en"] == "English"
    assert listed["pl"] == "Polish, Polski"
    assert (screens.now.language, screens.now.note, screens.now.card_file) == (
        "en",
        "",
        "card-en.pdf",
    )


def test_a_translation_nobody_checked_is_said_to_be_one(opened, screens):
    opened().choose("pl")

    assert screens.now.note.startswith("Nobody has checked this translation.")
    assert screens.now.card_file == "card-pl.pdf"


def test_both_are_saved_as_pdf_and_said_to_be(opened, screens, tmp_path):
    presenter = opened()
    presenter.save_pack(tmp_path / "pack.pdf")
    assert screens.now.saved.startswith("The pack is saved.")
    presenter.save_card(tmp_path / "card.pdf")
    assert screens.now.saved.startswith("The card is saved.")

    assert all(path.read_bytes().startswith(b"%PDF") for path in tmp_path.iterdir())


def test_what_is_under_way_is_shown_and_not_begun_twice(opened, screens, later, tmp_path):
    presenter = opened(later)
    presenter.save_pack(tmp_path / "pack.pdf")
    presenter.save_card(tmp_path / "card.pdf")
    assert (screens.now.busy, len(later.waiting)) == (PACK, 1)

    later.catch_up()
    assert screens.now.busy == ""
    presenter.save_card(tmp_path / "card.pdf")
    assert screens.now.busy == CARD


def test_a_place_that_takes_nothing_is_trouble_and_the_page_goes_on(opened, screens, tmp_path):
    presenter = opened()
    presenter.save_pack(tmp_path / "gone" / "pack.pdf")

    assert screens.now.trouble.happened == "The file could not be written there."
    assert (screens.now.busy, screens.now.saved) == ("", "")
    presenter.save_pack(tmp_path / "pack.pdf")
    assert screens.now.trouble is None


def test_it_leads_back_to_this_laptop(opened, went):
    opened().back()

    assert went == [AtLaptop()]
