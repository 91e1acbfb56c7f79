"""An interview is kept answer by answer, whatever happens next."""

import shutil

import pytest

from tests.conftest import KEY
from tests.desks import ROSA, events, sign_off, stopped
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.errors import Refused
from welfare_app.domain.gates import closed
from welfare_app.domain.interview import Course, Mark
from welfare_app.domain.sign import Known
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed


def begin(desk):
    return desk.interviews.start(desk.definitions.form(INTERVIEW).form)


def test_an_interview_begins_with_a_number_a_time_and_a_name(desk, clock):
    talk = begin(desk)

    assert (talk.number, talk.started, talk.by) == ("W-0001", clock(), ROSA.id)
    assert begin(desk).number == "W-0002"


def test_an_answer_is_kept_at_once(desk):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "account", Answer("Boję się", "pl"), "free-recall")

    kept = desk.interviews.resume(talk.id)
    assert kept.answers == {"account": Answer("Boję się", "pl")}
    assert kept.page == "free-recall"


def test_an_answer_is_there_after_a_crash(desk, door, tmp_path):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "account", Answer("He has my card"))
    after = tmp_path / "after"
    after.mkdir()
    for path in (
        *tmp_path.glob("records.db*"),
        tmp_path / "anchor.json",
    ):  # as a power cut leaves it: nothing was closed
        shutil.copy(path, after)

    vault = door.open(after, KEY)
    with vault.work(ROSA.id) as work:
        assert work.interviews.get(talk.id).answers["account"].value == "He has my card"
    assert vault.examine().sound
    vault.close()


def test_an_answer_that_was_not_committed_is_not_there_after_a_crash(desk, door, vault, tmp_path):
    talk = begin(desk)
    with vault.work(ROSA.id) as work:
        changed, because = work.interviews.get(talk.id).record("account", Answer("half a wo"))
        work.interviews.save(changed, because=because)
    vault.close()

    again = door.open(tmp_path, KEY)
    with again.work(ROSA.id) as work:
        assert work.interviews.get(talk.id).answers == {}
    again.close()


def test_a_silence_is_kept_with_its_reason(desk):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "papers", Answer(Gap(Why.DECLINED, "afraid")))

    assert desk.interviews.resume(talk.id).answers["papers"].value == Gap(Why.DECLINED, "afraid")


def test_finishing_stamps_the_time_and_the_trail_tells_it_all(desk, clock, vault):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "account", Answer("He has my card"))
    clock.move(minutes=40)
    sign_off(desk, talk.id)

    assert desk.interviews.resume(talk.id).finished == clock()
    told = [one for one in events(vault)[-20:] if one != "GatePassed"]
    assert told[-3:] == ["InterviewStarted", "AnswerRecorded", "InterviewFinished"]


def test_open_screens_are_told_which_interview_changed(desk, heard):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "account", Answer("x"))
    sign_off(desk, talk.id)

    assert set(heard) == {frozenset({talk.id})}
    assert len(heard) > 2


def test_an_interview_that_is_not_there_is_refused(desk):
    with stopped(Refused, "interview.unknown"):
        desk.interviews.answer("nobody", "account", Answer("x"))


def named(desk, first, last):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "first-name", Answer(first))
    return desk.interviews.answer(talk.id, "last-name", Answer(last))


def test_sign_off_is_refused_while_a_gate_is_closed(desk, vault):
    talk = begin(desk)
    with stopped(Refused, "interview.not-complete"):
        desk.interviews.finish(talk.id)
    assert "InterviewFinished" not in events(vault)

    sign_off(desk, talk.id)
    with stopped(Refused, "interview.signed-off"):
        desk.interviews.finish(talk.id)


def test_a_new_stop_after_every_gate_was_passed_holds_sign_off_up_again(desk):
    talk = begin(desk)
    form = desk.definitions.form(INTERVIEW).form
    while gate := next(closed(form, talk, desk.rules.today()), None):
        talk = desk.interviews.pass_gate(talk.id, gate.page.id, gate.against, "Nothing was said")
    desk.interviews.answer(talk.id, "danger-now", Answer("yes"))

    with stopped(Refused, "interview.not-complete"):
        desk.interviews.finish(talk.id)
    assert sign_off(desk, talk.id).finished


