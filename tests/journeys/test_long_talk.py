"""Two hours of a talk, by keyboard alone: lines, signs, a lock, sign-off, an addition.

`make torture` holds it at its full length, 300 lines and 40 signs. Otherwise it is shorter, and
long enough for each kind of line, both languages, and each way to note a sign twice over.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import cycle

import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import NOON
from tests.desks import quick_keys, sharing
from tests.journeys.conftest import sample
from tests.journeys.test_whole_journey import KEYS, begin
from welfare_app.app.toolbox import toolbox
from welfare_app.domain.interview import Course, Mark
from welfare_app.domain.sign import Known
from welfare_app.domain.suggesting import Source, Suggester
from welfare_app.keys.device_secret import NoSecrets

TORTURE = "WELFARE_APP_TORTURE" in os.environ
LINES, SIGNS, DISMISSED = (300, 40, 8) if TORTURE else (40, 7, 2)
LONG = timedelta(hours=2)
FORM = "welfare-interview"
WRITING = "Enter keeps the line"
PLAIN = (
    ("said", "The bus came in the morning and the road was long, part {}."),
    ("said", "We ate soup together, and nobody said much, part {}."),
    ("note", "Speaks quietly and takes time, note {}."),
    ("asked", "Tell me more about that, number {}."),
    ("said", "The river is near the fields, I like it there, part {}."),
    ("seen", "Looks out of the window, number {}."),
    ("break", "Five minutes, number {}."),
    ("said", "My village is small and has one church, part {}."),
)
OTHERS = {
    "Arabic": ("ar", "كان الطريق طويلا"),
    "Polish": ("pl", "Droga była długa i było zimno"),
}


class Watch:
    """A clock that goes on by itself, and is put forward so that a talk takes its two hours."""

    def __init__(self) -> None:
        self._began, self._skipped = time.monotonic(), timedelta()

    def now(self) -> datetime:
        return NOON + timedelta(seconds=time.monotonic() - self._began) + self._skipped

    def skip(self, much: timedelta) -> None:
        self._skipped += much


@dataclass
class Held:
    """What was typed, and what was decided, to be looked for in the vault."""

    lines: list[str]
    signs: list[str]
    dismissed: list[str]


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def tools(tmp_path, monkeypatch, watch):
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    made = sharing(toolbox(now=watch.now, secrets=NoSecrets()))
    return replace(made, keys_for=quick_keys, portable_keys_for=quick_keys)


def test_two_hours_of_a_talk_are_kept_line_by_line_by_keyboard_alone(laptop, watch):
    keyboard, held = laptop.keyboard, Held([], [], [])
    begin(laptop)
    prepare(laptop)
    reminders, serious = examples(laptop)
    plain = numbered()
    tell(laptop, watch, held, "said", serious)
    keyboard.press("Ctrl+Shift+I")
    held.signs.append("serious")
    go_back_to_all_steps(laptop)
    while len(held.lines) < LINES:
        tell(laptop, watch, held, *next(plain))
        if len(held.lines) == LINES // 2:
            lock_in_the_middle_of_a_line(laptop, watch, held)
        if len(held.lines) % 5 == 2 and len(held.signs) < SIGNS:
            note_one(laptop, watch, held, reminders)
        if len(held.lines) % 10 == 7 and len(held.dismissed) < DISMISSED:
            dismiss_one(laptop, watch, held, reminders)
    keyboard.press("Ctrl+Enter")
    questions = ask_openly(laptop)
    finish(laptop)
    add_later(laptop)

    assert not keyboard.nameless
    look_in_the_vault(laptop, held, questions)


def prepare(laptop):
    """The six steps before the worker speaks."""
    keyboard, asking = laptop.keyboard, laptop.form(FORM)
    keyboard.press("Ctrl+N")
    for at, page in enumerate(asking.form.form.pages[:6], start=1):
        keyboard.wait_for(f"Step {at} of 14")
        asking.page(page.id, sample("interview")["answers"])
        keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Step 7 of 14")
    assert keyboard.name.endswith(WRITING)


def examples(laptop) -> tuple[Iterator[tuple[str, str]], str]:
    """Words that call one indicator to mind, each another; and some that are serious at once."""
    definitions = laptop.tools.definitions
    suggester, rule = Suggester(definitions.prompts()), definitions.assessment()
    catalogue = definitions.catalogue().catalogue
    quiet: dict[str, str] = {}
    serious = ""
    for prompt in definitions.prompts():
        found = suggester.suggest((Source("k", prompt.example, Known.SAID),))
        if len(found) == 1:
            indicator = catalogue.find(found[0].indicator)
            if not rule.is_serious(indicator):
                quiet.setdefault(indicator.id, prompt.example)
            else:
                serious = serious or prompt.example
    return iter(quiet.items()), serious


def numbered() -> Iterator[tuple[str, str]]:
    for at, (kind, words) in enumerate(cycle(PLAIN), start=1):
        yield kind, words.format(at)


def tell(laptop, watch, held, kind, words):
    """One line, typed in its own kind; every twelfth also in the language it was said in."""
    keyboard = laptop.keyboard
    keyboard.press(KEYS[kind])
    keyboard.type(words)
    number = len(held.lines)
    if kind == "said" and number % 12 == 1:
        in_their_language(keyboard, ("Arabic", "Polish")[number // 12 % 2])
    keyboard.press("Enter")
    assert keyboard.value == ""
    held.lines.append(words)
    watch.skip(LONG / LINES)


def in_their_language(keyboard, language):
    keyboard.press("Ctrl+Shift+'")
    QApplication.clipboard().setText(OTHERS[language][1])
    keyboard.press("Ctrl+V")
    keyboard.tab_to("Language of these words")
    keyboard.pick(language)
    keyboard.tab_to("Who put it into English")
    keyboard.write("Interpreter 4471")


def note_one(laptop, watch, held, reminders):
    """A sign in one of three ways: as it was suggested, from the line, or from the catalogue."""
    way = len(held.signs) % 3
    keyboard = laptop.keyboard
    indicator, words = next(reminders)
    if way == 0:
        tell(laptop, watch, held, "said", words)
        keyboard.press("Ctrl+Shift+I")
    elif way == 1:
        keyboard.press("Ctrl+T")
        keyboard.go_to("Note a sign from this line")
        find_sign(laptop, indicator)
    else:
        keyboard.press("Ctrl+I")
        find_sign(laptop, indicator)
    held.signs.append(indicator)
    assert keyboard.name.endswith(WRITING), keyboard.stood_on[-5:]


def find_sign(laptop, indicator):
    keyboard, phrase = laptop.keyboard, laptop.tools.definitions.catalogue().phrase(indicator)
    keyboard.wait_for("What did you notice?")
    keyboard.type(phrase)
    keyboard.press("Enter")
    keyboard.choose("Said")
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Sort a line")


def dismiss_one(laptop, watch, held, reminders):
    """It was suggested, and is not a sign: a usual reason is enough."""
    keyboard = laptop.keyboard
    indicator, words = next(reminders)
    tell(laptop, watch, held, "said", words)
    keyboard.go_to("Not a sign")
    keyboard.choose("There is an ordinary explanation")
    keyboard.go_to("Not a sign")
    held.dismissed.append(indicator)
    assert keyboard.name.endswith(WRITING)


def go_back_to_all_steps(laptop):
    keyboard = laptop.keyboard
    keyboard.wait_for("The questions have stopped")
    keyboard.go_to("Go back to all the steps")
    keyboard.type("He wants to go on, and is safe here")
    keyboard.go_to("Go back to all the steps")
    keyboard.wait_for("Step 7 of 14")
    assert keyboard.name.endswith(WRITING)


def lock_in_the_middle_of_a_line(laptop, watch, held):
    """Someone comes near: locked in one press, unlocked, and on with the same line."""
    keyboard = laptop.keyboard
    keyboard.press(KEYS["note"])
    keyboard.type("He does not want ")
    keyboard.press("Ctrl+L")
    keyboard.wait_for("Your passphrase")
    assert not keyboard.sees("He does not want")
    laptop.unlock()
    keyboard.tab_to(next(one for one in keyboard.buttons() if one.startswith("Go on: ")))
    keyboard.press("Enter")
    keyboard.wait_for("Sort a line")
    assert (keyboard.name, keyboard.value) == (f"Note. {WRITING}", "He does not want ")
    keyboard.type("water")
    keyboard.press("Enter")
    held.lines.append("He does not want water")
    watch.skip(LONG / LINES)


def ask_openly(laptop):
    """One question asked, one left, one declined; the keyboard is back at writing each time."""
    keyboard, catalogue = laptop.keyboard, laptop.tools.definitions.catalogue()
    keyboard.wait_for("Step 8 of 14")
    questions = catalogue.catalogue.questions
    topic = next(one.topic for one in questions if one.topic != questions[0].topic)
    asked, left, declined = [one.id for one in questions if one.topic == topic][:3]
    for name in (
        f"I asked this: {catalogue.ask(asked)}",
        f"I asked that: {catalogue.then(asked)}",
        f"Not asked: {catalogue.ask(left)}",
        f"Would rather not say: {catalogue.ask(declined)}",
    ):
        keyboard.press("Ctrl+J")
        keyboard.pick_from(catalogue.topic(topic))
        keyboard.go_to(name)
        assert keyboard.name.endswith(WRITING)
    keyboard.press("Ctrl+Enter")
    return {asked: Mark.ASKED, left: Mark.NOT_ASKED, declined: Mark.DECLINED}


def finish(laptop):
    """The steps that are left. What was said stands in the write-up already."""
    keyboard, asking = laptop.keyboard, laptop.form(FORM)
    answers = sample("interview")["answers"]
    for at, page in enumerate(asking.form.form.pages[8:], start=9):
        keyboard.wait_for(f"Step {at} of 14")
        gathered = {one.id for one in page.fields if one.gathers}
        if page.id == "write-up":
            assert keyboard.sees("The river is near the fields, I like it there, part 5.")
        known = {id: answer for id, answer in answers.items() if id not in gathered}
        asking.page(page.id, known)
        keyboard.press("Ctrl+Enter")
    keyboard.wait_for("What needs me now")


def add_later(laptop):
    """The first line is added to after sign-off, and stays as it was."""
    keyboard = laptop.keyboard
    keyboard.go_to("Cases")
    keyboard.wait_for("Asks for an incident pack")
    keyboard.press("Enter")
    keyboard.wait_for("Signed off")
    add = next(one for one in keyboard.buttons() if one.startswith("Add to the line of"))
    keyboard.go_to(add)
    keyboard.type("He said later that it was a Sunday")
    keyboard.go_to("Add it with today’s date")
    keyboard.wait_for("He said later that it was a Sunday")


def look_in_the_vault(laptop, held, questions):
    desk = laptop.desktop._desk
    talk = desk.interviews.resume(desk.around.all()[-1])
    *lines, asked, more, added = desk.notes.of(talk.id)
    assert [one.words for one in lines] == held.lines
    assert len(lines) >= LINES
    assert [one.at for one in lines] == sorted(one.at for one in lines)
    assert lines[-1].at - lines[0].at >= LONG * (LINES - 2) / LINES
    question, catalogue = next(iter(questions)), laptop.tools.definitions.catalogue()
    assert (asked.question, asked.words) == (question, catalogue.ask(question))
    assert (more.question, more.words) == (question, catalogue.then(question))
    assert added.about == lines[0].id
    others = [one.original for one in lines if one.original]
    assert {(one.language, one.words) for one in others} == {*OTHERS.values()}
    assert {one.translator for one in others} == {"Interpreter 4471"}
    look_at_the_signs(desk, talk, held)
    assert {key: talk.marks[key] for key in questions} == questions
    assert [one.course for one in talk.turns] == [Course.DISCLOSURE, Course.WHOLE]
    assert talk.turns[-1].reason == "He wants to go on, and is safe here"
    assert not talk.passed
    assert talk.finished
    soundness = desk.shift.vault.examine()
    assert soundness.sound
    assert soundness.entries > LINES + SIGNS


def look_at_the_signs(desk, talk, held):
    signs = desk.signs.all_of(talk.id)
    stand = [one for one in signs if one.stands]
    assert len(stand) == len(held.signs) == SIGNS
    assert [one.indicator for one in stand][1:] == held.signs[1:]
    gone = [one for one in signs if not one.stands]
    assert [one.indicator for one in gone] == held.dismissed
    assert {one.dismissed for one in gone} == {"There is an ordinary explanation"}
