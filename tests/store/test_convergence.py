"""Laptops with clocks a day apart write and send in any order: all end alike, nothing lost."""

import json
import os
import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from random import Random

import pytest

from tests.factories import ROSA
from tests.laptops import HOW, WHERE, Laptop
from welfare_app.courier.entries import entry_from, entry_told
from welfare_app.domain.courier import CaseContents
from welfare_app.domain.events import AnswerRecorded, InterviewFinished, NoteKept, NoteTagged
from welfare_app.domain.ids import FieldId, InterviewId, NoteId
from welfare_app.domain.notes import LineKind, Note

LONG = bool(os.environ.get("WELFARE_APP_TORTURE"))
EXAMPLES, STEPS = (100, 50) if LONG else (6, 50)
"""Each between two laptops and between three: 10,000 operations, or 600 in the short form."""

TEXTS = ("by bus", "on foot", "by van", "in a car", "by train")


class Laptops:
    """Some laptops at work on the same two cases, with parcels lying about."""

    def __init__(self, count, *, together):
        self.folder = Path(tempfile.mkdtemp())
        self.count = count
        self.laptops = [
            Laptop(self.folder / str(at), at + 1, timedelta(days=days))
            for at, days in zip(range(count), (0, 1, -1), strict=False)
        ]
        self.parcels, self.written, self.lines = [], {}, 0
        self.met = Counter()
        for at in (0, 1):
            self.laptops[at].begin(at + 1)
        if together:
            self.cross_everything()

    def do(self, name, laptop, case, number):
        self.met[name] += 1
        getattr(self, name)(laptop, case, number)

    def at(self, number):
        return self.laptops[number % self.count]

    def holds(self, laptop, case):
        with laptop.vault.work(ROSA) as work:
            return f"interview-{case}" in {one.id for one in work.interviews.all()}

    def answer(self, laptop, case, number):
        field, text = (HOW, HOW, WHERE)[number % 3], f"{TEXTS[number % len(TEXTS)]}, {number % 7}"
        if self.holds(one := self.at(laptop), case):
            one.answer(text, field, InterviewId(f"interview-{case}"))
            self.written.setdefault((case, field), set()).add(text)

    def turn_the_page_or_sign_off(self, laptop, case, number):
        ends = number % 3 == 0
        if self.holds(one := self.at(laptop), case):
            with one.vault.work(one.staff) as work:
                id = InterviewId(f"interview-{case}")
                before = work.interviews.get(id)
                after = replace(before, page=f"page-{one.clock:%S}")
                if ends:
                    after = replace(after, finished=before.finished or one.now())
                because = InterviewFinished(id) if ends else AnswerRecorded(id, HOW)
                work.interviews.save(after, because=because)
                work.commit()

    def write_a_line(self, laptop, case, number):
        text = TEXTS[number % len(TEXTS)]
        if self.holds(one := self.at(laptop), case):
            self.lines += 1
            id = InterviewId(f"interview-{case}")
            line = Note(NoteId(f"n-{self.lines}"), id, one.now(), one.staff, LineKind.SAID, text)
            with one.vault.work(one.staff) as work:
                work.notes.save(line, because=NoteKept(line.id, id))
                work.commit()

    def sort_the_last_line(self, laptop, case, number):
        topic = TEXTS[number % len(TEXTS)]
        if self.holds(one := self.at(laptop), case):
            with one.vault.work(one.staff) as work:
                lines = work.notes.of(InterviewId(f"interview-{case}"))
                if lines:
                    line = replace(lines[-1], topic=topic)
                    work.notes.save(line, because=NoteTagged(line.id))
                    work.commit()

    def lock_a_parcel(self, laptop, case, _number):
        if self.holds(one := self.at(laptop), case):
            self.parcels.append(carried(one.gives(InterviewId(f"interview-{case}"))))

    def take_any_parcel(self, laptop, _case, number):
        if self.parcels:
            self.at(laptop).takes(self.parcels[number % len(self.parcels)])

    def carry_at_once(self, laptop, case, number):
        if self.holds(one := self.at(laptop), case):
            self.at(laptop + 1 + number % (self.count - 1)).takes(
                carried(one.gives(InterviewId(f"interview-{case}")))
            )

    def choose(self, laptop, _case, number):
        one = self.at(laptop)
        if contested := one.contested():
            self.met["chosen"] += 1
            at = number % len(contested)
            one.settle(at, -1 if number % 3 else 0)
            assert contested[at].part not in {
                left.part for left in one.contested() if left.record == contested[at].record
            }

    def end(self):
        self.cross_everything()
        self.met["contested"] += len(self.laptops[0].contested())
        self.all_read_alike()
        self.nothing_is_lost()

    def close(self):
        for one in self.laptops:
            one.vault.close()
        shutil.rmtree(self.folder)

    def cross_everything(self):
        for _ in range(2):
            for one, other in permutations(self.laptops, 2):
                for case in (1, 2):
                    if self.holds(one, case):
                        other.takes(carried(one.gives(InterviewId(f"interview-{case}"))))

    def all_read_alike(self):
        first, *others = (reads(one) for one in self.laptops)
        assert all(other == first for other in others)
        for one in self.laptops:
            assert one.vault.examine().sound
            for twice in one.contested():
                if twice.part in {f"answer:{HOW}", f"answer:{WHERE}"}:
                    field = FieldId(twice.part.removeprefix("answer:"))
                    shown = one.reads(field, InterviewId(twice.record))
                    assert json.loads(twice.standing[0].body)["value"] == shown

    def nothing_is_lost(self):
        for one in self.laptops:
            with one.vault.work(ROSA) as work:
                for (case, field), said in self.written.items():
                    history = work.interviews.history(InterviewId(f"interview-{case}"))[field]
                    assert said <= {given.answer.value for given in history}
                lines = [work.notes.of(InterviewId(f"interview-{case}")) for case in (1, 2)]
                assert sum(map(len, lines)) == self.lines


