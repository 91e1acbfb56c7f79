"""Two ways through the Home Office form, which must be one.

Their form goes from page to page by forks, and we ask each page by its condition. `forks.json`
holds the forks as their source has them, so that neither way is made from the other.

A page of theirs lets nobody on without a valid answer to its choice, where ours never stops
anyone. So the ways are compared as far as their form would let a person go, which for answers
that stop nobody is to the end. Files are only ever names: no editor of ours gives them a reason
for their absence.
"""

import itertools
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from welfare_app.domain.answers import Gap, Why
from welfare_app.domain.form import asked_pages, fields_of, settled

FORKS = json.loads((Path(__file__).parent / "forks.json").read_text("utf-8"))["pages"]
END = "confirm"
TORTURE = "WELFARE_APP_TORTURE" in os.environ
CHOICES = {
    field: values for page in FORKS.values() for field, values in page.get("must", {}).items()
}
AGE = "pv-under-age"


@pytest.fixture(scope="module")
def form(library):
    return library.form("nrm-referral").form


class Session:
    """What their form remembers on the way: the answers, and what it answers itself (R9)."""

    def __init__(self, answers):
        self.answers = dict(answers)
        self.automatic = False

    def leave(self, page):
        if page == AGE and self.answers[AGE] != "no":
            self.automatic = True
            self.answers["pv-want-to-submit-nrm"] = "yes"
            self.answers.pop("does-pv-need-support", None)

    def stopped(self, page):
        must = FORKS[page].get("must", {})
        return any(self.answers.get(field) not in options for field, options in must.items())

    def holds(self, condition):
        match condition:
            case {"every": parts}:
                return all(self.holds(part) for part in parts)
            case {"set": "automatic-referral"}:
                return self.automatic
            case {"count": field}:
                return len(self.answers.get(field, ())) > 0
            case {"field": field, "is": value}:
                return self.answers.get(field) == value
            case {"field": field, "is-not": value}:
                return self.answers.get(field) != value
        raise AssertionError(condition)

    def after(self, page):
        to = FORKS[page]["next"]
        for fork in FORKS[page].get("forks", ()):
            if self.holds(fork["if"]):
                to = fork["to"]
        return to


def walked(answers):
    """The pages their form shows, and whether it let the person through to the end."""
    session, page, pages = Session(answers), "reference", []
    while page != END:
        pages.append(page)
        if session.stopped(page):
            return pages, False
        session.leave(page)
        page = session.after(page)
    return pages, True


@pytest.fixture(scope="module")
def ours(form):
    """Finds the pages we ask."""
    return lambda answers: [page.id for page in asked_pages(form, settled(form, answers))]


FILES = [(), ("rota.pdf",), ("rota.pdf", "payslip.pdf")]
wrong = st.sampled_from(["", " ", "Yes", "maybe", "true", "uk", "no ", ("yes",), ()]) | st.builds(
    Gap, st.sampled_from(Why), st.just("Would not say")
)
valid = {
    **{field: st.sampled_from(options) for field, options in CHOICES.items()},
    "files": st.sampled_from(FILES),
}
anything = {
    id: right if id == "files" else st.one_of(right, right, right, wrong)
    for id, right in valid.items()
}


def test_nothing_else_decides_which_pages_are_asked(form):
    conditions = [page.shown_when for page in form.pages]
    conditions += [setting.when for field in form.fields() for setting in field.sets]

    assert {field for one in conditions for field in fields_of(one)} == {*CHOICES, "files"}


@settings(max_examples=400, deadline=None)
@given(answers=st.fixed_dictionaries(valid))
def test_answers_that_can_be_given_lead_through_the_same_pages(ours, answers):
    assert walked(answers) == (ours(answers), True)


@settings(max_examples=400, deadline=None)
@given(answers=st.fixed_dictionaries({}, optional=anything))
def test_wrong_answers_and_gaps_lead_no_other_way_for_as_far_as_they_lead(ours, answers):
    theirs, through = walked(answers)
    asked = ours(answers)

    assert asked[: len(theirs)] == theirs
    assert not through or asked == theirs


@pytest.mark.skipif(not TORTURE, reason="every combination there is: make torture")
def test_every_combination_of_answers_leads_through_the_same_pages(ours):
    for values in itertools.product(*CHOICES.values(), FILES[:2]):
        answers = dict(zip((*CHOICES, "files"), values, strict=True))
        assert walked(answers) == (ours(answers), True), answers
