"""What every question has, whatever its kind: when it reports, and what stands around it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from welfare_app.domain.answers import Answer, Gap, Value, is_blank
from welfare_app.presenters.questions import Question
from welfare_app.ui.editors.accept import Copied
from welfare_app.ui.editors.framed import Framed, mark
from welfare_app.ui.editors.gap import NoAnswer
from welfare_app.ui.editors.language import Languages
from welfare_app.ui.parts import Choices, Item, Kit, column

PAUSE_MS = 800
"""How long someone stops typing before what they typed is kept."""

_THEIRS = "For the first responder to fill."


class Editor(QWidget):
    """A question drawn with its input, and what it takes to say that there is no answer.

    An answer is reported when the person pauses, and at once when they move on or choose, so
    the vault keeps what they meant and the audit trail is not an entry for every key.
    A kind of question says how by `make_input`, `boxes`, `value` and `set_value`.
    """

    answered = Signal(str, object)
    """The field's id and the `Answer`, each time it becomes another."""

    always_said = ""
    """What helps with every question of this kind."""
    input_width = 0
    """Of the input at normal text, in pixels; 0 takes all there is."""
    label_beside = False
    """Whether the input itself shows the question."""
    stands_close = False
    """Whether it stands close to another of its kind, and only the last offers to say why not."""
    may_be_gap = True

    def __init__(
        self, kit: Kit, question: Question, languages: Languages = (), *, row_name: str = ""
    ) -> None:
        """Make it; `row_name` is for a part of a repeat, which cannot be a gap by itself."""
        super().__init__()
        self.kit, self.question, self.languages = kit, question, languages
        self.row_name = row_name
        self._typing = self._inside = self._owed = self._showing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.report)
        self._input = self.make_input()
        self.frame = self._framed()
        # a part of a row leaves the keys to the question it is part of
        owner = None if row_name else self
        self._copied = Copied(kit, question.label, owner)
        self._copied.accepted.connect(self.accept)
        self._rewritten = kit.text("", "small", "quiet")
        self._rewritten.hide()
        self._no_answer = NoAnswer(kit, self.name, owner)
        self._no_answer.pressed.connect(self._gap_pressed)
        self._no_answer.chosen.connect(self.report)
        self._no_answer.typed.connect(self.report_soon)
        if not self._can_be_gap:
            self._no_answer.hide()
        self._box = column(
            self.frame, *self.extras(), self._rewritten, self._copied, self._no_answer
        )
        self.setLayout(self._box)
        self.name_boxes()
        self._show()
        self._dress()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    # What a kind of question says

    def make_input(self) -> QWidget:
        """Make the input and connect it to `report` or `report_soon`."""
        raise NotImplementedError

    def boxes(self) -> Sequence[QWidget]:
        """The widgets of the input that are typed in or pressed, in reading order."""
        return (self._input,)

    def value(self) -> Value:
        """What the input holds; blank in its own way when nothing was said."""
        raise NotImplementedError

    def set_value(self, value: Value | None) -> None:
        """Put an answer in the input."""
        raise NotImplementedError

    def extras(self) -> Sequence[Item]:
        """What stands under the input."""
        return ()

    def name_boxes(self) -> None:
        """Name the input for screen readers; a kind with several boxes names each."""
        self._input.setAccessibleName(self.name)

    def language(self) -> str:
        """The language of the words."""
        return self.question.language

    def set_language(self, tag: str) -> None:
        """Show the language of the words."""

    def tidy(self) -> None:
        """Put the input in order once the person has left it."""

    # What others ask of it

    @property
    def name(self) -> str:
        """The question as a screen reader should say it."""
        return ", ".join(filter(None, (self.question.label, self.row_name)))

    @property
    def is_gap(self) -> bool:
        """Whether it stands open to say why there is no answer."""
        return self._no_answer.opened

    def answer(self) -> Answer:
        """What has been said so far."""
        return Answer(self._no_answer.value() or self.value(), self.language())

    def update_question(self, question: Question) -> None:
        """Show the question as it now stands, but never change an input being typed in."""
        old, self.question = self.question, question
        if (old.value, old.language) != (question.value, question.language):
            self._owed = True
        self._settle()
        self._dress()

    def focus_input(self) -> None:
        """Put the keyboard where the answer, or the reason for none, is given."""
        if self.is_gap:
            self._no_answer.open().focus_first()
        else:
            self.focus_box()

    def focus_box(self) -> None:
        """Put the keyboard in the input."""
        first = next(iter(self.boxes()), self)
        if isinstance(first, Choices):
            first.focus_first()
        else:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def space_below(self, pixels: int, *, offer_gap: bool) -> None:
        """How far off the next question is; without `offer_gap` only the key says no answer."""
        self._box.setContentsMargins(0, 0, 0, pixels)
        self._no_answer.offer(offered=offer_gap)

    # Reporting

    @Slot()
    def report(self) -> None:
        """Report the answer now, if it has changed."""
        self._pause.stop()
        now = self.answer()
        if not self._showing and now != self._told:
            self._tell(now)

    @Slot()
    def report_soon(self) -> None:
        """Report the answer once the person pauses."""
        if not self._showing:
            self._typing = True
            self._pause.start()

    @Slot()
    def accept(self) -> None:
        """Report a copied answer as this person's own."""
        self._pause.stop()
        now = self.answer()
        copied = self.question.value
        if now == self._told and copied is not None:
            now = Answer(copied, now.language)
        self._tell(now)

    def leave(self) -> None:
        """Report, and catch up with what could not be shown while someone was typing."""
        self.tidy()
        self.report()
        self._typing = False
        self._settle()

    def _tell(self, now: Answer) -> None:
        self._told = now
        self._copied.show_words("")
        self.answered.emit(self.question.id, now)

    @Slot(QWidget, QWidget)
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and self.isAncestorOf(new)
        left, self._inside = self._inside and not inside, inside
        if left:
            self.leave()

    # Showing

    def _settle(self) -> None:
        """Show a value that came from elsewhere, when it would not be under someone's hands."""
        if not self._owed or self._typing or self.answer() != self._told:
            return
        self._owed = False
        if not self._says_the_same():
            self._show()

    def _says_the_same(self) -> bool:
        kept, told = self.question.value, self._told.value
        same = kept == told or (is_blank(kept) and is_blank(told))
        return same and self.question.language == self._told.language

    def _show(self) -> None:
        self._showing = True
        value = self.question.value
        if isinstance(value, Gap):
            self._open_gap(opened=True, focus=self._inside)
            self._no_answer.open().show_gap(value)
        else:
            self._open_gap(opened=False, focus=self._inside)
            self.set_value(value)
        self.set_language(self.question.language)
        self._showing = False
        self._told = self.answer()

    def _dress(self) -> None:
        """Show the problem and where a copied answer came from."""
        asked = self.question
        if self.frame.problem != asked.problem:
            self.frame.set_problem(asked.problem)
        for box in self.boxes():
            mark(box, problem=bool(asked.problem))
        self._copied.show_words("" if self.row_name else asked.copied)
        if asked.rewritten != self._rewritten.words:
            self._rewritten.say(asked.rewritten)
            self._rewritten.setVisible(bool(asked.rewritten))
        self.describe()

    def describe(self) -> None:
        """Tell screen readers what helps with the answer and what is wrong with it."""
        asked = self.question
        words = " ".join(filter(None, (asked.problem, self._hint(), asked.rewritten, asked.copied)))
        for widget in {id(one): one for one in (self._input, *self.boxes())}.values():
            widget.setAccessibleDescription(words)

    def _framed(self) -> Framed:
        frame = Framed(
            self.kit.theme,
            self.question.label,
            self._input,
            hint="" if self.label_beside else self._hint(),
            role="strong" if self.row_name or self.label_beside else "question",
            width=self.input_width,
            go=self.focus_input,
        )
        if self.label_beside:
            frame.show_label(shown=False)
        return frame

    def _hint(self) -> str:
        theirs = _THEIRS if self.question.theirs else ""
        return " ".join(filter(None, (self.question.hint or self.always_said, theirs)))

    # No answer

    @property
    def _can_be_gap(self) -> bool:
        return self.may_be_gap and not self.row_name

    @Slot()
    def _gap_pressed(self) -> None:
        if self._can_be_gap:
            self._open_gap(opened=not self.is_gap, focus=True)
            self.report()

    def _open_gap(self, *, opened: bool, focus: bool) -> None:
        if opened == self.is_gap:
            return
        # the keyboard moves before anything hides, so that it never falls out of the question
        if opened:
            reasons = self._no_answer.open()
            if focus:
                reasons.focus_first()
            self._input.hide()
        else:
            self._input.show()
            if focus:
                self.focus_box()
            self._no_answer.shut()
        if self.label_beside:
            self.frame.show_label(shown=opened)
