"""A sign is noted with how it is known, and taken back only with a reason."""

import pytest

from tests.desks import ROSA, events, sign_off, stopped
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.interview import Course
from welfare_app.domain.sign import Known
from welfare_app.domain.suggesting import Source, Suggestion
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
    assert [one for one in events(vault) if "Sign" in one] == ["SignNoted", "SignWithdrawn"]


def test_a_serious_sign_ends_the_questions_of_a_talk_that_goes_on(desk, talk, vault):
    desk.signs.note(talk.id, Noticed(DEBT, Known.SAID, "I owe"))

    assert desk.interviews.resume(talk.id).course is Course.DISCLOSURE
    assert events(vault)[-2:] == ["SignNoted", "CourseTurned"]


def test_a_sign_that_is_not_serious_by_itself_ends_nothing(desk, talk):
    desk.signs.note(talk.id, Noticed("WP-APPE-SAME-CLOTHES", Known.SEEN, "The same jacket"))

    assert desk.interviews.resume(talk.id).course is Course.WHOLE


def test_a_serious_sign_noted_after_sign_off_changes_nothing_that_was_signed(desk, talk):
    signed = sign_off(desk, talk.id)
    desk.signs.note(talk.id, Noticed(DEBT, Known.CHECKED, "A list of debts"))

    assert desk.interviews.resume(talk.id) == signed


def test_a_sign_is_not_taken_back_without_a_reason(desk, talk):
    sign = desk.signs.note(talk.id, Noticed(DEBT, Known.SAID))

    with stopped(Refused, "sign.no-reason"):
        desk.signs.withdraw(sign.id, " ")
    assert desk.signs.of(talk.id) == (sign,)


def test_the_talk_is_told_that_its_signs_changed(desk, talk, heard):
    sign = desk.signs.note(talk.id, Noticed(DEBT, Known.SAID))

    assert heard[-1] == {sign.id, talk.id}


def suggested(key="note-1", words="I owe him"):
    return Suggestion(DEBT, Source(key, words, Known.SAID), words, ((2, 5),))


def test_a_sign_can_rest_on_a_line_of_notes_with_what_prompted_it(desk, talk):
    noticed = Noticed(DEBT, Known.SAID, "I owe him", note="note-1", prompted="I owe him")
    sign = desk.signs.note(talk.id, noticed)

    assert desk.signs.of(talk.id) == (sign,)
    assert (sign.note, sign.prompted, sign.rests_on) == ("note-1", "I owe him", "note-1")


def test_a_sign_can_rest_on_a_file(desk, talk):
    sign = desk.signs.note(talk.id, Noticed(DEBT, Known.CHECKED, evidence="evidence-1"))

    assert (sign.evidence, sign.rests_on) == ("evidence-1", "evidence-1")


def test_a_suggestion_set_aside_is_on_record_but_is_no_sign(desk, talk, vault):
    sign = desk.signs.dismiss(talk.id, suggested(), " He means a drink ")

    assert desk.signs.of(talk.id) == ()
    assert desk.signs.all_of(talk.id) == (sign,)
    assert (sign.dismissed, sign.prompted, sign.by) == ("He means a drink", "I owe him", ROSA.id)
    assert (sign.note, sign.field, sign.stands) == ("note-1", None, False)
    assert events(vault)[-1] == "SignDismissed"


def test_a_suggestion_from_an_answer_rests_on_that_answer(desk, talk):
    desk.interviews.answer(talk.id, "papers", Answer("I owe him"))
    sign = desk.signs.dismiss(talk.id, suggested("papers"), "He means a drink")

    assert (sign.note, sign.field) == (None, "papers")


def test_a_suggestion_is_not_set_aside_without_a_reason(desk, talk):
    with stopped(Refused, "sign.unexplained"):
        desk.signs.dismiss(talk.id, suggested(), "  ")
    assert desk.signs.all_of(talk.id) == ()


def test_what_was_decided_is_known_by_its_indicator_and_what_it_rests_on(desk, talk):
    desk.signs.dismiss(talk.id, suggested("note-1"), "He means a drink")
    noted = desk.signs.note(talk.id, Noticed(DEBT, Known.SAID, note="note-2"))
    desk.signs.withdraw(noted.id, "Heard wrongly")

    assert [one.rests_on for one in desk.signs.all_of(talk.id)] == ["note-1", "note-2"]


def test_a_finished_talk_with_nothing_but_a_dismissed_suggestion_needs_no_pack(desk, talk):
    desk.signs.dismiss(talk.id, suggested(), "He means a drink")
    sign_off(desk, talk.id)
    assert desk.around.look().unanswered == ()

    desk.signs.note(talk.id, Noticed(DEBT, Known.SAID))
    assert [one.id for one in desk.around.look().unanswered] == [talk.id]


def test_a_dismissed_suggestion_tells_the_referral_nothing(desk, talk):
    desk.signs.dismiss(talk.id, suggested(), "He means a drink")
    pack = desk.packs.open(talk.id)
    answers = desk.referrals.of(pack.id).answers

    assert not [answer for answer in answers.values() if answer.origin == "signs"]


def test_the_reasons_and_words_of_a_sign_stay_out_of_what_is_printed_in_a_log(desk, talk):
    sign = desk.signs.dismiss(talk.id, suggested(words="canary owe"), "canary")

    assert "canary" not in repr(sign)
