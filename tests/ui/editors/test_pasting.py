"""Far too much put into a box at once: the window goes on, and nothing is lost."""

import time

import pytest
from PySide6.QtCore import QMimeData

from tests.ui.pages.aloud import heard
from welfare_app.domain.form import Kind
from welfare_app.presenters.questions import Question
from welfare_app.ui.editors import QuestionList
from welfare_app.ui.parts import Area
from welfare_app.ui.parts.editors import MOST_TEXT

KEPT = "They kept my passport."


@pytest.fixture
def box(kit, opened):
    asked = Question("told", Kind.LONG_TEXT, "What happened?", value=KEPT, limit=15_000)
    listed = QuestionList(kit)
    listed.show_questions([asked])
    opened(listed)
    return listed


def paste(box, text):
    source = QMimeData()
    source.setText(text)
    began = time.perf_counter()
    box.findChild(Area).insertFromMimeData(source)
    return time.perf_counter() - began


@pytest.mark.parametrize("letter", ["x", "a ", "\n", "🙂", "ا"])
def test_megabytes_are_not_pasted_and_what_was_there_stays(box, letter):
    took = paste(box, letter * (10_000_000 // len(letter)))

    assert took < 1
    assert box.findChild(Area).toPlainText() == KEPT
    told = [name for _, name, _ in heard(box)]
    assert "10,000,000 characters were too many to paste. This box takes 15,000." in told


def test_more_than_the_form_takes_is_kept_whole_and_counted(box):
    paste(box, "word " * 4_000)

    assert len(box.findChild(Area).toPlainText()) == 20_000 + len(KEPT)
    assert "20,022 of 15,000 characters" in [name for _, name, _ in heard(box)]


def test_pasting_again_and_again_stops_at_the_same_place(box):
    for _ in range(5):
        paste(box, "word " * 4_000)

    assert len(box.findChild(Area).toPlainText()) <= MOST_TEXT
