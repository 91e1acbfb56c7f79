from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.kit.conftest import settle
from tests.ui.kit.samples import QuestionPage
from welfare_app.ui.shell import Page


def test_the_ring_shows_for_the_keyboard_and_not_for_the_mouse(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)
    mark = page.safe.mark("no")

    mark.setFocus(Qt.FocusReason.TabFocusReason)
    assert shell.ring.target is mark
    assert shell.ring.isVisible()

    QTest.mouseClick(page.safe.mark("yes"), Qt.MouseButton.LeftButton)
    assert not shell.ring.isVisible()


def test_the_ring_always_shows_in_a_text_field(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)

    page.phone.setFocus(Qt.FocusReason.MouseFocusReason)

    assert shell.ring.isVisible()


def test_the_ring_stands_clear_outside_its_control(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)
    page.phone.setFocus()
    settle(qtbot)

    at = shell.ring.mapTo(shell, QPoint())
    assert page.phone.mapTo(shell, QPoint()) - at == QPoint(5, 5)
    assert shell.ring.width() == page.phone.width() + 10


def test_the_ring_follows_when_the_page_grows_above_it(qtbot, kit, opened):
    page = QuestionPage(kit, sent=False)
    shell = opened(kit, page)
    page.phone.setFocus()
    settle(qtbot)
    before = page.phone.mapTo(shell, QPoint()).y()

    page.safe.choose("yes")
    page.agreed_field.parentWidget().hide()
    settle(qtbot)

    assert page.phone.mapTo(shell, QPoint()).y() < before
    gap = page.phone.mapTo(shell, QPoint()).y() - shell.ring.mapTo(shell, QPoint()).y()
    assert gap == 5


def test_focus_is_brought_into_sight_clear_of_the_foot(qtbot, kit, opened):
    page = Page(kit, "Long")
    lines = [kit.line() for _ in range(40)]
    page.put_body(*[kit.field(f"Line {at}", line) for at, line in enumerate(lines)])
    page.put_foot(kit.button("Save", "primary"))
    shell = opened(kit, page)

    lines[30].setFocus(Qt.FocusReason.TabFocusReason)
    settle(qtbot)

    bottom = lines[30].mapTo(shell, QPoint(0, lines[30].height())).y()
    assert bottom + 24 <= page.foot.mapTo(shell, QPoint()).y()


def test_the_ring_is_cut_where_the_page_is(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)
    page.phone.setFocus()

    assert shell.ring.parentWidget() is page._scroll_area().widget()


def test_a_frame_may_be_ringed_for_what_is_in_it(qtbot, kit, opened):
    page = Page(kit, "Composer")
    words = kit.area(role="words")
    words.setProperty("ring", "parent")
    box = kit.card(words, look="compose", pad=3)
    page.put_body(kit.text("Notes"))
    page.put_foot_column(box)
    shell = opened(kit, page)

    words.setFocus()

    assert shell.ring.target is box


def test_the_ring_lets_go_of_what_is_gone(qtbot, kit, opened):
    page = QuestionPage(kit)
    shell = opened(kit, page)
    page.phone.setFocus()

    shell.show_page(Page(kit, "Empty"))
    settle(qtbot)

    assert shell.ring.target is None
    assert not shell.ring.isVisible()
