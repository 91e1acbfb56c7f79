"""Questions answered by choosing among a few fixed answers. Each choice is kept at once."""

from PySide6.QtWidgets import QWidget

from welfare_app.domain.answers import Value
from welfare_app.presenters.questions import Option as Answered
from welfare_app.presenters.questions import Question, usual
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.parts import Option


class ChoiceEditor(Editor):
    """One of several; none is chosen until someone chooses."""

    many = False

    def make_input(self) -> QWidget:
        options = [Option(one.id, one.label) for one in self.options(self.question)]
        self._choices = self.kit.choices(options, many=self.many)
        self._choices.answered.connect(self.report)
        return self._choices

    def options(self, question: Question) -> tuple[Answered, ...]:
        """The answers to choose from."""
        return question.options

    def value(self) -> Value:
        return self._choices.value()

    def set_value(self, value: Value | None) -> None:
        self._choices.choose(*(value if isinstance(value, tuple) else _one(value)))


class YesNoUnsureEditor(ChoiceEditor):
    """Yes, no or not sure."""

    def options(self, question: Question) -> tuple[Answered, ...]:
        return question.options or usual(question.kind)


class ChoicesEditor(ChoiceEditor):
    """Any of several, kept in the order shown."""

    many = True

    def value(self) -> Value:
        return self._choices.values()


class TickEditor(ChoiceEditor):
    """One statement to tick. The whole row presses, and is the question."""

    many = True
    label_beside = True
    stands_close = True

    def make_input(self) -> QWidget:
        asked = self.question
        self._choices = self.kit.choices([Option("true", asked.label, self._hint())], many=True)
        self._choices.answered.connect(self.report)
        return self._choices

    def describe(self) -> None:
        super().describe()
        self._choices.mark("true").setAccessibleDescription(self._choices.accessibleDescription())


def _one(value: Value | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) and value else ()
