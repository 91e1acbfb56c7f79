"""Cases are found by what was said in them, and chosen and sorted by where they stand."""

from datetime import timedelta

import pytest

from tests.desks import sign_off
from welfare_app.domain.answers import Answer
from welfare_app.domain.desk_view import DeskView, Order
from welfare_app.domain.notes import LineKind
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.take_notes import Heard

PEOPLE = (
    ("Zażółć", "Example", "Łódź Lane"),
    ("Oleksandr", "Sample", "Alder Mill"),
    ("田中", "Test", "Alder Mill"),
)


@pytest.fixture
def talks(desk):
    form = desk.definitions.form(INTERVIEW).form
    begun = []
    for first, last, site in PEOPLE:
        talk = desk.interviews.start(form)
        for field, words in (("first-name", first), ("last-name", last), ("site", site)):
            desk.interviews.answer(talk.id, field, Answer(words))
        begun.append(talk.id)
    return begun


def found(desk, words):
    return set(desk.around.ids(DeskView(words=words)))


@pytest.mark.parametrize("typed", ["Zażółć", "zazolc", "ZAZOLC example", "zaz", "lodz", "W-0001"])
def test_a_name_is_found_with_or_without_its_accents_and_half_typed(desk, talks, typed):
    assert found(desk, typed) == {talks[0]}


@pytest.mark.parametrize("typed", ["Oleksandar", "Olexandr", "Oleksandr Smaple", "oleskandr"])
def test_a_slip_of_the_pen_still_finds_the_person(desk, talks, typed):
    assert found(desk, typed) == {talks[1]}


@pytest.mark.parametrize("typed", ["田中", "田", "中"])
def test_a_script_without_spaces_is_found_by_any_character(desk, talks, typed):
    assert found(desk, typed) == {talks[2]}


def test_all_words_must_be_there(desk, talks):
    assert found(desk, "alder mill") == set(talks[1:])
    assert found(desk, "alder zazolc") == set()
    assert found(desk, "lorry") == set()


@pytest.mark.parametrize("typed", ['"', "AND", "a OR b*", "(", "name:x", "^", "-", "'; DROP", "%"])
def test_nothing_that_is_typed_is_taken_for_a_command(desk, talks, typed):
    assert found(desk, typed) <= set(talks)


def test_what_was_said_is_found_in_the_talk_and_what_was_kept_in_the_pack(desk, talks, tmp_path):
    desk.notes.keep(talks[0], Heard(LineKind.SAID, "He keeps my passport in the lorry"))
    pack = desk.packs.open(talks[0])
    (tmp_path / "payslip.pdf").write_bytes(b"%PDF-1.7 invented")
    desk.evidence.keep(pack.id, tmp_path / "payslip.pdf")

    assert found(desk, "lorry") == {talks[0]}
    assert found(desk, "payslip") == {pack.id}
    assert found(desk, "zazolc") == {talks[0], pack.id}


def test_an_answer_that_changed_is_no_longer_found_by_what_it_was(desk, talks):
    assert found(desk, "lodz")
    desk.interviews.answer(talks[0], "site", Answer("Quarry Lane"))

    assert found(desk, "lodz") == set()
    assert found(desk, "quarry") == {talks[0]}


def test_the_desk_shows_what_is_open_and_what_is_not(desk, talks):
    sign_off(desk, talks[0])

    assert desk.around.ids(DeskView(open=False)) == (talks[0],)
    assert set(desk.around.ids(DeskView(open=True))) == set(talks[1:])


def test_it_is_sorted_by_what_is_asked_with_blanks_last(desk, talks):
    nameless = desk.interviews.start(desk.definitions.form(INTERVIEW).form).id
    up = desk.around.ids(DeskView(order=Order.SITE))
    down = desk.around.ids(DeskView(order=Order.SITE, descending=True))

    assert up == (talks[1], talks[2], talks[0], nameless)
    assert down == (talks[0], talks[2], talks[1], nameless)


@pytest.mark.parametrize("order", Order)
def test_every_order_lists_everything_once(desk, talks, order):
    desk.packs.open(talks[0])

    for descending in (True, False):
        ids = desk.around.ids(DeskView(order=order, descending=descending))
        assert len(ids) == len(set(ids)) == 4


def test_what_is_due_first_stands_first(desk, talks, clock):
    late = desk.packs.open(talks[0])
    desk.packs.skip(late.id, "S0", "Told by telephone")
    clock.move(hours=2)
    early = desk.packs.open(talks[1])
    desk.packs.skip(early.id, "S0", "Told by telephone")

    ids = desk.around.ids(DeskView())
    assert ids[:2] == (late.id, early.id)
    soon = clock() + timedelta(minutes=30)
    assert desk.around.ids(DeskView(due_before=soon)) == (late.id,)


def test_sites_and_people_to_choose_from_are_those_there_are(desk, talks):
    desk.around.look()
    choices = desk.around.choices()

    assert choices.sites == ("Alder Mill", "Łódź Lane")
    assert choices.people == (desk.shift.staff.id,)
    assert set(desk.around.ids(DeskView(sites=frozenset({"Alder Mill"})))) == set(talks[1:])
