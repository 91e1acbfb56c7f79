"""The referral at its largest: page to page, judged whole, and a town found key by key.

Each stands beside the same work without our engine: the same editors bare, a loop over
dictionaries, a plain scan of the list.
"""

import json
import time
import tomllib
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.benchmarks.timing import ratio, turn_about
from tests.presenters.conftest import (  # noqa: F401 - fixtures are found by name
    case,
    heard,
    identity,
    played,
    still_clock,
    tools,
)
from tests.ui.kit.conftest import kit, opened, source  # noqa: F401
from welfare_app.content.library import Library
from welfare_app.content.phones import is_phone
from welfare_app.domain.answers import Answer
from welfare_app.domain.checks import Rulebook, Upload, problems
from welfare_app.domain.form import Kind, asked_pages, route, settled
from welfare_app.presenters.questions import Asking
from welfare_app.presenters.referral_page import ReferralPagePresenter
from welfare_app.services.desk import REFERRAL
from welfare_app.ui.editors.finder import MOST, finder
from welfare_app.ui.pages.question_page import QuestionPage

ROOT = Path(__file__).parents[2]
SENTENCE = "They kept my passport and said it was safer that way. Nobody was paid until the end.\n"
FULL = (SENTENCE * 400)[:14_825]
"""With its line ends counted twice, as much as a box takes."""
LINE = FULL.replace("\n", " ")
WALKS, TIMES = 7, 300
CHOSEN = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.YES_NO_UNSURE, Kind.TICK})


@pytest.fixture
def fullest(case):  # noqa: F811
    """The sample referral with every box of every page filled to its limit."""
    for field in case.desk.definitions.form(REFERRAL).form.fields():
        if field.kind in {Kind.TEXT, Kind.LONG_TEXT}:
            text = FULL if field.kind is Kind.LONG_TEXT else LINE[: field.limit]
            case.desk.referrals.answer(case.referral, field.id, Answer(text))
    return case


class BarePage:
    """The editors Qt itself has for the same questions, one under another in a window."""

    def __init__(self, qtbot):
        self.area = QScrollArea()
        qtbot.addWidget(self.area)
        self.area.setWidgetResizable(True)
        self.area.resize(1280, 800)
        self.area.show()

    def show_questions(self, questions):
        inside = QWidget()
        box = QVBoxLayout(inside)
        for question in questions:
            box.addWidget(QLabel(question.label))
            text = question.value if isinstance(question.value, str) else ""
            if question.kind is Kind.LONG_TEXT:
                box.addWidget(QPlainTextEdit(text))
            elif question.kind in CHOSEN:
                for option in question.options:
                    box.addWidget(QRadioButton(option.label))
            else:
                box.addWidget(QLineEdit(text))
        self.area.setWidget(inside)


def painted():
    """Until all that was asked for is on the screen, and what went from it is gone."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def spent(work):
    began = time.perf_counter()
    work()
    painted()
    return time.perf_counter() - began


def test_page_to_page_with_every_box_full(qtbot, fullest, kit, opened, capsys):  # noqa: F811
    desk = fullest.desk
    words = desk.definitions.form(REFERRAL)
    asking = Asking(desk.definitions, words)
    page = QuestionPage(kit)
    presenter = ReferralPagePresenter(
        page,
        fullest.referral,
        "what-is-their-background",
        words,
        asking,
        desk.referrals,
        desk.evidence,
        lambda _: None,
    )
    presenter.begin()
    opened(kit, page)
    bare = BarePage(qtbot)
    answers = desk.referrals.get(fullest.referral).answers
    rules = desk.referrals.rules.today(())
    final = settled(words.form, {id: answer.value for id, answer in answers.items()})
    ours, plain, slowest = [], [], (0.0, "")
    for _ in range(WALKS):
        for asked in asked_pages(words.form, final):
            took = spent(partial(presenter.look_at, asked.id))
            slowest = max(slowest, (took, asked.id))
            questions = asking.page(asked, answers, rules, show_problems=False)
            plain.append(spent(partial(bare.show_questions, questions)))
            ours.append(took)

    fast = sorted(ours)[int(len(ours) * 0.95)] * 1000
    with capsys.disabled():
        print(f"\npage to page, every box full: {ratio(ours, plain)} (aim 50 ms)")
        print(f"  95 of 100 within {fast:.1f} ms, slowest {slowest[0] * 1000:.1f} ({slowest[1]})")
    assert len(ours) == WALKS * len(asked_pages(words.form, final))


def bare_check(pages, fields, answers, lists):
    """The same look-ups with nothing round them: each page, its condition, each answer."""
    wrong = []
    for page in pages:
        condition = page.get("shown-when", {})
        if "is" in condition and answers.get(condition["field"]) not in condition["is"]:
            continue
        for id in page["fields"]:
            field, value = fields[id], answers.get(id)
            if not value:
                if field.get("required"):
                    wrong.append((id, "required"))
            elif "options" in field:
                if value not in field["options"]:
                    wrong.append((id, "equal"))
            elif "list" in field:
                if value not in lists[field["list"]]:
                    wrong.append((id, "equal"))
            elif len(value) > 15_000:
                wrong.append((id, "maxlength"))
    return wrong


@pytest.mark.parametrize("boxes", ["as they are", "full"])
def test_a_whole_case_is_routed_and_checked(capsys, boxes):
    library = Library(ROOT / "resources")
    form = library.form(REFERRAL).form
    case = json.loads((ROOT / "tests/content/journeys/J07.json").read_text("utf-8"))["data"]  # noqa: F811
    uploads = tuple(Upload(one["name"], one["size"], one["mimetype"]) for one in case["files"])
    answers = {id: tuple(one) if isinstance(one, list) else one for id, one in case.items()}
    answers["files"] = tuple(one.name for one in uploads)
    if boxes == "full":
        long = {field.id for field in form.fields() if field.kind is Kind.LONG_TEXT}
        answers |= dict.fromkeys(long & answers.keys(), FULL)
    rules = Rulebook(date(2026, 5, 12), library.lists, is_phone, uploads)
    raw = tomllib.loads((ROOT / "resources/forms/nrm-referral.toml").read_text("utf-8"))
    found = problems(form, answers, rules)

    def ours():
        route(form, settled(form, answers))
        problems(form, answers, rules)

    def bare():
        bare_check(raw["page"], raw["field"], answers, library.lists)

    line = turn_about(ours, bare, TIMES)
    with capsys.disabled():
        print(f"\nroute and check of a full case, boxes {boxes}: {line} (aim 5 ms)")
    assert found == ()


def test_a_town_is_found_at_every_key(library_towns, capsys):
    ready = finder(library_towns)
    keys = [town[:end] for town in library_towns[::40] for end in range(1, len(town) + 1)]
    next_ours, next_bare = cycle(keys), cycle(keys)

    def ours():
        ready.find(next(next_ours))

    def bare():
        wanted = next(next_bare).lower()
        [town for town in library_towns if wanted in town.lower()][:MOST]

    line = turn_about(ours, bare, len(keys))
    slowest = max(spent_on(ready, key) for key in keys) * 1000
    with capsys.disabled():
        print(f"\na key over {len(library_towns)} towns: {line} (aim 16 ms)")
        print(f"  slowest key {slowest:.2f} ms")
    assert ready.find("spald") == ["Spalding"]


def spent_on(ready, key):
    began = time.perf_counter()
    ready.find(key)
    return time.perf_counter() - began


@pytest.fixture(scope="module")
def library_towns():
    return Library(ROOT / "resources").list("towns")
