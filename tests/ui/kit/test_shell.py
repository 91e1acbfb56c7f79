import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.kit.conftest import settle
from tests.ui.kit.sample_parts import PartsPage
from tests.ui.kit.sample_words import ENGLISH
from tests.ui.kit.samples import HomePage, LeafPage, QuestionPage, TablePage
from welfare_app.ui.parts import Button, Rail
from welfare_app.ui.parts.step import Step
from welfare_app.ui.shell import Fold, Page

CTRL = Qt.KeyboardModifier.ControlModifier


def words_of(root, words):
    return next(one for one in root.findChildren(Button) if one.words == words and one.isVisible())


def test_the_shell_folds_by_how_much_text_fits(qtbot, kit, opened):
    page = QuestionPage(kit)
    folds = []
    page.folded.connect(folds.append)
    shell = opened(kit, page, 66 * 17)
    assert shell.fold is Fold.THREE

    shell.resize(66 * 17 - 1, 800)
    assert shell.fold is Fold.TWO
    shell.resize(50 * 17 - 1, 800)
    assert shell.fold is Fold.ONE
    assert folds == [Fold.THREE, Fold.TWO, Fold.ONE]


def test_large_text_folds_as_a_small_window_does(qtbot, large, opened):
    assert opened(large, QuestionPage(large)).fold is Fold.ONE


def test_folding_loses_neither_text_nor_the_keyboards_place(qtbot, kit, opened):
    page = QuestionPage(kit, sent=False)
    beside = kit.line()
    page.put_side(kit.field("Another sign", beside))
    shell = opened(kit, page)
    page.agreed.setFocus()
    QTest.keyClicks(page.agreed, "a friends ho")
    beside.setText("half a thought")

    for width in (900, 600, 1280):
        shell.resize(width, 800)
        settle(qtbot)
        assert page.agreed.hasFocus()
        assert beside.isVisible()
    QTest.keyClicks(page.agreed, "use")
    assert page.agreed.toPlainText() == "a friends house"

    beside.setFocus()
    shell.resize(900, 800)
    settle(qtbot)
    assert beside.hasFocus()
    assert beside.text() == "half a thought"


def test_the_side_rail_stands_beside_then_under_the_page(qtbot, kit, opened):
    page = HomePage(kit)
    shell = opened(kit, page)
    assert left_of(shell, page) + page.width() <= left_of(shell, page.side)

    shell.resize(1000, 800)
    settle(qtbot)
    assert left_of(shell, page.side) == left_of(shell, page)
    assert page.side.mapTo(shell, QPoint()).y() >= page.mapTo(shell, QPoint()).y() + page.height()


def left_of(shell, part):
    return part.mapTo(shell, QPoint()).x()


def test_with_one_column_the_rail_is_a_button_that_opens_in_place(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page, 700)
    assert not page.rail.isVisible()
    button = words_of(shell, "Step 9 of 14: Needs")
    assert button.accessibleDescription() == "shut"

    button.click()
    assert page.rail.isVisible()
    assert button.accessibleDescription() == "open"
    chosen = []
    page.rail.chosen.connect(chosen.append)
    next(one for one in page.rail.findChildren(Step) if one.accessibleName() == "Wishes").click()
    assert chosen == ["Wishes"]

    QTest.keyClick(shell, Qt.Key.Key_Escape)
    assert not page.rail.isVisible()


def test_an_open_drawer_stays_open_while_the_page_changes(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page, 700)
    words_of(shell, "Signs: 2").click()
    assert page.side.isVisible()

    page.put_side(kit.text("Three signs now"), folded="Signs: 3")
    settle(qtbot)

    assert words_of(shell, "Signs: 3")
    assert page.side.isVisible()


def test_key_hints_go_where_there_is_one_column(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)
    wide = page.go.width()

    shell.resize(700, 800)
    settle(qtbot)

    assert page.go.width() < wide


@pytest.mark.parametrize("build", [HomePage, QuestionPage, TablePage, LeafPage, PartsPage])
@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
def test_nothing_is_cut_off_sideways(qtbot, source, opened, build, scale):
    from welfare_app.ui.parts import Kit

    source.choose(scale=scale)
    kit = Kit(source.theme)
    page = build(kit)
    shell = opened(kit, page)

    for part in shell.findChildren(QWidget):
        if part.isVisible() and part.parentWidget().layout() is not None:
            room = part.parentWidget().rect()
            inside = room.left() <= part.x() and part.geometry().right() <= room.right()
            assert inside or part is shell.ring, part
    scroll = page._scroll_area()
    assert scroll.widget().width() <= scroll.viewport().width()


def test_emergency_and_lock_answer_their_keys_on_every_page(qtbot, kit, opened):
    shell = opened(kit, QuestionPage(kit))
    heard = []
    shell.emergency_asked.connect(lambda: heard.append("emergency"))
    shell.lock_asked.connect(lambda: heard.append("lock"))

    QTest.keyClick(shell, Qt.Key.Key_F9)
    QTest.keyClick(shell, Qt.Key.Key_9, CTRL)
    QTest.keyClick(shell, Qt.Key.Key_L, CTRL)

    assert heard == ["emergency", "emergency", "lock"]


