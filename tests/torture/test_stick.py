"""A USB stick pulled out while a pack is sealed onto it leaves nothing half-made or unrecorded."""

import os
import subprocess
import sys

import pytest

from tests.torture.on_a_stick import BESIDE, MANNERS, MOMENTS, NOT_DONE, WITH_RECORDING
from tests.torture.test_small_disk import apart
from tests.warm import ROOT


def test_a_stick_pulled_out_leaves_a_whole_pack_or_none_and_it_can_be_sealed_again(tmp_path):
    if not apart():
        pytest.skip("nobody here may mount a stick: not root, and no user namespaces")
    done = subprocess.run(
        [*apart(), sys.executable, "-m", "tests.torture.on_a_stick", tmp_path],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout[-300:] + done.stderr[-3000:]
    told = dict(line.rsplit(": ", 1) for line in done.stdout.splitlines())
    alone = len(MOMENTS) * len(MANNERS) - 1
    assert len(told) == alone + len(WITH_RECORDING) * len(MANNERS) - len(NOT_DONE)
    for name in ("pulled_out", "gone_with_its_folder"):
        for moment in MOMENTS[2:]:
            assert told[f" {moment}: {name}"] == "seal.cannot-write"
        for moment in WITH_RECORDING[1:]:
            assert told[f"{BESIDE} {moment}: {name}"] == "seal.cannot-write"
