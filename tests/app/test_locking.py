"""Locking, whatever stands on the screen: the words are kept, and nothing of them is left."""

import gc
import threading

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu
from shiboken6 import isValid

from tests.app.conftest import CANARY
from tests.app.emptied import everything_said, still_says
from tests.ui.kit.conftest import settle
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.interview import Interview
from welfare_app.presenters.places import AtInterview, AtLaptop, AtPack, AtSigns, AtTurned
from welfare_app.store.memory import Memory
from welfare_app.ui.pages.unlock_page import UnlockPage
from welfare_app.ui.parts.dialog import Dialog, Question
from welfare_app.ui.parts.editors import Pick
from welfare_app.ui.window import TITLE

PEOPLE = ("Fenmarsh", "Practice vault")
"""What the sample says of whose laptop it is."""


def a_page(talk):
    talk.remember()
    talk.desktop.lock()


def a_question(talk):
    heard = []
    talk.page.ask(Question(CANARY, f"{CANARY} goes.", "Take it away", "Keep"), heard.append)
    settle(talk.qtbot)
    assert talk.desktop.window.findChild(Dialog).isVisible()
    talk.remember()
    talk.desktop.lock()
    settle(talk.qtbot)
    assert True not in heard


def a_place_to_save_asked_for(talk):
    talk.go(AtLaptop())
    talk.remember()
    asked = []

    def leave():
        asked.extend(talk.desktop.window.findChildren(QFileDialog))
        assert asked[0].isVisible()
        talk.desktop.away()

    QTimer.singleShot(200, leave)
    talk.page._certify()
    assert asked


def files_asked_for(talk):
    pack = talk.desktop._desk.around.look().open_packs[0].id
    talk.go(AtPack(pack))
    talk.page._files.add_wanted.emit()
    settle(talk.qtbot)
    asked = talk.page.findChild(QFileDialog)
    assert asked.isVisible()
    talk.remember()
    talk.desktop.lock()


def help_in_front(talk):
    talk.desktop.window.show_help()
    settle(talk.qtbot)
    talk.remember()
    talk.desktop.lock()


def numbers_in_front(talk):
    talk.desktop.window.show_emergency()
    settle(talk.qtbot)
    talk.remember()
    talk.desktop.lock()


def a_list_open(talk):
    talk.go(AtSigns(talk.interview, "plan"))
    talk.page.findChildren(Pick)[0].showPopup()
    settle(talk.qtbot)
    assert QApplication.activePopupWidget() is not None
    talk.remember()
    talk.desktop.lock()


def a_search_open(talk):
    talk.go(AtInterview(talk.interview, "free-recall"))
    composer = talk.page._composer
    composer._open_theirs()
    pick = composer.findChild(Pick)
    pick.setFocus()
    talk.qtbot.keyClicks(pick.lineEdit(), "p")
    settle(talk.qtbot)
    assert QApplication.activePopupWidget() is not None
    talk.remember()
    talk.desktop.lock()


def a_menu_open(talk):
    box = next(one for one in talk.page.findChildren(QLineEdit) if one.isVisible())
    box.setText(CANARY)
    box.selectAll()
    where = QPoint(5, 5)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(box, QContextMenuEvent(reason, where, box.mapToGlobal(where)))
    settle(talk.qtbot)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    talk.remember()
    talk.desktop.lock()


def the_laptop_turned_round(talk):
    talk.go(AtTurned(talk.interview, "needs"))
    talk.remember()
    talk.desktop.lock()


