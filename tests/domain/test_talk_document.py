"""An interview on paper: how it went, line by line, the consents, what was added since."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.desks import ROSA
from tests.domain.stories import story, talk
from tests.factories import NOON
from welfare_app.domain.answers import Answer
from welfare_app.domain.consents import Given, consents
from welfare_app.domain.document import Bullets, Facts, Heading, Line, Paragraph, Quote
from welfare_app.domain.interview import Course
from welfare_app.domain.notes import LineKind, Note, Original
from welfare_app.domain.referral_document import compose_referral
from welfare_app.domain.story import fitting, naming
from welfare_app.domain.talk_document import talk_blocks

LINE_BY_LINE, ADDED = "As it was said, line by line", "Added after it was signed off"
CONSENT = "Consent, three different things"


@pytest.fixture(autouse=True)
def british_time():
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "GMT0BST,M3.5.0/1,M10.5.0")
        time.tzset()
        yield
    time.tzset()


def note(number, kind, words, later=None, **more):
    at = NOON + (later or timedelta(minutes=number))
    return Note(f"note-{number}", "interview-1", at, ROSA.id, kind, words, **more)


NOTES = (
    note(1, LineKind.ASKED, "How are things?"),
    note(2, LineKind.SAID, "He has my card", original=Original("Are cardul meu", "ro", "Test Ion")),
    note(3, LineKind.SEEN, "A bruise"),
    note(4, LineKind.NOTE, "The day before, he meant", about="note-2"),
)


def told(library, *notes, **more):
    return story(library, {}, **talk(library, **more.pop("told", {})), notes=notes, **more)


def blocks(whole):
    return list(talk_blocks(whole))


def headings(whole):
    return [block.text.text for block in blocks(whole) if isinstance(block, Heading)]


def words(whole):
    """Every line of it, in order: the words, and what stands under them."""
    for block in blocks(whole):
        match block:
            case Paragraph(text):
                yield text.text
            case Bullets(items):
                yield from (item.text for item in items)
            case Quote(text, note):
                yield f"{text.text} ({note.text})"
            case Facts(rows):
                for row in rows:
                    yield row.label.text
                    yield from (line.text for line in row.values)
                    if row.note:
                        yield row.note.text


def changed(whole, change):
    interview, _ = change(whole.interview)
    return replace(whole, interview=interview)


def test_a_story_with_no_talk_says_nothing_of_one(library):
    assert blocks(story(library, {})) == []


def test_a_talk_with_none_of_it_is_as_short_as_before(library):
    whole = told(library)

    assert headings(whole) == ["The welfare interview, W-0001"]
    assert len(blocks(whole)) == 2


def test_lines_are_printed_in_order_each_with_its_time_and_kind(library):
    lines = list(words(told(library, *NOTES)))

    assert lines[1:] == [
        "13:01, asked: How are things?",
        "He has my card (13:02, said)",
        "Are cardul meu (13:02, in their own language, put into English by Test Ion)",
        "13:03, seen: A bruise",
        "13:04, note, adds to 13:02: The day before, he meant",
    ]


def test_their_own_words_keep_their_language(library):
    quoted = [block.words for block in blocks(told(library, *NOTES)) if isinstance(block, Quote)]

    assert quoted == [Line("He has my card"), Line("Are cardul meu", "ro")]


def test_their_own_language_is_printed_whatever_kind_of_line_it_stands_beside(library):
    seen = note(1, LineKind.SEEN, "A tattoo", original=Original("Мама", "uk"))

    assert list(words(told(library, seen)))[1:] == [
        "13:01, seen: A tattoo",
        "Мама (13:01, in their own language)",
    ]


def test_a_line_of_another_day_says_which(library):
    later = note(5, LineKind.SAID, "He called again", timedelta(days=7))
    after = note(6, LineKind.NOTE, "By telephone", timedelta(days=8), about="note-5")
    lines = list(words(told(library, *NOTES, later, after)))

    assert lines[-2:] == [
        "He called again (19 May 2026, 13:00, said)",
        "20 May 2026, 13:00, note, adds to 19 May 2026, 13:00: By telephone",
    ]


def test_each_turn_the_talk_took_is_said_with_its_reason(library):
    whole = told(library)
    for minutes, course, reason in (
        (5, Course.DISCLOSURE, ""),
        (6, Course.WHOLE, "The key was pressed by mistake"),
        (9, Course.STOPPED, "They want to stop"),
    ):
        at = NOON + timedelta(minutes=minutes)
        whole = changed(whole, lambda one, c=course, a=at, r=reason: one.turn(c, a, ROSA.id, r))

    assert list(words(whole))[1:] == [
        "12 May 2026, 13:05: Something serious was said or seen, and the questions stopped.",
        "12 May 2026, 13:06: The questions went on. The key was pressed by mistake",
        "12 May 2026, 13:09: The talk was stopped. They want to stop",
    ]


def with_consents(library, **answers):
    whole = told(library, told=answers)
    interview = replace(whole.interview, answers=whole.talk.answers)
    history = {
        id: tuple(
            Given(Answer(value), NOON + timedelta(minutes=at), ROSA.id)
            for at, value in enumerate(dict.fromkeys(("not-yet", answer.value)))
        )
        for id, answer in interview.answers.items()
        if id == "consent"
    }
    form = whole.talk.form
    return replace(whole, interview=interview, consents=consents(form, interview, history))


def test_a_consent_is_printed_with_every_answer_its_points_and_its_words(library):
    whole = with_consents(
        library,
        consent="given",
        consent_words=Answer("Tak, chcę", "pl"),
        points=Answer(("scheme",)),
        referral_language="Polish",
        referral_explained_by="Test Champion",
    )
    form = library.form("welfare-interview")
    lines = list(words(whole))
    at = lines.index(form.consent_title("referral"))

    assert lines[at + 1 : at + 5] == [
        f"{form.option('consent', 'not-yet')}. Written down 12 May 2026, 13:00 by Rosa Example",
        f"{form.option('consent', 'given')}. Written down 12 May 2026, 13:01 by Rosa Example",
        f"Explained by Test Champion, in Polish: {form.option('points', 'scheme')}.",
        "“Tak, chcę”",
    ]
    assert form.consent_title("privacy") not in lines


def test_a_consent_taken_back_says_when_and_in_which_words(library):
    whole = with_consents(library, consent="given")
    taken, _ = whole.interview.withdraw("referral", "No more", NOON + timedelta(days=1), ROSA.id)
    whole = replace(whole, consents=consents(whole.talk.form, taken, {}))

    assert "Taken back 13 May 2026, 13:00: “No more”" in list(words(whole))
    assert CONSENT in headings(whole)


def test_what_was_added_stands_beside_the_answer_it_adds_to(library):
    whole = changed(told(library, told={"account": "He has my card"}), lambda one: one.finish(NOON))
    later = NOON + timedelta(days=2)
    whole = changed(whole, lambda one: one.add("account", "And my passport", later, ROSA.id))
    lines = list(words(whole))

    assert lines.index("He has my card") < lines.index("And my passport")
    assert lines[-1] == ("14 May 2026, 13:00, by Rosa Example. The answer above stands as it was.")
    assert headings(whole)[-1] == ADDED


def test_the_parts_come_in_one_order_turns_lines_consents_answers_additions(library):
    whole = with_consents(library, consent="given", account="He has my card")
    whole = replace(whole, notes=NOTES)
    whole = changed(whole, lambda one: one.turn(Course.DISCLOSURE, NOON, ROSA.id))
    whole = changed(whole, lambda one: one.finish(NOON))
    whole = changed(whole, lambda one: one.add("account", "More", NOON, ROSA.id))
    titles = library.form("welfare-interview").page_title

    assert headings(whole) == [
        *("The welfare interview, W-0001", LINE_BY_LINE, CONSENT),
        *(titles("information"), titles("write-up"), ADDED),
    ]


def test_what_the_interviewer_says_of_themselves_is_no_part_of_it(library):
    whole = told(library, told={"for_next_time": "Quixotic"})

    assert "Quixotic" not in " ".join(words(whole))


@pytest.mark.parametrize("route", ["adult-dtn-anonymous", "adult-dtn-cooperating"])
def test_who_did_not_agree_is_told_of_without_a_word_of_the_talk(library, sample, route):
    whole = replace(with_consents(library, consent="given"), notes=NOTES, route=route)
    whole = replace(whole, referral=replace(whole.referral, answers=sample))
    lines = [line.text for line in compose_referral(fitting(whole)).lines()]

    for words in ("He has my card", "Are cardul meu", CONSENT, LINE_BY_LINE):
        assert words not in lines


def test_the_words_of_a_story_stay_out_of_what_programs_print(library):
    whole = replace(with_consents(library, consent_words="Quixotic"), notes=NOTES)

    assert "card" not in repr(whole.notes)
    assert "Quixotic" not in repr(whole.consents)


def test_what_no_typeface_has_is_given_by_its_number_everywhere_in_the_talk(library):
    said = note(1, LineKind.SAID, "A 🚜", original=Original("🚜!", "pl", "Test 🚜"))
    seen = note(2, LineKind.SEEN, "Another 🚜")
    whole = replace(told(library, said, seen, told={"account": "My 🚜"}), safe_contact=("A 🚜",))
    assert any("🚜" in line for line in words(whole))

    plain = naming(whole, "🚜")
    assert not any("🚜" in line for line in words(plain))
    assert "A [U+1F69C] (13:01, said)" in list(words(plain))
    assert plain.safe_contact == ("A [U+1F69C]",)
    assert len(list(words(plain))) == len(list(words(whole)))


def test_questions_left_out_or_declined_are_named(library):
    whole = replace(told(library), left_unasked=("Would rather not say: How is your health?",))

    assert "Would rather not say: How is your health?" in list(words(whole))


def test_why_a_step_was_left_is_printed_but_not_of_the_one_that_looks_back(library):
    whole = changed(told(library), lambda one: one.pass_gate("plan", (), "In haste", NOON, ROSA.id))
    whole = changed(whole, lambda one: one.pass_gate("evaluate", (), "Upset", NOON, ROSA.id))
    whole = changed(whole, lambda one: one.finish(NOON))
    whole = changed(whole, lambda one: one.add("debrief-with", "Quixotic", NOON, ROSA.id))
    printed = " ".join(words(whole))

    assert "Plan was left with a reason. In haste" in printed
    assert "Upset" not in printed
    assert "Quixotic" not in printed
