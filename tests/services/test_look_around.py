"""Looking around: what is unfinished and what is due."""

import pytest

from tests.desks import sign_off
from welfare_app.domain.answers import Answer
from welfare_app.services.desk import INTERVIEW


@pytest.fixture
def form(desk):
    return desk.definitions.form(INTERVIEW).form


def test_a_new_vault_has_nothing_in_it(desk):
    around = desk.around.look()

    assert (around.unfinished, around.open_packs, around.unanswered, around.reviews) == ((),) * 4
    assert around.visit is None
    assert desk.around.all() == ()


def test_everything_is_listed_with_the_newest_first(desk, form):
    talks = [desk.interviews.start(form).number for _ in range(3)]
    packs = [desk.packs.open(None).number for _ in range(2)]

    listed = desk.around.listed(desk.around.all())
    assert [one.card.number for one in listed] == packs[::-1] + talks[::-1]


def test_a_talk_is_unfinished_until_it_is_closed(desk, form):
    first, second = (desk.interviews.start(form) for _ in range(2))
    sign_off(desk, first.id)

    assert [one.id for one in desk.around.look().unfinished] == [second.id]


def test_an_open_pack_shows_what_can_be_done_and_not_what_waits(desk):
    pack = desk.packs.open(None)
    [opened] = desk.around.look().open_packs

    assert (opened.id, opened.done, opened.total) == (pack.id, 0, 11)
    assert [one.stage for one in opened.running] == ["S0"]


def test_a_pack_with_everything_behind_it_is_no_longer_open(desk):
    pack = desk.packs.open(None)
    desk.packs.answer(pack.id, "outcome", Answer("explained"))
    for stage in ("S0", "S1", "S2", "S10"):
        desk.packs.skip(pack.id, stage, "Explained by telephone")

    assert desk.around.look().open_packs == ()
    assert desk.around.all() == (pack.id,)
