"""Giving entries of the trail out, for an investigation: on pages, as a table, or as data.

What leaves is written down in the trail first, with the digest of exactly these bytes, so that
whoever is handed the file later can be told whether it is the one that left.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from welfare_app.domain.document import Document, Fact, Facts, Heading, Line, Paragraph, Table
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import TrailGiven
from welfare_app.domain.people import Organisation
from welfare_app.domain.trail import Asked
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.read_trail import AT_ONCE, ReadTrail, Told
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Disk, Renderer

MOST_ON_PAGES = 5_000
"""Entries. More fill some 250 pages, which nobody reads; a table or data has no limit."""

HEAD = ("Entry", "When (UTC)", "When here", "Who", "Laptop", "What was done", "Record", "Seal")
_ON_PAGES = ("Entry", "When", "Who", "Laptop", "What was done")
_WIDTHS = (0.09, 0.19, 0.17, 0.16, 0.39)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


class Form(StrEnum):
    """What entries are written as."""

    PDF = "pdf"
    CSV = "csv"
    JSON = "json"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Given:
    """What left: how many entries, and the SHA-256 of the file, in hexadecimal."""

    count: int
    digest: str


@dataclass(frozen=True, slots=True)
class GiveOutTrail:
    """Writes entries to a file, or makes the pages to print."""

    shift: Shift
    trail: ReadTrail
    organisation: Organisation
    renderer: Renderer
    disk: Disk

    def save(self, asked: Asked, form: Form, path: Path, progress: Progress = no_progress) -> Given:
        """Write what was asked for to a file. Call it in a job."""
        numbers = self._numbers(asked)
        data = self._written(form, numbers, progress)
        given = Given(len(numbers), hashlib.sha256(data).hexdigest())
        self.disk.write_whole(path, data, lambda: self._record(numbers, form, given))
        return given

    def pages(self, asked: Asked, progress: Progress = no_progress) -> bytes:
        """The pages to print, as a PDF that stays in memory. Call it in a job."""
        numbers = self._numbers(asked)
        data = self._written(Form.PDF, numbers, progress)
        given = Given(len(numbers), hashlib.sha256(data).hexdigest())
        self._record(numbers, Form.PAPER, given)
        return data

    def _numbers(self, asked: Asked) -> Sequence[int]:
        numbers = self.trail.numbers(asked)
        if not numbers:
            raise Refused("trail.nothing-to-give")
        return numbers

    def _written(self, form: Form, numbers: Sequence[int], progress: Progress) -> bytes:
        match form:
            case Form.CSV:
                return _table(self._told(numbers, progress))
            case Form.JSON:
                return self._data(self._told(numbers, progress))
            case Form.PDF | Form.PAPER:
                if len(numbers) > MOST_ON_PAGES:
                    raise Refused("trail.too-many-pages", count=len(numbers), most=MOST_ON_PAGES)
                told = tuple(self._told(numbers, progress))
                return self.renderer.render(self._document(told))

    def _told(self, numbers: Sequence[int], progress: Progress) -> Iterator[Told]:
        for at, one in enumerate(self.trail.all_told(numbers)):
            if at % AT_ONCE == 0:
                progress(at, len(numbers))
            yield one

    def _data(self, told: Iterator[Told]) -> bytes:
        said = {
            "organisation": self.organisation.name,
            "laptop": self.organisation.laptop,
            "written": self.shift.now().isoformat(timespec="seconds"),
            "entries": [
                {
                    "number": one.entry.number,
                    "at": one.entry.at.isoformat(timespec="milliseconds"),
                    "by": one.entry.by,
                    "name": one.who,
                    "laptop": one.entry.device,
                    "event": one.entry.event,
                    "record": one.about,
                    "said": one.said,
                    "facts": one.entry.facts,
                    "seal": one.entry.mac,
                }
                for one in told
            ],
        }
        return json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"

    def _document(self, told: tuple[Told, ...]) -> Document:
        newest, oldest = told[0].entry, told[-1].entry
        facts = (
            ("Laptop", self.organisation.laptop),
            ("Entries", f"{len(told):,}, from {oldest.number:,} to {newest.number:,}"),
            ("Written", f"{self.shift.now().astimezone():%Y-%m-%d %H:%M}"),
            ("Seal of the newest", newest.mac),
        )
        note = "Records go by their number, and nothing here says what anyone answered."
        return Document(
            Line("What was done"),
            f"Entries {oldest.number} to {newest.number}",
            "Names staff. Keep it locked away",
            (
                Paragraph(Line(f"{self.organisation.name}. {note}"), lead=True),
                Facts(tuple(Fact(Line(label), (Line(value),)) for label, value in facts)),
                Heading(2, Line("Entries, the newest first")),
                Table(
                    "What was done, by whom and when",
                    tuple(Line(head) for head in _ON_PAGES),
                    tuple(_row(one) for one in told),
                    _WIDTHS,
                ),
            ),
        )

    def _record(self, numbers: Sequence[int], form: Form, given: Given) -> None:
        told = TrailGiven(numbers[-1], numbers[0], given.count, form, given.digest)
        with self.shift.work() as work:
            work.audit.note(told)
            work.commit()


def _row(one: Told) -> tuple[Line, ...]:
    when = f"{one.entry.at.astimezone():%Y-%m-%d %H:%M}"
    said = f"{one.said[:1].upper()}{one.said[1:]}"
    cells = (str(one.entry.number), when, one.who, one.entry.device, said)
    return tuple(Line(cell) for cell in cells)


def _table(told: Iterator[Told]) -> bytes:
    """The entries as CSV, with a mark at the front that tells a spreadsheet they are UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEAD)
    for one in told:
        entry = one.entry
        cells = (
            str(entry.number),
            entry.at.isoformat(timespec="milliseconds"),
            f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}",
            one.who,
            entry.device,
            one.said,
            one.about,
            entry.mac,
        )
        writer.writerow([_harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """The cell, with a mark in front where a spreadsheet would run it."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def file_name(first: int, last: int, form: Form) -> str:
    """What the file is called: the entries in it and nothing of anyone."""
    return f"entries-{first}-{last}.{form}"
