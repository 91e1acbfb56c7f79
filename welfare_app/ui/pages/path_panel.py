"""The paths a case has been on, and the way onto another: a reason and a second opinion."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.pack_screen import PathLine, PathsScreen
from welfare_app.ui.pages.panel import Panel
from welfare_app.ui.parts import Item, Kit, Option, column, flow
from welfare_app.ui.parts.layout import clear, fill

_MISSING = {
    "which": "Choose one",
    "reason": "A few words are enough",
    "second": "Say who it was",
}


class PathForm(Panel):
    """Another path, why, and who was asked."""

    given = Signal(str, str, str)

    def __init__(self, kit: Kit, others: tuple[tuple[str, str], ...]) -> None:
        super().__init__(kit, "Take this path", "Leave it as it is")
        self._which = kit.choices([Option(key, words) for key, words in others])
        self._reason, self._second = kit.area(), kit.line()
        why = "On which facts, and what has changed."
        self.arrange(
            kit,
            {
                "which": kit.field("What is it now?", self._which),
                "reason": kit.field("Why?", self._reason, hint=why),
                "second": kit.field("Who gave the second opinion?", self._second),
            },
        )

    @Slot()
    def give(self) -> None:
        """Report what is typed, once nothing is missing."""
        said = (self._which.value(), self._reason.toPlainText(), self._second.text())
        asked = zip(_MISSING.items(), said, strict=True)
        missing = tuple(problem for problem, value in asked if not value.strip())
        self.show_problems(missing)
        if not missing:
            self.given.emit(*said)


class PathPanel(QFrame):
    """The path that holds comes first; those before it stay to be read."""

    chosen = Signal(str, str, str)
    """The outcome, why, and who gave the second opinion."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: PathsScreen | None = None
        self._form: PathForm | None = None
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
        self._form = None
        if paths is not None:
            fill(self._lines, tuple(self._history(paths.chosen)))
            self._form = PathForm(self._kit, paths.others)
            self._form.given.connect(self.chosen)
            self._ask_here.addWidget(self._form)

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
        if self._form is not None:
            self._form.open(self._other)
