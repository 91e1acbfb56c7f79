"""An interview is kept answer by answer, whatever happens next."""

import shutil

from tests.conftest import KEY
from tests.desks import ROSA, events, sign_off, stopped
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.errors import Refused
from welfare_app.services.desk import INTERVIEW


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
