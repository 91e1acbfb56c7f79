"""The paths a case has been on, and the way onto another: a reason and a second opinion."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.pack_screen import PathLine, PathsScreen
from welfare_app.ui.parts import Item, Kit, Option, column, flow
from welfare_app.ui.parts.keys import takes_escape
from welfare_app.ui.parts.layout import clear, fill


class PathPanel(QFrame):
    """The path that holds comes first; those before it stay to be read."""

    chosen = Signal(str, str, str)
    """The outcome, why, and who gave the second opinion."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: PathsScreen | None = None
        self._lines, self._ask_here = QVBoxLayout(), QVBoxLayout()
        self._other = kit.button("Choose another path", pressed=self._open)
        self.setLayout(
            column(self._lines, kit.space(3), flow(self._other), kit.space(3), self._ask_here)
        )
        self.hide()

    def show_paths(self, paths: PathsScreen | None) -> None:
        """Show these, or get out of the way where no path was chosen yet."""
        self.setVisible(paths is not None)
        if paths == self._shown:
            return
        self._shown = paths
        clear(self._lines)
        clear(self._ask_here)
        self._other.show()
        if paths is not None:
            fill(self._lines, tuple(self._history(paths.chosen)))

    def event(self, event: QEvent) -> bool:
        """Keep Esc for shutting the question; it would leave the page."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts the question."""
        if event.key() == Qt.Key.Key_Escape and self._other.isHidden():
            self._shut()
        else:
            super().keyPressEvent(event)

    def _history(self, chosen: tuple[PathLine, ...]) -> list[Item]:
        kit = self._kit
        items: list[Item] = []
        for at, one in enumerate(reversed(chosen)):
            if at == 1:
                items += [kit.space(4), kit.text("Before that", "small_strong", "quiet")]
            ink = "quiet" if at else "ink"
            items += [
                kit.space(2),
                kit.text(one.title, "strong" if at == 0 else "body", ink, wide=True),
                kit.text(one.reason, "body", ink, wide=True),
                kit.text(f"{one.stamp}, with {one.second}", "caption", "quiet", figures=True),
            ]
        return items

    @Slot()
    def _open(self) -> None:
        kit = self._kit
        if self._shown is None:
            return
        self._other.hide()
        self._which = kit.choices([Option(key, words) for key, words in self._shown.others])
        self._reason, self._second = kit.area(), kit.line()
        self._fields = (
            kit.field("What is it now?", self._which),
            kit.field("Why?", self._reason, hint="On which facts, and what has changed."),
            kit.field("Who gave the second opinion?", self._second),
        )
        do = kit.button("Take this path", compact=True, pressed=self._give)
        keep = kit.button("Leave it as it is", "quiet", compact=True, pressed=self._shut)
        items: list[Item] = []
        for field in self._fields:
            items += [field, kit.space(3)]
        well, edge = QFrame(), kit.space(4)
        well.setObjectName("well")
        actions = flow(do, keep, gap=kit.space(2))
        well.setLayout(column(*items, actions, margins=(edge, edge, edge, edge)))
        self._ask_here.addWidget(well)
        QTimer.singleShot(0, self, self._fields[0].focus_editor)  # once it has its place

    @Slot()
    def _give(self) -> None:
        said = (self._which.value(), self._reason.toPlainText(), self._second.text())
        problems = ("Choose one", "A few words are enough", "Say who it was")
        wrong = None
        for field, value, problem in zip(self._fields, said, problems, strict=True):
            field.set_problem("" if value.strip() else problem)
            wrong = wrong or (None if value.strip() else field)
        if wrong is not None:
            wrong.focus_editor()
            return
        self.chosen.emit(*said)

    @Slot()
    def _shut(self) -> None:
        clear(self._ask_here)
        self._other.show()
        self._other.setFocus(Qt.FocusReason.OtherFocusReason)
