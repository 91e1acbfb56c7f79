"""The index of cards follows the audit trail, whatever wrote the record."""

import pytest

from tests.desks import sign_off, stopped
from welfare_app.domain.answers import Answer
from welfare_app.domain.cards import talk_card
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.sign import Known
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed


@pytest.fixture
def talk(desk):
    return desk.interviews.start(desk.definitions.form(INTERVIEW).form)


def card(desk, id):
    [listed] = desk.around.listed([id])
    return listed.card


def rows(desk, question):
    return desk.shift.vault._connection().execute(question).fetchall()


def test_a_card_says_what_the_record_says_now(desk, talk):
    desk.around.look()
    desk.interviews.answer(talk.id, "first-name", Answer("Quixotic"))
    desk.around.look()

    assert card(desk, talk.id) == talk_card(
        desk.interviews.resume(talk.id), desk.definitions.form(INTERVIEW).form
    )
    assert card(desk, talk.id).worker == "Quixotic"


def test_a_sign_alone_renews_the_card_of_its_talk_and_a_pack_again(desk, talk):
    sign_off(desk, talk.id)
    assert desk.around.look().unanswered == ()

    desk.signs.note(talk.id, Noticed("DEL-CD-DOCUMENTS", Known.SEEN))
    assert [one.id for one in desk.around.look().unanswered] == [talk.id]

    desk.packs.open(talk.id)
    assert desk.around.look().unanswered == ()


def test_cards_that_are_lost_are_made_again_from_the_records(desk, talk):
    pack = desk.packs.open(talk.id)
    before = desk.around.listed(desk.around.all())
    connection = desk.shift.vault._connection()
    connection.execute("DELETE FROM card")
    connection.execute("UPDATE carded SET upto = 0")

    assert desk.around.listed(desk.around.all()) == before
    assert [one.card.id for one in before] == [pack.id, talk.id]


def test_nothing_is_written_where_nothing_changed(desk, talk):
    desk.around.look()
    [(before,)] = rows(desk, "PRAGMA data_version")
    changes = desk.shift.vault._connection().total_changes
    desk.around.look()

    assert desk.shift.vault._connection().total_changes == changes
    assert rows(desk, "PRAGMA data_version") == [(before,)]


def test_a_card_whose_record_is_gone_goes_too(desk, talk):
    desk.around.look()
    with desk.shift.work() as work:
        work.archive.erase(talk.id, "interview")
        work.commit()

    assert desk.around.listed([talk.id]) == ()


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM card",
        "UPDATE card SET opened = 'the day before'",
        "UPDATE card SET opened = 12",
        "UPDATE card SET finished = 'x', review = 'y'",
    ],
)
def test_a_card_that_cannot_be_made_out_is_made_anew_when_it_is_looked_at(desk, talk, harm):
    desk.interviews.answer(talk.id, "first-name", Answer("Quixotic"))
    desk.around.look()
    before = card(desk, talk.id)
    desk.shift.vault._connection().execute(harm)

    assert card(desk, talk.id) == before
    assert rows(desk, "SELECT worker FROM card") == [("Quixotic",)]


def test_a_case_erased_while_the_desk_is_open_is_left_out_and_the_others_stay(desk, talk):
    other = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    ids = desk.around.all()
    with desk.shift.work() as work:
        work.archive.erase(talk.id, "interview")
        work.commit()

    assert [one.card.id for one in desk.around.listed(ids)] == [other.id]


def test_names_stay_out_of_repr(desk, talk):
    for field in ("first-name", "last-name"):
        desk.interviews.answer(talk.id, field, Answer("Quixotic"))
    desk.around.look()

    assert card(desk, talk.id).who == "quixotic\nquixotic"
    assert "uixotic" not in repr(card(desk, talk.id))


def test_a_full_disk_leaves_the_lists_as_they_were_and_readable(desk, talk, monkeypatch):
    desk.around.look()
    desk.interviews.answer(talk.id, "first-name", Answer("Quixotic"))

    def full(_cards, _to):
        raise Unavailable("vault.disk-full")

    monkeypatch.setattr("welfare_app.store.cards.VaultCards.caught_up", full)

    assert [one.answers for one in desk.around.look().unfinished] == [0]


def test_damage_is_not_kept_quiet(desk, talk, monkeypatch):
    def damaged(_cards):
        raise Unavailable("vault.damaged")

    monkeypatch.setattr("welfare_app.store.cards.VaultCards.behind", damaged)

    with stopped(Unavailable, "vault.damaged"):
        desk.around.look()


def test_many_changes_are_caught_up_with_a_few_at_a_time(desk, talk, monkeypatch):
    monkeypatch.setattr("welfare_app.store.cards._ENTRIES", 2)
    for number in range(7):
        desk.interviews.answer(talk.id, f"field-{number}", Answer("said"))

    assert [one.answers for one in desk.around.look().unfinished] == [7]


def test_an_open_vault_remembers_only_so_many_records(desk, monkeypatch):
    monkeypatch.setattr("welfare_app.store.memory.REMEMBERED", 3)
    form = desk.definitions.form(INTERVIEW).form
    talks = [desk.interviews.start(form) for _ in range(6)]
    memory = desk.shift.vault._memory

    assert list(memory.records) == [one.id for one in talks[3:]]
    assert desk.interviews.resume(talks[0].id) == talks[0]


@pytest.mark.parametrize("known", [True, False])
def test_a_card_that_is_not_there_is_made_anew_whatever_its_record_is(case, known):
    desk = case.desk
    for id in (case.pack, case.interview):
        with desk.shift.work() as work:
            work.cards.drop(id)
            work.commit()
        if not known:
            desk.shift.vault._memory.records.clear()
        assert [one.card.id for one in desk.around.listed((id,))] == [id]


def test_a_record_is_found_only_as_what_it_is(case):
    for _ in range(2):
        with case.desk.shift.work() as work:
            assert work.packs.get(case.pack).id == case.pack
            with stopped(Refused, "interview.unknown"):
                work.interviews.get(case.pack)
            work.commit()
        case.desk.shift.vault._memory.records.clear()
