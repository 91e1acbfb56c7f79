"""The recordings that lie beside a pack, on paper: what each is, and how it is opened."""

from collections.abc import Iterator

from welfare_app.domain.document import Block, Heading, Line, Paragraph, Table
from welfare_app.domain.recordings import COMMAND, KEY_NAME, Recording

_HOW = (
    "These lie beside the sealed pack, each locked, and are not in it. The key to all of them is "
    f"attached to the pack as {KEY_NAME}. Save it, and open each with any tool that reads the age "
    f"format: {COMMAND}. Then compare its SHA-256."
)
_LATER = "Taken as it is locked"


def recordings_blocks(recordings: tuple[Recording, ...]) -> Iterator[Block]:
    """Nothing at all where there are none."""
    if not recordings:
        return
    yield Heading(1, Line("Recordings beside the sealed pack"))
    yield Paragraph(Line(_HOW), opens=True)
    head = tuple(map(Line, ("Recording", "What it is", "SHA-256 once opened")))
    yield Table(
        "Recordings beside the sealed pack",
        head,
        tuple(
            (
                Line(f"{one.name}\n{one.size:,} bytes\nlocked as {one.locked_as}"),
                Line(one.description or "Not said"),
                Line(one.digest or _LATER),
            )
            for one in recordings
        ),
        (0.32, 0.3, 0.38),
    )
