"""The questions of a page, one under another, with what needs another look above them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from welfare_app.domain.answers import Answer
from welfare_app.domain.ids import FieldId
from welfare_app.presenters.questions import Question
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.editors.kinds import EDITORS
from welfare_app.ui.editors.language import Languages
from welfare_app.ui.parts import Field, Kit

_NUMBERS = ("No answers", "One answer", "Two answers", "Three answers", "Four answers")


class QuestionList(QWidget):
    """Editors come and go as questions do; those that stay are left as they are."""

    answered = Signal(str, object)
    """The field's id and the `Answer`."""

    def __init__(self, kit: Kit, languages: Languages = ()) -> None:
        super().__init__()
        self._kit, self._languages = kit, languages
        self._editors: dict[FieldId, Editor] = {}
        self._wanted: tuple[Question, ...] = ()
        self._busy = False
        self._title = ""
        self._problems = kit.problems()
        self._after_problems = QWidget()
        self._after_problems.setFixedHeight(kit.space(4))
        self._after_problems.hide()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._problems)
        self._box.addWidget(self._after_problems)

    @property
    def editors(self) -> tuple[Editor, ...]:
        """The editors in order."""
        return tuple(self._editors.values())

    @property
    def first(self) -> Field | None:
        """Where the keyboard should go first."""
        return self.editors[0].frame if self._editors else None

    def show_questions(self, questions: Sequence[Question]) -> None:
        """Show these, in this order, and nothing else.

        Taking a question away may report what was typed in it, and so call this again: the
        last call is the one that counts.
        """
        self._wanted = tuple(questions)
        if self._busy:
            return
        self._busy = True
        try:
            done: tuple[Question, ...] | None = None
            while done is not self._wanted:
                done = self._wanted
                self._take_away(done)
                if done is self._wanted:
                    self._arrange(done)
        finally:
            self._busy = False
        if not self._problems.isHidden():
            self._list_problems(focus=False)

    def show_problems(self, title: str = "", *, focus: bool = True) -> None:
        """List what needs another look, and put the keyboard on the list.

        With no title of its own it counts: "Two answers need another look".
        """
        self._title = title
        self._list_problems(focus=focus)

    def report_all(self) -> None:
        """Report every answer now, as before the page goes. Reporting may bring up a question."""
        for editor in self.editors:
            if isValid(editor):
                editor.report()

    def _list_problems(self, *, focus: bool) -> None:
        frames = [editor.frame for editor in self.editors if editor.frame.problem]
        self._problems.show_problems(self._title or _count(len(frames)), frames, focus=focus)
        self._after_problems.setVisible(bool(frames))

    def _take_away(self, questions: tuple[Question, ...]) -> None:
        asked = {question.id: question for question in questions}
        leaving = [
            editor
            for id, editor in self._editors.items()
            if id not in asked or not _same(editor.question, asked[id])
        ]
        for editor in leaving:
            editor.report()
        if questions is not self._wanted:
            return
        # from the last, or the keyboard would go from each that hides to the next that is to hide
        for editor in reversed(leaving):
            del self._editors[editor.question.id]
            self._box.removeWidget(editor)
            editor.hide()
            editor.setParent(None)
            editor.deleteLater()

    def _arrange(self, questions: tuple[Question, ...]) -> None:
        start = self._box.indexOf(self._after_problems) + 1
        editors: dict[FieldId, Editor] = {}
        for at, question in enumerate(questions, start=start):
            editor = self._editors.get(question.id)
            if editor is None:
                editor = self._made(question)
            else:
                editor.update_question(question)
            if self._box.indexOf(editor) != at:
                self._box.removeWidget(editor)
                self._box.insertWidget(at, editor)
                # at once, so that the keyboard can be put there: a layout shows its own later
                editor.show()
            editors[question.id] = editor
        self._editors = editors
        self._space()

    def _made(self, question: Question) -> Editor:
        editor = EDITORS[question.kind](self._kit, question, self._languages)
        editor.answered.connect(self._answered)
        return editor

    def _space(self) -> None:
        """Ticks in a row stand together, and the last of them offers to say why not.

        So does every other kind that takes but one row.
        """
        shown = self.editors
        for editor, below in zip_longest(shown, shown[1:]):
            close = below is not None and editor.stands_close and type(below) is type(editor)
            editor.space_below(0 if close else self._kit.space(4), offer_gap=not close)

    @Slot(str, object)
    def _answered(self, id: str, answer: Answer) -> None:
        self.answered.emit(id, answer)


def _same(old: Question, new: Question) -> bool:
    """Whether only the answer and what is said about it may differ."""
    return _bare(old) == _bare(new)


def _bare(question: Question) -> Question:
    return replace(
        question, value=None, language="", copied="", problem="", rewritten="", required=False
    )


def _count(problems: int) -> str:
    if problems < len(_NUMBERS):
        many = _NUMBERS[problems]
        return f"{many} {'needs' if problems == 1 else 'need'} another look"
    return f"{problems} answers need another look"
