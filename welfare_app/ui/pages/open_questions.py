"""Open questions by topic, beside a talk: ask one, or write down that it was not asked."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from welfare_app.domain.interview import Mark
from welfare_app.presenters.notes import QuestionLine
from welfare_app.ui.parts import Item, Kit, Option, Pick, flow, holding, row
from welfare_app.ui.parts.keys import shortcut
from welfare_app.ui.parts.layout import clear, column, fill

_KEY = "Ctrl+J"


class OpenQuestions(QFrame):
    """A topic, and its questions under it, each with what became of it."""

    asked = Signal(str, bool)
    """The question's id, and whether it was the one that follows it."""
    marked = Signal(str, str)
    """The question's id, and the `Mark`."""
    looked_for = Signal()
    """Someone wants to see them, wherever they are folded away."""

    def __init__(self, kit: Kit, page: QWidget) -> None:
        super().__init__()
        self._kit = kit
        self._questions: tuple[QuestionLine, ...] = ()
        self._pick: Pick | None = None
        self._place, self._lines = row(), QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        hint = kit.text(_KEY, "caption", "quiet", one_line=True)
        head = row(kit.text("Open questions", "heading"), None, hint)
        self.setLayout(
            column(head, kit.space(2), self._place, kit.space(3), self._lines, kit.space(5))
        )
        shortcut(_KEY, page).activated.connect(self._focus)
        self.hide()

    def show_questions(self, questions: tuple[QuestionLine, ...]) -> None:
        """Show these. The topic that was chosen stays. A step that asks nothing has none."""
        if questions == self._questions:
            return
        self._questions = questions
        self.setVisible(bool(questions))
        if not questions:
            return
        if self._pick is None:
            topics = dict.fromkeys(one.topic for one in questions)
            options = [Option(topic, topic) for topic in topics]
            self._pick = self._kit.pick(options, next(iter(topics), ""))
            self._pick.setAccessibleName("Topic of the open questions")
            self._pick.answered.connect(self._draw)
            self._place.addWidget(self._pick)
        self._draw()

    @Slot()
    def _focus(self) -> None:
        if self._pick is not None and self._questions:
            self.looked_for.emit()
            self._pick.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _draw(self) -> None:
        topic = self._pick.value() if self._pick is not None else ""
        items: list[Item] = []
        for at, line in enumerate(one for one in self._questions if one.topic == topic):
            gap = self._kit.space(3)
            items += [gap, self._kit.hair(), gap] if at else []
            items += self._items(line)
        clear(self._lines)
        fill(self._lines, tuple(items))

    def _items(self, line: QuestionLine) -> list[Item]:
        kit, space = self._kit, self._kit.space
        ask = kit.button("I asked this", compact=True, pressed=lambda: self._ask(line.id, False))
        ask.setAccessibleName(f"I asked this: {line.ask}")
        then = kit.button(
            "I asked that", "quiet", compact=True, pressed=lambda: self._ask(line.id, True)
        )
        then.setAccessibleName(f"I asked that: {line.then}")
        left = kit.button(
            "Not asked", "quiet", compact=True, pressed=lambda: self._mark(line.id, Mark.NOT_ASKED)
        )
        left.setAccessibleName(f"Not asked: {line.ask}")
        declined = kit.button(
            "Declined", "quiet", compact=True, pressed=lambda: self._mark(line.id, Mark.DECLINED)
        )
        declined.setAccessibleName(f"Would rather not say: {line.ask}")
        items: list[Item] = [kit.text(line.ask, "small_strong", wide=True)]
        if line.mark:
            items += [space(1), row(kit.chip(line.mark), None)]
        items += [space(1), kit.text(f"Then: {line.then}", "small", "quiet", wide=True)]
        return [*items, space(1), holding(flow(ask, then, left, declined, gap=space(1)))]

    def _ask(self, question: str, again: bool) -> None:
        self.asked.emit(question, again)

    def _mark(self, question: str, mark: Mark) -> None:
        self.marked.emit(question, mark.value)
