"""Signs at every key and every line: a search, an assessment of everything, suggestions."""

import statistics
import time
from datetime import timedelta
from itertools import cycle

import pytest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.timing import turn_about
from tests.domain.conftest import RESOURCES
from tests.factories import NOON
from tests.presenters.conftest import (  # noqa: F401 - fixtures are found by name
    desk,
    heard,
    identity,
    still_clock,
    tools,
    went,
)
from tests.ui.kit.conftest import kit, opened, source  # noqa: F401
from welfare_app.content.library import Library
from welfare_app.domain.assessment import assess
from welfare_app.domain.sign import Known
from welfare_app.domain.suggesting import Source, Suggester
from welfare_app.presenters.groupings import ALL, ELEVEN, lines
from welfare_app.presenters.places import AtSigns
from welfare_app.presenters.profiles import ADULT
from welfare_app.presenters.signs import SignsPresenter
from welfare_app.services.desk import INTERVIEW
from welfare_app.ui.pages.signs_page import SignsPage

NOTES, TIMES = 300, 60
KEYS = ("p", "pa", "pap", "pape", "paper", "papers", "papers k", "k", "debt", "who", "a b", "zz")


@pytest.fixture(scope="module")
def library():
    return Library(RESOURCES)


def middle(work):
    """The median of many turns, in milliseconds."""
    spent = []
    for _ in range(TIMES):
        began = time.perf_counter()
        work()
        spent.append(time.perf_counter() - began)
    return statistics.median(spent) * 1000


@pytest.mark.parametrize("grouping", [ALL, ELEVEN])
def test_a_key_in_the_search(desk, kit, opened, went, capsys, grouping):  # noqa: F811
    talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    page = SignsPage(kit)
    presenter = SignsPresenter(
        page,
        AtSigns(talk.id),
        desk.definitions.catalogue(),
        desk.definitions.form(INTERVIEW),
        desk.interviews,
        desk.signs,
        desk.definitions,
        went.append,
    )
    page.searched.connect(presenter.search)
    presenter.begin()
    presenter.group(grouping)
    opened(kit, page)
    found = lines(desk.definitions.catalogue(), grouping, ADULT)
    phrases = [line.phrase.casefold() for line in found]
    keys, again = cycle(KEYS), cycle(KEYS)

    def ours() -> None:
        page._search.setText(next(keys))
        QApplication.processEvents()

    def bare() -> None:
        key = next(again)
        [phrase for phrase in phrases if key in phrase]

    line = turn_about(ours, bare, TIMES * len(KEYS))
    with capsys.disabled():
        print(f"\na key in the search, {grouping}, found and painted: {line} (aim 16)")
    presenter.search("papers")
    assert page._list.line is not None


def test_an_assessment_of_every_indicator(library, capsys):
    catalogue, rule = library.catalogue().catalogue, library.assessment()
    every = [one.id for one in catalogue.indicators]

    spent = middle(lambda: assess(rule, catalogue, ADULT, every))

    with capsys.disabled():
        print(f"\nassessment of {len(every)} indicators: {spent:.3f} ms (aim 2)")
    assert assess(rule, catalogue, ADULT, every).pattern == "act-means-purpose"


def test_suggestions_from_a_long_talk_and_from_one_more_line(library, capsys):
    prompts = library.prompts()
    suggester = Suggester(prompts)
    said = [prompt.example for prompt in prompts if prompt.example]
    notes = [
        Source(
            f"note-{at}",
            f"{said[at % len(said)]} {said[at * 7 % len(said)]}",
            (Known.SAID, Known.SEEN)[at % 2],
            NOON + timedelta(minutes=at),
        )
        for at in range(NOTES)
    ]

    whole = middle(lambda: suggester.suggest(notes))
    one = middle(lambda: suggester.suggest(notes[:1]))
    made = middle(lambda: Suggester(prompts))

    with capsys.disabled():
        print(f"\nsuggestions from {NOTES} notes: {whole:.1f} ms (aim 50)")
        print(f"from one more line: {one:.3f} ms (aim 1); made ready once in {made:.1f} ms")
    assert len(suggester.suggest(notes)) > NOTES / 2
