"""What somebody wants to see on the case desk: which cases, in which order."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from welfare_app.domain.ids import StaffId


class Order(StrEnum):
    """What a list is sorted by."""

    DUE = "due"
    NUMBER = "number"
    WORKER = "worker"
    SITE = "site"
    STAGE = "stage"
    PATH = "path"


class Standing(StrEnum):
    """Where a case stands that is at no stage of its workflow; the others go by their stage."""

    UNDER_WAY = "under-way"
    FINISHED = "finished"
    ASKS = "asks-for-a-pack"
    DONE = "all-done"


@dataclass(frozen=True, slots=True)
class DeskView:
    """Which cases and in which order. What is blank or nothing does not choose.

    `open` keeps those that still need someone, or those that do not. `due_before` keeps those
    with a time before it, `late_at` those late at that moment, `undated` those with no time.
    Of sites, paths, stages and people a set keeps those that are in it: an empty one keeps none.
    `words` are looked for in names, notes and answers.
    """

    open: bool | None = None
    due_before: datetime | None = None
    late_at: datetime | None = None
    undated: bool = False
    by: frozenset[StaffId] | None = None
    sites: frozenset[str] | None = field(default=None, repr=False)
    paths: frozenset[str] | None = None
    stages: frozenset[str] | None = None
    words: str = field(default="", repr=False)
    order: Order = Order.DUE
    descending: bool = False
