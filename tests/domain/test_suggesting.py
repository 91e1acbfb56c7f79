"""Perhaps a sign: what calls an indicator to mind, with the very words that did."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.factories import NOON
from welfare_app.domain.sign import Known
from welfare_app.domain.suggesting import Given, Prompt, Source, Suggester

PAPERS, DEBT, FEAR = "DEL-CD-DOCUMENTS", "DEL-CD-DEBT", "UK-GEN-FEAR"
SAID, SEEN = frozenset({Known.SAID}), frozenset({Known.SEEN})

SUGGESTER = Suggester(
    (
        Prompt(
            PAPERS,
            SAID,
            ((("he", "boss*"), ("keep*", "kept"), ("passport*",)), (("papers",), ("locked",))),
            unless=("nobody",),
        ),
        Prompt(DEBT, SAID, ((("debt*", "dlug*"),),)),
        Prompt(FEAR, SEEN, ((("trembl*",),),), given=(Given("danger-now", ("yes",)),)),
    )
)


def line(words, key="note-1", known=Known.SAID, at=None):
    return Source(key, words, known, at)


def suggest(*sources, **more):
    return SUGGESTER.suggest(sources, **more)


def indicators(*sources, **more):
    return [one.indicator for one in suggest(*sources, **more)]


def test_a_suggestion_shows_the_sentence_and_the_very_words_that_prompted_it():
    [found] = suggest(line("I came in May. My boss keeps all our passports. I am tired."))

    assert found.indicator == PAPERS
    assert found.sentence == "My boss keeps all our passports."
    assert [found.sentence[a:b] for a, b in found.marks] == ["boss", "keeps", "passports"]


def test_all_the_words_must_stand_in_one_sentence():
    assert indicators(line("He keeps chickens. My passport is new.")) == []
    assert indicators(line("He keeps chickens\nmy passport is new")) == []


def test_words_stand_in_any_order_and_with_any_ending_that_was_allowed():
    assert indicators(line("The passports? No: kept by him, he said")) == []
    assert indicators(line("My passport is kept, he has it")) == [PAPERS]
    assert indicators(line("My passport is keepsake to he")) == [PAPERS]


def test_words_are_whole_words():
    assert indicators(line("The bookkeeper has he passport")) == []
    assert indicators(line("indebted")) == []


@pytest.mark.parametrize("words", ["DEBT", "Débts", "debt’s"])
def test_neither_case_nor_accents_nor_apostrophes_stand_in_the_way(words):
    assert indicators(line(words)) == [DEBT]


def test_a_word_that_silences_a_sentence_leaves_the_others_alone():
    assert indicators(line("Nobody keeps my passport, he is kind")) == []
    assert indicators(line("Nobody knows. He kept my passport.")) == [PAPERS]


def test_what_was_seen_is_not_prompted_by_what_was_said():
    assert indicators(line("trembling")) == []
    assert indicators(line("trembling", known=Known.SEEN)) == [FEAR]
    assert indicators(line("a debt", known=Known.SEEN)) == []


def test_what_someone_only_thinks_prompts_nothing():
    words = "I think he keeps the passport, and trembling over a debt"

    assert indicators(line(words, known=Known.VIEW)) == []


def test_a_fixed_answer_prompts_with_the_whole_of_how_it_reads():
    [found] = suggest(
        Source("danger-now", "Is anyone in danger now? Yes", Known.VIEW, option="yes")
    )

    assert (found.indicator, found.sentence) == (FEAR, "Is anyone in danger now? Yes")
    assert found.marks == ((0, len(found.sentence)),)
    assert indicators(Source("danger-now", "No", Known.VIEW, option="no")) == []
    assert indicators(Source("safe-tonight", "Yes", Known.VIEW, option="yes")) == []


def test_the_newest_source_comes_first_and_answers_without_a_time_come_last():
    old, new = NOON, NOON + timedelta(minutes=5)
    found = suggest(
        line("a debt", "answer"), line("a debt", "old", at=old), line("a debt", "new", at=new)
    )

    assert [one.source.key for one in found] == ["new", "old", "answer"]


def test_each_source_is_suggested_once_for_an_indicator():
    assert indicators(line("A debt. The same debt. Debts.")) == [DEBT]


def test_the_most_particular_of_a_source_comes_first():
    assert indicators(line("The debt. He keeps the passport.")) == [PAPERS, DEBT]


def test_what_was_decided_of_this_source_is_not_offered_again():
    here, there = line("a debt", "here"), line("a debt", "there")

    found = suggest(here, there, decided={(DEBT, "here")})

    assert [one.source.key for one in found] == ["there"]


def test_what_stands_as_a_sign_is_not_offered():
    assert indicators(line("a debt, and he kept the passport"), standing={DEBT}) == [PAPERS]


def test_one_word_cannot_fill_two_places():
    twice = Suggester((Prompt(DEBT, SAID, ((("pay*",), ("pay", "wages")),)),))

    assert twice.suggest([line("pay")]) == ()
    assert len(twice.suggest([line("they pay wages")])) == 1


def test_the_words_of_a_worker_stay_out_of_what_is_printed_in_a_log():
    assert "canary" not in repr(suggest(line("canary debt")))


@given(some.text())
def test_no_words_are_too_odd_to_listen_to(words):
    for found in suggest(line(words), line(words, "seen", Known.SEEN)):
        assert found.sentence in words
        assert all(0 <= a < b <= len(found.sentence) for a, b in found.marks)
