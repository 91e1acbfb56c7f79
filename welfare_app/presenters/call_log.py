"""The calls of a stage: what the log shows, and a call read as it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from welfare_app.domain.calls import Call, Written
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import StaffId, StageId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.time_of_day import as_kept, is_time
from welfare_app.presenters.times import day_and_hour

FIELDS = {
    "call.no-body": ("body", "Say whom you called"),
    "call.no-person": ("person", "Write a name or a desk; “would not say” will do"),
    "call.no-advice": ("advice", "Write what they said, even if it was nothing new"),
    "call.in-the-future": ("hour", "This is still to come. Check it, and this laptop’s clock"),
    "call.no-day": ("day", "Give the day, month and year"),
    "call.no-hour": ("hour", "Give the time, such as 15:10"),
}
"""Where each thing wrong with a call is said, and how."""


@dataclass(frozen=True, slots=True)
class CallAsked:
    """A call as it was typed."""

    body: str
    day: str
    hour: str
    answered: bool
    person: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)
    advice: str = field(default="", repr=False)
    hold: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call in the log: whom and when, and what was said, a line each."""

    icon: str
    title: str
    lines: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class CallsScreen:
    """The log of a stage, what a new call begins with, and what is wrong with the one typed."""

    stage: str
    lines: tuple[CallLine, ...]
    body: str
    day: str
    hour: str
    problems: tuple[tuple[str, str], ...] = ()


def call_lines(
    calls: tuple[Written, ...], stage: StageId, names: Mapping[StaffId, str], now: datetime
) -> tuple[CallLine, ...]:
    """The calls of a stage, the newest first."""
    found = (one for one in reversed(calls) if one.call.stage == stage)
    return tuple(_line(one, first_name(names, one.by), now) for one in found)


def first_name(names: Mapping[StaffId, str], staff: StaffId) -> str:
    """What a colleague is called in a line beside a time."""
    return names.get(staff, "").split(" ")[0]


def read_call(said: CallAsked, stage: StageId) -> Call:
    """A call as it was meant, or a refusal that says which part cannot be read."""
    known, hour = PartialDate.read(said.day), as_kept(said.hour)
    if known is None or known.day is None:
        raise Refused("call.no-day")
    if not is_time(hour):
        raise Refused("call.no-hour")
    at = datetime.combine(known.first_day(), time.fromisoformat(hour)).astimezone()
    told = (said.person, said.reference, said.advice, said.hold)
    person, reference, advice, hold = (one.strip() for one in told)
    return Call(stage, said.body.strip(), at, said.answered, person, reference, advice, hold)


def _line(one: Written, by: str, now: datetime) -> CallLine:
    call = one.call
    when = ", ".join(filter(None, (day_and_hour(call.at, now), by)))
    if not call.answered:
        return CallLine("minus", f"{call.body}: nobody answered", (when,))
    reference = f"Reference {call.reference}" if call.reference else ""
    who = ", ".join(filter(None, (call.person, reference, when)))
    hold = f"Asked us to wait with: {call.hold}" if call.hold else ""
    return CallLine("phone", call.body, tuple(filter(None, (who, call.advice, hold))))
