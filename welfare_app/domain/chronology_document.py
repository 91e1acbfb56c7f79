"""The chronology on paper: when it happened, what, how we know, and when it was written down."""

from collections.abc import Iterator, Mapping, Sequence

from welfare_app.domain.chronology import Happening, Source, when_words
from welfare_app.domain.document import Block, Document, Heading, Line, Paragraph, Table
from welfare_app.domain.ids import StaffId
from welfare_app.domain.talk_document import moment
from welfare_app.domain.wording import KNOWN

SOURCES = {
    Source.TALK: "Talk",
    Source.SIGN: "Sign",
    Source.STAGE: "Incident pack",
    Source.FILE: "File",
    Source.CALL: "Call",
    Source.HAND: "By hand",
}
WIDTHS = (0.25, 0.36, 0.14, 0.25)
HEAD = ("Happened", "What", "How we know", "Written down")
MARKING = "Sensitive. This file is not locked."


def compose_chronology(
    number: str, happenings: Sequence[Happening], names: Mapping[StaffId, str], marking: str
) -> Document:
    """The chronology by itself."""
    blocks = tuple(chronology_blocks(happenings, names))
    return Document(Line(f"Chronology, pack {number}"), number, marking, blocks)


def chronology_blocks(
    happenings: Sequence[Happening], names: Mapping[StaffId, str]
) -> Iterator[Block]:
    """The chronology as a part of a document."""
    yield Heading(1, Line("What happened, in order"))
    if not happenings:
        yield Paragraph(Line("Nothing has been written down."))
        return
    yield Paragraph(
        Line(
            "By the day it happened, as far as that is known; the last column says when it was "
            "written down. A correction is added, and what it corrects stays."
        ),
        quiet=True,
        opens=True,
    )
    rows = tuple(_row(one, names) for one in happenings)
    yield Table("What happened, in order", tuple(map(Line, HEAD)), rows, WIDTHS)


def known_words(happening: Happening) -> str:
    """How it is known, and what part of the case tells of it."""
    source = SOURCES[happening.source]
    return f"{KNOWN[happening.known]}, {source.lower()}" if happening.known else source


def earlier_words(happening: Happening, names: Mapping[StaffId, str]) -> Iterator[str]:
    """What earlier entries said, the newest of them first."""
    before = happening.corrects
    while before is not None:
        written = f"{moment(before.written)}, {names.get(before.by, 'staff')}"
        yield f"Corrects what was written {written}: “{before.what}” ({when_words(before)})"
        before = before.corrects


def _row(happening: Happening, names: Mapping[StaffId, str]) -> tuple[Line, ...]:
    what = "\n".join((happening.what, *earlier_words(happening, names)))
    written = f"{moment(happening.written)}\n{names.get(happening.by, 'staff')}"
    return tuple(map(Line, (when_words(happening), what, known_words(happening), written)))
