"""Every page of the Home Office form in the window: named, reached by keyboard, and never cut off.

One window is used for all, as a person would see it; a Qt warning on any page fails the test.
"""

from datetime import date
from itertools import pairwise, product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.content.test_nrm_form import load
from tests.ui.pages.aloud import nameless
from welfare_app.content.library import Library
from welfare_app.content.phones import is_phone
from welfare_app.domain.answers import Answer
from welfare_app.domain.checks import Rulebook
from welfare_app.domain.form import asked_pages, settled, shown
from welfare_app.presenters.questions import Asking
from welfare_app.presenters.referral_page import ReferralPageScreen
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.ui.pages.question_page import QuestionPage

ROOT = Path(__file__).parents[3]
LANGUAGES = (("en", "English", False), ("ar", "Arabic", True))
JOURNEYS = ("J01", "J02", "J04", "J07", "J08")
TURNS = [
    {},
    {"authorities-cooperation": "yes"},
    {"still-in-exploitative-situation": "yes", "exploiters-location": "yes"},
    {"where-exploitation-happened": "uk-and-overseas", "reported-to-police": "yes"},
    {"types-of-exploitation-other": "true", "any-other-pvs": "not-sure"},
    {"is-this-the-first-chance-to-report": "yes", "any-other-pvs": "yes"},
    {"pv-phone-number": "yes"},
    {"pv-phone-number": "no"},
]
MOST_STOPS = 80
AS_NARROW_AS_IT_GOES, SMALL_LAPTOP = 100, 1024


@pytest.fixture(scope="module")
def asking():
    library = Library(ROOT / "resources")
    return Asking(library, library.form("nrm-referral"))


@pytest.fixture(scope="module")
def screens(asking):
    """Each page of the form, on as many ways through as it takes to show all its questions."""
    form, definitions = asking.form.form, asking.definitions
    rules = Rulebook(date(2026, 5, 12), definitions.lists, is_phone)
    ways = []
    for name, turn in product(JOURNEYS, TURNS):
        _, data = load(ROOT / "tests" / "content" / "journeys" / f"{name}.json")
        told = {**data, **turn}
        ways.append((told, {page.id for page in asked_pages(form, settled(form, told))}))

    def screen(page, told):
        answers = {id: Answer(value) for id, value in told.items()}
        questions = asking.page(page, answers, rules, show_problems=True)
        title = asking.form.page_title(page.id)
        steps = (RailStep(page.id, title, "now"),)
        return ReferralPageScreen(
            "Referral, pack P-0001",
            title,
            asking.form.page_intro(page.id),
            RailScreen("Step", (RailGroup("", steps),), title),
            questions,
            "",
            "",
        )

    def drawn(page):
        seen = set()
        for told in (told for told, asked in ways if page.id in asked):
            new = {field.id for field in shown(page, settled(form, told))}
            if not seen or new - seen:
                seen |= new
                yield screen(page, told)

    return [(page.id, one) for page in form.pages for one in drawn(page)]


def settle():
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def walk(kit, opened, screens):
    """Shows one page after another in the same window."""
    page = QuestionPage(kit, LANGUAGES)
    page.show_screen(screens[0][1])
    shell = opened(kit, page)
    for id, screen in screens:
        page.show_screen(screen)
        settle()
        yield id, page, shell


def stops(qtbot, page):
    """Where Tab stops on the page, beginning at its first question."""
    page.first.focus_editor()
    found = []
    while (here := QApplication.focusWidget()) not in found and len(found) < MOST_STOPS:
        found.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return found


def inputs(page):
    """The places where an answer is given, in the order of the questions."""
    return [box for editor in page._questions.editors for box in editor.boxes()]


def reached(box, stops):
    """When Tab came to an input, or into it, or never."""
    return next((at for at, one in enumerate(stops) if one is box or box.isAncestorOf(one)), -1)


def cut_off(page):
    """What is wider than its place, or stands out at the sides of the window."""
    if page.window().minimumSizeHint().width() > page.window().width():
        yield "the window"
    area = page.parentWidget()
    while not isinstance(area, QScrollArea):
        area = area.parentWidget()
    port = area.viewport()
    for part in [page, *page.findChildren(QWidget)]:
        if part.isVisibleTo(port):
            left = part.mapTo(port, QPoint(0, 0)).x()
            if left < 0 or left + part.width() > port.width():
                yield f"{type(part).__name__} at {left} to {left + part.width()}"
            if part.width() < part.minimumSizeHint().width():
                yield f"{type(part).__name__} squeezed to {part.width()}"
    if area.widget().minimumSizeHint().width() > port.width():
        yield "the page"


def test_every_page_of_the_form_is_drawn(asking, screens):
    assert len({id for id, _ in screens}) == 62
    assert {one.id for _, screen in screens for one in screen.questions} == {
        field.id for page in asking.form.form.pages for field in page.fields
    }


def test_every_input_says_what_it_is_and_tab_comes_to_it_in_order(qtbot, kit, opened, screens):
    faults = []
    for id, page, shell in walk(kit, opened, screens):
        faults += [(id, "nameless", one) for one in nameless(shell)]
        if page.first is None:
            continue
        visited = stops(qtbot, page)
        order = [reached(box, visited) for box in inputs(page)]
        if -1 in order:
            faults.append((id, "not reached", order))
        if any(later <= sooner for sooner, later in pairwise(order)):
            faults.append((id, "out of order", order))

    assert faults == []


@pytest.mark.parametrize("width", [1280, AS_NARROW_AS_IT_GOES])
def test_nothing_is_cut_off_sideways_at_twice_the_text(large, opened, screens, width):
    opened_at = lambda kit, page: opened(kit, page, width)  # noqa: E731
    faults = []
    for id, page, shell in walk(large, opened_at, screens):
        assert shell.width() == width or width < shell.width() <= SMALL_LAPTOP
        faults += [(id, fault) for fault in cut_off(page)]

    assert faults == []
