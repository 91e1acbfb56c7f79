import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless
from tests.ui.pages.samples_everyday import P39, P42, PERSON, ROWS, listed
from welfare_app.presenters.places import AtHome
from welfare_app.ui.paged_table import ATTENTION
from welfare_app.ui.pages.cases_page import CasesPage


@pytest.fixture
def page(kit, opened):
    page = CasesPage(kit, PERSON)
    page.show_screen(listed(ROWS))
    page.shell = opened(kit, page)
    return page


def pressed(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_enter_opens_the_row_the_arrows_chose(qtbot, page):
    pressed(qtbot, Qt.Key.Key_Down)

    with qtbot.waitSignal(page.followed) as followed:
        pressed(qtbot, Qt.Key.Key_Return)

    assert followed.args == [P42]


def test_the_first_row_is_ready_to_be_opened(qtbot, page):
    with qtbot.waitSignal(page.followed) as followed:
        pressed(qtbot, Qt.Key.Key_Return)

    assert followed.args == [P39]


def test_only_the_date_of_what_is_late_needs_attention(qtbot, page):
    model = page._model
    marked = [
        (row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.index(row, column).data(ATTENTION)
    ]

    assert marked == [(0, 3)]
    assert model.index(0, 3).data() == "1 day late"
    assert model.columnCount() == 4


def test_drawing_again_keeps_the_record_chosen_where_it_now_stands(qtbot, page):
    page._table.selectRow(1)

    page.show_screen(listed((*ROWS[2:], *ROWS[:2])))
    pressed(qtbot, Qt.Key.Key_Return)

    assert page.chosen() == "P-0042"


def test_how_many_there_are_is_said(qtbot, page):
    assert page._count.words == "15 records, packs first"

    page.show_screen(listed(ROWS[:1]))

    assert page._count.words == "1 record, packs first"


def test_where_there_is_nothing_it_says_how_to_begin(qtbot, kit, opened):
    page = CasesPage(kit, PERSON)
    page.show_screen(listed(()))
    shell = opened(kit, page)

    assert "No cases yet" in [name for _, name, _ in heard(shell)]
    with qtbot.waitSignal(page.followed) as followed:
        pressed(qtbot, Qt.Key.Key_Space)
    assert followed.args == [AtHome()]


def test_a_first_record_takes_the_place_of_the_empty_state(qtbot, page):
    page.show_screen(listed(()))
    settle(qtbot)
    assert not page._table.isVisible()

    page.show_screen(listed(ROWS))
    settle(qtbot)

    assert page._table.isVisible()


def test_a_practice_vault_says_so(qtbot, kit, opened):
    page = CasesPage(kit, PERSON, practice=True)
    page.show_screen(listed(ROWS))

    assert "Practice. Nothing here is real." in [name for _, name, _ in heard(opened(kit, page))]


def test_one_column_keeps_what_matters(qtbot, large, opened):
    page = CasesPage(large, PERSON)
    page.show_screen(listed(ROWS))
    opened(large, page)

    assert page._table.shown() == (0, 2, 3)
    assert not page._keys.isVisible()


def test_everything_has_a_name(qtbot, page):
    table = QAccessible.queryAccessibleInterface(page._table)

    assert table.text(QAccessible.Text.Name) == "Cases"
    assert not nameless(page.shell)
