"""The three consents on the screen: each with its answers, and the way to take one back."""

import pytest

from tests.desks import Screens, sign_off
from welfare_app.domain.answers import Answer
from welfare_app.presenters.aside import consent_lines
from welfare_app.presenters.consents import ConsentsPresenter
from welfare_app.presenters.places import AtInterview
from welfare_app.services.desk import INTERVIEW


@pytest.fixture
def words(desk):
    return desk.definitions.form(INTERVIEW)


@pytest.fixture
def talk(desk, words):
    return desk.interviews.start(words.form).id


@pytest.fixture
def opened(desk, words, talk, screens, went):
    def at(page="needs"):
        presenter = ConsentsPresenter(screens, talk, page, desk, words, went.append)
        presenter.begin()
        return presenter

    return at


def agree(desk, talk):
    for id, value in (
        ("under-18", "no"),
        ("agrees-to-talk", "yes"),
        ("consent", "not-yet"),
        ("consent", "given"),
        ("points", ("scheme",)),
        ("referral-language", "Polish"),
        ("referral-explained-by", "Test Champion"),
        ("consent-words", "Yes, I want that"),
    ):
        desk.interviews.answer(talk, id, Answer(value))


def cards(screens: Screens):
    return {card.id: card for card in screens.now.cards}


def test_three_consents_stand_apart_and_none_stands_before_it_was_given(opened, screens):
    opened()

    assert list(cards(screens)) == ["talk", "referral", "privacy"]
    assert not any(card.stands or card.taken_back for card in screens.now.cards)
    assert not any(card.answers or card.left_out for card in screens.now.cards)


def test_every_answer_is_there_in_order_with_its_time_and_who_wrote_it_down(
    desk, words, talk, opened, screens
):
    agree(desk, talk)
    opened()
    card = cards(screens)["referral"]

    assert card.answers == tuple(
        f"{words.option('consent', answer)}, 13:00 today, written down by Rosa Example"
        for answer in ("not-yet", "given")
    )
    assert card.points == (words.option("points", "scheme"),)
    assert len(card.left_out) == 7
    assert (card.explained, card.words) == (
        "Explained by Test Champion, Polish",
        "Yes, I want that",
    )
    assert card.stands
    assert not cards(screens)["privacy"].stands


@pytest.mark.parametrize("signed", [False, True])
def test_a_consent_is_taken_back_once_before_sign_off_or_after(desk, talk, opened, screens, signed):
    agree(desk, talk)
    if signed:
        sign_off(desk, talk)
    presenter = opened()
    presenter.withdraw("referral", "I changed my mind")
    card = cards(screens)["referral"]

    assert card.taken_back
    assert card.withdrawn == "Taken back 13:00 today, told to Rosa Example: “I changed my mind”"
    assert card.answers
    assert cards(screens)["talk"].stands
    presenter.withdraw("referral", "")
    assert screens.now.trouble.happened == "This consent was taken back before."
    assert cards(screens)["referral"] == card


def test_a_consent_taken_back_can_be_given_again_and_both_are_there(opened, screens, clock):
    presenter = opened()
    presenter.renew("referral", "")
    assert screens.now.trouble.happened.startswith("This consent was not taken back")

    presenter.withdraw("referral", "I changed my mind")
    clock.move(minutes=30)
    presenter.renew("referral", "Now I am sure")
    card = cards(screens)["referral"]

    assert (card.stands, card.taken_back) == (True, False)
    assert card.withdrawn.startswith("Taken back 13:00")
    assert card.renewed == "Given again 13:30 today, told to Rosa Example: “Now I am sure”"

    clock.move(minutes=30)
    presenter.withdraw("referral", "")
    assert cards(screens)["referral"].taken_back
    assert cards(screens)["referral"].renewed == ""


def test_beside_the_talk_each_consent_is_one_line_with_its_last_answer(desk, words, talk):
    assert consent_lines(desk, words, desk.interviews.resume(talk)) == ()
    agree(desk, talk)
    told = consent_lines(desk, words, desk.interviews.resume(talk))
    assert [(line.title, line.state, line.stands) for line in told] == [
        (words.consent_title("talk"), f"{words.option('agrees-to-talk', 'yes')}, 13:00", True),
        (words.consent_title("referral"), f"{words.option('consent', 'given')}, 13:00", True),
    ]

    interview = desk.interviews.withdraw(talk, "referral", "")
    [_, line] = consent_lines(desk, words, interview)
    assert (line.state, line.stands) == ("Taken back 13:00", False)


def test_back_goes_to_where_one_was(opened, went, talk):
    opened("wishes").back()

    assert went == [AtInterview(talk, "wishes")]


def test_what_they_said_stays_out_of_what_programs_print(desk, talk, opened, screens):
    agree(desk, talk)
    desk.interviews.answer(talk, "consent-words", Answer("Quixotic"))
    opened().withdraw("referral", "Quixotic")

    assert "Quixotic" not in repr(screens.now)