def test_a_locked_screen_has_emergency_and_no_lock(qtbot, kit, opened):
    page = Page(kit, "Unlock", locked=True)
    page.put_body(kit.text("Good morning", "title"))
    shell = opened(kit, page)
    heard = []
    shell.lock_asked.connect(lambda: heard.append("lock"))
    QTest.keyClick(shell, Qt.Key.Key_L, CTRL)

    assert shell.topbar.emergency.isVisible()
    assert not shell.topbar.lock.isVisible()
    assert not heard


def test_escape_goes_back_where_there_is_a_back(qtbot, kit, opened):
    shell = opened(kit, QuestionPage(kit))
    heard = []
    shell.back_asked.connect(lambda: heard.append("back"))

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    shell.show_page(HomePage(kit))
    settle(qtbot)
    QTest.keyClick(shell, Qt.Key.Key_Escape)

    assert heard == ["back"]


def test_f6_goes_round_rail_page_and_side(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)
    seen = []
    for _ in range(4):
        QTest.keyClick(shell, Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        seen.append(
            "side"
            if page.side.isAncestorOf(focus)
            else "rail"
            if page.rail.isAncestorOf(focus)
            else "page"
        )

    assert seen == ["side", "rail", "page", "side"]


def test_tab_follows_the_order_of_reading(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)
    page.problems.setFocus()
    seen = []
    for _ in range(7):
        seen.append(QApplication.focusWidget().accessibleName())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

    assert seen == [
        "Two answers need another look",
        f"{ENGLISH['q2']}: {ENGLISH['p1']}",
        f"{ENGLISH['q3']}: {ENGLISH['p2']}",
        "No",
        "What was agreed for tonight?",
        "There is no answer to this",
        "A number that is safe to call",
    ]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is page.phone
    assert shell.ring.target is page.phone


def test_a_new_page_leaves_nothing_of_the_old_one(qtbot, kit, opened):
    old = QuestionPage(kit)
    shell = opened(kit, old)
    with qtbot.waitSignals([old.destroyed, old.side.destroyed, old.foot.destroyed]):
        shell.show_page(HomePage(kit))
    settle(qtbot)

    assert len(shell.findChildren(Rail)) == 1


def test_a_page_may_be_left_from_its_own_button(qtbot, kit, opened):
    class Leaving(Page):
        def __init__(self, kit):
            super().__init__(kit, "Leaving")
            self.put_body(kit.button("Go", pressed=self.go))

        def go(self):
            shell.show_page(HomePage(kit))

    shell = opened(kit, Leaving(kit))
    words_of(shell, "Go").click()
    settle(qtbot)

    assert isinstance(shell.page, HomePage)


def test_the_time_it_was_kept_shows_where_there_is_room(qtbot, kit, opened):
    shell = opened(kit, HomePage(kit))
    shell.say_kept("Kept 10:33")
    assert shell.topbar._kept.isVisible()
    shell.resize(700, 800)
    assert not shell.topbar._kept.isVisible()


def test_a_filling_page_uses_the_height_there_is(qtbot, kit, opened):
    page = TablePage(kit)
    opened(kit, page)

    assert page.table.height() > 400


def test_the_whole_window_mirrors(qtbot, qapp, source, opened):
    from tests.ui.kit.sample_words import ARABIC
    from welfare_app.ui.parts import Kit

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    kit = Kit(source.theme)
    page = QuestionPage(kit, ARABIC)
    shell = opened(kit, page)

    assert left_of(shell, page.side) < left_of(shell, page) < left_of(shell, page.rail)
    assert left_of(shell, shell.topbar.lock) < left_of(shell, shell.topbar.emergency)


def test_a_page_of_text_can_be_shown_from_its_end(qtbot, kit, opened):
    page = Page(kit, "Notes")
    page.put_body(*[kit.text(f"Line {at}") for at in range(80)])
    opened(kit, page)
    bar = page._scroll_area().verticalScrollBar()

    page.show_end()

    assert bar.value() == bar.maximum() > 0


def test_a_column_needs_no_more_than_its_items(qtbot, kit, opened):
    page = Page(kit, "Short")
    title = kit.text("Title", "title")
    page.put_body(title, kit.text("Words"))
    opened(kit, page)

    assert title.height() == kit.theme.leading("title")


class ShownWindows(QObject):
    """Notes every window that appears."""

    def __init__(self):
        super().__init__()
        self.names = []

    def eventFilter(self, watched, event):  # noqa: N802
        window = isinstance(watched, QWidget) and watched.isWindow()
        if window and event.type() == QEvent.Type.Show:
            self.names.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("build", [HomePage, QuestionPage, TablePage, LeafPage, PartsPage])
def test_making_and_folding_a_page_never_shows_a_window_of_its_own(qtbot, qapp, kit, opened, build):
    shown = ShownWindows()
    qapp.installEventFilter(shown)
    shell = opened(kit, build(kit))
    for width in (900, 600, 1280):
        shell.resize(width, 800)
        settle(qtbot)
    qapp.removeEventFilter(shown)

    assert shown.names == ["Shell"]
