"""Adding a sign: found by any of its words, with how it is known."""

import pytest

from welfare_app.domain.answers import Answer
from welfare_app.presenters.places import AtInterview
from welfare_app.presenters.signs import SignsPresenter
from welfare_app.services.desk import INTERVIEW


@pytest.fixture
def talk(desk):
    talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form).id
    desk.interviews.answer(talk, "papers", Answer("The house boss has my passport"))
    desk.interviews.answer(talk, "pay", Answer(" "))
    return talk


@pytest.fixture
def presenter(desk, talk, screens, went):
    presenter = SignsPresenter(
        screens,
        talk,
        "follow-up",
        desk.definitions.catalogue(),
        desk.definitions.form(INTERVIEW),
        desk.interviews,
        desk.signs,
        desk.definitions,
        went.append,
    )
    presenter.begin()
    return presenter


def test_the_whole_catalogue_is_there_to_begin_with(presenter, screens, desk):
    indicators = desk.definitions.catalogue().catalogue.indicators

    assert [line.id for line in screens.now.lines] == [one.id for one in indicators]
    assert screens.now.found == len(indicators)
    assert all(line.phrase and line.group for line in screens.now.lines)
    assert all(line.checked.startswith("Checked 20") for line in screens.now.lines)


def test_a_sign_is_found_by_any_of_its_words_in_any_order(presenter, screens):
    presenter.search("debt")
    with_one = screens.now.found
    phrase = screens.now.lines[0].phrase
    presenter.search(" ".join(reversed(phrase.upper().split())))

    assert 0 < screens.now.found <= with_one
    assert phrase in [line.phrase for line in screens.now.lines]


def test_accents_do_not_stand_in_the_way(presenter, screens):
    presenter.search("débt")
    accented = screens.now.lines
    presenter.search("debt")

    assert accented == screens.now.lines


def test_a_search_that_finds_nothing_says_so_and_can_be_cleared(presenter, screens):
    presenter.search("debt zeppelin")
    assert (screens.now.lines, screens.now.found) == ((), 0)

    presenter.search("  ")
    assert screens.now.found > 100


def test_a_sign_can_rest_only_on_what_was_answered(presenter, screens):
    assert [option.id for option in screens.now.answers] == ["papers"]
    assert screens.now.answers[0].label
    assert [option.id for option in screens.now.known] == ["said", "seen", "checked", "view"]


def test_noting_a_sign_keeps_it_and_goes_back_to_the_page(presenter, desk, talk, went):
    presenter.note("DEL-CD-DOCUMENTS", "said", " He has my passport ", "Room", "2026-03", "papers")

    [sign] = desk.signs.of(talk)
    assert (sign.words, sign.where, sign.when) == ("He has my passport", "Room", "2026-03")
    assert (sign.known, sign.field) == ("said", "papers")
    assert went == [AtInterview(talk, "follow-up")]


def test_a_sign_need_not_rest_on_an_answer(presenter, desk, talk):
    presenter.note("DEL-CD-DOCUMENTS", "seen", "", "", "", "")

    assert desk.signs.of(talk)[0].field is None


@pytest.mark.parametrize(
    ("indicator", "known", "problem"),
    [("", "said", "Choose an indicator"), ("DEL-CD-DEBT", "", "Say how you know")],
)
def test_what_is_missing_is_said_and_nothing_is_noted(
    presenter, screens, desk, talk, went, indicator, known, problem
):
    presenter.search("debt")
    found = screens.now.found
    presenter.note(indicator, known, "x", "", "", "")

    assert (screens.now.problem, screens.now.found) == (problem, found)
    assert desk.signs.of(talk) == ()
    assert went == []


def test_a_sign_the_catalogue_does_not_know_is_trouble_and_not_a_crash(presenter, screens, went):
    presenter.note("LOOKS-ODD", "view", "", "", "", "")

    assert screens.now.trouble.happened == "This sign is not in the catalogue."
    assert went == []


def test_going_back_notes_nothing(presenter, desk, talk, went):
    presenter.back()

    assert went == [AtInterview(talk, "follow-up")]
    assert desk.signs.of(talk) == ()
