"""The list at the top of a page of what needs another look."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.ui.parts.field import Field
from welfare_app.ui.parts.icon import Icon
from welfare_app.ui.parts.layout import clear, column, reveal, row
from welfare_app.ui.parts.link import Link
from welfare_app.ui.parts.text import Text
from welfare_app.ui.theme.theme import Theme


class ProblemList(QFrame):
    """Hidden until there is something to say; then it takes the focus, so that it is read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("attention")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = theme
        self._title = Text(theme, "", "strong")
        self._links = QVBoxLayout()
        self._links.setSpacing(theme.space(1) // 2)
        icon = Icon(theme, "circle-alert", "attention", line="strong")
        words = column(self._title, theme.space(1), self._links)
        pad = theme.space(4)
        self.setLayout(row(icon, theme.space(3), words, top=True, margins=(pad, pad, pad, pad)))
        self.hide()

    def show_problems(self, title: str, fields: Sequence[Field], *, focus: bool = True) -> None:
        """List the problem of each field as a link to it; with none, go away."""
        clear(self._links)
        troubled = [field for field in fields if field.problem]
        self._title.say(title)
        for field in troubled:
            link = Link(self._theme, field.problem, name=f"{field.label}: {field.problem}")
            link.clicked.connect(field.focus_editor)
            self._links.addWidget(link)
        said = ". ".join(field.problem for field in troubled)
        self.setAccessibleName(title)
        self.setAccessibleDescription(said)
        reveal(self, shown=bool(troubled))
        if troubled and focus:
            self.setFocus(Qt.FocusReason.TabFocusReason)
