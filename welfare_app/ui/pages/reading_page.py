"""A referral read through from top to bottom, each line with the way to change it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from welfare_app.presenters.reading import ReadingScreen, ReadLine
from welfare_app.ui.parts import Item, Kit, Link, column, holding, row
from welfare_app.ui.shell import Page
from welfare_app.ui.shell.fold import Fold

_LABEL = 168


class ReadRow(QFrame):
    """What was asked, what was said with its line ends, and Change or another verb."""

    changed = Signal()

    def __init__(self, kit: Kit, line: ReadLine, verb: str = "Change") -> None:
        super().__init__()
        theme, space = kit.theme, kit.space
        self._label = kit.text(line.label, "small", "quiet", wide=True)
        self._narrow = theme.scaled(_LABEL)
        ink = "quiet" if line.gap or line.value == "None" else "ink"
        self._value = kit.text(line.value, "body", ink, wide=True, figures=True)
        lead = (theme.leading("body") - theme.leading("small")) // 2
        self._beside = space(3)
        label = holding(column(lead, self._label))
        change: list[Item] = []
        if line.page:
            self.change: Link | None = kit.link(verb, name=f"{verb}: {line.label}")
            self.change.clicked.connect(self.changed)
            change = [space(3), self.change]
        else:
            self.change = None
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        said = self._value if not line.added else self._with(kit, line.added)
        self._words.addWidget(said, 1, Qt.AlignmentFlag.AlignTop)
        whole = row(self._words, *change, top=True, margins=(0, space(2), 0, space(2)))
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setAccessibleName(f"{line.label}: {line.value}")
        self.stack(stacked=False)

    def _with(self, kit: Kit, added: tuple[str, ...]) -> QFrame:
        """The value with what was added to it since."""
        more = [kit.text(words, "small", figures=True, wide=True) for words in added]
        return holding(column(self._value, *more))

    def stack(self, *, stacked: bool) -> None:
        """Stand the label above the value, or beside it."""
        way = QBoxLayout.Direction
        self._words.setDirection(way.TopToBottom if stacked else way.LeftToRight)
        self._words.setSpacing(0 if stacked else self._beside)
        self._label.setMinimumWidth(0 if stacked else self._narrow)
        self._label.setMaximumWidth(self.maximumWidth() if stacked else self._narrow)


class ReadingPage(Page):
    """The summary in the order it will be printed."""

    change_wanted = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "Read it all through", back="Referral")
        self._rows: list[ReadRow] = []
        self._shown: ReadingScreen | None = None
        self.folded.connect(self._stack)

    def show_screen(self, screen: ReadingScreen) -> None:
        """Draw the summary."""
        if screen == self._shown:
            return
        self._shown, self.where, self._rows = screen, screen.where, []
        kit = self.kit
        body: list[Item] = [kit.header("Read it all through", about=screen.where)]
        for title, lines in screen.sections:
            heading = kit.text(title, "heading")
            heading.setAccessibleDescription("heading")
            rows = [self._row(line) for line in lines]
            self._rows += rows
            body += [kit.space(5), heading, kit.space(2), kit.rows(*rows)]
        self.put_body(*body)
        self._stack(self.fold)
        links = (one.change for one in self._rows if one.change is not None)
        self.first = next(links, None)

    def _row(self, line: ReadLine) -> ReadRow:
        made = ReadRow(self.kit, line)
        made.changed.connect(partial(self.change_wanted.emit, line.page))
        return made

    def _stack(self, fold: Fold) -> None:
        for one in self._rows:
            one.stack(stacked=fold is Fold.ONE)
