"""What the audit trail tells in a pack: counted by the day, and nothing of what was left out."""

from dataclasses import replace
from datetime import timedelta

from tests.domain.stories import HANDING, story
from tests.factories import NOON
from welfare_app.domain.document import Table
from welfare_app.domain.leaving_out import LeftOut, Part
from welfare_app.domain.record_extract import extract_blocks
from welfare_app.domain.recorded import Recorded, counted
from welfare_app.domain.referral import ANONYMOUS
from welfare_app.domain.story import fitting


def entry(minutes=0, said="wrote an answer in P-0001", event="StageAnswered", about="P-0001"):
    at = NOON + timedelta(minutes=minutes)
    return Recorded(at, at, "Rosa Example", said, about, event)


ENTRIES = (
    entry(event="StageAnswered"),
    entry(said="took a file into P-0001", event="EvidenceKept"),
    entry(said="wrote down a call at stage S5 of P-0001", event="CallWritten"),
    entry(said="noted a sign in W-0001", event="SignNoted", about="W-0001"),
    entry(said="wrote an answer in W-0001", event="AnswerRecorded", about="W-0001"),
)


def events(told):
    return [one.event for one in fitting(told).record]


def test_the_like_of_one_day_is_counted_together_and_of_two_days_is_not():
    day = 24 * 60
    found = counted([entry(day), entry(7), entry(), entry(3, "called stage S0 of P-0001 done")])

    assert [(one.times, one.first, one.last) for one in found] == [
        (2, NOON, NOON + timedelta(minutes=7)),
        (1, NOON + timedelta(minutes=3), NOON + timedelta(minutes=3)),
        (1, NOON + timedelta(minutes=day), NOON + timedelta(minutes=day)),
    ]


def test_a_row_says_from_when_to_when_and_how_often():
    [table] = [
        block for block in extract_blocks(counted([entry(), entry(65)])) if type(block) is Table
    ]
    when, who, what, times = (cell.text for cell in table.rows[0])

    assert when.endswith(f" to {(NOON + timedelta(minutes=65)).astimezone():%H:%M}")
    assert (who, what, times) == ("Rosa Example", "Wrote an answer in P-0001", "2")


def test_what_was_left_out_is_not_told_of_in_the_trail_either(library, sample):
    told = story(library, sample, record=ENTRIES)

    def without(part):
        return events(replace(told, handing=replace(HANDING, left_out=LeftOut((part,), "Why"))))

    assert events(told) == [one.event for one in ENTRIES]
    assert "EvidenceKept" not in without(Part.EVIDENCE)
    assert "CallWritten" not in without(Part.CALLS)
    assert "SignNoted" not in without(Part.SIGNS)
    assert without(Part.INTERVIEW) == ["StageAnswered", "EvidenceKept", "CallWritten"]


def test_a_report_that_names_nobody_tells_nothing_of_the_talk(library, sample):
    told = story(library, sample, record=ENTRIES, route=ANONYMOUS)

    assert {one.about for one in fitting(told).record} == {"P-0001"}
