"""A gigabyte backed up and proved in the background, and how long saves take meanwhile."""

import hashlib
import os
import statistics
import threading
import time
from itertools import count

from tests.backups import Elsewhere, door_of, make_vault, talk
from tests.conftest import NOON
from tests.desks import ROSA
from tests.factories import pack
from welfare_app.domain.answers import Answer
from welfare_app.domain.events import EvidenceKept, PackOpened
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import EvidenceId, FieldId
from welfare_app.services.back_up import BackUp
from welfare_app.services.shift import Shift

FILES, FILE = 40, 25 * 1024 * 1024
PAUSE = 0.02
"""Seconds between two saves: someone who types without ever stopping to think."""
TEXT = "He took my passport and said it was safer that way. " * 4


def fill(vault) -> None:
    """Evidence of a gigabyte, as photographs are: nothing in it can be made smaller."""
    digest = hashlib.sha256
    with vault.work(ROSA.id) as work:
        work.packs.save(pack(), because=PackOpened("pack-1", None))
        work.commit()
    for number in range(FILES):
        data = os.urandom(FILE)
        known = digest(data).hexdigest()
        one = Evidence(
            EvidenceId(f"e{number}"),
            "pack-1",
            number,
            "rota.png",
            "image/png",
            FILE,
            known,
            NOON,
            ROSA.id,
        )
        with vault.work(ROSA.id) as work:
            work.evidence.put(one.id, iter([data]))
            work.evidence.save(one, because=EvidenceKept(one.id, one.pack, known))
            work.commit()


def saves(vault, until) -> list[float]:
    """Save answers, one after another, and how long each took in milliseconds."""
    spent = []
    numbers = count()
    while not until():
        number = next(numbers)
        began = time.perf_counter()
        with vault.work(ROSA.id) as work:
            changed, because = work.interviews.get("interview-1").record(
                FieldId(f"f{number % 40}"), Answer(f"{TEXT}{number}")
            )
            work.interviews.save(changed, because=because)
            work.commit()
        spent.append((time.perf_counter() - began) * 1000)
        time.sleep(PAUSE)
    return spent


def line(spent: list[float]) -> str:
    """The middle, the slowest of a hundred, and the slowest."""
    parts = statistics.quantiles(spent, n=100)
    middle = statistics.median(spent)
    return f"{len(spent)} saves, p50 {middle:.2f} ms, p99 {parts[98]:.2f}, worst {max(spent):.1f}"


def test_saves_stay_quick_while_a_gigabyte_is_backed_up_and_proved(tmp_path, capsys):
    door = door_of(Elsewhere())
    vault = door.open(tmp_path / "vault", make_vault(door, tmp_path / "vault"))
    talk(vault, 1)
    fill(vault)
    (tmp_path / "stick").mkdir()
    shift = Shift(vault, ROSA, lambda: NOON, lambda: "id", lambda _: None)
    back_up = BackUp(shift, "0.1.0")
    back_up.choose(tmp_path / "stick")
    stop = time.perf_counter() + 5
    alone = saves(vault, lambda: time.perf_counter() > stop)

    made, at = [], []

    def run() -> None:
        began = time.perf_counter()
        made.append(back_up.make(lambda done, _total: at.append((done, time.perf_counter()))))
        made.append(time.perf_counter() - began)

    thread = threading.Thread(target=run)
    thread.start()
    meanwhile = saves(vault, lambda: not thread.is_alive())
    thread.join()

    backup, took = made
    copied = next(when for done, when in at if done >= 300) - at[0][1]
    with capsys.disabled():
        print(f"\n{backup.size / 1e9:.2f} GB copied in {copied:.1f} s, and proved, {took:.1f} s")
        print(f"alone:     {line(alone)}")
        print(f"meanwhile: {line(meanwhile)} (aim: under 20)")
    assert backup.proved
    assert vault.examine().sound
    vault.close()
