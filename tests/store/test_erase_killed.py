"""Whoever pulls the plug while a case is erased finds all of it, or none; and can go on."""

import hashlib
import os
import random
import shutil
import time

import pytest

from tests.conftest import KEY
from tests.factories import NOON, ROSA, interview, pack
from tests.store.test_vault import keep
from tests.warm import warmed
from welfare_app.domain.events import EvidenceKept, NoteKept, PackOpened
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import EvidenceId, NoteId
from welfare_app.domain.notes import LineKind, Note

TIMES = 200 if "WELFARE_APP_TORTURE" in os.environ else 10


@pytest.fixture
def whole(door, tmp_path):
    """The folder of a vault with a case of several megabytes, and another talk beside it."""
    folder = tmp_path / "whole"
    folder.mkdir()
    vault = door.create(folder, KEY)
    keep(vault, interview(1, how="by bus"))
    keep(vault, interview(2, how="by van"))
    with vault.work(ROSA) as work:
        for number in range(300):
            note = Note(
                NoteId(f"note-{number}"), "interview-1", NOON, ROSA, LineKind.SAID, "x" * 90
            )
            work.notes.save(note, because=NoteKept(note.id, note.interview))
        opened = pack(1, interview="interview-1")
        work.packs.save(opened, because=PackOpened(opened.id, "interview-1"))
        for number in range(3):
            data = random.Random(number).randbytes(1_500_000)  # noqa: S311
            file = Evidence(
                EvidenceId(f"file-{number}"), opened.id, number + 1, "a.png", "image/png",
                len(data), _digest(data), NOON, ROSA,
            )  # fmt: skip
            work.evidence.put(file.id, [data])
            work.evidence.save(file, because=EvidenceKept(file.id, opened.id, file.digest))
        work.commit()
    vault.close()
    return folder


def _digest(data):
    return hashlib.sha256(data).hexdigest()


@pytest.fixture(scope="module")
def other():
    """Ready to erase in another process."""
    with warmed("tests.store.erase_and_die") as other:
        yield other


def erase_until(other, folder, seconds=None):
    """Begin to erase, and kill it after a while, if at all. Says how far it said it had got."""
    running = other.start(folder)
    assert running.line() == "begins", running.complaint
    if seconds is not None:
        time.sleep(seconds)
        running.kill()
    return running.lines()


def test_a_kill_in_the_middle_leaves_all_of_it_or_nothing(other, door, whole, tmp_path):
    copy = tmp_path / "timed"
    shutil.copytree(whole, copy)
    began = time.monotonic()
    assert erase_until(other, copy) == ["committed", "cleared"]
    takes = time.monotonic() - began
    chance = random.Random(6)  # noqa: S311
    ends = set()
    for number in range(TIMES):
        folder = tmp_path / f"killed-{number}"
        shutil.copytree(whole, folder)

        said = erase_until(other, folder, chance.uniform(0, takes / 2))

        vault = door.open(folder, KEY)
        with vault.work(ROSA) as work:
            left = len(work.archive.under("interview-1"))
            assert left in {0, 305}
            assert work.interviews.get("interview-2").answers["how"].value == "by van"
            to_clear = work.archive.to_clear()
        assert left == 0 or "committed" not in said
        assert not to_clear or left == 0
        if to_clear:
            vault.clear_remains()
        assert vault.examine().faults == ()
        vault.close()
        ends.add((left, bool(to_clear)))
        shutil.rmtree(folder)
    assert len(ends) > 1, "every kill came at the same moment"
