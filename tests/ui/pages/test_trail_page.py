from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless
from tests.ui.pages.samples_everyday import PERSON
from tests.ui.pages.samples_trail import (
    BAD_DAYS,
    CHECKING,
    ENTRY,
    LENGTH,
    SCREEN,
    SOUND,
    TAMPERED,
    ManyRows,
)
from welfare_app.presenters.trail_asking import BETWEEN, EVERYONE, Wanted
from welfare_app.ui.pages.trail_page import TrailPage


class Paper:
    """A printer that keeps what it is given."""

    def __init__(self):
        self.printed = []

    def print(self, _parent, pdf):
        self.printed.append(pdf)
        return True


@pytest.fixture
def made(opened):
    def make(kit, rows=None, **more):
        rows, paper = rows or ManyRows(), Paper()
        page = TrailPage(kit, PERSON, rows, paper, lambda _p, _t, name, _f: Path(name), **more)
        page.rows, page.paper = rows, paper
        page.show_screen(SOUND)
        page.show_rows()
        page.shell = opened(kit, page)
        return page

    return make


@pytest.fixture
def page(kit, made):
    return made(kit)


def pressed(qtbot, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def said(page):
    return [name for _, name, _ in heard(page.shell)]


def test_a_long_trail_is_read_only_as_far_as_it_is_seen(page):
    assert page._model.rowCount() == LENGTH
    assert 0 < page.rows.read <= 256


def test_the_arrows_lead_down_the_list_and_the_entry_stands_beside(qtbot, page):
    with qtbot.waitSignal(page.looked) as looked:
        pressed(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert looked.args == [LENGTH - 2]

    page.show_entry(ENTRY)
    settle(qtbot)
    assert ENTRY.sentence in said(page)
    assert "It never says what anyone answered." in said(page)


def test_holding_an_arrow_down_reads_only_where_it_comes_to_rest(qtbot, page):
    settle(qtbot)
    heard = []
    page.looked.connect(heard.append)

    pressed(qtbot, *([Qt.Key.Key_Down] * 20))
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == [LENGTH - 20]


def test_slash_goes_to_the_number_of_a_record_and_enter_asks_for_it(qtbot, page):
    pressed(qtbot, Qt.Key.Key_Slash)
    qtbot.keyClicks(QApplication.focusWidget(), "W-0012")

    with qtbot.waitSignal(page.asked_for) as asked:
        pressed(qtbot, Qt.Key.Key_Return)

    assert asked.args == [Wanted(record="W-0012")]


def test_a_slash_in_a_day_is_a_slash(qtbot, page):
    page.show_screen(replace(SOUND, wanted=Wanted(times=BETWEEN)))
    settle(qtbot)
    first = page._filters._first
    first.setFocus()
    qtbot.keyClicks(first, "12/5/2026")

    assert page._filters.wanted() == Wanted(times=BETWEEN, first="12/5/2026")


def test_choosing_asks_at_once_and_being_told_what_is_chosen_does_not(qtbot, page):
    with qtbot.waitSignal(page.asked_for) as asked:
        page._filters._by.choose("s2")
    assert asked.args == [Wanted(by="s2")]

    with qtbot.assertNotEmitted(page.asked_for):
        page.show_screen(replace(SOUND, wanted=Wanted(by="s1", kind="reads")))
    assert page._filters.wanted() == Wanted(by="s1", kind="reads")


def test_days_are_asked_for_only_where_they_are_wanted(qtbot, page):
    settle(qtbot)
    assert not page._filters._first.isVisible()

    page._filters._times.choose(BETWEEN)
    settle(qtbot)
    assert page._filters._first.isVisible()
    page._filters._times.choose(EVERYONE)
    settle(qtbot)
    assert not page._filters._first.isVisible()


def test_a_day_that_cannot_be_read_is_said_beside_it(qtbot, page):
    page.show_screen(BAD_DAYS)
    settle(qtbot)

    assert "Write the day as 12/5/2026" in said(page)


def test_the_verdict_stands_on_top_and_a_tampered_trail_is_told_first(qtbot, page):
    assert SOUND.verdict in " ".join(said(page))
    assert SOUND.kept in " ".join(said(page))

    page.show_screen(TAMPERED)
    settle(qtbot)
    assert page._trouble.isVisible()
    assert page._trouble.y() < page._table.y()
    assert SOUND.verdict not in " ".join(said(page))


def test_a_long_check_says_how_far_it_is_and_can_be_stopped(qtbot, page):
    page.show_screen(CHECKING)
    qtbot.waitUntil(page._busy.isVisible)

    with qtbot.waitSignal(page.cancelled):
        page._busy._cancel.click()
    page.show_screen(SCREEN)
    assert not page._busy.isVisible()


@pytest.mark.parametrize(
    ("name", "form", "file"),
    [
        ("Save as PDF", "pdf", "entries-1-12345.pdf"),
        ("Save as a table", "csv", "entries-1-12345.csv"),
        ("Save as data", "json", "entries-1-12345.json"),
    ],
)
def test_what_is_listed_is_saved_under_a_name_that_says_nothing(qtbot, page, name, form, file):
    buttons = {
        one.accessibleName(): one for one in page.foot.findChildren(type(page._busy._cancel))
    }

    with qtbot.waitSignal(page.save_wanted) as wanted:
        buttons[name].click()

    assert wanted.args == [form, Path(file)]


def test_what_is_listed_is_printed(qtbot, page):
    with qtbot.waitSignal(page.print_wanted):
        page._print()
    page.print_pages(b"%PDF")

    assert page.paper.printed == [b"%PDF"]


def test_other_rows_stand_at_the_newest_and_none_says_so(qtbot, page):
    page._table.selectRow(400)
    page.show_rows()
    assert page._table.currentIndex().row() == 0

    page.rows.numbers = ()
    page.show_entry(ENTRY)
    page.show_rows()
    settle(qtbot)
    assert "Choose an entry to see it in full." in said(page)


def test_one_column_keeps_who_and_what(qtbot, large, made):
    page = made(large)

    assert page._table.shown() == (1, 2)


def test_a_practice_vault_says_so(kit, made):
    assert "Practice. Nothing here is real." in said(made(kit, practice=True))


def test_everything_has_a_name(page):
    assert not nameless(page.shell)
