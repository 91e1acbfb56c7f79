"""What the Home Office form does to text, rule by rule (R36 to R43)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_app.content.phones import is_phone
from welfare_app.domain.text_rules import (
    around,
    changes,
    length,
    looks_like_email,
    looks_like_web,
    rewritten,
    sent_as,
    tidied,
    visible,
)


@given(st.text().filter(lambda text: "\r" not in text))
def test_a_letter_counts_as_the_form_counts_it(text):
    assert length(text) == sum(2 if letter > "\uffff" or letter == "\n" else 1 for letter in text)


@given(st.text().filter(lambda text: "\r" not in text))
def test_it_does_not_matter_which_laptop_a_line_was_broken_on(text):
    assert length(text.replace("\n", "\r\n")) == length(text)
    assert length(text.replace("\n", "\r")) == length(text)


@pytest.mark.parametrize(
    ("text", "counted"),
    [("", 0), ("word", 4), ("słowo", 5), ("🙂", 2), ("a\nb", 4), ("নাম", 3), ("\ud800", 1)],
)
def test_what_people_write_has_the_length_the_form_gives_it(text, counted):
    assert length(text) == counted


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Spalding  ", "Spalding"),
        ("Monday – Friday", "Monday - Friday"),
        ("2020—2024", "2020-2024"),
        ("wait --- then", "wait - then"),
        ("minus −5", "minus −5"),
        ("\ufeff Spalding\u00a0", "Spalding"),
        ("one\u2028two", "one two"),
        ("nine   men\tone\nroom", "nine men one room"),
        ("   ", ""),
    ],
)
def test_one_line_is_tidied_as_the_form_tidies_it(typed, kept):
    assert tidied(typed, one_line=True) == kept


def test_the_lines_of_a_long_answer_are_left_as_they_were_written():
    assert tidied(" One day.\n\nThen  nights. ", one_line=False) == "One day.\n\nThen  nights."


@given(st.text(), st.booleans())
def test_tidying_twice_changes_nothing_more(text, one_line):
    once = tidied(text, one_line=one_line)

    assert tidied(once, one_line=one_line) == once


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("van | driver", "van - driver"),
        ("/* note */", "- note -"),
        ("&#39;", "-39;"),
        ("him && her", "him & her"),
        ("test@@example", "test@example"),
        ("50%Uncle", "50-ncle"),
        ("<boss>", "<-boss>-"),
        ("[sic]", "[-sic]-"),
        ("<< [[ ]] >> ~~", "<- [- ]- >- ~-"),
        ("<-back", "<-back"),
        ("&&#", "-"),
        ("C:\\van", "-van"),
        ("~1,400", "~-1,400"),
        ("Paid 12.50 an hour; he said so.", "Paid 12.50 an hour; he said so."),
    ],
)
def test_what_the_form_will_silently_rewrite_is_known_beforehand(written, sent):
    assert rewritten(written) == sent


@pytest.mark.parametrize(
    "text",
    [
        *("www.example.org", "see example.org now", "He phoned.he said", "then...he left"),
        *("a@bc.uk", "He phoned.heł"),
    ],
)
def test_text_the_form_takes_for_a_web_address_is_known(text):
    assert looks_like_web(text)


@pytest.mark.parametrize(
    "text",
    ["He phoned. He said so.", "At 10.30 he left.", "Paid 12.50 an hour", "Mr.Brown", "wait..."],
)
def test_plain_sentences_are_not_taken_for_web_addresses(text):
    assert not looks_like_web(text)


@pytest.mark.parametrize(
    "address",
    ["test.one@example.org", "a@b.co", f"{'x' * 64}@example.org", "o'neil+1@a-b.example.org"],
)
def test_an_ordinary_address_is_an_email_address(address):
    assert looks_like_email(address)


@pytest.mark.parametrize(
    "address",
    [
        *("", "test", "test@example", "@example.org", "test@.org", "test@example..org"),
        *("one two@example.org", "one@two@example.org", "test@example.org ", "test@example."),
        *("Ünal@example.org", "test@example.o", ".test@example.org", "te..st@example.org"),
        *("test@-example.org", "test@example.123", f"test@{'x' * 64}.org", "(x)@example.org"),
        f"{'x' * 65}@example.org",
    ],
)
def test_a_mistyped_address_is_no_email_address(address):
    assert not looks_like_email(address)


@pytest.mark.parametrize(
    "number",
    ["0113 496 0101", "0114 496 0201", "+44 116 496 0999", "020 7946 0123", "+40 21 312 3456"],
)
def test_a_number_someone_could_hold_is_a_telephone_number(number):
    assert is_phone(number)


@pytest.mark.parametrize(
    "number",
    ["07700 900123", "01632 960123", "0115 496 0123", "12345", "ask the driver", "", "+"],
)
def test_a_number_the_form_refuses_is_refused_here_too(number):
    assert not is_phone(number)


def applied(text, found):
    """The text with each change made in its place."""
    for one in reversed(found):
        assert text[one.start : one.end] == one.was
        text = text[: one.start] + one.becomes + text[one.end :]
    return text


@given(text=st.text("-–—<>[]~|&@#%/*.U c:\\\n\t\u00a0\u3000é\ud800"), one_line=st.booleans())
def test_the_changes_lead_from_what_was_written_to_what_arrives(text, one_line):
    assert applied(text, changes(text, one_line=one_line)) == sent_as(text, one_line=one_line)


def test_each_change_says_where_it_is_and_what_was_there():
    found = changes("pay 20–40 <cash>", one_line=False)

    assert [(one.start, one.was, one.becomes) for one in found] == [
        (6, "–", "-"),
        (10, "<", "<-"),
        (15, ">", ">-"),
    ]


def test_a_change_of_white_space_alone_is_one_nobody_would_see():
    assert [one.seen for one in changes("  two  spaces ", one_line=True)] == [False] * 3
    assert changes("two spaces", one_line=True) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Anna\u202egpj.exe", "Anna⟨U+202E⟩gpj.exe"),
        ("a\u200bb\ufeffc\u00add", "a⟨U+200B⟩b⟨U+FEFF⟩c⟨U+00AD⟩d"),
        ("half \ud83d\ude00", "half ⟨U+D83D⟩⟨U+DE00⟩"),
        ("bell\x07 and\x1b[31m", "bell⟨U+0007⟩ and⟨U+001B⟩[31m"),
        ("می\u200cخواهم \u0915\u094d\u200d", "می\u200cخواهم \u0915\u094d\u200d"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("a name\u3164", "a name⟨U+3164⟩"),
    ],
)
def test_what_could_hide_or_disguise_is_shown_and_spelling_is_left_alone(text, shown):
    assert visible(text) == shown


@given(text=st.text())
def test_nothing_unseen_is_left_in_what_is_shown_and_showing_it_again_changes_nothing(text):
    shown = visible(text)

    assert visible(shown) == shown
    shown.encode()


def test_a_place_is_cut_between_words():
    text = "the driver told him that the bus was paid for"
    first, last = around(text, 16, 19, 10)

    assert text[first:last] == "told him that the"
