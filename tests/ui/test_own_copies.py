"""What was copied here is taken off at the lock; what was copied elsewhere is left alone."""

import json
import os
import subprocess
import sys

import pytest

from tests.journeys.test_real_window import ROOT, screen, until
from welfare_app.ui.passing_copy import MARKS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="X is the window system of Linux")

OURS, THEIRS = "Zinnobelia came at nine", "a shopping list"


class Copier:
    """A program on the screen, with a clipboard shared with the others there."""

    def __init__(self, display, *how):
        self._running = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.copier", *how],
            cwd=ROOT,
            env={**os.environ, "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def __call__(self, *order):
        self._running.stdin.write(" ".join(order) + "\n")
        self._running.stdin.flush()
        return json.loads(self._running.stdout.readline())

    def end(self):
        self._running.stdin.close()
        self._running.wait(20)
        self._running.stdout.close()


@pytest.fixture
def copiers(tmp_path):
    with screen(tmp_path) as display:
        ours, theirs = Copier(display, "ours"), Copier(display)
        yield ours, theirs
        for one in (ours, theirs):
            one.end()


def copied_elsewhere(ours, theirs, words, *orders):
    """Have the other program hold words, and wait until ours has been told by the X server."""
    for order in orders:
        theirs(order, words)
        place = "clipboard" if order == "copy" else "selection"
        until(lambda place=place: ours(place) == words, "the words never came over")


def test_a_copy_of_ours_is_gone_after_the_lock(copiers):
    ours, theirs = copiers
    ours("copy", OURS)
    ours("select", OURS)
    until(lambda: theirs("clipboard") == theirs("selection") == OURS, "nothing came over")

    ours("lock")

    until(lambda: theirs("clipboard") == theirs("selection") == "", "our words are still there")


def test_what_someone_copied_elsewhere_since_is_left_alone(copiers):
    ours, theirs = copiers
    ours("copy", OURS)
    ours("select", OURS)
    copied_elsewhere(ours, theirs, THEIRS, "copy", "select")

    ours("lock")

    assert (theirs("clipboard"), theirs("selection")) == (THEIRS, THEIRS)


def test_each_of_the_two_places_is_seen_for_itself(copiers):
    ours, theirs = copiers
    ours("copy", OURS)
    copied_elsewhere(ours, theirs, THEIRS, "select")

    ours("lock")

    until(lambda: theirs("clipboard") == "", "our words are still there")
    assert theirs("selection") == THEIRS


def test_our_words_in_the_hands_of_a_clipboard_manager_are_taken_off_too(copiers):
    ours, theirs = copiers
    ours("copy", OURS)
    until(lambda: theirs("clipboard") == OURS, "nothing came over")
    theirs("copy", OURS)
    until(lambda: not set(MARKS) <= set(ours("formats")), "the manager never took them over")

    ours("lock")

    until(lambda: theirs("clipboard") == "", "our words are still there")


@pytest.mark.parametrize("copy", ["copy", "copy-area"])
def test_every_copy_is_marked_so_that_no_history_keeps_it(copiers, copy):
    ours, theirs = copiers
    ours(copy, OURS)

    until(lambda: theirs("clipboard") == OURS, "nothing came over")
    assert set(MARKS) <= set(theirs("formats"))
    ours("lock")
    until(lambda: theirs("clipboard") == "", "our words are still there")


def test_a_lock_with_nothing_copied_touches_nothing(copiers):
    ours, theirs = copiers
    copied_elsewhere(ours, theirs, THEIRS, "copy")

    ours("lock")

    assert theirs("clipboard") == THEIRS
