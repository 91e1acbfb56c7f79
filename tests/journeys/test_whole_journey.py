"""The whole main job in the real window, by someone who has only a keyboard."""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QAccessible

from tests.journeys.conftest import sample
from welfare_app.app.folders import RESOURCES
from welfare_app.domain.seal import Verdict
from welfare_app.services.sample_case import HANDING

PASSPHRASE = "gravel teapot lantern orbit"
ROTA = RESOURCES / "sample" / "rota.png"
WORDS = "Read these seven words out by telephone"


def test_one_case_goes_from_the_first_run_to_a_checked_seal_by_keyboard_alone(laptop):
    begin(laptop)
    hold_interview(laptop)
    work_pack(laptop)
    answer_gaps(laptop)
    read_through(laptop)
    pack = laptop.folder / "sealed.pdf"
    words = seal(laptop, pack)
    lock_and_unlock(laptop)
    check(laptop, pack, words)
    root = save_certificate(laptop)

    assert not laptop.keyboard.nameless
    agree_outside_the_window(laptop, pack, words, root)


def begin(laptop):
    """First run: whose laptop it is, a passphrase, the recovery sheet."""
    keyboard = laptop.keyboard
    keyboard.wait_for("Before the first interview")
    assert keyboard.name == "Your organisation’s name"
    keyboard.type("Orchard Example Labour Ltd")
    keyboard.tab_to("Where is this laptop used?")
    keyboard.choose("England")
    keyboard.tab_to("What do you call this laptop?")
    keyboard.type("Site laptop 3")
    keyboard.tab_to("Your own name")
    keyboard.type("Rosa Example")
    keyboard.tab_to("Choose a passphrase")
    keyboard.type(PASSPHRASE)
    keyboard.tab_to("The passphrase once more")
    keyboard.type(PASSPHRASE)
    laptop.picture("01-first-run")
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Save the recovery sheet")
    assert keyboard.name == "Save the recovery sheet"
    sheet = laptop.folder / "sheet.pdf"
    with keyboard.naming_a_file(sheet):
        keyboard.press("Enter")
    keyboard.wait_for("The sheet is saved")
    laptop.picture("02-sheet-saved")
    assert sheet.read_bytes().startswith(b"%PDF")
    assert keyboard.name == "Go on"
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("What needs me now")
    laptop.picture("03-home")


def hold_interview(laptop):
    """All fourteen steps; a sign on the way; a pause, and back to the same step."""
    keyboard, asking = laptop.keyboard, laptop.form("welfare-interview")
    answers, pages = sample("interview")["answers"], asking.form.form.pages
    assert len(pages) == 14
    keyboard.press("Ctrl+N")
    answered = []
    for at, page in enumerate(pages, start=1):
        keyboard.wait_for(f"Step {at} of 14")
        answered += asking.page(page.id, answers)
        laptop.picture(f"1{at:02}-{page.id}")
        if page.id == "follow-up":
            note_sign(laptop)
            keyboard.wait_for(f"Step {at} of 14")
        if page.id == "needs":
            keyboard.press("Esc")
            keyboard.wait_for("Finish the interview while it is fresh")
            laptop.picture("120-home-unfinished")
            keyboard.tab_to(next(one for one in buttons(keyboard) if one.startswith("Go on: ")))
            keyboard.press("Space")
            keyboard.wait_for(f"Step {at} of 14")
        keyboard.press("Ctrl+Enter")
    assert set(answered) == set(answers)
    keyboard.wait_for("What needs me now")
    laptop.picture("121-home-finished")


def note_sign(laptop):
    """One sign from the catalogue, found by searching."""
    keyboard, sign = laptop.keyboard, sample("signs")["signs"][0]
    catalogue = laptop.tools.definitions.catalogue()
    phrase = catalogue.phrase(sign["indicator"])
    keyboard.press("Ctrl+I")
    keyboard.wait_for("What did you notice?")
    assert keyboard.name == "What did you notice?"
    laptop.picture("150-signs")
    keyboard.type("documents")
    laptop.picture("151-signs-found")
    keyboard.write(" ".join(reversed(phrase.split())))
    keyboard.wait_for("1 indicator")
    keyboard.press("Enter")
    keyboard.choose("Said")
    keyboard.tab_to("Their exact words")
    keyboard.type(sign["words"])
    keyboard.tab_to("Where was it?")
    keyboard.type(sign["where"])
    keyboard.tab_to("Which answer does it rest on?")
    keyboard.pick_from(laptop.form("welfare-interview").form.label(sign["field"]))
    laptop.picture("152-sign-form")
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for(phrase)


def work_pack(laptop):
    """From the interview to an incident pack, its first six stages, and a file."""
    keyboard, asking = laptop.keyboard, laptop.form("incident-pack")
    case, words = sample("pack"), laptop.tools.definitions.workflow("incident-pack")
    keyboard.go_to("Cases")
    keyboard.wait_for("Interview finished")
    laptop.picture("200-cases")
    assert keyboard.interface.role() == QAccessible.Role.Table
    keyboard.press("Enter")
    keyboard.wait_for("Finished")
    laptop.picture("201-interview-finished")
    keyboard.press("F8")
    stages = {stage.id: stage for stage in words.workflow.stages}
    for id in case["stages"]:
        keyboard.wait_for(words.text(id, "order"))
        assert keyboard.name == words.text(id, "order")
        asking.page(stages[id].page, case["answers"])
        laptop.picture(f"21-{id}")
        keyboard.press("Ctrl+Enter")
    keyboard.wait_for(words.text("S6", "order"))
    with keyboard.naming_a_file(ROTA):
        keyboard.press("Ctrl+O")
    keyboard.wait_for("Exhibit 1")
    laptop.picture("220-file-kept")


def answer_gaps(laptop):
    pass


def read_through(laptop):
    pass


def seal(laptop, pack):
    pass


def lock_and_unlock(laptop):
    pass


def check(laptop, pack, words):
    pass


def save_certificate(laptop):
    pass


def agree_outside_the_window(laptop, pack, words, root):
    pass


def buttons(keyboard):
    return keyboard.names(QAccessible.Role.PushButton)
