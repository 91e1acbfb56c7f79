"""The shorter talks run on the same engine, and lead to a referral like any other."""

import pytest

from tests.desks import sign_off, stopped
from welfare_app.domain.answers import Answer
from welfare_app.domain.consents import consents
from welfare_app.domain.errors import Refused
from welfare_app.domain.gates import closed, pages_left
from welfare_app.domain.interview import Course
from welfare_app.domain.notes import LineKind, offered
from welfare_app.domain.safe_contact import safe_contact
from welfare_app.domain.summing import Asked
from welfare_app.presenters.talk import CLOSING
from welfare_app.services.take_notes import Heard

STAYS = {
    "probation-review": ["safety", "anything-else", "needs", "contact", "closing", "outcome"],
    "site-surgery": ["safety", "telling", "needs", "contact", "closing", "outcome"],
}
NAMES = tuple(STAYS)


@pytest.fixture(params=NAMES)
def words(desk, request):
    return desk.definitions.form(request.param)


@pytest.fixture
def talk(desk, words):
    return desk.interviews.start(words.form)


def tell(desk, talk, **told):
    for id, one in told.items():
        answer = one if isinstance(one, Answer) else Answer(one)
        talk = desk.interviews.answer(talk.id, id.replace("_", "-"), answer)
    return talk


def left(words, talk):
    return [page.id for page in pages_left(words.form, talk)]


def test_a_disclosure_closes_the_questions_and_keeps_what_helps(desk, words, talk):
    disclosed = desk.interviews.turn(talk.id, Course.DISCLOSURE)

    assert left(words, disclosed) == STAYS[words.form.id]


def test_someone_who_said_no_and_then_told_is_still_written_down(desk, words, talk):
    silent = tell(desk, talk, agrees_to_talk="no")
    assert words.form.first_notes not in left(words, silent)

    told = desk.interviews.turn(talk.id, Course.DISCLOSURE)
    assert left(words, told) == STAYS[words.form.id]


def test_a_talk_that_was_stopped_is_closed_kindly_and_written_up(desk, words, talk):
    stopped_talk = desk.interviews.turn(talk.id, Course.STOPPED, "They want to stop")

    assert left(words, stopped_talk) == ["safety", CLOSING, "outcome"]


@pytest.mark.parametrize(
    ("stop", "told"),
    [
        ("danger", {"danger_now": "yes"}),
        ("controller", {"controller_near": "yes"}),
        ("not-alone", {"alone": "not-sure"}),
        ("tied", {"interpreter": "independent", "interpreter_free": "no"}),
        ("not-offered", {"interpreter": "not-needed", "first_language": "Polish"}),
        ("no-talk", {"agrees_to_talk": "no"}),
        ("child", {"under_18": "not-sure"}),
    ],
)
def test_each_reason_not_to_go_on_closes_a_gate(desk, words, talk, stop, told):
    talk = tell(desk, talk, **told)
    stops = [one for gate in closed(words.form, talk, desk.rules.today()) for one in gate.stops]

    assert stops == [stop]
    assert all(words.stop(stop))


def test_every_line_of_the_talk_is_in_the_account(desk, words, talk):
    catalogue = desk.definitions.catalogue().catalogue
    for topic in ("", *dict.fromkeys(one.topic for one in catalogue.questions)):
        desk.notes.keep(talk.id, Heard(LineKind.SAID, f"About {topic or 'nothing'}"), "telling")
        if topic:
            desk.notes.tag(desk.notes.of(talk.id)[-1].id, topic)
    desk.notes.keep(talk.id, Heard(LineKind.SEEN, "Cracked hands"), "telling")
    notes = desk.notes.of(talk.id)
    found = offered(words.form, talk.answers, notes, "Rosa Example")

    assert found["account"].value.split("\n") == [
        one.words for one in notes if one.kind is LineKind.SAID
    ]
    assert found["seen"].value == "Cracked hands"
    assert found["talk-explained-by"].value == "Rosa Example"


def test_two_consents_are_kept_and_none_is_to_be_referred(desk, words, talk):
    talk = tell(desk, talk, agrees_to_talk="yes", privacy_given="given")
    found = consents(words.form, talk, desk.interviews.history(talk.id))

    assert {one.asked.id: one.given for one in found} == {"talk": True, "privacy": True}


def test_a_talk_with_gaps_cannot_be_signed_off_unseen(desk, talk):
    with stopped(Refused, "interview.not-complete"):
        desk.interviews.finish(talk.id)

    assert sign_off(desk, talk.id).finished


def test_how_they_are_reached_safely_stands_beside_these_talks_too(desk, words, talk):
    talk = tell(desk, talk, must_not_know="The driver", safe_phone="01632 960 001")
    lines = "\n".join(safe_contact(Asked(words.form, words, talk.answers)))

    assert "The driver" in lines
    assert "01632 960 001" in lines


def test_a_pack_opens_from_these_talks_and_its_referral_knows_what_they_told(desk, words, talk):
    tell(
        desk,
        talk,
        agrees_to_talk="yes",
        under_18="no",
        first_name="Test",
        interpreter="independent",
        interpreter_language="Polish",
        seen="Cracked hands",
        own_view="The facts above",
        safe_phone="01632 960 001",
        pay=Answer("Nic nie dostaję", "pl"),
        home=Answer("Dziewięciu mężczyzn", "pl"),
    )
    talk = desk.interviews.turn(talk.id, Course.DISCLOSURE)
    sign_off(desk, talk.id)
    answers = desk.referrals.of(desk.packs.open(talk.id).id).answers

    assert answers["pv-name-first-name"].value == "Test"
    assert answers["pv-under-age"].value == "no"
    assert answers["pv-interpreter-requirements-language"].value == "Polish"
    assert answers["living-conditions"] == Answer("“Dziewięciu mężczyzn”", "pl", "interview:home")
    assert "Nic nie dostaję" in answers["how-they-were-treated"].value
    assert "Cracked hands" in answers["where-how-interview-carried-out"].value
    assert answers["professional-insight"].value == "The facts above"
    assert "pv-want-to-submit-nrm" not in answers
