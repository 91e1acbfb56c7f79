"""A vault of 100,000 interviews, opened and looked round in, against an empty one."""

import statistics
import time
from datetime import timedelta

from tests.conftest import KEY, NOON
from tests.desks import ROSA, register, sit_down
from tests.torture.table import rows, tools
from welfare_app.domain.answers import Answer
from welfare_app.domain.ids import FieldId, InterviewId
from welfare_app.domain.interview import Interview

MANY = 100_000
UNFINISHED = 40
TIMES = 9
AIM = 200
"""Milliseconds more than an empty one."""


def fill(desk, many):
    """So many interviews, all but the newest signed off, each save with its audit entry."""
    form = desk.definitions.form("welfare-interview").form
    with desk.shift.work() as work:
        for number in range(many):
            at = NOON + timedelta(minutes=number)
            id, name = InterviewId(tools().new_id()), f"W-{number + 1:04}"
            talk, because = Interview.start(id, name, form, at, ROSA.id, None)
            talk, _ = talk.record(FieldId("first-name"), Answer(f"Person {number} Example"), "")
            if number < many - UNFINISHED:
                talk, _ = talk.finish(at)
            work.interviews.save(talk, because=because)
        work.commit()
    desk.around.look()  # day by day the cards of the lists are made as talks are held


def opened(folder):
    """How long it takes to open a vault, and to find what needs someone; in milliseconds."""
    spent = []
    for _ in range(TIMES):
        began = time.perf_counter()
        vault = tools().door.open(folder, KEY)
        between = time.perf_counter()
        around = sit_down(tools(), vault).around.look()
        spent.append((between - began, time.perf_counter() - between))
        vault.close()
        if sum(spent[0]) > 5:
            break
    opening, looking = (statistics.median(each) * 1000 for each in zip(*spent, strict=True))
    return opening, looking, len(around.unfinished)


def test_a_vault_of_a_hundred_thousand_opens_nearly_as_soon_as_an_empty_one(tmp_path, capsys):
    identity = tools().new_identity("Orchard Example Labour Ltd", "Laptop", NOON)
    for name, many in (("empty", 0), ("many", MANY)):
        (tmp_path / name).mkdir()
        vault = tools().door.create(tmp_path / name, KEY)
        register(vault, identity)
        fill(sit_down(tools(), vault), many)
        vault.close()

    empty, full = opened(tmp_path / "empty"), opened(tmp_path / "many")

    more = sum(full[:2]) - sum(empty[:2])
    with capsys.disabled():
        print(
            f"\n100,000 interviews: opened {full[0]:.1f} ms, looked round {full[1]:.1f} ms; empty "
            f"{empty[0]:.1f} and {empty[1]:.1f} ms; {more:.0f} ms more (aim {AIM})"
        )
    assert full[2] == UNFINISHED
    vault = tools().door.open(tmp_path / "many", KEY)
    assert len(rows(vault)["record"]) > MANY
    vault.close()
