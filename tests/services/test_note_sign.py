"""A sign is noted with how it is known, and taken back only with a reason."""

import pytest

from tests.desks import ROSA, events, stopped
from welfare_app.domain.errors import Refused
from welfare_app.domain.sign import Known
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed

DEBT = "DEL-CD-DEBT"


@pytest.fixture
def talk(desk):
    return desk.interviews.start(desk.definitions.form(INTERVIEW).form)


def test_a_sign_is_kept_with_how_it_is_known_and_on_what_answer(desk, talk, clock):
    noticed = Noticed(DEBT, Known.SAID, "Jestem winien", "pl", "Bus", "2026-03", "finding-work")
    sign = desk.signs.note(talk.id, noticed)

    assert desk.signs.of(talk.id) == (sign,)
    assert (sign.words, sign.language, sign.where) == ("Jestem winien", "pl", "Bus")
    assert (sign.when, sign.field, sign.by) == ("2026-03", "finding-work", ROSA.id)
    assert sign.noted == clock()


def test_signs_are_listed_in_the_order_they_were_noted(desk, talk):
    for known in (Known.VIEW, Known.SAID, Known.SEEN):
        desk.signs.note(talk.id, Noticed(DEBT, known))

    assert [sign.known for sign in desk.signs.of(talk.id)] == ["view", "said", "seen"]


def test_a_sign_that_is_not_in_the_catalogue_is_refused(desk, talk):
    with stopped(Refused, "sign.unknown-indicator"):
        desk.signs.note(talk.id, Noticed("LOOKS-ODD", Known.VIEW))
    assert desk.signs.of(talk.id) == ()


def test_a_sign_belongs_to_a_talk_that_was_held(desk):
    with stopped(Refused, "interview.unknown"):
        desk.signs.note("nobody", Noticed(DEBT, Known.SEEN))


def test_a_sign_taken_back_no_longer_stands_but_stays_on_record(desk, talk, vault):
    sign = desk.signs.note(talk.id, Noticed(DEBT, Known.SAID, "I owe"))
    desk.signs.withdraw(sign.id, "Heard wrongly")

    assert desk.signs.of(talk.id) == ()
    with vault.work(ROSA.id) as work:
        assert work.signs.get(sign.id).withdrawn == "Heard wrongly"
    assert events(vault)[-2:] == ["SignNoted", "SignWithdrawn"]


def test_a_sign_is_not_taken_back_without_a_reason(desk, talk):
    sign = desk.signs.note(talk.id, Noticed(DEBT, Known.SAID))

    with stopped(Refused, "sign.no-reason"):
        desk.signs.withdraw(sign.id, " ")
    assert desk.signs.of(talk.id) == (sign,)


def test_the_talk_is_told_that_its_signs_changed(desk, talk, heard):
    sign = desk.signs.note(talk.id, Noticed(DEBT, Known.SAID))

    assert heard[-1] == {sign.id, talk.id}
