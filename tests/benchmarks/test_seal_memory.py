"""Sealing and checking a hundred megabytes: how long, and how much memory beyond the program's."""

import gc
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.test_seal import PHOTOS, desk, keep_photographs  # noqa: F401 - a fixture
from welfare_app.domain.seal import Verdict
from welfare_app.seal.checker import PdfSealChecker
from welfare_app.services.sample_case import HANDING

MB = 1_000_000
STATM = Path("/proc/self/statm")
PAGE = os.sysconf("SC_PAGE_SIZE")


def resident() -> int:
    """Bytes of this process that are in memory."""
    return int(STATM.read_text().split()[1]) * PAGE


@contextmanager
def measured() -> Iterator[dict[str, float]]:
    """Seconds the block took, and the most memory in it beyond what was held before, in MB."""
    gc.collect()
    before, most, over = resident(), [resident()], threading.Event()

    def watch() -> None:
        while not over.wait(0.01):
            most[0] = max(most[0], resident())

    watching = threading.Thread(target=watch)
    watching.start()
    found: dict[str, float] = {}
    began = time.perf_counter()
    try:
        yield found
    finally:
        found["seconds"] = time.perf_counter() - began
        over.set()
        watching.join()
        found["beyond"] = (most[0] - before) / MB


def test_a_hundred_megabytes_are_sealed_and_checked(desk, tmp_path, capsys):  # noqa: F811
    [pack] = desk.around.look().open_packs
    referral = desk.referrals.of(pack.id)
    desk.seal.seal(referral.id, HANDING, tmp_path / "first.pdf")  # what is loaded once is loaded
    size = keep_photographs(desk, pack.id, tmp_path, PHOTOS)
    with measured() as sealing:
        sealed = desk.seal.seal(referral.id, HANDING, tmp_path / "pack.pdf")
    with desk.shift.work() as work:
        root = work.register.identity().root_certificate
    with measured() as checking:
        report = PdfSealChecker().check(sealed.path.read_bytes(), sealed.words.text, root)
    with capsys.disabled():
        for what, cost in (("sealing", sealing), ("checking", checking)):
            times = cost["beyond"] * MB / size
            took = f"{cost['seconds']:.1f} s and {cost['beyond']:.0f} MB beyond"
            print(f"\n{what} {size / MB:.0f} MB of photographs: {took}, {times:.1f} times them")
    assert report.verdict is Verdict.GENUINE
