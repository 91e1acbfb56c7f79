"""The whole main job in the real window, by someone who has only a keyboard."""

import json
import subprocess
import sys
from itertools import pairwise

from PySide6.QtGui import QAccessible

from tests.journeys.conftest import sample
from welfare_app.app.folders import RESOURCES
from welfare_app.domain.seal import Verdict
from welfare_app.services.sample_case import HANDING

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
    keyboard.type(laptop.passphrase)
    keyboard.tab_to("The passphrase once more")
    keyboard.type(laptop.passphrase)
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
    """Fourteen steps, until something serious is said; then those that stay, to sign-off."""
    keyboard, asking = laptop.keyboard, laptop.form("welfare-interview")
    answers, form = sample("interview")["answers"], asking.form.form
    assert len(form.pages) == 14
    keyboard.press("Ctrl+N")
    answered = []
    for at, page in enumerate(form.pages[:7], start=1):
        keyboard.wait_for(f"Step {at} of 14")
        if page.notes:
            break
        answered += asking.page(page.id, answers)
        laptop.picture(f"1{at:02}-{page.id}")
        keyboard.press("Ctrl+Enter")
    listen(laptop, sample("interview")["notes"])
    laptop.picture("107-free-recall")
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Step 8 of 14")
    laptop.picture("108-follow-up")
    note_sign(laptop)
    keyboard.wait_for("The questions have stopped")
    laptop.picture("108-stopped")
    left = [page for page in form.pages if "disclosure" in page.stays]
    for at, page in enumerate(left[2:], start=3):
        keyboard.press("Ctrl+Enter")
        keyboard.wait_for(f"Step {at} of {len(left)}")
        answered += asking.page(page.id, answers)
        laptop.picture(f"11{at}-{page.id}")
        if page.id == "needs":
            keyboard.press("Esc")
            keyboard.wait_for("Finish the interview while it is fresh")
            laptop.picture("120-home-unfinished")
            keyboard.tab_to(next(one for one in keyboard.buttons() if one.startswith("Go on: ")))
            keyboard.press("Space")
            keyboard.wait_for(f"Step {at} of {len(left)}")
    assert set(answered) == set(answers) - {"recall-finished", "follow-up-finished"}
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("What needs me now")
    laptop.picture("121-home-finished")


KEYS = {"said": "Ctrl+'", "note": "Ctrl+1", "asked": "Ctrl+2", "seen": "Ctrl+3", "break": "Ctrl+4"}


def listen(laptop, lines):
    """Type what is heard, a key for each kind of line; put each under its topic at once."""
    keyboard, words = laptop.keyboard, laptop.tools.definitions.catalogue()
    for line in lines:
        keyboard.press(KEYS.get(line["kind"], "Ctrl+5"))
        keyboard.type(line["words"])
        if original := line.get("original"):
            keyboard.press("Ctrl+Shift+'")
            keyboard.type(original["words"])
        keyboard.press("Enter")
        if line.get("topic"):
            keyboard.press("Ctrl+T")
            keyboard.pick_from(words.topic(line["topic"]))
            keyboard.press("Enter")
    assert keyboard.name.endswith("Enter keeps the line")


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
    keyboard.tab_to("What does it rest on?")
    keyboard.pick_from(laptop.form("welfare-interview").form.label("understood"))
    laptop.picture("152-sign-form")
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for(phrase)


def work_pack(laptop):
    """From the interview to an incident pack, its first six stages, and a file."""
    keyboard, asking = laptop.keyboard, laptop.form("incident-pack")
    case, words = sample("pack"), laptop.tools.definitions.workflow("incident-pack")
    keyboard.go_to("Cases")
    keyboard.wait_for("Asks for an incident pack")
    laptop.picture("200-cases")
    assert keyboard.interface.role() == QAccessible.Role.Table
    keyboard.press("Enter")
    keyboard.wait_for("Signed off")
    laptop.picture("201-interview-finished")
    keyboard.press("Ctrl+Shift+N")
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
    """The referral, from one gap to the next until nothing of ours is missing."""
    keyboard, asking = laptop.keyboard, laptop.form("nrm-referral")
    answers = sample("referral")["data"]
    keyboard.go_to("Referral")
    keyboard.wait_for("answers to go")
    laptop.picture("300-referral")
    theirs = {field.id for field in asking.form.form.fields() if field.theirs}
    ours = {id: answer for id, answer in answers.items() if id not in theirs}
    visits = []
    while not keyboard.sees("Nothing of ours is missing"):
        keyboard.press("Ctrl+G")
        keyboard.wait_for("Save and continue")
        page = asking.page_on_screen("Referral page")
        assert page.id not in visits, f"{page.id} again after {visits}"
        visits.append(page.id)
        laptop.picture(f"31-{len(visits):02}-{page.id}")
        asking.page(page.id, ours)
        laptop.picture(f"31-{len(visits):02}-{page.id}-done")
        keyboard.press("Esc")
        keyboard.wait_for("questions need nothing more")
    laptop.picture("330-nothing-missing")


