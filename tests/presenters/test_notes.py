"""A step of notes: lines as they are heard, questions that were asked, and sorting afterwards."""

import pytest

from tests.desks import Screens, sign_off
from tests.presenters.talking import Talking
from welfare_app.domain.answers import Answer
from welfare_app.domain.notes import GATHERED, LineKind, Original
from welfare_app.domain.sign import Known
from welfare_app.presenters.record import RecordPresenter
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.note_sign import Noticed
from welfare_app.services.take_notes import Heard

SAID = LineKind.SAID


@pytest.fixture
def talk(desk, went):
    id = desk.interviews.start(desk.definitions.form(INTERVIEW).form).id
    return Talking(desk, id, went).open("free-recall")


def keep(talk, words, kind=SAID, **more):
    talk.presenter.keep(Heard(kind, words, **more))
    return talk.desk.notes.of(talk.id)[-1]


def lines(talk):
    return [(line.time, line.tag, line.words) for line in talk.now.lines]


def test_a_step_of_notes_opens_empty_with_its_own_way_to_end(talk, desk):
    form = desk.definitions.form(INTERVIEW)

    assert (talk.now.lines, talk.now.length, talk.now.kept) == ((), "", "")
    assert talk.now.finish == form.label("recall-finished")
    assert talk.view.drafts == []


def test_a_line_that_is_kept_shows_with_its_time_and_the_box_is_let_go(talk, clock):
    keep(talk, "He has my card")
    clock.move(minutes=3)
    keep(talk, "Wet jacket", LineKind.SEEN)

    assert lines(talk) == [("13:00", "Said", "He has my card"), ("13:03", "Seen", "Wet jacket")]
    assert (talk.view.cleared, talk.now.kept, talk.now.length) == (2, "Kept 13:03", "3 min")


def test_their_own_language_stands_beside_the_line_with_who_put_it_into_english(talk):
    keep(talk, "He has it", original=Original("عنده", "ar", "Test Interpreter"))
    keep(talk, "He has it", original=Original("Мае", "x-unknown"))

    assert [(line.original, line.translator) for line in talk.now.lines] == [
        ("عنده", "Arabic, Test Interpreter"),
        ("Мае", "x-unknown"),
    ]


@pytest.mark.parametrize("words", [" \n", "a" * 60_000])
def test_a_line_that_is_refused_stays_in_the_box_and_says_why(talk, words):
    talk.presenter.keep(Heard(SAID, words))

    assert (talk.now.lines, talk.view.cleared) == ((), 0)
    assert talk.now.trouble.safe
    keep(talk, "Shorter")
    assert (talk.now.trouble, talk.view.cleared) == (None, 1)


def test_what_was_half_typed_is_put_back_once_and_gone_when_it_is_kept(talk):
    half = Heard(SAID, "He said that if", Original("Zice că", "ro", "Test Ion"))
    talk.presenter.keep_draft(half)
    assert talk.open("free-recall").view.drafts == [half]

    talk.presenter.keep(half)
    assert talk.open("free-recall").view.drafts == []
    assert [line.words for line in talk.now.lines] == ["He said that if"]


def test_an_addition_says_which_line_it_adds_to(talk, clock):
    line = keep(talk, "Six shifts")
    clock.move(minutes=5)
    keep(talk, "Sometimes seven", LineKind.NOTE, about=line.id)

    assert [one.under for one in talk.now.lines] == ["", "Adds to 13:00"]
    assert talk.now.lines[0].words == "Six shifts"


def test_a_line_is_put_under_a_topic_and_out_of_it_again(talk, desk):
    line = keep(talk, "Six shifts")
    topic = desk.definitions.catalogue().topic("work")
    talk.presenter.tag(line.id, "work")
    assert talk.now.lines[0].topic == topic
    assert topic in [option.label for option in talk.now.topics]

    talk.presenter.tag(line.id, "")
    assert talk.now.lines[0].topic == ""


def test_a_topic_for_a_line_that_is_not_there_is_refused_in_words(talk):
    talk.presenter.tag("nothing", "work")

    assert talk.now.trouble.happened == "This line is not in the vault."


