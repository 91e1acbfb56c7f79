"""A question with its label, hint, problem and editor, told to screen readers as one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QPlainTextEdit, QWidget

from welfare_app.ui.parts.choices import Choices
from welfare_app.ui.parts.editors import Area
from welfare_app.ui.parts.icon import Icon
from welfare_app.ui.parts.layout import column, holding, reveal, row
from welfare_app.ui.parts.rules import PROBLEM, Bar
from welfare_app.ui.parts.text import Text
from welfare_app.ui.theme.theme import Theme

_WIDTH_GROWS = 0.8
_ICON = 18


class Field(QFrame):
    """Label, hint, problem, editor, in that order. A problem adds a bar at the leading edge."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        editor: QWidget,
        *,
        hint: str = "",
        problem: str = "",
        role: str = "strong",
        width: int = 0,
        optional: str = "",
    ) -> None:
        """Make it; `width` is of the editor at normal text, 0 for all there is."""
        super().__init__()
        self.editor = editor
        self._theme, self._label, self._hint = theme, label, hint
        self._bar = Bar(theme, "attention", PROBLEM)
        self._gap = QWidget()
        self._gap.setFixedWidth(theme.space(4))
        self._words = Text(theme, "", "small_strong", "attention", wide=True)
        self._problem = self._problem_line()
        head = Text(theme, f"{label} {optional}".strip(), role)
        head.setBuddy(editor)
        self._hint_text = Text(theme, hint, "small", "quiet")
        reveal(self._hint_text, shown=bool(hint))
        self._count = Text(theme, "", "caption", "quiet", figures=True)
        self._count.hide()
        self._fit(width)
        tight = theme.space(1) // 2
        body = column(head, self._hint_text, self._problem, theme.space(1), gap=tight)
        body.addLayout(row(editor, None) if width else column(editor))
        body.addWidget(self._count)
        self.setLayout(row(self._bar, self._gap, body))
        if isinstance(editor, Area):
            editor.counted.connect(self._counted)
        for part in self._named():
            part.setAccessibleName(label)
        self.set_problem(problem)

    @property
    def label(self) -> str:
        """The question."""
        return self._label

    @property
    def problem(self) -> str:
        """Why the answer will not do, or empty."""
        return self._words.words

    def set_problem(self, words: str) -> None:
        """Say how to mend the answer, or (empty) that it will do. Never touches the answer."""
        self._words.say(words)
        for part in (self._bar, self._gap, self._problem):
            part.setVisible(bool(words))
        self._describe()
        if isinstance(self.editor, QLineEdit | QComboBox | QPlainTextEdit):
            self.editor.setProperty("problem", bool(words))
            style = self.editor.style()
            style.unpolish(self.editor)
            style.polish(self.editor)

    def focus_editor(self) -> None:
        """Put the keyboard where the answer is given."""
        target = self.editor
        if isinstance(target, Choices):
            target.focus_first()
            return
        inside = [] if target.focusPolicy() else target.findChildren(QWidget)
        reachable = [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        first = reachable[0] if reachable else target
        first.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(first, QLineEdit):
            first.end(False)  # or the first key would replace all that is there

    def _describe(self) -> None:
        for part in self._named():
            part.setAccessibleDescription(" ".join(filter(None, (self._hint, self.problem))))

    def _named(self) -> list[QWidget]:
        """What carries the question's name: a list that is typed in has a line within."""
        line = self.editor.lineEdit() if isinstance(self.editor, QComboBox) else None
        return [self.editor] if line is None else [self.editor, line]

    def _problem_line(self) -> QFrame:
        theme = self._theme
        icon = Icon(theme, "circle-alert", "attention", _ICON, line="small_strong")
        return holding(row(icon, self._words, gap=theme.space(2), top=True))

    def _fit(self, width: int) -> None:
        if width:
            scale = 1 + (self._theme.scale - 1) * _WIDTH_GROWS
            self.editor.setMaximumWidth(round(width * scale))
            self.editor.setMinimumWidth(min(round(width * scale), self.editor.maximumWidth()))

    def _counted(self, words: str) -> None:
        self._count.say(words)
        self._count.setVisible(bool(words))
