"""Events anywhere in the program are heard by whoever asked for them, once, while they live."""

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from welfare_app.ui.ear import Ear


class Listening(QObject):
    def __init__(self, app, *kinds, takes=False):
        super().__init__()
        self.takes, self.kinds = takes, []
        Ear.of(app).tell(self, *kinds)

    def heard(self, _watched, event):
        self.kinds.append(type(event))
        return self.takes


class Seen(QWidget):
    hidden = 0

    def hideEvent(self, _event):  # noqa: N802 - Qt calls it so
        self.hidden += 1


@pytest.fixture
def anything(qapp):
    return Seen()


def hide(widget):
    QCoreApplication.sendEvent(widget, QHideEvent())


def test_there_is_one_ear_for_all(qapp):
    assert Ear.of(qapp) is Ear.of(qapp)


def test_each_is_told_of_what_it_asked_for_alone(qapp, anything):
    one, other = Listening(qapp, QHideEvent), Listening(qapp, QShowEvent, QFocusEvent)

    hide(anything)

    assert (one.kinds, other.kinds, anything.hidden) == ([QHideEvent], [], 1)


def test_what_one_takes_goes_no_further(qapp, anything):
    before, after = Listening(qapp, QHideEvent), Listening(qapp, QHideEvent, takes=True)

    hide(anything)

    assert (after.kinds, before.kinds, anything.hidden) == ([QHideEvent], [], 0)


def test_whoever_is_gone_is_told_nothing(qapp, anything):
    Listening(qapp, QHideEvent, takes=True)
    deleted = Listening(qapp, QHideEvent, takes=True)
    delete(deleted)

    hide(anything)

    assert (deleted.kinds, anything.hidden) == ([], 1)
