"""Spoilt files by the thousand: each is refused in words, soon, and nothing else happens."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desks import WORDS, quick_keys
from tests.torture.fuzz import KINDS
from tests.torture.table import lay
from welfare_app.services.sample_case import HANDING

ROOT = Path(__file__).parents[2]
TORTURE = "WELFARE_APP_TORTURE" in os.environ
CASES = {"slots": 1300, "anchors": 400, "packs": 240, "vaults": 60}
"""Two thousand in all; fifty times as many in the long form."""
SITTINGS = 50 if TORTURE else 1
LONGEST = 1.0
"""Seconds of the processor's time for one file."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the limits are Unix's own")


@pytest.fixture(scope="session")
def patterns(tmp_path_factory):
    """A vault, a sealed pack, and all that opens them."""
    folder = tmp_path_factory.mktemp("patterns") / "table"
    table = lay(folder)
    desk = table.sit()
    pack = desk.seal.seal(table.referral, HANDING, folder / "P-0001.pdf")
    with desk.shift.work() as work:
        (folder / "root.crt").write_bytes(work.register.identity().root_certificate)
    desk.shift.vault.close()
    (folder / "words.txt").write_text(pack.words.text)
    (folder / "words-of-the-vault.txt").write_text(WORDS)
    (folder / "code.txt").write_text(quick_keys(table.vault).replace_recovery(table.key))
    return folder


@pytest.mark.parametrize("sitting", range(SITTINGS))
@pytest.mark.parametrize("kind", KINDS)
def test_a_spoilt_file_is_refused_in_words_and_soon(patterns, tmp_path, kind, sitting):
    folder = tmp_path / "world" / "table"
    shutil.copytree(patterns, folder)
    before = _outside(tmp_path)
    words = [kind, str(CASES[kind]), str(sitting), str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.torture.fuzz", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=1800,
    )

    assert done.returncode == 0, done.stdout[-300:] + done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    assert sum(told["outcomes"].values()) == CASES[kind]
    assert len(told["outcomes"]) > 1, "every file met the same end, so few were tried"
    assert told["longest"] < LONGEST
    assert _outside(tmp_path) == before


def _outside(world: Path) -> list[str]:
    """All there is, but for where the spoilt files are read."""
    return sorted(str(path) for path in world.rglob("*") if "play" not in path.parts)
