"""Two versions of a form, and every difference between them."""

from dataclasses import replace

import pytest

from tests.factories import field, form
from welfare_app.domain.form import Is, Kind, Setting
from welfare_app.domain.form_changes import Change, Changed, changed

TEA = field("tea", Kind.CHOICE, options=("green", "black"))
MILK = field("milk", Kind.LONG_TEXT)
BLACK = Is("tea", ("black",))


def differences(before, after):
    return changed(form(TEA, before), form(TEA, after))


def test_the_same_form_has_no_changes(nrm):
    assert changed(nrm.form, nrm.form) == ()


@pytest.mark.parametrize(
    ("after", "change"),
    [
        (replace(MILK, kind=Kind.TEXT), Change.KIND),
        (replace(MILK, limit=100), Change.LIMIT),
        (replace(MILK, required=True), Change.RULES),
        (replace(MILK, no_web_text=True), Change.RULES),
        (replace(MILK, theirs=True), Change.RULES),
        (replace(MILK, shown_when=BLACK), Change.WHEN),
        (replace(MILK, sets=(Setting("a drop", BLACK),)), Change.WHEN),
    ],
)
def test_each_thing_that_is_otherwise_about_a_question_is_named(after, change):
    assert differences(MILK, after) == (Changed("milk", change),)


def test_several_things_about_one_question_are_each_named():
    after = replace(MILK, limit=100, required=True)

    assert [one.change for one in differences(MILK, after)] == [Change.LIMIT, Change.RULES]


def test_other_answers_to_choose_from_are_named():
    more = replace(TEA, options=("green", "black", "white"))

    assert changed(form(TEA), form(more)) == (Changed("tea", Change.OPTIONS),)


def test_what_is_new_stands_in_its_order_and_what_is_gone_at_the_end():
    found = changed(form(MILK, TEA), form(field("cup"), TEA))

    assert found == (Changed("cup", Change.NEW), Changed("milk", Change.GONE))


def test_a_page_asked_in_other_cases_changes_when_its_questions_are_asked():
    before = form(TEA, MILK)
    page = replace(before.pages[0], shown_when=BLACK, at_least_one=("milk",))
    found = changed(before, replace(before, pages=(page,)))

    assert Changed("tea", Change.WHEN) in found
    assert Changed("milk", Change.RULES) in found
