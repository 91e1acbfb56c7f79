"""The laptop turned round: read in any language, decided only by words a named person checked."""

from dataclasses import astuple
from pathlib import Path

import pytest

from tests.urdu import vouch, with_urdu
from welfare_app.content.library import Library
from welfare_app.domain.answers import Answer
from welfare_app.domain.contacts import Nation
from welfare_app.presenters.places import AtInterview, AtTurned
from welfare_app.presenters.turned import TurnedPresenter, spoken_language
from welfare_app.services.desk import INTERVIEW

RESOURCES = Path(__file__).parents[2] / "resources"
PLACE = AtTurned("talk-7", "explain")


@pytest.fixture
def turned(tools, screens, went):
    def turned(place=PLACE, language="en", nation=Nation.ENGLAND, definitions=tools.definitions):
        presenter = TurnedPresenter(screens, place, language, definitions, nation, went.append)
        presenter.begin()
        return presenter

    return turned


@pytest.fixture
def checked(tmp_path):
    """Content with a Romanian that a named person checked, and Urdu that nobody did."""
    folder = with_urdu(RESOURCES, tmp_path / "resources")
    vouch(folder)
    return Library(folder)


def walk(presenter, screens):
    """The sections in order, until they begin again."""
    seen = []
    while not seen or screens.now.section != seen[0]:
        seen.append(screens.now.section)
        presenter.next()
    return seen


def test_it_begins_with_who_we_are_and_goes_round_all_sections(turned, screens):
    presenter = turned()
    assert (screens.now.section, screens.now.part) == ("who", "1 / 5")

    assert walk(presenter, screens) == ["who", "rights", "help", "consent", "interpreter"]


def test_back_is_missing_at_the_first_and_next_begins_again_at_the_last(turned, screens):
    presenter = turned()
    assert (screens.now.buttons.back, screens.now.buttons.next) == ("", "Next")
    drawn = len(screens)
    presenter.back()
    assert len(screens) == drawn

    for _ in range(4):
        presenter.next()
    assert (screens.now.buttons.back, screens.now.buttons.next) == ("Back", "Start again")
    presenter.back()
    assert screens.now.section == "consent"


def test_points_of_consent_are_never_read_in_a_translation_nobody_checked(turned, screens, tools):
    for language in tools.definitions.worker_languages():
        presenter = turned(language=language)
        seen = walk(presenter, screens)

        assert ("consent" in seen) == (language == "en")
        assert seen.count("interpreter") == 1


def test_in_their_place_a_worker_can_ask_for_an_interpreter(turned, screens):
    turned(AtTurned("talk-7", section="interpreter"), "pl")

    assert screens.now.lines[0] == "Potrzebuję tłumacza języka polskiego."
    assert screens.now.staff.startswith(
        "Welfare officer: find an interpreter for this language: Polish. Sources checked "
    )


def test_an_unchecked_translation_says_so_in_both_languages(turned, screens):
    turned(language="ru")
    assert screens.now.unchecked == (
        "Этот перевод ещё никто не проверил.",
        "Nobody has checked this translation yet.",
    )

    turned(language="en")
    assert screens.now.unchecked == ()
    assert screens.now.staff == (
        "Sources checked April 2026. Known, but not yet read in its source: 1."
    )


def test_a_checked_translation_reads_the_points_and_says_who_checked_it(turned, screens, checked):
    presenter = turned(language="ro", definitions=checked)

    assert screens.now.unchecked == ()
    assert screens.now.staff.startswith("Translation checked by Ana Exemplu, 12 May 2026. ")
    assert "consent" in walk(presenter, screens)


def test_another_language_says_the_same_section(turned, screens):
    presenter = turned()
    presenter.next()
    presenter.speak("vi")

    assert (screens.now.language, screens.now.title) == ("vi", "Quyền của bạn")
    assert [one.label for one in screens.now.languages][-1] == "Tiếng Việt"


def test_the_points_give_way_when_an_unchecked_language_is_chosen_over_them(turned, screens):
    presenter = turned(AtTurned("talk-7", section="consent"))
    assert screens.now.section == "consent"
    presenter.speak("hi")
    assert screens.now.section == "interpreter"


def test_a_language_that_runs_right_to_left_is_known_as_such(turned, screens, checked):
    turned(language="ur", definitions=checked)
    assert screens.now.right_to_left

    turned(language="ro", definitions=checked)
    assert not screens.now.right_to_left


@pytest.mark.parametrize("nation", Nation)
def test_numbers_are_those_of_the_nation_as_published(turned, screens, tools, nation):
    turned(AtTurned("talk-7", section="help"), nation=nation)
    published = {one.phone: one for one in tools.definitions.contacts().contacts}

    assert (screens.now.numbers[0].digits, screens.now.numbers[0].danger) == ("999", True)
    for number in screens.now.numbers:
        contact = published[number.digits]
        assert contact.serves(nation)
        assert bool(number.note) == contact.doubt
        assert bool(number.checked) != contact.doubt


def test_a_date_needs_no_language(turned, screens):
    turned(AtTurned("talk-7", section="help"), "lt")

    assert screens.now.numbers[0].checked == "Numeris patikrintas: 04/2026"
    assert screens.now.numbers[2].note.endswith("(04/2026)")


def test_turning_it_back_leads_to_the_page_of_the_interview(turned, went):
    turned().turn_back()

    assert went == [AtInterview("talk-7", "explain")]


def test_the_place_remembers_what_was_being_read(turned):
    presenter = turned()
    presenter.speak("sq")
    presenter.next()

    assert presenter.place == AtTurned("talk-7", "explain", "sq", "rights")


def test_nothing_of_the_organisation_or_the_interview_is_on_it(turned, screens, desk):
    talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    presenter = turned(AtTurned(talk.id, "explain"))
    walk(presenter, screens)
    said = repr([astuple(screen) for screen in screens])

    staff, organisation = desk.shift.staff, desk.organisation
    for secret in (talk.id, talk.number, staff.name, organisation.name):
        assert str(secret) not in said


@pytest.fixture
def language_of(desk):
    def language_of(**answers):
        words = desk.definitions.form(INTERVIEW)
        given = {name.replace("_", "-"): Answer(value) for name, value in answers.items()}
        return spoken_language(desk.definitions, words, given)

    return language_of


def test_it_opens_in_the_language_of_the_interpreter(language_of):
    spoken = {"first_language": "Polish", "interpreter_language": "Ukrainian"}

    assert language_of(interpreter="independent", **spoken) == "uk"


def test_an_interpreter_who_was_not_needed_after_all_does_not_count(language_of):
    spoken = {"first_language": "Polish", "interpreter_language": "Ukrainian"}

    assert language_of(interpreter="not-needed", **spoken) == "pl"


def test_without_an_interpreter_it_opens_in_the_first_language(language_of):
    assert language_of(first_language="Portuguese") == "pt-PT"


@pytest.mark.parametrize("answers", [{}, {"first_language": "Tigrinya"}])
def test_a_language_we_do_not_have_opens_in_english(language_of, answers):
    assert language_of(**answers) == "en"
