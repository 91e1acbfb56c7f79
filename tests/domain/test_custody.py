"""The chain of custody only grows, and says who, by whom, when and how."""

from datetime import date

import pytest

from tests.conftest import NOON
from tests.desks import ROSA, stopped
from welfare_app.domain.custody import Deed, Handling, day_fault, faults_in, refuse_future
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import EvidenceHandled
from welfare_app.domain.evidence import Evidence

TODAY = date(2026, 5, 12)
FILE = Evidence("e", "p", 1, "van.jpg", "image/jpeg", 9, "ab", NOON, ROSA.id)


def link(deed=Deed.SHOWN, who="PC Example"):
    return Handling(deed, who, "Rosa Example", "2026-05", "", NOON, ROSA.id)


def test_a_link_is_added_behind_the_others_and_changes_none():
    once, _ = FILE.handle(link())
    twice, event = once.handle(link(Deed.COPIED, "The lead"))

    assert twice.handled == (link(), link(Deed.COPIED, "The lead"))
    assert event == EvidenceHandled("e", "copied")
    assert FILE.handled == ()


def test_a_chain_shows_no_one_in_a_trace():
    assert "Example" not in repr(FILE.handle(link())[0])
    assert "Example" not in repr(link())


@pytest.mark.parametrize("day", ["", "2026", "2026-05", "2026-05-12", "1999-12-31"])
def test_a_day_may_be_half_remembered_or_left_out(day):
    assert day_fault(day, TODAY) == ""


@pytest.mark.parametrize("day", ["2027", "2026-06", "2026-05-13", "9999"])
def test_a_day_that_has_not_come_is_refused(day):
    assert day_fault(day, TODAY) == "custody.future"
    with stopped(Refused, "evidence.future"):
        refuse_future(day, TODAY)


def test_what_is_no_day_is_told_apart():
    assert day_fault("2026-02-30", TODAY) == "custody.no-such-day"
    assert day_fault("Tuesday", TODAY) == "custody.no-such-day"


def test_each_thing_left_out_is_named():
    assert faults_in(" ", "", "", TODAY) == (
        ("who", "custody.who"),
        ("done_by", "custody.done-by"),
        ("day", "custody.day"),
    )
    assert faults_in("The worker", "Rosa", "2026", TODAY) == ()
