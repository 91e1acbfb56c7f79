"""Questions answered with one piece of typing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from welfare_app.domain.answers import Value
from welfare_app.domain.text_rules import length
from welfare_app.domain.time_of_day import as_kept
from welfare_app.ui.editors.editor import Editor
from welfare_app.ui.editors.language import LanguagePick, run_towards
from welfare_app.ui.parts import Area, Item, Line, column, holding, row

_COUNT_FROM = 0.8
_LINES = 14
_LINES_LARGE = 7


class TextEditor(Editor):
    """A line of text.

    It may be for someone's exact words: then it is serif and barred, and knows its language.
    """

    def make_input(self) -> QWidget:
        self._picker: LanguagePick | None = None
        self._text = self.make_box("words" if self.question.exact_words else "body")
        self._text.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        if not self.question.exact_words:
            return self._text
        bar, gap = self.kit.bar(), self.kit.space(3)
        barred = row(bar, self._text, gap=gap)
        if not self.languages or self.row_name:
            return holding(barred)
        self._picker = LanguagePick(self.kit, self.name, self.languages)
        self._picker.changed.connect(self._language_changed)
        under = row(self._picker, margins=(bar.width() + gap, self.kit.space(2), 0, 0))
        return holding(column(barred, under))

    def make_box(self, role: str) -> Line | Area:
        """Make the box in a type role and connect it to `report_soon`."""
        line = self.kit.line()
        line.setFont(self.kit.theme.font(role))
        line.textEdited.connect(self.report_soon)
        return line

    def boxes(self) -> Sequence[QWidget]:
        return (self._text,)

    def name_boxes(self) -> None:
        self._input.setAccessibleName("")
        self._text.setAccessibleName(self.name)

    def value(self) -> Value:
        box = self._text
        return box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()

    def set_value(self, value: Value | None) -> None:
        text, box = value if isinstance(value, str) else "", self._text
        if text == self.value():
            return
        if isinstance(box, QPlainTextEdit):
            box.setPlainText(text)
        else:
            box.setText(text)

    def language(self) -> str:
        return self._picker.tag if self._picker else self.question.language

    def set_language(self, tag: str) -> None:
        if self._picker:
            self._picker.show_tag(tag)
            run_towards(self._text, rtl=self._picker.right_to_left)

    @Slot()
    def _language_changed(self) -> None:
        if self._picker:
            run_towards(self._text, rtl=self._picker.right_to_left)
        self.report_soon()


class LongTextEditor(TextEditor):
    """As many lines as it takes, with a count once the end of the box is near."""

    def make_box(self, role: str) -> Line | Area:
        most = _LINES if self.kit.theme.scale < 1.5 else _LINES_LARGE
        area = self.kit.area(role=role, most=most)
        area.textChanged.connect(self.report_soon)
        area.textChanged.connect(self._count)
        area.refused.connect(self._refused)
        return area

    def extras(self) -> Sequence[Item]:
        self._counted = self.kit.text("", "caption", "quiet", figures=True)
        self._counted.hide()
        return (self.kit.space(1), self._counted)

    @Slot()
    def _count(self) -> None:
        """Count as the form does, and say so from four fifths of the limit."""
        limit, text = self.question.limit, self.value()
        used = length(text) if isinstance(text, str) else 0
        near = bool(limit) and used >= _COUNT_FROM * (limit or 0)
        words = f"{used:,} of {limit:,} characters" if near else ""
        self._say_count(words, "attention" if limit and used > limit else "quiet")

    @Slot(int)
    def _refused(self, size: int) -> None:
        takes = f" This box takes {self.question.limit:,}." if self.question.limit else ""
        self._say_count(f"{size:,} characters were too many to paste.{takes}", "attention")

    def _say_count(self, words: str, colour: str) -> None:
        self._counted.colour_as(colour)
        if words != self._counted.words:
            self._counted.say(words)
            self._counted.setVisible(bool(words))
            self.describe()


class FiguresEditor(TextEditor):
    """Figures, which run left to right and line up in every language."""

    input_width = 160

    def make_box(self, role: str) -> Line | Area:
        line = self.kit.line(figures=True)
        line.setFont(self.kit.theme.font(role, figures=True))
        line.textEdited.connect(self.report_soon)
        return line


class TimeEditor(FiguresEditor):
    """An hour of the day. Figures become HH:MM once the person moves on."""

    input_width = 96

    def value(self) -> Value:
        return as_kept(str(super().value()))

    def tidy(self) -> None:
        if isinstance(self._text, Line):
            self._text.setText(as_kept(self._text.text()))


class PhoneEditor(FiguresEditor):
    """A telephone number."""

    input_width = 260


class EmailEditor(TextEditor):
    """An e-mail address, which runs left to right in every language."""

    def make_box(self, role: str) -> Line | Area:
        line = super().make_box(role)
        run_towards(line, rtl=False)
        return line
