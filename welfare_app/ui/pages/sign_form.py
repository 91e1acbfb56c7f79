"""What is asked about a sign once its indicator is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.domain.form import Kind
from welfare_app.domain.ids import FieldId
from welfare_app.domain.sign import Known
from welfare_app.presenters.groupings import IndicatorLine
from welfare_app.presenters.questions import Option as Offered
from welfare_app.presenters.questions import Question
from welfare_app.ui.editors import EDITORS
from welfare_app.ui.parts import Choices, Field, Kit, Option, Text, column, holding, row
from welfare_app.ui.parts.layout import clear, reveal

_WORDS = {
    Known.SAID: "Their exact words",
    Known.SEEN: "What was seen",
    Known.CHECKED: "What was checked, and where",
    Known.VIEW: "Why you think so",
}
_WHEN = Question(FieldId("when"), Kind.PARTIAL_DATE, "When was it?")
_ROLES = {True: "words", False: "body"}


class SignForm(QFrame):
    """The indicator, how it is known, words, where, when, and what it rests on."""

    other_wanted = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._offered: tuple[tuple[Offered, ...], tuple[Offered, ...]] = ((), ())
        self._choices: Choices | None = None
        self._filled = ""
        self._make_indicator()
        self._known_box = QVBoxLayout()
        self._make_words()
        self._where = kit.line()
        # a part of something larger has no way to say that there is no answer
        self._when = EDITORS[Kind.PARTIAL_DATE](kit, _WHEN, row_name="the sign")
        self._rests = kit.pick([])
        self._rests_field = kit.field("What does it rest on?", self._rests)
        self.setLayout(
            column(
                self._indicator,
                self._known_box,
                self._words_field,
                kit.field("Where was it?", self._where),
                self._when,
                self._rests_field,
                None,
                gap=kit.space(4),
            )
        )

    @property
    def known(self) -> str:
        """How it is known, or blank."""
        return self._choices.value() if self._choices else ""

    @property
    def first(self) -> Field:
        """Where the keyboard goes when the page opens on these questions."""
        return self._known_field

    @property
    def words(self) -> str:
        """What was said, seen, checked or thought, with its line ends."""
        return self._area.toPlainText()

    @property
    def where(self) -> str:
        """Where it was."""
        return self._where.text()

    @property
    def when(self) -> str:
        """A half-remembered ISO date, or blank."""
        return str(self._when.value())

    @property
    def rests_on(self) -> str:
        """The field it rests on, or blank."""
        return self._rests.value()

    def show_indicator(self, line: IndicatorLine) -> None:
        """Say which indicator it is about."""
        self._phrase.say(line.phrase)
        rule = f" {line.strength} in the rule of the ILO and EC." if line.strength else ""
        self._group.say(f"{line.group}.{rule}")
        self._source.say(". ".join(part for part in (line.source, line.checked) if part) + ".")
        self._caution.say(f"First rule out: {line.caution}." if line.caution else "")
        reveal(self._caution, shown=bool(line.caution))
        self._indicator.setAccessibleName(line.phrase)

    def show_choices(self, known: Sequence[Offered], answers: Sequence[Offered]) -> None:
        """Offer the ways to know and the answers there are; the same again changes nothing."""
        offered = (tuple(known), tuple(answers))
        if offered == self._offered:
            return
        self._offered = offered
        self._choices = self._kit.choices([_option(one) for one in known], across=True)
        self._choices.answered.connect(self._known_changed)
        clear(self._known_box)
        self._known_field = self._kit.field("How do you know?", self._choices)
        self._known_box.addWidget(self._known_field)
        self._rests.clear()
        self._rests.addItem("None of them", "")
        for one in answers:
            self._rests.addItem(one.label, one.id)
        self._rests.setCurrentIndex(0)
        self._rests_field.setVisible(bool(answers))

    def fill(self, known: str, words: str, rests: str) -> None:
        """Fill in what is known from where it was noticed."""
        if known and self._choices is not None:
            self._choices.choose(known)
            self._known_changed()
        self._area.setPlainText(words)
        self._filled = words
        if rests:
            self._rests.choose(rests)

    @property
    def typed(self) -> bool:
        """Whether somebody typed anything that was not filled in."""
        own = self.words if self.words != self._filled else ""
        return any(text.strip() for text in (own, self.where, self.when))

    def say_problem(self, words: str) -> None:
        """Say what is still to be said of how it is known, or (blank) nothing."""
        if self._choices is not None:
            self._known_field.set_problem(words)
            if words:
                self._known_field.focus_editor()

    def focus_first(self) -> None:
        """Put the keyboard on the ways to know."""
        if self._choices is not None:
            self._choices.focus_first()

    def _make_indicator(self) -> None:
        kit = self._kit
        self._phrase: Text = kit.text("", "strong", wide=True)
        self._group = kit.text("", "small", "quiet")
        self._caution = kit.text("", "small", "quiet")
        self._caution.hide()
        self._source = kit.text("", "caption", "quiet", figures=True)
        other = kit.button("Choose another", compact=True, pressed=self._other)
        words = column(self._phrase, self._group, self._caution, self._source)
        self._indicator = kit.card(row(words, kit.space(3), other), pad=4)

    def _make_words(self) -> None:
        kit = self._kit
        self._area = kit.area(rows=2)
        self._bar = kit.bar()
        self._bar.hide()
        self._words_label = kit.text(_WORDS[Known.SEEN], "strong")
        self._words_label.setBuddy(self._area)
        self._area.setAccessibleName(self._words_label.words)
        boxed = row(self._bar, self._area, gap=kit.space(3))
        self._words_field = holding(column(self._words_label, kit.space(1), boxed))

    @Slot()
    def _known_changed(self) -> None:
        known = Known(self.known) if self.known else Known.SEEN
        said = known is Known.SAID
        self._known_field.set_problem("")
        self._words_label.say(_WORDS[known])
        self._area.setAccessibleName(_WORDS[known])
        self._area.setFont(self._kit.theme.font(_ROLES[said]))
        self._bar.setVisible(said)

    @Slot()
    def _other(self) -> None:
        self.other_wanted.emit()


def _option(offered: Offered) -> Option:
    return Option(offered.id, offered.label)
