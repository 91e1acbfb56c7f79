"""A talk of two hours: a key in the composer, a line kept, the lines drawn, the step opened."""

import statistics
import time
from itertools import count, cycle

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2 as cipher

from tests.benchmarks.timing import turn_about
from tests.conftest import KEY
from tests.presenters.conftest import (  # noqa: F401 - fixtures are found by name
    desk,
    heard,
    identity,
    still_clock,
    tools,
    went,
)
from tests.ui.kit.conftest import kit, opened, source  # noqa: F401
from welfare_app.domain.notes import LineKind
from welfare_app.presenters.notes import NotesPresenter
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.take_notes import Heard
from welfare_app.ui.pages.notes_page import NotesPage

LINES, LONG = 300, 334
KEYS, KEPT, OPENED = 120, 40, 15
LETTERS = "he says i owe him for the trip "
SAID = (
    "The house boss has my passport and my bank card. He says it is safer with him. "
    "Every day a white van takes us and every night it brings us back to the same house. "
)
KINDS = (LineKind.SAID, LineKind.ASKED, LineKind.SAID, LineKind.SEEN, LineKind.NOTE)


@pytest.fixture
def talk(desk):  # noqa: F811
    """A talk of 300 lines and more than 100,000 characters."""
    interview = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    kinds = cycle(KINDS)
    for at in range(LINES):
        words = f"{at} {SAID * 5}"[:LONG]
        desk.notes.keep(interview.id, Heard(next(kinds), words), "free-recall")
    assert sum(len(one.words) for one in desk.notes.of(interview.id)) > 100_000
    return interview


@pytest.fixture
def page(desk, kit, opened, went, talk):  # noqa: F811
    """The step it is written down on, open in a window."""
    page, presenter = step(desk, kit, talk, went)
    opened(kit, page)
    page.presenter = presenter
    return page


def step(desk, kit, talk, went):  # noqa: F811
    page = NotesPage(kit)
    words = desk.definitions.form(INTERVIEW)
    presenter = NotesPresenter(page, talk.id, "free-recall", desk, words, went.append)
    page.line_kept.connect(presenter.keep)
    page.drafted.connect(presenter.keep_draft)
    presenter.begin()
    return page, presenter


def painted() -> None:
    """Wait for all that was asked to be drawn."""
    for _ in range(3):
        QApplication.processEvents()


def middle(work, times: int) -> tuple[float, float]:
    """The median and the longest of many turns, in milliseconds."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spent.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent), max(spent)


def test_a_key_in_the_composer(page, capsys):
    letters = cycle(LETTERS)
    window = page.window().windowHandle()

    def key() -> None:
        QTest.keyClick(window, next(letters))
        painted()

    half, longest = middle(key, KEYS)

    with capsys.disabled():
        print(f"\na key in the composer, painted: {half:.2f} ms, longest {longest:.1f} (aim 16)")
    assert len(page._composer.area.toPlainText()) == KEYS
    page.report_all()


def test_a_line_is_kept_beside_three_hundred(desk, talk, tmp_path, capsys):  # noqa: F811
    turns, again = count(), count()

    def ours() -> None:
        desk.notes.keep(talk.id, Heard(LineKind.SAID, f"{SAID * 2}{next(turns)}"), "free-recall")

    connection = cipher.connect(str(tmp_path / "bare.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, talk TEXT, body TEXT)")

    def bare() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO line (talk, body) VALUES (?, ?)", ("t", f"{SAID * 2}{next(again)}")
        )
        connection.execute("COMMIT")

    line = turn_about(ours, bare, KEPT * 5)
    connection.close()
    with capsys.disabled():
        print(f"\none line kept, {LINES} there: {line}")
    assert len(desk.notes.of(talk.id)) == LINES + KEPT * 5


def test_a_line_is_kept_and_drawn(page, desk, talk, capsys):  # noqa: F811
    window = page.window().windowHandle()
    numbers = count()

    def line() -> None:
        page._composer.area.setPlainText(f"{SAID}{next(numbers)}")
        QTest.keyClick(window, Qt.Key.Key_Return)
        painted()

    half, longest = middle(line, KEPT)

    with capsys.disabled():
        print(f"\nEnter, line kept, all painted: {half:.1f} ms, longest {longest:.1f} (aim 50)")
    assert len(desk.notes.of(talk.id)) == LINES + KEPT


def test_the_step_is_drawn_again(page, capsys):
    half, longest = middle(page.presenter.draw, OPENED)

    with capsys.disabled():
        print(f"\nthe step drawn again, nothing new: {half:.1f} ms, longest {longest:.1f}")
    assert page._stream._rows.rowCount() == LINES


def test_the_step_is_opened(desk, kit, opened, went, talk, capsys):  # noqa: F811
    shell = opened(kit, step(desk, kit, talk, went)[0])
    kept = []

    def enter() -> None:
        page, presenter = step(desk, kit, talk, went)
        kept.append(presenter)
        shell.show_page(page)
        painted()

    half, longest = middle(enter, OPENED)

    with capsys.disabled():
        print(f"\nthe step opened, {LINES} lines: {half:.0f} ms, longest {longest:.0f} (aim 150)")
    assert shell.page._stream._rows.rowCount() == LINES