def a_way_back_offered(talk):
    heard = []
    talk.page.say(f"{CANARY} was taken away", lambda: heard.append(CANARY))
    settle(talk.qtbot)
    talk.remember()
    talk.desktop.lock()
    settle(talk.qtbot)
    talk.qtbot.keyClick(talk.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not heard


def a_warning(talk):
    idle = talk.desktop._idle
    idle._touched -= 9.6 * 60
    idle.look()
    assert still_says("Locks in 30 seconds")
    talk.remember()
    idle._touched -= 30
    idle.look()


SCENES = [
    a_page,
    a_question,
    a_place_to_save_asked_for,
    files_asked_for,
    help_in_front,
    numbers_in_front,
    a_list_open,
    a_search_open,
    a_menu_open,
    the_laptop_turned_round,
    a_way_back_offered,
    a_warning,
]


def shut(talk):
    talk.qtbot.waitUntil(lambda: not talk.desktop._shutting.under_way)
    settle(talk.qtbot)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
def test_nothing_is_left_on_the_screen_and_the_words_are_kept(talk, scene):
    talk.type()
    documents = talk.page.findChildren(QTextDocument)

    scene(talk)
    shut(talk)

    assert isinstance(talk.page, UnlockPage)
    assert still_says(CANARY, *PEOPLE) == []
    assert [one for one in talk.before if isValid(one)] == []
    assert [one for one in documents if isValid(one)] == []
    assert QApplication.activePopupWidget() is None
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert shown == [talk.desktop.window]
    assert talk.desktop.window.windowTitle() == TITLE
    with pytest.raises(Unavailable):
        talk.vault.work("nobody")
    assert not talk.vault._key
    talk.open()
    kept = talk.desktop._desk.interviews.resume(talk.interview)
    assert CANARY in [answer.value for answer in kept.answers.values()]


def test_what_is_looked_for_would_be_found(talk):
    talk.type()
    talk.go(AtLaptop())
    talk.go(AtInterview(talk.interview, "plan"))

    assert still_says(CANARY)
    assert still_says("Practice vault")
    assert everything_said()


def test_no_record_is_left_in_memory(talk):
    talk.type()
    talk.remember()
    talk.desktop.lock()
    shut(talk)
    del talk.vault
    talk.before.clear()
    for _ in range(3):
        settle(talk.qtbot)
        gc.collect()

    left = [one for one in gc.get_objects() if isinstance(one, (Interview, Memory))]
    assert [one for one in left if isinstance(one, Interview) or one.records or one.name] == []


def test_a_job_that_is_writing_ends_and_tells_nobody(talk):
    writes, told = threading.Event(), []
    desk = talk.desktop._desk

    def write(_):
        assert writes.wait(20)
        desk.notes.keep_draft(talk.interview, None)
        return desk.interviews.turn(talk.interview, desk.interviews.resume(talk.interview).course)

    talk.desktop._room.jobs.start(write, done=told.append, failed=told.append)
    talk.type()
    talk.remember()
    talk.desktop.away()
    settle(talk.qtbot)
    assert still_says(CANARY) == []
    assert talk.vault._key

    writes.set()
    shut(talk)
    assert told == []
    assert not talk.vault._key
    assert isinstance(talk.page, UnlockPage)


def press_lock(talk, on):
    talk.qtbot.keyClick(on, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_the_lock_key_is_heard_over_a_file_dialog(talk):
    talk.go(AtLaptop())
    QTimer.singleShot(300, lambda: press_lock(talk, QApplication.activeModalWidget()))
    talk.page._certify()
    shut(talk)

    assert isinstance(talk.page, UnlockPage)


def test_the_lock_key_is_heard_over_a_list(talk):
    talk.go(AtSigns(talk.interview, "plan"))
    talk.page.findChildren(Pick)[0].showPopup()
    settle(talk.qtbot)
    press_lock(talk, QApplication.activePopupWidget())
    shut(talk)

    assert isinstance(talk.page, UnlockPage)


def test_what_is_dragged_is_let_fall(talk, monkeypatch):
    """Dragging needs a mouse that stays down, so here only what asks Qt to stop is heard."""
    stopped = []
    monkeypatch.setattr("welfare_app.ui.emptying.QDrag.cancel", lambda: stopped.append(True))
    monkeypatch.setattr(
        "welfare_app.ui.emptying.QGuiApplication.mouseButtons", lambda: Qt.MouseButton.LeftButton
    )
    talk.desktop.lock()

    assert stopped


def test_words_that_cannot_be_kept_do_not_keep_it_open(talk, monkeypatch):
    def full():
        raise Unavailable("disk.full")

    talk.type()
    talk.remember()
    monkeypatch.setattr(type(talk.page), "report_all", lambda _page: full())
    with pytest.raises(Unavailable):
        talk.desktop.lock()
    shut(talk)

    assert isinstance(talk.page, UnlockPage)
    assert still_says(CANARY, *PEOPLE) == []
    assert not talk.vault._key


def test_closing_the_window_at_once_still_lets_go_of_the_key(talk):
    hold = threading.Event()
    talk.desktop._jobs.start(lambda _: hold.wait(20), done=id, failed=id)
    talk.remember()
    talk.desktop.lock()
    QTimer.singleShot(0, hold.set)
    threading.Timer(0.1, hold.set).start()
    talk.desktop.window.close()

    assert not talk.vault._key
