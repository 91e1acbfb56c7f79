"""What changes the path stands above the stage; calls and other paths have their place."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.pages import samples_work as samples
from tests.ui.pages.aloud import nameless
from welfare_app.presenters.call_log import CallLine, CallsScreen
from welfare_app.presenters.emergency import Number
from welfare_app.presenters.pack_screen import DateLine, GateLine, PathLine, PathsScreen
from welfare_app.ui.pages.pack_page import PackPage
from welfare_app.ui.parts import Button, Text
from welfare_app.ui.parts.link import Link

GUARDIANS = Number("Child guardians", "0800 043 4303", "", "")
CHILD = GateLine("G1", "Treat them as a child", ("The council is told",), (GUARDIANS,), False)
CALLS = CallsScreen("S5", (), "Fair Work Agency", "2026-05-12", "13:00")
WEAK = PathLine("Weak signs", "Rosa, 13:00 today", "Little to go on", "Test Checker")
PATHS = PathsScreen((WEAK,), (("strong", "The worry is strong"),))


@pytest.fixture
def page(kit, opened):
    page = PackPage(kit, samples.LANGUAGES)
    page.show_screen(samples.pack())
    page.shell = opened(kit, page)
    return page


def button(page, words):
    QApplication.processEvents()
    found = page.shell.findChildren(Button)
    return next(one for one in found if one.words == words and one.isVisible())


def read(page):
    QApplication.processEvents()
    return [one.words for one in page.shell.findChildren(Text) if one.isVisible()]


def shown(page, **more):
    page.show_screen(replace(samples.pack(), **more))
    QApplication.processEvents()


def test_a_gate_stands_above_the_stage_and_goes_when_it_no_longer_holds(page):
    shown(page, gates=(CHILD,))

    lines = read(page)
    assert lines.index("Treat them as a child") < lines.index(samples.CALL.order)
    assert "Child guardians: 0800 043 4303" in lines
    assert nameless(page.shell) == []
    shown(page)
    assert "Treat them as a child" not in read(page)


def test_a_call_is_typed_with_the_hour_already_there(page, qtbot):
    shown(page, calls=CALLS)
    heard = []
    page.called.connect(heard.append)
    button(page, "Write down the call").click()
    qtbot.wait_until(page._calls._form._person.hasFocus)
    qtbot.keyClicks(QApplication.focusWidget(), "Test Officer")
    button(page, "Keep the call").click()

    [call] = heard
    assert (call.body, call.day, call.hour) == ("Fair Work Agency", "2026-05-12", "13:00")
    assert (call.person, call.answered) == ("Test Officer", True)


def test_nobody_answering_asks_for_less(page):
    shown(page, calls=CALLS)
    heard = []
    page.called.connect(heard.append)
    button(page, "No answer").click()
    assert "What did they say?" not in read(page)
    button(page, "Keep the call").click()

    assert [(call.answered, call.person) for call in heard] == [(False, "")]


def test_what_is_wrong_with_a_call_is_said_beside_it_and_nothing_typed_is_lost(page, qtbot):
    shown(page, calls=CALLS)
    button(page, "Write down the call").click()
    qtbot.wait_until(page._calls._form._person.hasFocus)
    qtbot.keyClicks(QApplication.focusWidget(), "Test Officer")
    shown(page, calls=replace(CALLS, problems=(("advice", "Write what they said"),)))

    assert "Write what they said" in read(page)
    assert page._calls._form._person.text() == "Test Officer"
    kept = CallLine("phone", "Fair Work Agency", ("Test Officer, 13:00 today",))
    shown(page, calls=replace(CALLS, lines=(kept,)))
    assert "Test Officer, 13:00 today" in read(page)
    assert "What did they say?" not in read(page)


def test_esc_shuts_the_call_and_gives_the_keyboard_back(page, qtbot):
    shown(page, calls=CALLS)
    button(page, "Write down the call").click()
    qtbot.wait_until(page._calls._form._person.hasFocus)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)

    assert "Who answered?" not in read(page)
    assert QApplication.focusWidget().words == "Write down the call"


def test_another_path_asks_for_all_three_and_tells_them_together(page, qtbot):
    shown(page, paths=PATHS)
    assert "Little to go on" in read(page)
    heard = []
    page.path_chosen.connect(lambda *said: heard.append(said))
    button(page, "Choose another path").click()
    button(page, "Take this path").click()
    assert heard == []
    assert "Choose one" in read(page)
    page._paths._form._which.choose("strong")
    page._paths._form._reason.setPlainText("He told us")
    page._paths._form._second.setText("Test Checker")
    button(page, "Take this path").click()

    assert heard == [("strong", "He told us", "Test Checker")]


def test_a_clock_that_cannot_be_right_is_said_at_the_top(page):
    shown(page, clock_doubt="This laptop’s clock is behind")
    assert "This laptop’s clock is behind" in read(page)


def test_a_date_whose_day_has_come_is_written_about_and_later_ones_are_not(page, qtbot):
    late = DateLine("check-1", "A day on", "2 days late, was due 13 May", late=True, now=True)
    coming = DateLine("check-7", "A week on", "19 May", late=False, now=False)
    kept = DateLine("check-0", "At once", "Rosa, 12 May", late=False, now=False, words="Well")
    shown(page, dates=(late, coming, kept))
    assert {"A day on", "A week on", "At once", "Rosa, 12 May: Well"} <= set(read(page))
    heard = []
    page.date_met.connect(lambda *said: heard.append(said))
    [link] = page.findChildren(Link)
    link.click()
    button(page, "Keep this").click()
    assert heard == []
    link.click()
    qtbot.keyClicks(QApplication.focusWidget(), "He is well")
    button(page, "Keep this").click()

    assert heard == [("check-1", "He is well")]
    assert nameless(page.shell) == []
