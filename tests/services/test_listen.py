"""What the lines of a talk call to mind: offered once, decided by a person, never from staff."""

import pytest

from welfare_app.domain.answers import Answer
from welfare_app.domain.notes import LineKind
from welfare_app.domain.sign import Known
from welfare_app.presenters.talk import noticed_in
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.take_notes import Heard

WORDS = "The boss keeps my passport"
INDICATOR = "DEL-CD-DOCUMENTS"


@pytest.fixture
def talk(desk):
    return desk.interviews.start(desk.definitions.form(INTERVIEW).form).id


@pytest.fixture
def found(desk, talk):
    """What is offered now."""

    def offered():
        interview = desk.interviews.resume(talk)
        words, notes = desk.definitions.form(INTERVIEW), desk.notes.of(talk)
        return desk.listen.suggestions(words, interview, notes, desk.signs.all_of(talk))

    return offered


def indicators(found):
    return [one.indicator for one in found]


def test_a_line_of_theirs_offers_a_sign_with_its_words(desk, talk, found):
    line = desk.notes.keep(talk, Heard(LineKind.SAID, WORDS))

    [one] = [one for one in found() if one.indicator == INDICATOR]
    assert (one.source.key, one.source.known, one.source.at) == (line.id, Known.SAID, line.at)
    assert one.sentence == WORDS


@pytest.mark.parametrize("kind", [LineKind.NOTE, LineKind.ASKED, LineKind.BREAK, LineKind.ROOM])
def test_what_staff_write_or_ask_calls_nothing_to_mind(desk, talk, found, kind):
    desk.notes.keep(talk, Heard(kind, WORDS))

    assert found() == ()


def test_the_newest_line_is_offered_and_only_once(desk, talk, found):
    for words in (WORDS, f"{WORDS} still"):
        line = desk.notes.keep(talk, Heard(LineKind.SAID, words))

    assert indicators(found()).count(INDICATOR) == 1
    assert next(one for one in found() if one.indicator == INDICATOR).source.key == line.id


def test_a_sign_that_stands_is_not_offered_again(desk, talk, found):
    line = desk.notes.keep(talk, Heard(LineKind.SAID, WORDS))
    one = next(one for one in found() if one.indicator == INDICATOR)
    sign = desk.signs.note(talk, noticed_in(one, desk.interviews.resume(talk)))

    assert sign.note == line.id
    assert INDICATOR not in indicators(found())


def test_what_was_set_aside_is_not_offered_for_that_line_but_for_another(desk, talk, found):
    desk.notes.keep(talk, Heard(LineKind.SAID, WORDS))
    one = next(one for one in found() if one.indicator == INDICATOR)
    desk.signs.dismiss(talk, one, "He lent it for a copy")
    assert INDICATOR not in indicators(found())

    desk.notes.keep(talk, Heard(LineKind.SAID, f"{WORDS} and will not give it"))
    assert INDICATOR in indicators(found())


def test_an_answer_that_was_gathered_is_not_heard_twice(desk, talk, found):
    desk.interviews.answer(talk, "papers", Answer(WORDS))
    assert found() == ()

    desk.interviews.answer(talk, "leaving", Answer(WORDS))
    assert [one.source.key for one in found() if one.indicator == INDICATOR] == ["leaving"]


def test_hearing_the_same_lines_again_offers_the_same(desk, talk, found):
    desk.notes.keep(talk, Heard(LineKind.SAID, WORDS))

    assert found() == found()
