"""A talk begun on the first version of the form is held, turned, signed off and sealed on it."""

import pytest

from tests.desks import Screens, sign_off
from tests.presenters.talking import Talking
from welfare_app.domain.answers import Answer
from welfare_app.domain.interview import Course
from welfare_app.domain.notes import LineKind
from welfare_app.domain.sign import Known
from welfare_app.presenters.places import AtHome
from welfare_app.presenters.record import RecordPresenter
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed
from welfare_app.services.sample_case import HANDING
from welfare_app.services.take_notes import Heard
from welfare_app.services.versions import form_of


@pytest.fixture
def old(desk):
    return desk.definitions.form(INTERVIEW, version=1)


@pytest.fixture
def talk(desk, old, went):
    return Talking(desk, desk.interviews.start(old.form).id, went).open()


def test_it_opens_on_its_own_questions_and_says_that_they_have_changed(talk, desk):
    assert form_of(desk.definitions, talk.interview).form.version == 1
    assert talk.now.rail.title == "Step 1 of 14"
    assert talk.now.notices == (
        "The questions have changed since this talk began. It keeps those it has.",
    )
    assert talk.open("free-recall").now.questions[0].id == "opening-words"


@pytest.mark.parametrize("page", ["plan", "free-recall", "evaluate"])
def test_something_serious_leaves_it_all_its_steps_and_says_what_not_to_do(talk, page):
    talk.open(page).presenter.disclose()

    assert (talk.page, len(talk.steps)) == (page, 14)
    assert talk.interview.course is Course.DISCLOSURE
    assert talk.now.beside.course.never
    talk.presenter.look_at("closing")
    assert talk.page == "closing"


def test_a_serious_sign_turns_it_too(talk, desk):
    desk.signs.note(talk.id, Noticed("DEL-CD-DOCUMENTS", Known.SAID))
    talk.open("needs")

    assert talk.interview.course is Course.DISCLOSURE
    assert (talk.page, len(talk.steps)) == ("needs", 14)


def test_stopping_it_leads_to_closing_with_everything_still_there(talk):
    talk.presenter.stop("They want to stop")

    assert (talk.page, len(talk.steps)) == ("closing", 14)
    talk.presenter.resume_questions("They came back")
    assert talk.interview.course is Course.WHOLE
    assert talk.now.beside.course is None


@pytest.mark.parametrize("course", list(Course))
def test_it_is_signed_off_by_giving_reasons_on_any_course_and_read_afterwards(
    talk, desk, old, went, course
):
    desk.interviews.answer(talk.id, "account", Answer("He has my card"))
    if course is not Course.WHOLE:
        desk.interviews.turn(talk.id, course)
    for page in old.form.pages:
        talk.open(page.id).presenter.pass_over("Not asked then")
    assert talk.interview.finished
    assert went[-1] == AtHome()

    view = Screens()
    record = RecordPresenter(view, talk.id, desk, old, went.append)
    record.begin()
    record.add("account", "And my passport")
    lines = [line for _, found in view.now.sections for line in found]
    [account] = [line for line in lines if line.page == "account"]
    assert account.value == "He has my card"
    assert account.added[0].endswith("And my passport")


def test_lines_written_down_in_it_are_kept_and_shown(talk, desk, old, went):
    desk.notes.keep(talk.id, Heard(LineKind.SAID, "He has my card"))
    sign_off(desk, talk.id)
    view = Screens()
    RecordPresenter(view, talk.id, desk, old, went.append).begin()

    assert [line.words for line in view.now.notes] == ["He has my card"]
    assert view.now.beside.consents == ()


def test_a_pack_is_sealed_on_it_with_its_own_questions_and_no_consents_it_never_held(case):
    desk = case.desk
    old = desk.definitions.form(INTERVIEW, version=1)
    answers = desk.interviews.resume(case.interview).answers
    talk = desk.interviews.start(old.form)
    asked = {one.id: one for one in old.form.fields()}
    for id, answer in answers.items():
        if id in asked:
            desk.interviews.answer(talk.id, id, answer)
    sign_off(desk, talk.id)
    pack = desk.packs.open(talk.id)
    referral = desk.referrals.of(pack.id)
    texts = [line.text for line in desk.seal.document(referral.id, HANDING).lines()]

    assert old.label("account") in texts
    assert "Consent, three different things" not in texts
    assert desk.seal.preview(referral.id, HANDING).startswith(b"%PDF")
