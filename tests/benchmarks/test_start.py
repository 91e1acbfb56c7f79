"""Start to the first painted lock screen, against a bare PySide6 window."""

import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.timing import ratio
from welfare_app.app.toolbox import toolbox
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.practice import make_practice

ROOT = Path(__file__).parents[2]
TIMES = 9


def first_paint(*words: str) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.first_paint", str(time.time()), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1])


def test_the_lock_screen_is_painted_nearly_as_soon_as_a_bare_window(tmp_path, capsys):
    tools = toolbox(secrets=NoSecrets())
    make_practice(tools, tmp_path, tools.new_words().text)
    ours, bare = [], []
    for _ in range(TIMES):
        ours.append(first_paint("ours", str(tmp_path)))
        bare.append(first_paint("bare"))

    with capsys.disabled():
        print(f"\nfirst painted lock screen: {ratio(ours, bare)} (aim 1.5)")
    assert min(ours) > 0
