"""A sheet that folds to a pocket: what stands in each quarter, as data."""

from dataclasses import dataclass
from typing import TypeAlias

from welfare_app.domain.document import Heading, Line, Paragraph


@dataclass(frozen=True, slots=True)
class Call:
    """A number to call: who answers, the digits, and what to know of the number."""

    who: Line
    digits: str
    note: Line


PanelBlock: TypeAlias = Heading | Paragraph | Call


@dataclass(frozen=True, slots=True)
class FoldedSheet:
    """One page of four quarters, read across and then down.

    `foot` is for whoever hands it out, and stands under the quarters.
    """

    title: Line
    panels: tuple[tuple[PanelBlock, ...], ...]
    foot: Line
    language: str
