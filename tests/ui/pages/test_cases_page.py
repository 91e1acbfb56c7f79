import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import heard, nameless
from tests.ui.pages.samples_everyday import P39, P42, PERSON, ROWS, listed
from welfare_app.domain.desk_view import Order
from welfare_app.presenters.cases import CLOSED
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

    assert marked == [(0, 4)]
    assert model.index(0, 4).data() == "1 day late"
    assert model.columnCount() == 7


def test_drawing_again_keeps_the_record_chosen_where_it_now_stands(qtbot, page):
    page._table.selectRow(1)

    page.show_screen(listed((*ROWS[2:], *ROWS[:2])))
    pressed(qtbot, Qt.Key.Key_Return)

    assert page.chosen() == "P-0042"


def test_how_many_there_are_is_said(qtbot, page):
    assert page._count.words == "15 open, soonest due first"


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

    assert page._table.shown() == (0, 1, 3, 4)
    assert not page._keys.isVisible()


def test_everything_has_a_name(qtbot, page):
    table = QAccessible.queryAccessibleInterface(page._table)

    assert table.text(QAccessible.Text.Name) == "Cases"
    assert not nameless(page.shell)


def test_a_slash_and_ctrl_f_lead_to_the_search_and_enter_back_to_the_table(qtbot, page):
    pressed(qtbot, Qt.Key.Key_Slash)
    assert page._find.hasFocus()

    with qtbot.waitSignal(page.found) as found:
        qtbot.keyClicks(page._find, "m")
    assert found.args == ["m"]
    pressed(qtbot, Qt.Key.Key_Return)
    assert page._table.hasFocus()


def test_where_nothing_is_found_it_says_where_else_to_look(qtbot, page):
    page.show_screen(listed((), any_at_all=True, words="nobody"))
    settle(qtbot)

    assert page._none.isVisible()
    assert page._find.isVisible()
    assert not page._table.isVisible()


def test_choosing_what_is_shown_empties_the_search(qtbot, page):
    page._find.setText("marek")

    with qtbot.waitSignal(page.shown) as shown:
        page._buttons[CLOSED].click()

    assert shown.args == [CLOSED]
    assert page._find.text() == ""


def test_the_order_is_chosen_from_a_list_or_by_the_head_of_a_column(qtbot, page):
    with qtbot.waitSignal(page.sorted) as chosen:
        page._order.setCurrentIndex(1)
    assert chosen.args == [Order.WORKER]

    with qtbot.waitSignal(page.sorted) as by_head:
        page._table.horizontalHeader().sectionClicked.emit(2)
    assert by_head.args == [Order.SITE]


def test_what_is_drawn_reports_no_choice_that_nobody_made(qtbot, page):
    with qtbot.assertNotEmitted(page.sorted):
        page.show_screen(listed(order=Order.PATH))

    assert page._order.value() == Order.PATH
