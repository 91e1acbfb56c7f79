"""Damage in words a person can act on."""

import pytest

from tests.conftest import KEY
from tests.desks import Screens, sit_down
from tests.store.breaking import PAGE, flip, owners, page_of_interview
from welfare_app.presenters.cases import CasesPresenter
from welfare_app.presenters.damage_words import cannot_be_read, lost_lines
from welfare_app.presenters.home import HomePresenter
from welfare_app.presenters.places import AtLaptop
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.vaults import Lost, Rescued


@pytest.mark.parametrize(
    ("lost", "left", "said"),
    [
        (1, 211, ("One record cannot be read", "The other 211 are safe.")),
        (2, 1, ("Two records cannot be read", "The other one is safe.")),
        (12, 0, ("12 records cannot be read", "")),
    ],
)
def test_how_many_cannot_be_read_comes_with_how_many_are_safe(lost, left, said):
    assert cannot_be_read(lost, left) == said


def test_what_is_lost_is_named_by_its_own_number_or_by_what_it_belonged_to():
    lost = (
        Lost("interview", "W-0007", "2026-05-12", wholly=False),
        Lost("evidence", "P-0002", "", wholly=True),
        Lost("", "", "", wholly=True),
    )

    assert lost_lines(Rescued({}, lost, 9, 2, "damaged", drafts_lost=True)) == (
        "Talk W-0007, begun 12 May 2026: some of it is gone",
        "File kept as evidence of P-0002: cannot be read",
        "Other record: cannot be read",
        "Two entries of the record of who did what: gone",
        "Lines that were being typed and not yet kept: perhaps gone",
    )


@pytest.fixture
def hurt(desk, tools, vault, tmp_path):
    """A desk at a vault in which the page of one talk is bad."""
    form = desk.definitions.form("welfare-interview").form
    first = [desk.interviews.start(form).id for _ in range(12)]
    fill_pages(desk, first)
    vault.close()
    number = page_of_interview(tmp_path, first[5], KEY)
    flip(tmp_path / "records.db", (number - 1) * PAGE + 100)
    again = tools.door.open(tmp_path, KEY)
    yield sit_down(tools, again), len(first)
    again.close()


@pytest.fixture
def hurt_cards(tools, tmp_path):
    """A desk over a vault in which every page of the cards is bad, and how many talks it has."""
    vault = tools.door.create(tmp_path, KEY)
    desk = sit_down(tools, vault)
    for _ in range(12):
        desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    assert len(desk.around.all()) == 12
    vault.close()
    for number, name in owners(tmp_path).items():
        if name.startswith("card"):
            flip(tmp_path / "records.db", (number - 1) * PAGE + 100)
    again = tools.door.open(tmp_path, KEY)
    yield sit_down(tools, again), 12
    again.close()


def fill_pages(desk, talks):
    from welfare_app.domain.answers import Answer
    from welfare_app.domain.ids import FieldId

    for id in talks:
        for at in range(4):
            desk.interviews.answer(id, FieldId("papers"), Answer(f"{at} " + "words " * 200))


def test_home_and_cases_say_what_they_leave_out_and_show_the_rest(hurt, went):
    desk, begun = hurt
    home, cases = Screens(), Screens()
    HomePresenter(
        home,
        desk.around,
        desk.interviews,
        desk.packs,
        desk.definitions,
        desk.shift.now,
        went.append,
        practice=False,
    ).begin()
    CasesPresenter(cases, desk.around, desk.definitions, desk.shift, {}, went.append).begin()

    need = home.now.needs[0]
    left = len(cases.now.ids)
    assert 0 < left < begun
    assert (need.what, need.about) == cannot_be_read(begun - left, left) == cases.unreadable
    assert need.place == AtLaptop()


def test_where_nothing_is_wrong_nothing_is_said(desk, went):
    cases = Screens()
    CasesPresenter(cases, desk.around, desk.definitions, desk.shift, {}, went.append).begin()

    assert cases.unreadable == ("", "")


def test_where_the_cards_are_damaged_the_lists_are_made_of_the_records(hurt_cards, went):
    desk, begun = hurt_cards
    cases = Screens()
    CasesPresenter(cases, desk.around, desk.definitions, desk.shift, {}, went.append).begin()

    assert len(cases.now.ids) == begun == len(cases.now.rows(cases.now.ids))
    assert cases.unreadable == ("", "")
    desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    assert len(desk.around.all()) == begun + 1
