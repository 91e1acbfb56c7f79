"""A desktop in the middle of someone's talk, with words half typed in it."""

import shutil
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from tests.journeys.conftest import (  # noqa: F401 - fixtures are found by name
    practice_made,
    switch_on,
    tools,
)
from tests.ui.kit.conftest import settle
from welfare_app.app.desktop import Desktop
from welfare_app.presenters.places import AtInterview
from welfare_app.services.desk import INTERVIEW
from welfare_app.services.practice import open_practice

CANARY = "Zinnobelia"


@dataclass
class Talk:
    """A desktop, its talk, and what was alive before the lock."""

    desktop: Desktop
    interview: Any
    qtbot: Any
    before: list = field(default_factory=list)

    @property
    def page(self):
        return self.desktop.window.page

    def open(self):
        """Unlock the practice vault again."""
        opened = open_practice(self.desktop._tools, self.desktop._practice)
        self.desktop._open(opened)

    def go(self, place):
        self.desktop.go(place)
        settle(self.qtbot)

    def type(self, words=CANARY):
        """Type into the first thing that can be typed in, and leave it half done."""
        box = next(
            one
            for kind in (QPlainTextEdit, QLineEdit)
            for one in self.page.findChildren(kind)
            if one.isVisible() and not one.isReadOnly()
        )
        box.setFocus()
        self.qtbot.keyClicks(box, words)
        return box

    def remember(self):
        """Everything that is alive now and may not be once it is locked."""
        self.vault = self.desktop._desk.shift.vault
        window = self.desktop.window
        self.before = [one for one in QApplication.allWidgets() if one is not window]


@pytest.fixture
def talk(qtbot, switch_on, tools, tmp_path, practice_made):  # noqa: F811
    shutil.copytree(practice_made, tmp_path / "practice")
    desktop = switch_on(tmp_path / "practice").desktop
    desktop._open(open_practice(tools, tmp_path / "practice"))
    interview = desktop._desk.interviews.start(tools.definitions.form(INTERVIEW).form).id
    talk = Talk(desktop, interview, qtbot)
    talk.go(AtInterview(interview, "plan"))
    return talk
