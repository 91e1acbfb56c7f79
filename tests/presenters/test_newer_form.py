"""A newer form in words: when it was read, and what it asks otherwise."""

from dataclasses import replace

from welfare_app.presenters.newer_form import newer_form
from welfare_app.services.desk import REFERRAL
from welfare_app.services.prepare_referral import Moving


def moved(tools, **limits):
    """The real form, and one read later with other limits."""
    before = tools.definitions.form(REFERRAL)
    pages = tuple(
        replace(
            page,
            fields=tuple(
                replace(one, limit=limits[one.id]) if one.id in limits else one
                for one in page.fields
            ),
        )
        for page in before.form.pages
    )
    form = replace(before.form, version=2, checked="2027-02-03", pages=pages)
    return Moving(before, replace(before, form=form))


def test_each_change_is_a_question_and_what_is_otherwise(tools):
    words = tools.definitions.form(REFERRAL)
    newer = newer_form(moved(tools, family=5000, education=None))

    assert newer.title == "A newer form was read on 3 February 2027: what changed"
    assert newer.lines == (
        (words.label("family"), "Now up to 5,000 characters"),
        (words.label("education"), "Now of any length"),
    )


def test_a_question_that_is_gone_keeps_the_words_it_had(tools):
    moving = moved(tools)
    form = moving.after.form
    pages = tuple(
        replace(page, fields=tuple(one for one in page.fields if one.id != "family"))
        for page in form.pages
    )
    newer = newer_form(
        replace(moving, after=replace(moving.after, form=replace(form, pages=pages)))
    )

    assert newer.lines == (
        (moving.before.label("family"), "No longer asked. What you wrote is kept, and not sent"),
    )


def test_a_form_that_only_reads_otherwise_says_so(tools):
    assert newer_form(moved(tools)).lines[0][0] == "Nothing that is asked"


def test_where_there_is_no_newer_form_nothing_is_said():
    assert newer_form(None) is None
