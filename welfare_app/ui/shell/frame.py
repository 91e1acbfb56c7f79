"""The empty places of the shell: rail, top, middle, side, foot."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.ui.parts.kit import Kit
from welfare_app.ui.parts.layout import column, holding, mirrored, row
from welfare_app.ui.shell.scrolled import Scrolled


class RailPanel(QFrame):
    """The left column: whose laptop this is, and the rail."""

    def __init__(self, kit: Kit, organisation: str, name: str) -> None:
        super().__init__()
        self.setObjectName("sunk")
        self.setFixedWidth(kit.theme.size("rail"))
        icon = kit.icon("notebook-pen", "accent")
        words = kit.text(organisation, "small_strong")
        margins = (kit.space(5), 0, kit.space(3), 0)
        mark = holding(row(icon, words, gap=kit.space(2), margins=margins))
        mark.setFixedHeight(kit.theme.size("topbar"))
        self.box = QVBoxLayout()
        self.box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column(mark, kit.hair(), Scrolled(self.box, "sunk", name)))


class SidePanel(QFrame):
    """The right column: what helps, and what stays in sight beneath it."""

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self.setObjectName("sunk")
        self.setAccessibleName(name)
        edge, top = kit.space(5), kit.space(4)
        self.box = column(margins=(edge, top, edge, top))
        self.foot = column(margins=(edge, top, edge, top))
        self.foot_part = holding(column(kit.hair(), self.foot))
        self.setLayout(column(Scrolled(self.box, "sunk", name), self.foot_part))


class FootBar(QFrame):
    """The actions, pinned under the page."""

    def __init__(self, kit: Kit, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.box = QVBoxLayout()
        self.setLayout(column(kit.hair(), self.box))

    def inset(self, edge: int, above: int) -> None:
        """Keep clear of the edges."""
        self.box.setContentsMargins(*mirrored((edge, above, edge, above)))


class Stage:
    """What scrolls in the middle: the folded rail, the page, and the side rail under it."""

    def __init__(self) -> None:
        self.folded, self.middle = row(), row()
        self.drawers, self.under = column(), column()
        self.box = column(self.folded, self.drawers, self.middle, self.under, None)
        self.area = Scrolled(self.box, "stage", "")
