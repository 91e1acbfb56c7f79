import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_referral as referral_samples
from tests.ui.pages.aloud import nameless, names
from welfare_app.ui.pages.reading_page import ReadingPage


@pytest.fixture
def page(kit, opened):
    page = ReadingPage(kit)
    page.show_screen(referral_samples.READING)
    page.shell = opened(kit, page)
    return page


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def test_each_line_leads_to_its_page_by_keyboard(qtbot, page):
    pressed(qtbot, Qt.Key.Key_Tab)

    with qtbot.waitSignal(page.change_wanted) as wanted:
        pressed(qtbot, Qt.Key.Key_Return)

    assert wanted.args == ["name"]


def test_each_change_says_aloud_what_it_changes(page):
    assert "Change: The year it began" in names(page.shell)


def test_a_line_with_nowhere_to_change_it_offers_nothing(page):
    assert "Change: Which team takes the case" not in names(page.shell)


def test_line_ends_stay_as_they_were_typed(page):
    told = referral_samples.READING.sections[1][1][0].value
    line = page._rows[3]

    assert line._value.words == told
    leading = page.kit.theme.leading("body")
    assert line._value.heightForWidth(10_000) == leading * 4


def test_a_long_answer_wraps_and_a_long_label_is_not_cut(page):
    for line in page._rows:
        for text in (line._label, line._value):
            assert text.height() >= text.heightForWidth(text.width())


def test_labels_stand_above_answers_where_there_is_no_room_beside(qtbot, large, opened):
    page = ReadingPage(large)
    page.show_screen(referral_samples.READING)
    shell = opened(large, page, 900)
    line = page._rows[0]

    assert line._value.geometry().top() >= line._label.parentWidget().geometry().bottom()
    shell.resize(2400, 800)
    settle(qtbot)
    assert line._value.geometry().left() > line._label.parentWidget().geometry().right()


def test_the_same_again_is_not_drawn_again(page):
    before = page._rows

    page.show_screen(referral_samples.READING)

    assert page._rows is before


def test_everything_that_can_be_operated_has_a_name(page):
    assert not nameless(page.shell)
