"""A dressed application, and editors in a window that has the keyboard."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.editors.samples import LANGUAGES, RESOURCES
from welfare_app.ui.editors import EDITORS, QuestionList
from welfare_app.ui.parts import Kit
from welfare_app.ui.theme import ThemeSource


@pytest.fixture(scope="module")
def kit(qapp):
    source = ThemeSource(RESOURCES, "light", 1.0)
    source.apply(qapp)
    return Kit(source.theme)


@pytest.fixture
def opened(qtbot):
    """Shows a widget in a window with the keyboard."""
    kept = []

    def show(widget):
        window = QWidget()
        qtbot.addWidget(window)
        box = QVBoxLayout(window)
        box.addWidget(widget)
        box.addStretch(1)
        window.resize(900, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        kept.append(window)
        return window

    return show


@pytest.fixture
def asked(kit, opened):
    """Asks one question, and keeps what is reported in `editor.heard`."""

    def ask(question):
        editor = EDITORS[question.kind](kit, question, LANGUAGES)
        editor.heard = []
        editor.answered.connect(lambda _, answer: editor.heard.append(answer))
        opened(editor)
        return editor

    return ask


@pytest.fixture
def listed(kit, opened):
    """A list of questions, with what it reports in `heard`."""
    questions = QuestionList(kit, LANGUAGES)
    questions.heard = []
    questions.answered.connect(lambda *told: questions.heard.append(told))
    opened(questions)
    return questions
