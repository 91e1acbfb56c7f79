from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.ui.kit.conftest import settle
from tests.ui.pages import samples_work as samples
from tests.ui.pages.aloud import nameless
from welfare_app.presenters.groupings import GROUPINGS
from welfare_app.presenters.signs import Start
from welfare_app.ui.pages.signs_page import SignsPage

CTRL = Qt.KeyboardModifier.ControlModifier
ALL = samples.indicator_lines()


@pytest.fixture
def page(kit, opened):
    page = SignsPage(kit)
    page.show_screen(samples.signs())
    page.searched.connect(
        lambda text: page.show_screen(
            samples.signs(tuple(line for line in ALL if text in line.phrase.casefold()))
        )
    )
    page.shell = opened(kit, page)
    return page


def pressed(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def typed(qtbot, words):
    qtbot.keyClicks(QApplication.focusWidget(), words)


def test_a_sign_is_noted_by_keyboard_alone(qtbot, page):
    typed(qtbot, "passport")
    wanted = page._list.line
    pressed(qtbot, Qt.Key.Key_Return)
    pressed(qtbot, Qt.Key.Key_Space)
    pressed(qtbot, Qt.Key.Key_Tab)
    typed(qtbot, "He holds it.")
    pressed(qtbot, Qt.Key.Key_Tab)
    typed(qtbot, "Training room")
    for part in ("12", "march", "2026"):
        pressed(qtbot, Qt.Key.Key_Tab)
        typed(qtbot, part)
    pressed(qtbot, Qt.Key.Key_Tab)
    pressed(qtbot, Qt.Key.Key_Down)

    with qtbot.waitSignal(page.noted) as noted:
        pressed(qtbot, Qt.Key.Key_Return, CTRL)

    assert noted.args == [
        wanted.id,
        "said",
        "He holds it.",
        "Training room",
        "2026-03-12",
        "papers",
    ]


def test_each_key_searches(qtbot, page):
    heard = []
    page.searched.connect(heard.append)

    typed(qtbot, "pay")

    assert heard == ["p", "pa", "pay"]


def test_what_is_found_is_counted_and_the_first_of_it_marked(qtbot, page):
    assert page._found.words == f"{len(ALL)} indicators"

    typed(qtbot, "passport")

    found = [line for line in ALL if "passport" in line.phrase.casefold()]
    assert page._found.words.startswith(str(len(found)))
    assert page._list.line == found[0]


def test_finding_nothing_says_what_to_try(qtbot, page):
    typed(qtbot, "zzz")

    assert page._found.words == "Nothing found. Try fewer words."
    pressed(qtbot, Qt.Key.Key_Return)
    assert page._picking.isVisible()


def test_arrows_move_in_the_list_while_typing_goes_on(qtbot, page):
    pressed(qtbot, Qt.Key.Key_Down)
    pressed(qtbot, Qt.Key.Key_Down)

    assert page._list.line == ALL[2]
    assert QApplication.focusWidget() is page._search


def test_arrows_pass_over_the_names_of_groups(qtbot, page):
    first = ALL[0].group
    end = sum(1 for line in ALL if line.group == first)

    for _ in range(end):
        pressed(qtbot, Qt.Key.Key_Down)

    assert page._list.line == ALL[end]
    assert ALL[end].group != first


def test_every_indicator_stands_under_its_group(page):
    rows = page._list.model()
    shown = [rows.row(at) for at in range(rows.rowCount())]

    groups = [row for row in shown if isinstance(row, str)]
    assert [row for row in shown if not isinstance(row, str)] == list(ALL)
    assert groups[0] == ALL[0].group
    assert len(groups) == 1 + sum(1 for one, next_ in pairwise(ALL) if one.group != next_.group)


def test_an_indicator_can_be_pressed(qtbot, page):
    at = page._list.visualRect(page._list.model().index(2, 0)).center()

    qtbot.mouseClick(page._list.viewport(), Qt.MouseButton.LeftButton, pos=at)

    assert page._form._phrase.words == ALL[1].phrase


def test_a_long_indicator_wraps_and_is_not_cut_at_twice_the_size(large, opened):
    long = samples.IndicatorLine("X", "Kept from leaving " * 12, "Not free to move", "Checked 2026")
    page = SignsPage(large)
    page.show_screen(samples.signs((long, *ALL)))
    opened(large, page, 900)

    rows = page._list
    first, second = (rows.visualRect(rows.model().index(at, 0)) for at in (1, 3))
    assert first.height() > 3 * large.theme.leading("body")
    assert second.height() < first.height()
    assert rows.horizontalScrollBar().maximum() == 0


def test_another_indicator_can_be_chosen_and_what_was_said_stays(qtbot, page):
    typed(qtbot, "passport")
    pressed(qtbot, Qt.Key.Key_Return)
    page._form._where.setText("Training room")

    page._form.other_wanted.emit()
    settle(qtbot)

    assert QApplication.focusWidget() is page._search
    assert page._search.text() == "passport"
    pressed(qtbot, Qt.Key.Key_Return)
    assert page._form.where == "Training room"


def test_exact_words_alone_are_in_the_serif(qtbot, page):
    pressed(qtbot, Qt.Key.Key_Return)
    form, fonts = page._form, page.kit.theme

    page._form._choices.mark("said").click()
    assert form._area.font().families() == fonts.font("words").families()
    assert form._area.accessibleName() == "Their exact words"

    page._form._choices.mark("seen").click()
    assert form._area.font().families() == fonts.font("body").families()


def test_what_is_missing_is_said_where_it_is_missing(qtbot, page):
    page.show_screen(samples.signs(problem="Choose an indicator"))
    assert page._search_field.problem == "Choose an indicator"

    pressed(qtbot, Qt.Key.Key_Return)
    page.show_screen(samples.signs(problem="Say how you know"))
    assert page._form._known_field.problem == "Say how you know"
    assert QApplication.focusWidget().accessibleName() == "Said"

    pressed(qtbot, Qt.Key.Key_Space)
    assert page._form._known_field.problem == ""


def test_nothing_chosen_is_still_told_so_that_it_can_be_asked_for(qtbot, page):
    with qtbot.waitSignal(page.noted) as noted:
        pressed(qtbot, Qt.Key.Key_Return, CTRL)

    assert noted.args[:2] == ["", ""]


def test_trouble_stands_at_the_top(page):
    page.show_screen(samples.signs(trouble=samples.FULL))

    assert page._trouble.isVisible()
    assert page._trouble.accessibleName() == samples.FULL.happened


def test_not_now_leaves(qtbot, page):
    with qtbot.waitSignal(page.left):
        next(
            one
            for one in page.shell.findChildren(type(page.shell.topbar.back))
            if one.words == "Not now"
        ).click()


def test_everything_that_can_be_operated_has_a_name(qtbot, page):
    assert not nameless(page.shell)

    pressed(qtbot, Qt.Key.Key_Return)
    settle(qtbot)

    assert not nameless(page.shell)


def test_going_back_never_takes_typed_words_away_unasked(qtbot, kit, opened):
    page = SignsPage(kit)
    page.show_screen(samples.signs())
    shell = opened(kit, page)
    page._choose(samples.signs().lines[0].id)
    page._form._area.setPlainText("He has my passport")

    with qtbot.assertNotEmitted(page.left):
        page.step_back()
        assert shell.findChild(QDialog).accessibleName() == "Leave without noting it?"

    page._form._area.setPlainText("")
    with qtbot.waitSignal(page.left):
        page.step_back()


def test_the_way_to_look_is_told(qtbot, page):
    page.show_screen(samples.signs(groupings=GROUPINGS))

    with qtbot.waitSignal(page.grouped) as told:
        page._grouping.choose("ilo-11")

    assert told.args == ["ilo-11"]


def test_what_to_show_goes_under_the_search_where_there_is_no_room_beside_it(large, opened):
    page = SignsPage(large)
    page.show_screen(samples.signs(groupings=GROUPINGS))
    opened(large, page)

    assert page._grouping.mapTo(page, page._grouping.pos()).y() > page._search.y()
    assert page._grouping_field.y() >= page._search_field.geometry().bottom()


def test_a_suggested_sign_opens_on_its_questions_with_what_is_known_filled_in(kit, opened):
    page = SignsPage(kit)
    page.show_screen(samples.signs(start=Start(ALL[3], "said", "He has my passport", "papers")))
    opened(kit, page)

    form = page._form
    assert form.isVisible()
    assert (form.known, form.words, form.rests_on) == ("said", "He has my passport", "papers")
    assert QApplication.focusWidget().accessibleName() == "Said"


def test_what_was_filled_in_is_not_typed_and_leaving_it_asks_nothing(qtbot, kit, opened):
    page = SignsPage(kit)
    page.show_screen(samples.signs(start=Start(ALL[3], "said", "He has my passport", "papers")))
    opened(kit, page)

    with qtbot.waitSignal(page.left):
        page.step_back()


def test_the_chosen_indicator_says_where_it_is_from_and_what_to_rule_out(page):
    line = samples.IndicatorLine(
        "X", "One account", "Payroll", "Checked 2026", "Our checks", "", "Couples"
    )
    page._form.show_indicator(line)

    assert page._form._source.words == "Our checks. Checked 2026."
    assert page._form._caution.words == "First rule out: Couples."


def test_a_strength_is_read_out_with_its_indicator(kit, opened):
    strong = samples.IndicatorLine("X", "Papers kept", "Pressure", "Checked 2026", "", "Strong")
    page = SignsPage(kit)
    page.show_screen(samples.signs((strong, *ALL)))
    opened(kit, page)

    rows = page._list.model()
    assert rows.data(rows.index(1, 0)) == "Papers kept, strong"
