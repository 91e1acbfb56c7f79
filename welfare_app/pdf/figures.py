"""Photographs on the page, each with a line beneath it."""

from dataclasses import dataclass

from welfare_app.domain.document import Figure
from welfare_app.domain.exhibit import Photograph
from welfare_app.pdf import styles
from welfare_app.pdf.boxes import Box, Uncut
from welfare_app.pdf.paper import Paper
from welfare_app.pdf.plain import one_line
from welfare_app.pdf.structure import Element, place_attribute
from welfare_app.pdf.typesetter import Typesetter

HIGHEST = 286.0
"""Points; two with a short line beneath each stand on one page."""


@dataclass(frozen=True, slots=True, eq=False)
class Print(Uncut):
    """A photograph with a hair line around it. It is never cut, nor parted from its caption."""

    photograph: Photograph
    width: float
    height: float
    element: Element
    before: float = 12
    after: float = 0
    keeps: bool = True

    def draw(self, paper: Paper, x: float, top: float) -> None:
        """Draw it, and tell where it stands."""
        y = top - self.height
        self.element.attribute = place_attribute(x, y, self.width, self.height)
        with paper.content(self.element):
            paper.picture(self.photograph, x, y, self.width)
        paper.frame(x, y, self.width, self.height, styles.HAIR_RULE)


def set_figure(figure: Figure, typesetter: Typesetter) -> list[Box]:
    """A photograph as wide as the page or as high as half of it, and its caption."""
    photograph = figure.photograph
    scale = min(styles.WIDTH / photograph.width, HIGHEST / photograph.height)
    with typesetter.inside("Figure") as element:
        element.instead = one_line(figure.instead.text)
    picture = Print(photograph, photograph.width * scale, photograph.height * scale, element)
    return [picture, typesetter.text(figure.caption, styles.CAPTION, styles.MEASURE)]
