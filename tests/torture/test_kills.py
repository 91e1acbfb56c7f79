"""Killed at any moment, the program has kept all it said it kept, and what it kept is sound."""

import os
import shutil
import sys
import threading
import time
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from random import Random
from signal import SIGKILL

import pytest

from tests.torture import deeds
from tests.warm import warmed

DEEDS = sorted(found.name for found in iter_modules(deeds.__path__))
TORTURE = "WELFARE_APP_TORTURE" in os.environ
KILLS, SITTING = (200, 10) if TORTURE else (4, 4)
"""The second: kills in one test, so that a long run is spread over all cores."""
PATIENCE = 60


@pytest.fixture(scope="session")
def prepared(tmp_path_factory):
    """What a deed starts from, made once."""
    there: dict[str, Path] = {}

    def prepare(name: str) -> Path:
        if name not in there:
            there[name] = tmp_path_factory.mktemp("deeds") / name
            import_module(f"tests.torture.deeds.{name}").prepare(there[name])
        return there[name]

    return prepare


@pytest.fixture(scope="module")
def stage():
    """Ready to do any deed, in a process that can be killed."""
    with warmed("tests.torture.stage") as stage:
        yield stage


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed otherwise there")
@pytest.mark.parametrize("sitting", range(KILLS // SITTING))
@pytest.mark.parametrize("name", DEEDS)
def test_killed_in_the_middle_all_that_was_acknowledged_is_there(
    stage, prepared, tmp_path, name, sitting
):
    deed = import_module(f"tests.torture.deeds.{name}")
    acknowledged_at_all = 0
    for number in range(sitting * SITTING, (sitting + 1) * SITTING):
        folder = tmp_path / str(number)
        shutil.copytree(prepared(name), folder)
        chosen = Random(number)  # noqa: S311
        lines, moment = chosen.randint(1, 3), chosen.uniform(0, deed.MOMENT)
        acknowledged = killed(stage, name, folder, lines, moment)
        try:
            deed.kept(folder, acknowledged)
        except BaseException as error:
            error.add_note(f"kill {number} of {name}, {moment:.3f} s after line {lines}")
            raise
        acknowledged_at_all += len(acknowledged)
        shutil.rmtree(folder)
    assert acknowledged_at_all >= SITTING, "it was always killed before it had kept anything"


def killed(stage, name: str, folder: Path, lines: int, moment: float) -> list[str]:
    """Let it write so many lines, kill it so long after, and say what it had acknowledged."""
    child = stage.start(name, folder)
    giving_up = threading.Timer(PATIENCE, child.kill)
    giving_up.start()
    heard = [child.line() for _ in range(lines)]
    listening = threading.Thread(target=lambda: heard.extend(child.lines()))
    listening.start()
    time.sleep(moment)
    child.kill()
    listening.join()
    giving_up.cancel()
    assert child.code == -SIGKILL, child.complaint or "it ended by itself"
    assert child.complaint == ""
    return heard
