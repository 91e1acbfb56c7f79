"""Dates as people remember them: a year, a month of a year, or a day. Never a made-up first."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""In the language of the document, whatever language the laptop speaks."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date known to the year, to the month, or to the day."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def read(cls, text: str) -> Self | None:
        """The date in ISO 8601, cut short where it is not known; nothing if it is no real date."""
        found = _SHAPE.fullmatch(text.strip())
        if not found:
            return None
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None  # noqa: S101 - the shape has one
        try:
            date(year, 1 if month is None else month, 1 if day is None else day)
        except ValueError:
            return None
        return cls(year, month, day)

    def __str__(self) -> str:
        """ISO 8601, cut short where it is not known."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def said(self) -> str:
        """In words a person would use: 12 March 2026, March 2026, or 2026."""
        if self.month is None:
            return str(self.year)
        month = f"{MONTHS[self.month - 1]} {self.year}"
        return month if self.day is None else f"{self.day} {month}"

    def first_day(self) -> date:
        """The earliest day it can mean, for putting in order only."""
        return date(self.year, self.month or 1, self.day or 1)
