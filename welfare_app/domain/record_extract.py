"""The extract of the audit trail on paper: who did what to the records of a case, and when."""

from collections.abc import Iterator

from welfare_app.domain.document import Block, Heading, Line, Paragraph, Table
from welfare_app.domain.recorded import Recorded
from welfare_app.domain.talk_document import moment

HEAD = ("When", "Who", "What was done", "Times")
WIDTHS = (0.29, 0.2, 0.42, 0.09)


def extract_blocks(entries: tuple[Recorded, ...]) -> Iterator[Block]:
    """The extract as a part of a document."""
    if not entries:
        return
    yield Heading(1, Line("Who wrote it down, and when"))
    yield Paragraph(
        Line(
            "From the audit trail, which nobody can rewrite unseen. What one person did several "
            "times in a day stands once, with how often. All of the trail stays with us, and can "
            "be asked for; MANIFEST.json in the sealed file says where it stood."
        ),
        quiet=True,
        opens=True,
    )
    rows = tuple(tuple(map(Line, _cells(one))) for one in entries)
    yield Table("Extract of the audit trail", tuple(map(Line, HEAD)), rows, WIDTHS)


def _cells(one: Recorded) -> tuple[str, ...]:
    begun, ended = moment(one.first), f"{one.last.astimezone():%H:%M}"
    when = begun if begun.endswith(ended) else f"{begun} to {ended}"
    return when, one.who, f"{one.said[:1].upper()}{one.said[1:]}", str(one.times)
