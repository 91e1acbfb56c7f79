"""Filters and views of the desk by keyboard, on a real desk in a real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.services.conftest import (  # noqa: F401 - fixtures are found by name
    clock,
    desk,
    heard,
    identity,
    still_clock,
    tools,
)
from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import nameless
from tests.ui.pages.samples_everyday import PERSON
from welfare_app.domain.answers import Answer
from welfare_app.presenters.cases import ALL, CasesPresenter
from welfare_app.presenters.kept_views import KeptViewsPresenter
from welfare_app.services.desk import INTERVIEW
from welfare_app.ui.pages.cases_page import CasesPage

SITES = ("Alder Mill", "alder mill", "Quarry Lane", "مزرعة الاختبار")
LONG = "Quixotic" * 20


@pytest.fixture
def laid(desk, kit, opened):  # noqa: F811
    """Lays a desk with a page, presenters and a shell in a kit."""

    def lay(made=kit):
        page = CasesPage(made, PERSON)
        cases = CasesPresenter(
            page, desk.around, desk.definitions, desk.shift, desk.staff_names(), lambda _place: None
        )
        kept = KeptViewsPresenter(page, cases, desk.views, desk.definitions)
        for signal, heard_by in (
            (page.shown, kept.show),
            (page.found, cases.find),
            (page.sorted, cases.sort),
            (page.narrowed, cases.narrow),
            (page.cleared, cases.clear),
            (page.filters_opened, cases.open_filters),
            (page.view_chosen, kept.choose),
            (page.name_asked, kept.name),
            (page.rename_asked, kept.rename),
            (page.named, kept.named),
            (page.naming_left, kept.leave_naming),
            (page.removed, kept.remove),
        ):
            signal.connect(heard_by)
        kept.begin()
        page.cases, page.kept_views = cases, kept
        page.shell = opened(made, page)
        return page

    return lay


@pytest.fixture
def page(desk, laid):  # noqa: F811
    for number, site in enumerate(SITES):
        talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
        name = LONG if number == 0 else f"Name{number}"
        for field, words in (("site", site), ("first-name", name), ("last-name", "Example")):
            desk.interviews.answer(talk.id, field, Answer(words))
    return laid()


def press(qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    settle(qtbot)


SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def test_f3_leads_to_the_filters_arrows_choose_and_esc_goes_back_to_the_table(qtbot, page):
    press(qtbot, Qt.Key.Key_F3)
    assert QApplication.focusWidget() is page._panel._picks["site"]
    press(qtbot, Qt.Key.Key_Down)
    assert page.cases.looking.narrowing.site == "Alder Mill"
    assert page._model.rowCount() == 2

    press(qtbot, Qt.Key.Key_Escape)
    assert page._table.hasFocus()
    assert not page._panel.isVisible()
    assert page._strip._chips["site"].words == "Site: Alder Mill"
    assert page._strip._chips["site"].isVisible()


def test_one_key_and_one_press_clear_all_filters(qtbot, page):
    page.cases.narrow("site", "Quarry Lane")
    page.cases.narrow("stage", "under-way")
    settle(qtbot)
    press(qtbot, Qt.Key.Key_F3, SHIFT)
    assert page._model.rowCount() == 4
    assert page._table.hasFocus()
    assert not page._strip.isVisible()

    page.cases.narrow("site", "Quarry Lane")
    page._strip._clear.click()
    assert page._model.rowCount() == 4


def test_a_filter_is_turned_off_where_it_is_said(qtbot, page):
    page.cases.narrow("site", "Quarry Lane")
    page.cases.narrow("stage", "under-way")
    page._strip._chips["site"].click()
    settle(qtbot)

    assert not page.cases.looking.narrowing.site
    assert page.cases.looking.narrowing.stage
    assert page._table.hasFocus()


def test_where_a_filter_hides_everything_the_keyboard_is_not_lost(qtbot, page):
    press(qtbot, Qt.Key.Key_Down)
    page.cases.narrow("due", "late")
    settle(qtbot)

    assert page.isAncestorOf(QApplication.focusWidget())
    assert page._none.isVisible()


def test_a_view_is_named_by_keyboard_and_opened_by_its_number(qtbot, page):
    page.cases.narrow("site", "Quarry Lane")
    page._keep.click()
    settle(qtbot)
    assert page._naming.isVisible()
    qtbot.keyClicks(QApplication.focusWidget(), "The lane")
    press(qtbot, Qt.Key.Key_Return)
    assert not page._naming.isVisible()
    assert page._table.hasFocus()

    page._buttons[ALL].click()
    assert page._model.rowCount() == 4
    press(qtbot, Qt.Key.Key_1, ALT)
    assert page._model.rowCount() == 1
    assert [page._rename.isVisible(), page._remove.isVisible(), page._keep.isVisible()] == [
        True,
        True,
        False,
    ]


def test_esc_names_nothing_and_the_page_stays(qtbot, page):
    page.cases.narrow("site", "Quarry Lane")
    page._keep.click()
    settle(qtbot)
    press(qtbot, Qt.Key.Key_Escape)

    assert not page._naming.isVisible()
    assert page._table.hasFocus()


def test_a_removed_view_is_put_back_from_the_bar_that_says_so(qtbot, page, desk):  # noqa: F811
    page.cases.narrow("site", "Quarry Lane")
    page.kept_views.name()
    page.kept_views.named("The lane", False)
    with qtbot.waitSignal(page.said) as said:
        page._remove.click()
    assert said.args[0] == "The view “The lane” is removed."
    assert desk.views.mine() == ()

    said.args[1]()
    assert [view.name for view in desk.views.mine()] == ["The lane"]


def test_a_view_with_words_fills_the_search(qtbot, page):
    page._find.setText("name2")
    page.kept_views.name()
    page.kept_views.named("Two", True)
    page._buttons[ALL].click()
    assert page._find.text() == ""

    page._yours._made[next(iter(page._yours._made))].click()
    assert page._find.text() == "name2"
    assert page._model.rowCount() == 1


def test_everything_of_the_filters_has_a_name(qtbot, page):
    page.cases.open_filters(True)
    page.cases.narrow("site", "Quarry Lane")
    page.kept_views.name()
    settle(qtbot)

    assert not nameless(page.shell)


def test_very_long_and_right_to_left_names_are_filtered_and_drawn(qtbot, page):
    page.cases.narrow("site", SITES[3])
    assert page._model.rowCount() == 1
    page.cases.narrow("site", "")
    page.cases.find(LONG)
    settle(qtbot)
    assert page._model.rowCount() == 1
    assert not page.shell.grab().isNull()


def test_a_case_erased_beneath_the_open_desk_leads_nowhere(qtbot, page, desk):  # noqa: F811
    with desk.shift.work() as work:
        work.archive.erase(page._model.id_at(1), "interview")
        work.commit()
    page._model._pages.clear()
    assert page._model.index(1, 1).data() == "No longer here"
    with qtbot.waitSignal(page.followed) as followed:
        page._table.opened.emit(1)
    page.cases.follow(followed.args[0])

    assert page._model.rowCount() == 3


def test_with_large_text_nothing_of_the_filters_is_cut(qtbot, desk, laid, large):  # noqa: F811
    desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    page = laid(large)
    page.cases.open_filters(True)
    settle(qtbot)

    for pick in page._panel._picks.values():
        corner = pick.mapTo(page._panel, pick.rect().bottomRight())
        assert page._panel.rect().contains(corner)
        assert pick.mapTo(page, pick.rect().bottomRight()).x() <= page.width()


def test_with_large_text_the_name_being_typed_is_in_sight(qtbot, desk, laid, large):  # noqa: F811
    talk = desk.interviews.start(desk.definitions.form(INTERVIEW).form)
    desk.interviews.answer(talk.id, "site", Answer("Alder Mill"))
    page = laid(large)
    page.cases.narrow("site", "Alder Mill")
    page._keep.click()
    settle(qtbot)

    line = page._naming._name
    assert line.hasFocus()
    assert line.mapTo(page.shell, line.rect().bottomLeft()).y() < page.shell.height()
    assert line.visibleRegion().boundingRect() == line.rect()
