"""Canary words go through every flow, and are looked for everywhere but inside the vault."""

import logging
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desks import sign_off
from welfare_app.app.toolbox import toolbox
from welfare_app.domain.answers import Answer, Gap, Why
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.form import Kind
from welfare_app.domain.ids import FieldId, IndicatorId
from welfare_app.domain.interview import Course
from welfare_app.domain.kept_view import Looking, Narrowing
from welfare_app.domain.notes import LineKind, Original
from welfare_app.domain.referral import Handing
from welfare_app.domain.sign import Known
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.desk import INTERVIEW, set_up
from welfare_app.services.keep_chronology import Told
from welfare_app.services.note_sign import Noticed
from welfare_app.services.practice import make_practice
from welfare_app.services.sample_case import SampleCase
from welfare_app.services.shift import Shift
from welfare_app.services.take_notes import Heard
from welfare_app.services.unlock import Unlock

ROOT = Path(__file__).parents[1]
CANARY = "Quixotelia"
WORDS = {
    "answer": f"{CANARY} of the hills",
    "quote": f"they took {CANARY}",
    "place": f"{CANARY} street",
    "file": f"{CANARY}.png",
    "gap": f"because {CANARY} was near",
    "recipient": f"Officer {CANARY}",
}


@pytest.fixture
def world(tmp_path, monkeypatch):
    """A home and a temporary folder that can be looked through afterwards."""
    for name in ("home", "temp", "vault"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    return tmp_path


def whole_job(folder: Path) -> list[object]:
    """The whole main job with canaries in every place a person can type, and what it made."""
    tools = toolbox(secrets=NoSecrets())
    passphrase = tools.new_words().text
    make_practice(tools, folder / "vault", passphrase)
    unlock = Unlock(tools.door, tools.portable_keys_for, folder / "vault")
    opened = unlock.open(unlock.people()[0].staff, passphrase)
    changes: list[object] = []
    shift = Shift(opened.vault, opened.staff, tools.now, tools.new_id, changes.append)
    desk = set_up(tools, shift, opened.organisation)
    case = SampleCase(desk, tools.sample())
    interview = case.talk()
    heard = Heard(
        LineKind.SAID, WORDS["quote"], Original(WORDS["answer"], "pl", WORDS["recipient"])
    )
    note = desk.notes.keep(interview.id, heard)
    desk.notes.keep_draft(interview.id, replace(heard, words=WORDS["place"]))
    desk.interviews.pass_gate(interview.id, "plan", ("site",), WORDS["gap"])
    desk.interviews.turn(interview.id, Course.STOPPED, WORDS["gap"])
    for field in desk.definitions.form(INTERVIEW).form.fields():
        if field.kind in {Kind.TEXT, Kind.LONG_TEXT}:
            desk.interviews.answer(interview.id, field.id, Answer(WORDS["answer"]))
    desk.interviews.answer(
        interview.id, FieldId("leaving"), Answer(Gap(Why.NOT_SAFE, WORDS["gap"]))
    )
    sign = desk.signs.note(
        interview.id,
        Noticed(IndicatorId("DEL-CD-DOCUMENTS"), Known.SAID, WORDS["quote"], where=WORDS["place"]),
    )
    sign_off(desk, interview.id)
    desk.interviews.add(interview.id, FieldId("account"), WORDS["answer"])
    desk.interviews.withdraw(interview.id, "privacy", WORDS["quote"])
    pack = case.work_pack(interview)
    picture = folder / "temp" / WORDS["file"]
    picture.write_bytes(tools.sample().evidence.read_bytes() + CANARY.encode())
    evidence = desk.evidence.keep(pack.id, picture)
    picture.unlink()
    told = Told(WORDS["quote"], "2026-02")
    entry = desk.chronology.add(pack.id, told)
    entry = desk.chronology.correct(pack.id, entry.id, replace(told, what=WORDS["place"]))
    referral = case.prepare_referral(pack)
    for field in ("pv-name-first-name", "family", "professional-insight"):
        referral = desk.referrals.answer(referral.id, FieldId(field), Answer(WORDS["answer"]))
    handing = Handing(
        WORDS["recipient"], "An organisation", "0114 496 0201", WORDS["answer"], "crime"
    )
    walk = picture.with_suffix(".mp4")
    walk.write_bytes(CANARY.encode() * 100)
    looked = desk.seal.recordings.look(walk)
    recording = replace(looked, description=WORDS["place"])
    sealed = desk.seal.seal(referral.id, handing, folder / "P-0001.pdf", chosen=(recording,))
    walk.unlink()
    view = desk.views.keep(CANARY, Looking("all", Narrowing(site=CANARY), CANARY))
    desk.views.leave(view.looking)
    made = [
        view,
        desk.views,
        interview,
        heard,
        note,
        sign,
        pack,
        evidence,
        told,
        entry,
        desk.chronology.of(pack.id),
        referral,
        handing,
        recording,
        sealed,
        desk.referrals.get(referral.id).sealings,
        shift,
        desk,
        *changes,
    ]
    made += [desk.interviews.resume(interview.id), desk.packs.get(pack.id), opened]
    made.append(desk.seal.document(referral.id, handing))
    with shift.work() as work:
        facts = work._connection.execute("SELECT event, facts, record FROM audit").fetchall()
    made.append(facts)
    opened.vault.close()
    return made


def files_with_it(folder: Path) -> list[str]:
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and (CANARY.encode() in path.read_bytes() or CANARY in path.name)
    ]


def test_nothing_personal_is_found_outside_the_vault(world, caplog, capfd):
    caplog.set_level(logging.DEBUG)

    made = whole_job(world)

    out, err = capfd.readouterr()
    assert CANARY not in out + err + caplog.text
    assert files_with_it(world) == []
    for one in made:
        assert CANARY not in repr(one), type(one).__name__


def test_nothing_personal_is_left_when_the_program_is_killed(world):
    script = (
        "import sys, os; sys.path.insert(0, os.getcwd())\n"
        "from pathlib import Path\n"
        "from tests import test_privacy\n"
        "from welfare_app.store.vault import Vault\n"
        "Vault.close = lambda self: os._exit(9)\n"
        f"test_privacy.whole_job(Path({str(world)!r}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(world / "temp")},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 9, done.stderr.decode()[-500:]
    assert CANARY.encode() not in done.stdout + done.stderr
    assert files_with_it(world) == []


def test_an_error_tells_a_code_and_never_an_answer(world):
    tools = toolbox(secrets=NoSecrets())
    with pytest.raises(WelfareAppError) as refused:
        tools.renderer.render(_unreadable())

    assert CANARY not in str(refused.value) + repr(refused.value) + str(refused.value.facts)


def _unreadable():
    from welfare_app.domain.document import Document, Line, Paragraph

    return Document(Line("A title"), "P-1", "", (Paragraph(Line(f"{CANARY} \U0001f9a4")),))


def test_the_window_and_the_files_have_names_that_give_nothing_away():
    from welfare_app.app import folders
    from welfare_app.ui import preferences, window

    assert window.TITLE == preferences.NAME == folders.FOLDER == "Notes"