def carried(case):
    """A case as it is read from a parcel."""
    entries = [entry_from(json.loads(json.dumps(entry_told(one)))) for one in case.entries]
    return CaseContents(case.root, tuple(entries))


def reads(laptop):
    """What a laptop shows of every case, and all that it knows of how it came about."""
    found = []
    with laptop.vault.work(ROSA) as work:
        for case in (1, 2):
            id = InterviewId(f"interview-{case}")
            entries = {
                (one.record, one.stamp, one.rows) for one in work.crossing.contents(id).entries
            }
            talk = replace(work.interviews.get(id), number="")
            found.append((talk, set(work.notes.of(id)), entries))
        found.append(set(work.crossing.contested()))
    return found


WORK = (
    *["answer"] * 5,
    "carry_at_once",
    "take_any_parcel",
    "lock_a_parcel",
    "turn_the_page_or_sign_off",
    "write_a_line",
    "sort_the_last_line",
    *["choose"] * 2,
)


def operations(seed):
    """So much work in an order that the seed gives again."""
    chance = Random(seed)  # noqa: S311 - an order of work, no secret
    for _ in range(STEPS):
        yield (
            chance.choice(WORK),
            chance.randrange(3),
            chance.randrange(1, 3),
            chance.randrange(1_000),
        )


@pytest.mark.parametrize("count", [2, 3])
def test_laptops_end_alike_whatever_crossed_when(count):
    met = Counter()
    for seed in range(EXAMPLES):
        laptops = Laptops(count, together=seed % 2 == 0)
        try:
            for one in operations(seed):
                laptops.do(*one)
            laptops.end()
        finally:
            laptops.close()
        met += laptops.met

    assert met["chosen"], "nobody ever had to choose: nothing was shown"
    assert met["contested"], "nothing was ever written twice: nothing was shown"
