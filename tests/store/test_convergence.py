"""Laptops with clocks a day apart write and send in any order: all end alike, nothing lost."""

import json
import os
import shutil
import tempfile
from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from tests.factories import ROSA
from tests.laptops import HOW, WHERE, Laptop
from welfare_app.courier.entries import entry_from, entry_told
from welfare_app.domain.courier import CaseContents
from welfare_app.domain.events import AnswerRecorded, InterviewFinished, NoteKept, NoteTagged
from welfare_app.domain.ids import InterviewId, NoteId
from welfare_app.domain.notes import LineKind, Note

LONG = bool(os.environ.get("WELFARE_APP_TORTURE"))
EXAMPLES, STEPS = (200, 50) if LONG else (8, 40)
"""10,000 operations in the long form, 320 in the short."""

laptops = some.integers(0, 2)
cases = some.integers(1, 2)
fields = some.sampled_from([HOW, WHERE])
texts = some.sampled_from(["by bus", "on foot", "by van", "in a car", "by train"])


class Laptops(RuleBasedStateMachine):
    """Two or three laptops at work on the same cases, with parcels lying about."""

    count = 3

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        days = (0, 1, -1)
        self.laptops = [
            Laptop(self.folder / str(at), at + 1, timedelta(days=days[at]))
            for at in range(self.count)
        ]
        self.parcels, self.written, self.lines = [], {}, 0
        for at in (0, 1):
            self.laptops[at].begin(at + 1)

    def at(self, number):
        return self.laptops[number % self.count]

    def holds(self, laptop, case):
        with laptop.vault.work(ROSA) as work:
            return f"interview-{case}" in {one.id for one in work.interviews.all()}

    @rule(laptop=laptops, case=cases, field=fields, text=texts)
    def answer(self, laptop, case, field, text):
        if self.holds(one := self.at(laptop), case):
            one.answer(text, field, InterviewId(f"interview-{case}"))
            self.written.setdefault((case, field), set()).add(text)

    @rule(laptop=laptops, case=cases, ends=some.booleans())
    def turn_the_page_or_sign_off(self, laptop, case, ends):
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

    @rule(laptop=laptops, case=cases, text=texts)
    def write_a_line(self, laptop, case, text):
        if self.holds(one := self.at(laptop), case):
            self.lines += 1
            id = InterviewId(f"interview-{case}")
            line = Note(NoteId(f"n-{self.lines}"), id, one.now(), one.staff, LineKind.SAID, text)
            with one.vault.work(one.staff) as work:
                work.notes.save(line, because=NoteKept(line.id, id))
                work.commit()

    @rule(laptop=laptops, case=cases, topic=texts)
    def sort_the_last_line(self, laptop, case, topic):
        if self.holds(one := self.at(laptop), case):
            with one.vault.work(one.staff) as work:
                lines = work.notes.of(InterviewId(f"interview-{case}"))
                if lines:
                    line = replace(lines[-1], topic=topic)
                    work.notes.save(line, because=NoteTagged(line.id))
                    work.commit()

    @rule(laptop=laptops, case=cases)
    def lock_a_parcel(self, laptop, case):
        if self.holds(one := self.at(laptop), case):
            self.parcels.append(carried(one.gives(InterviewId(f"interview-{case}"))))

    @rule(laptop=laptops, which=some.integers(0, 1_000))
    def take_any_parcel(self, laptop, which):
        if self.parcels:
            self.at(laptop).takes(self.parcels[which % len(self.parcels)])

    @rule(laptop=laptops, which=some.integers(0, 1_000))
    def choose(self, laptop, which):
        one = self.at(laptop)
        if contested := one.contested():
            at = which % len(contested)
            one.settle(at, which % len(contested[at].standing))

    def teardown(self):
        try:
            self.cross_everything()
            self.all_read_alike()
            self.nothing_is_lost()
        finally:
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

    def nothing_is_lost(self):
        for one in self.laptops:
            with one.vault.work(ROSA) as work:
                for (case, field), said in self.written.items():
                    history = work.interviews.history(InterviewId(f"interview-{case}"))[field]
                    assert said <= {given.answer.value for given in history}
                lines = [work.notes.of(InterviewId(f"interview-{case}")) for case in (1, 2)]
                assert sum(map(len, lines)) == self.lines


class TwoLaptops(Laptops):
    """The same between two."""

    count = 2


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


def run(machine):
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=EXAMPLES // 2,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=not LONG,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_two_laptops_end_alike_whatever_crossed_when():
    run(TwoLaptops)


def test_three_laptops_end_alike_whatever_crossed_when():
    run(Laptops)