def test_gates_turns_marks_additions_and_withdrawals_come_back_as_they_were(desk, vault, clock):
    talk = begin(desk)
    service = desk.interviews
    service.pass_gate(talk.id, "plan", ("site", "last-name"), "He would not say")
    for course in (Course.DISCLOSURE, Course.WHOLE, Course.STOPPED):
        clock.move(minutes=1)
        service.turn(talk.id, course, "His own wish")
    clock.move(days=1)
    service.answer(talk.id, "consent", Answer("given"))
    service.mark(talk.id, "Q01", Mark.DECLINED)
    sign_off(desk, talk.id)
    for words in ("And my card", "And my phone"):
        service.add(talk.id, "account", words)
    service.withdraw(talk.id, "referral", "Nie chcę")
    known = service.resume(talk.id)
    vault._memory.records.clear()  # so that it is read from the file again

    assert service.resume(talk.id) == known
    assert [turn.course for turn in known.turns] == ["disclosure", "whole", "stopped"]
    assert known.passed["plan"].over == ("site", "last-name")
    assert [added.words for added in known.additions] == ["And my card", "And my phone"]
    assert known.withdrawn["referral"].words == "Nie chcę"


def test_each_new_act_is_in_the_trail_once_by_its_own_name(desk, vault):
    talk = begin(desk)
    service = desk.interviews
    service.pass_gate(talk.id, "plan", (), "He would not say")
    service.turn(talk.id, Course.STOPPED)
    service.mark(talk.id, "Q01", Mark.ASKED)
    service.withdraw(talk.id, "talk", "")
    assert events(vault)[-5:] == [
        *("InterviewStarted", "GatePassed", "CourseTurned", "QuestionMarked", "ConsentWithdrawn"),
    ]

    sign_off(desk, talk.id)
    service.add(talk.id, "account", "More")
    assert events(vault)[-2:] == ["InterviewFinished", "AdditionMade"]
    assert vault.examine().sound


def test_the_trail_tells_no_word_anybody_said(desk, vault):
    talk = begin(desk)
    service = desk.interviews
    service.pass_gate(talk.id, "plan", (), "Quixotic")
    service.turn(talk.id, Course.STOPPED, "Quixotic")
    service.withdraw(talk.id, "talk", "Quixotic")
    sign_off(desk, talk.id)
    service.add(talk.id, "account", "Quixotic")

    rows = vault._connection().execute("SELECT facts FROM audit").fetchall()
    assert "Quixotic" not in str(rows)


@pytest.mark.parametrize("course", [Course.DISCLOSURE, Course.STOPPED])
def test_turning_never_loses_an_answer(desk, course):
    talk = named(desk, "Test", "Person")
    desk.interviews.answer(talk.id, "follow-up-finished", Answer("true"))
    before = desk.interviews.resume(talk.id).answers
    desk.interviews.turn(talk.id, course)
    desk.interviews.turn(talk.id, Course.WHOLE, "By mistake")

    assert desk.interviews.resume(talk.id).answers == before


def test_a_serious_sign_ends_the_questions_and_is_noted_in_the_same_breath(desk, vault):
    talk = begin(desk)
    desk.signs.note(talk.id, Noticed("DEL-CD-DOCUMENTS", Known.SAID))

    assert desk.interviews.resume(talk.id).course is Course.DISCLOSURE
    assert events(vault)[-2:] == ["SignNoted", "CourseTurned"]


@pytest.mark.parametrize("before", [Course.DISCLOSURE, Course.STOPPED])
def test_a_serious_sign_turns_no_talk_that_has_turned_already(desk, before):
    talk = begin(desk)
    desk.interviews.turn(talk.id, before)
    desk.signs.note(talk.id, Noticed("DEL-CD-DOCUMENTS", Known.SAID))

    assert [turn.course for turn in desk.interviews.resume(talk.id).turns] == [before]


