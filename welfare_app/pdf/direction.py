"""Which way each character runs, and the order in which a line is drawn (Unicode UAX 9)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fpdf.bidi import BidiParagraph, auto_detect_base_direction
from fpdf.enums import TextDirection

from welfare_app.pdf.languages import written_right_to_left

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(frozen=True, slots=True)
class Direction:
    """Where a line starts, and the embedding level of each character; none if all run forward."""

    right_to_left: bool
    levels: tuple[int, ...] | None = None

    def between(self, start: int, end: int) -> tuple[int, ...] | None:
        """The levels of a stretch of the line."""
        return self.levels[start:end] if self.levels else None


def direction_of(line: str, language: str) -> Direction:
    """How a line runs: as its language does, or else as its first letter does."""
    if not RIGHT_TO_LEFT.search(line):
        return Direction(right_to_left=False)
    backward = (
        written_right_to_left(language) or auto_detect_base_direction(line) == TextDirection.RTL
    )
    base = TextDirection.RTL if backward else TextDirection.LTR
    characters = BidiParagraph(line, base, preserve_bn_chars=True).characters
    return Direction(backward, tuple(int(char.embedding_level) for char in characters))


def visual_order(levels: Sequence[int]) -> list[int]:
    """Rule L2: the indexes of what stands on a line, from the left."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order
