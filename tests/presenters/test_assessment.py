"""The signs together: dimensions in words, with reasons, and what to consider now."""

import pytest

from tests.desks import stopped
from welfare_app.domain.answers import Answer
from welfare_app.domain.errors import Refused
from welfare_app.domain.sign import Known
from welfare_app.domain.suggesting import Source, Suggestion
from welfare_app.presenters.assessment import HEARD, AssessmentPresenter
from welfare_app.presenters.places import AtAssessment, AtInterview, AtPack
from welfare_app.presenters.profiles import ADULT, CHILD
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed

PAPERS, PAY, SHAME = "DEL-CD-DOCUMENTS", "DEL-DR-PAY", "DEL-CD-SHAME"
COERCED, LIED = "Pressure at the place of work", "Lied to when recruited"


@pytest.fixture
def talk(desk):
    return desk.interviews.start(desk.definitions.form(INTERVIEW).form).id


@pytest.fixture
def look(desk, talk, screens, went):
    """Opens the page on the signs given, and says what it shows."""

    def open_page(*indicators, heard=False):
        for indicator in indicators:
            desk.signs.note(talk, Noticed(indicator, Known.SAID))
        look.presenter = AssessmentPresenter(
            screens,
            AtAssessment(talk, "needs"),
            desk.definitions,
            desk.interviews,
            desk.signs,
            desk.packs,
            went.append,
            heard=heard,
        )
        look.presenter.begin()
        return screens.now

    look = open_page
    return look


def part(screen, title):
    return next(one for one in screen.dimensions if one.title == title)


def test_every_dimension_is_there_even_with_no_sign(look, desk):
    screen = look()

    titles = [
        desk.definitions.catalogue().dimension(d) for d in desk.definitions.assessment().dimensions
    ]
    assert [one.title for one in screen.dimensions] == titles
    assert {one.word for one in screen.dimensions} == {"No sign in it"}
    assert screen.now == ()


def test_a_dimension_says_whether_the_rule_is_met_on_which_signs_and_why(look):
    coerced = part(look(PAPERS, SHAME), COERCED)

    assert (coerced.state, coerced.word) == ("met", "Met")
    assert coerced.reason == "One strong and one other sign: the rule is met."
    assert [one.strength for one in coerced.signs] == ["Strong", "Weak"]


@pytest.mark.parametrize(
    ("indicators", "title", "reason"),
    [
        ((PAPERS,), COERCED, "One strong sign alone does not meet the rule."),
        ((PAPERS, "DEL-CD-DEBT"), COERCED, "Two strong signs: the rule is met."),
        ((PAY, "DEL-DR-HOUSING"), LIED, "Two medium signs do not meet the rule."),
        (
            (PAY, "DEL-DR-HOUSING", "DEL-DR-EDUCATION"),
            LIED,
            "Two medium and one weak sign: the rule is met.",
        ),
        (
            (PAY, "DEL-DR-HOUSING", "DEL-DR-CONTRACT"),
            LIED,
            "Three medium signs: the rule is met.",
        ),
        ((PAY, "DEL-DR-EDUCATION"), LIED, "One medium and one weak sign do not meet the rule."),
    ],
)
def test_the_reason_is_one_sentence(look, indicators, title, reason):
    assert part(look(*indicators), title).reason == reason


def test_a_serious_sign_asks_to_consider_a_pack_though_the_rule_is_not_met(look):
    screen = look(PAPERS)

    assert part(screen, COERCED).state == "not-met"
    assert screen.now == ("Papers kept by someone else",)


def test_a_disclosure_asks_to_consider_a_pack_with_no_sign_at_all(look):
    assert look(heard=True).now == (HEARD,)


def test_a_sign_that_is_not_serious_asks_for_nothing(look):
    assert look(PAY).now == ()


def test_a_sign_taken_back_or_dismissed_is_not_counted(look, desk, talk):
    sign = desk.signs.note(talk, Noticed(PAPERS, Known.SAID))
    desk.signs.withdraw(sign.id, "Heard wrongly")
    suggestion = Suggestion(
        "DEL-CD-DEBT", Source("note-1", "I owe", Known.SAID), "I owe", ((2, 5),)
    )
    desk.signs.dismiss(talk, suggestion, "A drink")

    screen = look()

    assert screen.now == ()
    assert part(screen, COERCED).signs == ()


@pytest.mark.parametrize(("age", "profile"), [("yes", CHILD), ("not-sure", CHILD), ("no", ADULT)])
def test_the_profile_follows_the_answer_to_the_age(look, desk, talk, age, profile):
    desk.interviews.answer(talk, "under-18", Answer(age))

    screen = look()

    assert screen.profile == profile
    assert "18" in screen.why


def test_an_adults_strengths_count_until_the_age_is_answered(look):
    screen = look()

    assert screen.profile == ADULT
    assert screen.why.startswith("Nobody has answered")


def test_both_profiles_can_be_looked_at(look, screens):
    look("DEL-DR-EDUCATION")
    assert part(screens.now, LIED).signs[0].strength == "Weak"

    look.presenter.choose(CHILD)

    assert screens.now.profile == CHILD
    assert part(screens.now, LIED).signs[0].strength == "Strong"


def test_a_sexual_profile_cannot_be_looked_at_and_says_why(look, screens):
    screen = look()
    look.presenter.choose("adult_sexual")

    assert screens.now.profile == ADULT
    assert len(screen.unscored) == 2
    assert "not been read" in screen.why_unscored


def test_a_sign_that_the_rule_does_not_count_is_still_shown(look):
    assert look("WP-APPE-NO-FOOD").beside == ("Comes with no food or money for breaks",)


def test_what_it_means_is_said_with_its_source_and_the_day_it_was_checked(look):
    meaning = look().meaning

    assert "decides nothing" in meaning.does_not
    assert "no proof" in meaning.does_not
    assert meaning.source.endswith("Checked 2026.")


def test_nothing_on_the_page_calls_anyone_a_victim_or_counts_in_digits(look, desk):
    every = [one.id for one in desk.definitions.catalogue().catalogue.indicators if one.dimension]
    screen = look(*every)

    said = [screen.together, *(one.reason for one in screen.dimensions), *screen.now]
    assert "victim" not in " ".join(said).casefold()
    assert not [line for line in said if line[:1].isdigit()]


def test_a_pack_can_be_opened_whatever_the_rule_makes_of_it(look, desk, talk, went):
    look()

    look.presenter.open_pack()
    look.presenter.open_pack()

    [pack] = desk.around.look().open_packs
    assert pack.interview == talk
    assert went == [AtPack(pack.id)] * 2


def test_going_back_leads_to_the_step_it_was_opened_from(look, talk, went):
    look()
    look.presenter.back()

    assert went == [AtInterview(talk, "needs")]


def test_an_interview_that_is_not_there_is_refused(desk, screens, went):
    with stopped(Refused, "interview.unknown"):
        AssessmentPresenter(
            screens,
            AtAssessment("nobody"),
            desk.definitions,
            desk.interviews,
            desk.signs,
            desk.packs,
            went.append,
        )
