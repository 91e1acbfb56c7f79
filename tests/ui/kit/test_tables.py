import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.kit.conftest import settle
from tests.ui.kit.samples import TablePage
from welfare_app.ui.paged_table import ATTENTION, PAGE, PAGES_KEPT, PagedTable


class Counted:
    """A source of a hundred thousand rows that counts how often it is asked."""

    columns = ("Worker",)

    def __init__(self):
        self.asked = 0

    def ids(self, order):
        return range(100_000) if order == "name" else range(99_999, -1, -1)

    def rows(self, ids):
        self.asked += 1
        return [(f"worker {number}",) for number in ids]


@pytest.fixture
def counted(qapp):
    return Counted()


def test_only_pages_that_are_seen_are_read(counted):
    table = PagedTable(counted)
    table.order_by("name")

    assert table.rowCount() == 100_000
    assert table.data(table.index(99_999, 0)) == "worker 99999"
    assert table.data(table.index(99_998, 0)) == "worker 99998"
    assert counted.asked == 1


def test_old_pages_are_let_go(counted):
    table = PagedTable(counted)
    table.order_by("name")
    for number in range(0, 100_000, PAGE):
        table.data(table.index(number, 0))

    assert len(table._pages) == PAGES_KEPT


def test_another_order_is_the_sources_work(counted):
    table = PagedTable(counted)
    table.order_by("name")
    table.order_by("due")

    assert table.id_at(0) == 99_999
    assert table.place_of(99_998) == 1
    assert table.place_of(-5) == -1
    assert table.data(table.index(0, 0)) == "worker 99999"


def test_a_refresh_keeps_the_order_and_reads_again(counted):
    table = PagedTable(counted)
    table.order_by("due")
    table.data(table.index(0, 0))
    table.refresh()
    table.data(table.index(0, 0))

    assert table.id_at(0) == 99_999
    assert counted.asked == 2


def test_what_needs_attention_is_told_apart(counted):
    table = PagedTable(counted, lambda cells, column: cells[column] == "worker 3")
    table.order_by("name")

    assert table.data(table.index(3, 0), ATTENTION)
    assert not table.data(table.index(4, 0), ATTENTION)


def test_heads_come_from_the_source(counted):
    table = PagedTable(counted)

    assert table.headerData(0, Qt.Orientation.Horizontal) == "Worker"
    assert table.headerData(0, Qt.Orientation.Vertical) is None


def test_painting_a_long_table_reads_one_page(qtbot, kit, opened):
    page = TablePage(kit)
    opened(kit, page)

    assert page.model.rowCount() == 100_000
    assert len(page.model._pages) == 1


def test_enter_opens_a_row_and_space_looks(qtbot, kit, opened):
    page = TablePage(kit)
    opened(kit, page)
    heard = []
    page.table.opened.connect(lambda row: heard.append(("opened", row)))
    page.table.looked.connect(lambda row: heard.append(("looked", row)))

    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    QTest.keyClick(page.table, Qt.Key.Key_Space)

    assert heard == [("opened", 2), ("looked", 2)]


def test_a_click_twice_opens_once(qtbot, kit, opened):
    page = TablePage(kit)
    opened(kit, page)
    heard = []
    page.table.opened.connect(heard.append)
    at = page.table.visualRect(page.model.index(4, 1)).center()

    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert heard == [4]


def test_some_columns_fold_away_with_the_window(qtbot, kit, opened):
    page = TablePage(kit)
    shell = opened(kit, page)
    assert page.table.shown() == (0, 1, 2, 3, 4)

    shell.resize(700, 800)
    settle(qtbot)

    assert page.table.shown() == (0, 1, 3, 4)


def test_tab_leaves_a_table(qtbot, kit, opened):
    page = TablePage(kit)
    opened(kit, page)

    QTest.keyClick(page.table, Qt.Key.Key_Tab)

    assert not page.table.hasFocus()
