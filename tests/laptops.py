"""Laptops whose cases cross, as far as a vault goes: each with its own clock and key."""

from copy import copy
from dataclasses import replace
from datetime import timedelta
from shutil import copytree

from tests.conftest import NOON
from tests.factories import ROSA, interview
from welfare_app.domain.answers import Answer
from welfare_app.domain.events import AnswerRecorded, InterviewStarted
from welfare_app.domain.ids import FieldId, InterviewId, StaffId
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.vault import Door

ID = InterviewId("interview-1")
HOW, WHERE = FieldId("how"), FieldId("where")


class Laptop:
    """A vault with its own clock and key, and the few things these tests do with it."""

    def __init__(self, folder, number, ahead=timedelta()):
        folder.mkdir()
        self.folder, self._number = folder, number
        self.clock = NOON + ahead
        self.door = Door(self.now, f"Laptop {number}", lambda at, _name: [FileAnchor(at)])
        self.vault = self.door.create(folder, bytes([number]) * 32)
        self.staff = StaffId(f"staff-{number}")

    def as_it_was(self, folder):
        """A laptop whose vault was put back, in another folder, as this one's is now."""
        again = copy(self)
        copytree(self.folder, folder)
        again.folder, again.door = folder, copy(self.door)
        again.vault = again.door.open(folder, bytes([self._number]) * 32)
        return again

    def now(self):
        self.clock += timedelta(seconds=1)
        return self.clock

    def begin(self, number=1):
        with self.vault.work(self.staff) as work:
            one = interview(number, how="by bus")
            one = replace(one, number=work.interviews.next_number())
            work.interviews.save(one, because=InterviewStarted(one.id, one.form, 1))
            work.commit()
        return one.id

    def answer(self, text, field=HOW, id=ID):
        with self.vault.work(self.staff) as work:
            one = work.interviews.get(id)
            one = replace(one, answers={**one.answers, field: Answer(text)})
            work.interviews.save(one, because=AnswerRecorded(id, field))
            work.commit()

    def reads(self, field=HOW, id=ID):
        with self.vault.work(ROSA) as work:
            return work.interviews.get(id).answers[field].value

    def number(self, id=ID):
        with self.vault.work(ROSA) as work:
            return work.interviews.get(id).number

    def gives(self, id=ID):
        with self.vault.work(ROSA) as work:
            return work.crossing.contents(id)

    def takes(self, case):
        with self.vault.work(self.staff) as work:
            arrivals = work.crossing.take(case)
            work.commit()
        return arrivals

    def contested(self):
        with self.vault.work(ROSA) as work:
            return work.crossing.contested()

    def settle(self, at=0, which=0, **more):
        one = self.contested()[at]
        with self.vault.work(self.staff) as work:
            work.crossing.settle(one.record, one.part, one.standing[which].stamp, **more)
            work.commit()

    def entries(self):
        return self.vault.examine().entries
