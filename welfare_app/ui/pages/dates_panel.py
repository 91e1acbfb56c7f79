"""The dates of a case: those to come, and what was written where one was kept."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from welfare_app.presenters.pack_screen import DateLine
from welfare_app.ui.pages.reason_panel import ReasonAsked
from welfare_app.ui.parts import Item, Kit, column, holding, row
from welfare_app.ui.parts.layout import clear, fill

_SHOWN = 3
"""Dates to come at most; those whose day has come are always shown."""


class DatesPanel(QFrame):
    """What is due on a day, without a sound; overdue in attention."""

    met = Signal(str, str)
    """Which date was kept, and what is written about it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: tuple[DateLine, ...] = ()
        self._which = ""
        self._lines = QVBoxLayout()
        self._ask = ReasonAsked(kit, "What did you find?", "Keep this", "Not now")
        self._ask.given.connect(self._give)
        self.setLayout(column(self._lines, self._ask))
        self.hide()

    def show_dates(self, dates: tuple[DateLine, ...]) -> None:
        """Show these."""
        self.setVisible(bool(dates))
        if dates == self._shown:
            return
        self._shown = dates
        if self._which not in {one.key for one in dates if one.now}:
            self._ask.begin_again()
        clear(self._lines)
        fill(self._lines, tuple(self._list(dates)))

    def _list(self, dates: tuple[DateLine, ...]) -> list[Item]:
        kit = self._kit
        come = [one for one in dates if one.now]
        later = [one for one in dates if not one.now and not one.words][:_SHOWN]
        kept = [one for one in dates if one.words]
        items: list[Item] = [kit.hair(), kit.space(4), kit.text("Dates to keep", "heading")]
        for one in (*come, *later):
            items += [kit.space(2), self._running(one)]
        for one in kept:
            point = kit.point("check", one.title, ink="accent", colour="quiet", role="body")
            items += [kit.space(2), point]
            items += [kit.text(f"{one.when}: {one.words}", "small", "quiet", wide=True)]
        return [*items, kit.space(4)]

    def _running(self, one: DateLine) -> QFrame:
        kit = self._kit
        icon, ink = ("circle-alert", "attention") if one.late else ("calendar-clock", "control")
        words = kit.text(one.when, "small", "attention" if one.late else "quiet", figures=True)
        about: list[Item] = [kit.text(one.title, wide=True), words]
        if one.now:
            link = kit.link("Write it down", name=f"Write it down: {one.title}")
            link.clicked.connect(partial(self._open, one, link))
            about += [kit.space(1), link]
        return holding(row(kit.icon(icon, ink), kit.space(3), column(*about), top=True))

    def _open(self, one: DateLine, opener: QWidget) -> None:
        self._which = one.key
        self._ask.setAccessibleName(one.title)
        self._ask.open_from(opener)

    @Slot(str)
    def _give(self, words: str) -> None:
        if words.strip():
            which = self._which
            self._ask.begin_again()
            self.met.emit(which, words)
        else:
            self._ask.setFocus(Qt.FocusReason.OtherFocusReason)
