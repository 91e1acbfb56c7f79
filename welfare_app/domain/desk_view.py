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


@dataclass(frozen=True, slots=True)
class DeskView:
    """Which cases and in which order. What is blank or nothing does not choose.

    `open` keeps those that still need someone, or those that do not. `due_before` keeps those
    with a time before it. `words` are looked for in names, notes and answers.
    """

    open: bool | None = None
    due_before: datetime | None = None
    by: StaffId | None = None
    site: str = field(default="", repr=False)
    path: str = ""
    stage: str = ""
    words: str = field(default="", repr=False)
    order: Order = Order.DUE
    descending: bool = False