def test_an_open_question_that_is_asked_is_a_line_and_is_marked(talk, desk):
    words = desk.definitions.catalogue()
    talk.presenter.ask("Q01")
    keep(talk, "Not good")
    talk.presenter.ask("Q01", True)
    talk.open("follow-up")
    notes = desk.notes.of(talk.id)

    assert [note.words for note in notes] == [words.ask("Q01"), "Not good", words.then("Q01")]
    assert (notes[0].question, notes[1].prompt, notes[2].prompt) == ("Q01", notes[0].id, None)
    assert next(one.mark for one in talk.now.questions if one.id == "Q01") == "Asked"


@pytest.mark.parametrize(("mark", "words"), [("not-asked", "Not asked"), ("declined", None)])
def test_a_question_can_be_left_out_or_declined(talk, mark, words):
    talk.presenter.mark("Q02", mark)
    talk.open("follow-up")

    shown = next(one.mark for one in talk.now.questions if one.id == "Q02")
    assert shown == (words or "Would rather not say")
    assert talk.now.lines == ()


def test_finishing_the_step_is_written_down_and_goes_on(talk):
    for page in ("plan", "safety", "setting", "language", "explain", "age"):
        asked = talk.desk.definitions.form(INTERVIEW).form.page(page)
        over = tuple(one.id for one in asked.fields)
        talk.desk.interviews.pass_gate(talk.id, page, over, "Put off")
    talk.open("free-recall").presenter.finish()

    assert talk.page == "follow-up"
    assert talk.interview.answers["recall-finished"] == Answer("true")


def test_finishing_twice_is_written_down_once(talk, heard):
    talk.presenter.finish()
    talk.open("free-recall")
    told = len(heard)
    talk.presenter.finish()

    assert len(heard) == told


def test_signs_that_rest_on_a_line_stand_beside_it(talk, desk):
    line = keep(talk, "He has my card")
    other = keep(talk, "Yes")
    sign = desk.signs.note(talk.id, Noticed("DEL-CD-DEBT", Known.SAID, note=line.id))
    talk.open("free-recall")
    phrase = desk.definitions.catalogue().phrase("DEL-CD-DEBT")
    assert [one.signs for one in talk.now.lines] == [(phrase,), ()]
    assert other.id

    desk.signs.withdraw(sign.id, "Heard wrongly")
    assert [one.signs for one in talk.open("free-recall").now.lines] == [(), ()]


def test_the_box_expects_the_language_of_the_talk(talk, desk):
    for id, value in (("first-language", "Polish"), ("interpreter-provider", "Test Lines Ltd")):
        desk.interviews.answer(talk.id, id, Answer(value))
    talk.open("free-recall")
    assert (talk.now.speech.language, talk.now.speech.translator) == ("pl", "Test Lines Ltd")

    desk.interviews.answer(talk.id, "interpreter-language", Answer("Urdu"))
    assert talk.open("free-recall").now.speech.language == "ur"


def test_the_length_of_the_talk_says_when_there_was_last_a_break(talk, clock):
    keep(talk, "Yes")
    clock.move(minutes=50)
    keep(talk, "Ten minutes", LineKind.BREAK)
    clock.move(minutes=20)
    keep(talk, "Going on")

    assert talk.now.length == "1 h 10 min, last break 13:50"


def test_what_was_heard_is_offered_where_it_is_written_up_and_kept_by_going_on(talk, desk):
    keep(talk, "He has my card")
    line = keep(talk, "Ten hours")
    talk.presenter.tag(line.id, "work")
    talk.presenter.disclose()
    talk.presenter.look_at("write-up")
    shown = {question.id: question.value for question in talk.now.questions}
    assert (shown["account"], shown["working-day"]) == ("He has my card", "Ten hours")
    assert "account" not in talk.interview.answers

    talk.presenter.next()
    assert talk.interview.answers["account"] == Answer("He has my card", origin=GATHERED)
    assert talk.interview.answers["working-day"] == Answer("Ten hours", origin=GATHERED)


