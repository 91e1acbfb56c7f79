"""The bar at the top: where I am, that it is kept, and the two things always in reach."""

from PySide6.QtWidgets import QFrame, QWidget

from welfare_app.ui.parts.kit import Kit
from welfare_app.ui.parts.layout import holding, mirrored, row
from welfare_app.ui.shell.fold import Fold
from welfare_app.ui.shell.page import Page
from welfare_app.ui.shell.words import ShellWords


class TopBar(QFrame):
    """Back and context lead; Kept, Emergency and Lock trail, in the same corner everywhere."""

    def __init__(self, kit: Kit, words: ShellWords) -> None:
        super().__init__()
        self._kit = kit
        space = kit.space
        self.back = kit.button("", "quiet", icon="chevron-left", compact=True)
        self._where = kit.text("", "small", "quiet", figures=True)
        self._kept = kit.text("", "caption", "quiet", figures=True, one_line=True)
        mark = kit.icon("check", "quiet", "icon_small")
        self._kept_mark = holding(row(mark, self._kept, space(2), gap=space(1)))
        self._plain = False
        self.emergency = kit.button(
            words.emergency,
            "danger_quiet",
            icon="phone",
            key="F9",
            twins=("Ctrl+9",),
            compact=True,
        )
        self.lock = kit.button(words.lock, icon="lock", key="Ctrl+L", compact=True)
        items = (self.back, self._where, None, self._kept_mark, self.emergency, self.lock)
        self._row = row(*items, gap=space(2))
        self._row.setStretch(1, 1000)
        self.setLayout(self._row)
        self.setFixedHeight(kit.theme.size("topbar"))
        for part in (self.back, self._where, self._kept_mark):
            part.hide()

    def say_kept(self, words: str) -> None:
        """Say when the work was last kept; empty says nothing."""
        self._kept.say(words)
        self._kept_mark.setProperty("said", bool(words))

    def show_page(self, page: Page, fold: Fold) -> None:
        """Say where we are, as far as there is room."""
        self._plain = page.plain
        roomy = fold is not Fold.ONE and not self._plain
        self.back.say(page.back)
        self._where.say(page.where)
        _show(self.back, shown=bool(page.back))
        _show(self._where, shown=bool(page.where) and roomy)
        _show(self.lock, shown=not page.locked)
        self.refold(fold)
        space = self._kit.space
        edge = space(3 if page.back else 6)
        self._row.setContentsMargins(*mirrored((edge, 0, space(4), 0)))

    def refold(self, fold: Fold) -> None:
        """Show the time it was kept where there is room, and only to staff."""
        roomy = fold is not Fold.ONE and not self._plain
        _show(self._kept_mark, shown=bool(self._kept.words) and roomy)


def _show(part: QWidget, *, shown: bool) -> None:
    if part.isHidden() == shown:
        part.setVisible(shown)
