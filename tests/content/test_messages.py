import ast
from pathlib import Path

import pytest

from welfare_app.content.library import Library

PROGRAM = Path(__file__).parents[2] / "welfare_app"
ERRORS = {"Refused", "Unavailable", "Tampered"}


def codes_raised():
    """Every code written out where an error is raised, with the file it is in."""
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS and node.args:
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and "." in str(part.value)[1:]:
                        yield str(part.value), path.name


def test_every_code_that_is_raised_has_words_of_its_own(library):
    known = library.codes() | library.codes("findings")

    assert [found for found in codes_raised() if found[0] not in known] == []


@pytest.mark.parametrize("kind", ["interview", "sign", "pack", "evidence", "referral"])
def test_a_record_that_is_not_there_is_named(library, kind):
    assert library.message(f"{kind}.unknown").happened.endswith("is not in the vault.")


def test_every_message_says_what_happened_what_is_safe_and_what_to_do(library):
    for code in library.codes():
        message = library.message(code)
        for sentence in (message.happened, message.safe, message.todo):
            assert 5 < len(sentence) < 130
            assert sentence.endswith(".")


def test_a_fault_in_content_names_the_file_and_the_key(library):
    message = library.message("content.bad-date", file="forms/f.toml", key="checked")

    assert "forms/f.toml" in message.happened
    assert "checked" in message.happened


def test_what_nobody_foresaw_is_our_own_fault(library):
    assert library.message("no.such.code") == library.message("bug")


def test_a_fact_that_was_not_given_is_no_second_failure(library):
    assert "(…)" in library.message("seal.not-ready").happened


@pytest.mark.parametrize(
    "code",
    [
        *("required", "maxlength", "equal", "date", "time", "after", "before", "email", "notUrl"),
        *("internationalPhoneNumber", "numeric", "at-least-one-option-selected"),
        *("maxFileSize", "fileType", "tooMany", "noReason", "nothingSeen"),
    ],
)
def test_every_rule_says_how_to_mend_it_and_where(library, code):
    sentence = library.problem(code, label="Your number", limit=250)

    assert "Your number" in sentence
    assert "{" not in sentence


def test_a_field_may_say_better_how_to_mend_it(library):
    definition = library.form("welfare-interview")

    assert definition.mending("tonight", "required").startswith("Say what was agreed")
    assert definition.mending("first-name", "required") == ""


def test_every_finding_is_one_sentence(library):
    for code in library.codes("findings"):
        assert library.finding(code).endswith(".")


def test_a_finding_nobody_foresaw_still_says_that_the_file_is_not_what_was_sealed(library):
    assert library.finding("seal.odd") == "This file is not what was sealed."


def test_messages_are_found_without_reading_any_form(resources):
    assert Library(resources).message("key.wrong-passphrase").todo.startswith("Check Caps Lock")