def test_what_is_heard_after_the_write_up_joins_it_unless_somebody_wrote_there(talk, desk):
    keep(talk, "He has my card")
    line = keep(talk, "Ten hours")
    talk.presenter.tag(line.id, "work")
    talk.presenter.disclose()
    talk.presenter.look_at("write-up")
    talk.presenter.answered("working-day", Answer("Ten hours, he said twice"))
    talk.presenter.next()
    talk.presenter.look_at("free-recall")
    keep(talk, "And my passport")
    later = keep(talk, "Twelve hours")
    talk.presenter.tag(later.id, "work")
    while not talk.interview.finished:
        talk.presenter.pass_over("Nothing was said")

    assert talk.interview.answers["account"].value == "He has my card\nAnd my passport"
    assert talk.interview.answers["working-day"].value == "Ten hours, he said twice"


def test_what_was_heard_is_never_put_over_a_persons_own_answer(talk, desk):
    keep(talk, "He has my card")
    desk.interviews.answer(talk.id, "account", Answer("His card is kept"))
    talk.presenter.disclose()
    talk.presenter.look_at("write-up")
    talk.presenter.look_at("evaluate")
    assert talk.interview.answers["account"] == Answer("His card is kept")

    talk.presenter.look_at("write-up")
    talk.presenter.answered("account", Answer(""))
    talk.presenter.look_at("evaluate")
    assert talk.interview.answers["account"] == Answer("")


def test_more_that_was_heard_later_is_offered_until_someone_goes_on(talk):
    keep(talk, "One")
    talk.presenter.disclose()
    talk.presenter.look_at("write-up")
    talk.presenter.look_at("free-recall")
    keep(talk, "Two")
    talk.presenter.look_at("write-up")
    shown = {question.id: question.value for question in talk.now.questions}

    assert shown["account"] == "One\nTwo"
    assert "account" not in talk.interview.answers
    assert [note.words for note in talk.desk.notes.of(talk.id)] == ["One", "Two"]


# The record of a talk that is signed off


@pytest.fixture
def record(talk, desk, went):
    keep(talk, "He has my card", original=Original("Ma moją kartę", "pl"))
    desk.interviews.answer(talk.id, "account", Answer("Six shifts"))
    talk.presenter.disclose()
    sign_off(desk, talk.id)
    view = Screens()
    words = desk.definitions.form(INTERVIEW)
    presenter = RecordPresenter(view, talk.id, desk, words, went.append)
    presenter.begin()
    return presenter, view


def answers(view):
    return {line.page: line for _, lines in view.now.sections for line in lines}


def test_the_record_shows_answers_lines_and_how_the_talk_went(record):
    _, view = record

    assert answers(view)["account"].value == "Six shifts"
    assert [line.words for line in view.now.notes] == ["He has my card"]
    assert view.now.course[0].startswith("13:00 ")
    assert any(line.endswith("left: Nothing was said") for line in view.now.course)
    assert "Quixotic" not in repr(view.now)


def test_an_addition_stands_under_its_answer_with_its_day_and_its_person(record, clock):
    presenter, view = record
    clock.move(days=2)
    presenter.add("account", "Sometimes seven")

    line = answers(view)["account"]
    assert line.value == "Six shifts"
    assert line.added == ("Added 13:00 today by Rosa Example: Sometimes seven",)


def test_an_addition_to_a_line_stands_beside_it_with_its_day(record, clock):
    presenter, view = record
    clock.move(days=2)
    presenter.add_to_note(view.now.notes[0].id, "He rang: two cards")

    assert [(line.words, line.under) for line in view.now.notes] == [
        ("He has my card", ""),
        ("He rang: two cards", "Adds to 13:00, Thursday 14 May"),
    ]


def test_an_addition_with_nothing_in_it_is_refused_in_words(record):
    presenter, view = record
    presenter.add("account", " ")
    assert view.now.trouble.happened == "There was nothing to add."

    presenter.add_to_note(view.now.notes[0].id, " ")
    assert view.now.trouble.happened == "There was nothing to keep in that line."
    assert len(view.now.notes) == 1
