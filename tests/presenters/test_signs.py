"""Adding a sign: found by any of its words, with how it is known."""

import pytest

from welfare_app.domain.answers import Answer
from welfare_app.domain.sign import Known
from welfare_app.presenters.places import AtInterview, AtSigns
from welfare_app.presenters.signs import NotedLine, SignsPresenter
from welfare_app.services.desk import INTERVIEW

LINE = NotedLine("note-1", "Szef ma mój paszport", "pl", Known.SAID)


@pytest.fixture
def talk(desk):
    talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form).id
    desk.interviews.answer(talk, "papers", Answer("The house boss has my passport"))
    desk.interviews.answer(talk, "pay", Answer(" "))
    return talk


@pytest.fixture
def opened(desk, talk, screens, went):
    """Opens the page from where a place leads."""

    def open_page(line=None, files=(), **place):
        presenter = SignsPresenter(
            screens,
            AtSigns(talk, "follow-up", **place),
            desk.definitions.catalogue(),
            desk.definitions.form(INTERVIEW),
            desk.interviews,
            desk.signs,
            desk.definitions,
            went.append,
            line,
            files,
        )
        presenter.begin()
        return presenter

    return open_page


@pytest.fixture
def presenter(opened):
    return opened()


def test_the_whole_catalogue_is_there_to_begin_with(presenter, screens, desk):
    indicators = desk.definitions.catalogue().catalogue.indicators

    assert [line.id for line in screens.now.lines] == [one.id for one in indicators]
    assert screens.now.found == len(indicators)
    assert all(line.phrase and line.group for line in screens.now.lines)
    assert all(line.checked.startswith("Checked ") and line.source for line in screens.now.lines)


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


def test_the_page_opens_empty_where_nothing_led_to_it(presenter, screens):
    assert screens.now.start is None


def test_another_way_to_look_is_searched_too(presenter, screens):
    presenter.search("debt")
    presenter.group("payroll-data")
    assert screens.now.found == 0

    presenter.search("phone")
    assert [line.id for line in screens.now.lines] == ["PD-DUP-PHONE"]


def test_an_indicator_that_stands_under_several_is_counted_once(presenter, screens):
    whole = screens.now.found
    presenter.group("ilo-11")

    assert screens.now.found == whole < len(screens.now.lines)


def test_the_strength_follows_the_workers_age(opened, screens, desk, talk):
    def strength():
        return next(one.strength for one in screens.now.lines if one.id == "DEL-DR-EDUCATION")

    opened()
    assert strength() == "Weak"

    desk.interviews.answer(talk, "under-18", Answer("not-sure"))
    opened()
    assert strength() == "Strong"


def test_a_line_of_notes_fills_in_the_words_and_how_they_are_known(opened, screens):
    opened(LINE, note="note-1", indicator="DEL-CD-DOCUMENTS")

    start = screens.now.start
    assert start.indicator.id == "DEL-CD-DOCUMENTS"
    assert (start.known, start.words, start.rests) == ("said", LINE.words, "note-1")
    assert screens.now.answers[0].label == "Note: Szef ma mój paszport"


def test_a_suggested_sign_keeps_its_note_its_language_and_what_prompted_it(opened, desk, talk):
    page = opened(LINE, note="note-1", indicator="DEL-CD-DOCUMENTS")
    page.note("DEL-CD-DOCUMENTS", "said", LINE.words, "", "", "note-1")

    [sign] = desk.signs.of(talk)
    assert (sign.note, sign.field, sign.language) == ("note-1", None, "pl")
    assert sign.prompted == LINE.words


def test_another_indicator_than_the_one_suggested_was_prompted_by_nothing(opened, desk, talk):
    page = opened(LINE, note="note-1", indicator="DEL-CD-DOCUMENTS")
    page.note("DEL-CD-DEBT", "said", "In English", "", "", "note-1")

    [sign] = desk.signs.of(talk)
    assert (sign.prompted, sign.language) == ("", "en")


def test_an_answer_fills_in_its_words(opened, screens, desk, talk):
    page = opened(indicator="DEL-CD-DOCUMENTS", answer="papers")
    start = screens.now.start
    page.note(start.indicator.id, start.known, start.words, "", "", start.rests)

    [sign] = desk.signs.of(talk)
    assert (sign.field, sign.known) == ("papers", "said")
    assert sign.prompted == sign.words == "The house boss has my passport"


def test_a_fixed_answer_fills_in_how_it_reads_and_leaves_open_how_it_is_known(
    opened, screens, desk, talk
):
    desk.interviews.answer(talk, "danger-now", Answer("yes"))
    opened(indicator="ILO-06", answer="danger-now")

    start = screens.now.start
    assert (start.known, start.words) == ("", "Is anyone in danger now? Yes")


def test_a_sign_can_rest_on_a_file_of_the_pack(case, screens, went):
    desk = case.desk
    files = desk.evidence.of_interview(case.interview)
    page = SignsPresenter(
        screens,
        AtSigns(case.interview),
        desk.definitions.catalogue(),
        desk.definitions.form(INTERVIEW),
        desk.interviews,
        desk.signs,
        desk.definitions,
        went.append,
        files=files,
    )
    page.begin()
    assert screens.now.answers[-1].label == f"{files[0].exhibit}. {files[0].name}"

    page.note("PD-HOURS-EXTREME", "checked", "The rota", "", "", files[0].id)

    sign = desk.signs.of(case.interview)[-1]
    assert (sign.evidence, sign.field, sign.note) == (files[0].id, None, None)
