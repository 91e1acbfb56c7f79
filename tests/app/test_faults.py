"""Errors nobody caught, in a real window."""

import sys

import pytest
from PySide6.QtWidgets import QDialog

from welfare_app.app.faults import Faults
from welfare_app.app.folders import RESOURCES, clock
from welfare_app.content.library import Library
from welfare_app.domain.errors import BadContent
from welfare_app.logs.crash import FaultLog
from welfare_app.ui.parts import Kit
from welfare_app.ui.theme.source import ThemeSource
from welfare_app.ui.window import Window


@pytest.fixture
def window(qtbot, qapp):
    source = ThemeSource(RESOURCES, "light")
    source.apply(qapp)
    window = Window(Kit(source.theme))
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def faults(window, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    faults = Faults(window, FaultLog(tmp_path / "faults.log", clock))
    faults.install()
    return faults


def raised(error):
    try:
        raise error
    except type(error) as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def shown(window):
    return window.findChild(QDialog).accessibleName()


def test_a_fault_of_ours_is_said_calmly_and_the_window_stays(window, faults, tmp_path):
    faults.definitions = Library(RESOURCES)

    raised(ZeroDivisionError("Ana Example"))

    assert shown(window) == "Something in the program went wrong."
    assert window.isVisible()
    assert "Example" not in (tmp_path / "faults.log").read_text("utf-8")


def test_a_broken_content_file_is_named(window, faults):
    faults.definitions = Library(RESOURCES)

    raised(BadContent("content.bad-toml", file="forms/x.toml", key="line 3"))

    assert "forms/x.toml" in shown(window)


def test_before_the_words_can_be_read_there_are_plain_ones(window, faults):
    raised(BadContent("content.no-file", file="messages", key=""))

    assert shown(window) == "Something in the program went wrong."


def test_choosing_to_lock_locks(window, faults, qtbot):
    faults.definitions = Library(RESOURCES)
    locked = []
    faults.lock = lambda: locked.append(True)

    faults._answered(do=True)

    assert locked == [True]