def test_a_serious_sign_of_a_signed_off_talk_is_kept_and_changes_nothing_in_it(desk):
    talk = begin(desk)
    signed = sign_off(desk, talk.id)
    desk.signs.note(talk.id, Noticed("DEL-CD-DOCUMENTS", Known.SAID))

    assert desk.interviews.resume(talk.id) == signed
    assert len(desk.signs.of(talk.id)) == 1


def test_no_concern_after_a_disclosure_needs_a_second_opinion_even_when_the_talk_was_stopped(desk):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "outcome", Answer("no-concern"))
    missing = {}
    for course in (Course.DISCLOSURE, Course.STOPPED, Course.WHOLE):
        desk.interviews.turn(talk.id, course, "A reason")
        talk = desk.interviews.resume(talk.id)
        form = desk.definitions.form(INTERVIEW).form
        missing[course] = {
            problem.field
            for one in closed(form, talk, desk.rules.today())
            for problem in one.problems
        }

    assert "second-opinion" in missing[Course.DISCLOSURE]
    assert "second-opinion" in missing[Course.STOPPED]
    assert "second-opinion" not in missing[Course.WHOLE]


def test_answers_are_closed_after_sign_off_and_additions_stand_beside_them(desk):
    talk = begin(desk)
    desk.interviews.answer(talk.id, "account", Answer("Six shifts"))
    with stopped(Refused, "interview.not-signed-off"):
        desk.interviews.add(talk.id, "account", "Seven")
    sign_off(desk, talk.id)

    with stopped(Refused, "interview.signed-off"):
        desk.interviews.answer(talk.id, "account", Answer("Seven"))
    desk.interviews.add(talk.id, "account", "Sometimes seven")
    kept = desk.interviews.resume(talk.id)
    assert kept.answers["account"] == Answer("Six shifts")
    assert [one.words for one in kept.additions] == ["Sometimes seven"]


def test_the_history_tells_every_answer_in_order_with_its_time_and_its_person(case, clock):
    service, times = case.desk.interviews, []
    for value in ("not-yet", "refused", "given"):
        clock.move(minutes=5)
        times.append(clock())
        service.answer(case.interview, "consent", Answer(value))
    told = service.history(case.interview)["consent"]

    assert [one.answer.value for one in told] == ["given", "not-yet", "refused", "given"]
    assert [one.at for one in told[1:]] == times
    assert {one.by for one in told} == {ROSA.id}


def test_the_history_of_one_talk_tells_nothing_of_another(desk):
    first, second = begin(desk), begin(desk)
    desk.interviews.answer(first.id, "consent", Answer("given"))

    assert desk.interviews.history(second.id) == {}


@pytest.mark.parametrize(
    "name", [("Test", "Person"), (" test ", "PERSON"), ("Te\u0073t", "Person\u00a0")]
)
def test_another_open_talk_with_someone_of_this_name_is_found(desk, name):
    first, second = named(desk, "Test", "Person"), named(desk, *name)

    assert [one.id for one in desk.interviews.alike(second)] == [first.id]
    assert [one.id for one in desk.interviews.alike(first)] == [second.id]


def test_a_name_is_the_same_however_its_accents_are_typed(desk):
    first, second = named(desk, "José", "Exámple"), named(desk, "Jose\u0301", "Exa\u0301mple")

    assert [one.id for one in desk.interviews.alike(second)] == [first.id]


def test_talks_signed_off_or_with_others_are_not_alike(desk):
    signed, other, mine = (
        named(desk, *name) for name in (("Test", "Person"), ("Test", "Other"), ("Test", "Person"))
    )
    sign_off(desk, signed.id)

    assert desk.interviews.alike(mine) == ()
    assert desk.interviews.alike(other) == ()


def test_half_a_name_and_a_name_not_told_are_like_nobody(desk):
    nameless = [begin(desk), begin(desk)]
    for talk in nameless:
        desk.interviews.answer(talk.id, "first-name", Answer("Test"))
        desk.interviews.answer(talk.id, "last-name", Answer(Gap(Why.NOT_SAFE, "afraid")))

    assert desk.interviews.alike(desk.interviews.resume(nameless[0].id)) == ()