def read_through(laptop):
    """The whole summary, and back."""
    keyboard, answers = laptop.keyboard, sample("referral")["data"]
    keyboard.go_to("Read it all through")
    keyboard.wait_for(answers["future-exploitation-concerns"].capitalize())
    laptop.picture("340-reading")
    assert keyboard.sees(answers["current-pv-location-uk-city"])
    keyboard.press("Esc")
    keyboard.wait_for("Nothing of ours is missing")


def seal(laptop, pack):
    """Who it is for, a look, the seal; the seven words as they stand on the screen."""
    keyboard = laptop.keyboard
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Who will open it?")
    for name, words in (
        ("Who will open it?", HANDING.recipient),
        ("Which first responder organisation do they work for?", HANDING.organisation),
        ("A number to call them on", HANDING.phone),
        ("Why do they need it?", HANDING.purpose),
    ):
        keyboard.tab_to(name)
        keyboard.type(words)
    keyboard.press("Tab")
    keyboard.choose("Detecting or preventing crime")
    laptop.picture("400-who")
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Look it through, then seal")
    laptop.picture("401-look")
    assert keyboard.name == "Seal the pack"
    with keyboard.naming_a_file(pack):
        keyboard.press("Ctrl+Enter")
    keyboard.wait_for(WORDS)
    laptop.picture("402-words")
    words = seven_words(keyboard)
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Hand it over")
    laptop.picture("403-done")
    assert not any(keyboard.sees(" ".join(word.upper())) for word in words)
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("What became of the sealed pack")
    laptop.picture("404-handed-over")
    keyboard.press("Esc")
    keyboard.wait_for("Files kept")
    return words


def seven_words(keyboard):
    """Each word stands above its letters, spelled out; one that comes twice says so."""
    lines = [line.removesuffix(", once more") for line in keyboard.screen().split("\n")]
    words = [word for word, below in pairwise(lines) if below == " ".join(word.upper())]
    assert len(words) == 7
    return words


def lock_and_unlock(laptop):
    keyboard = laptop.keyboard
    keyboard.press("Ctrl+L")
    keyboard.wait_for("Your passphrase")
    laptop.picture("500-locked")
    assert not keyboard.sees("Person One")
    laptop.unlock()
    laptop.picture("501-home")


def check(laptop, pack, words):
    """Through the rail, with the file and the words as they were heard."""
    keyboard = laptop.keyboard
    keyboard.go_to("Check a sealed file")
    keyboard.wait_for("The seven words")
    with keyboard.naming_a_file(pack):
        keyboard.go_to("Choose the file")
    keyboard.tab_to("The seven words")
    keyboard.type(" ".join(words))
    laptop.picture("510-check")
    keyboard.press("Enter")
    keyboard.wait_for("What this does not prove")
    laptop.picture("511-checked")
    assert "Genuine" in keyboard.screen().split("\n")


def save_certificate(laptop):
    """What others need to check our packs with."""
    keyboard, root = laptop.keyboard, laptop.folder / "root.crt"
    keyboard.go_to("This laptop")
    keyboard.wait_for("Save our certificate")
    laptop.picture("520-laptop")
    with keyboard.naming_a_file(root):
        keyboard.go_to("Save our certificate")
    keyboard.wait_for("Saved.")
    laptop.picture("521-laptop-saved")
    return root


def agree_outside_the_window(laptop, pack, words, root):
    """The checker and the command say the same as the screen."""
    report = laptop.tools.checker.check(pack.read_bytes(), " ".join(words), root.read_bytes())
    assert report.verdict is Verdict.GENUINE
    spoken = laptop.folder / "words.txt"
    spoken.write_text(" ".join(words), "utf-8")
    command = [sys.executable, "-m", "welfare_app", "verify", pack, "--root", root]
    verified = subprocess.run(
        [*command, "--passphrase-file", spoken, "--json"],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stderr
    told = json.loads(verified.stdout)
    assert (told["verdict"], told["sha256"]) == (report.verdict, report.sha256)
    assert told["organisation"] == "Orchard Example Labour Ltd"
