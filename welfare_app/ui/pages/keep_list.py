"""The legal-hold list: what to ask others to keep, whom was asked, what they said, what is late."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.preserving import ANSWERS, REPLIES, KeepScreen, KindLine, RequestLine
from welfare_app.ui.pages.day_boxes import DayBoxes
from welfare_app.ui.pages.panel import Panel
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.parts import Item, Kit, Option, column, flow, holding
from welfare_app.ui.parts.layout import clear

_WHY = "Records are lost while nobody asks. Ask whoever holds them to keep them as they are."


class AskForm(Panel):
    """Who is asked to keep one kind of record."""

    given = Signal(str, str, str, str)

    def __init__(self, kit: Kit, line: KindLine) -> None:
        super().__init__(kit, "Write it down")
        self._record = line.record
        self._which, self._of = kit.area(), kit.line()
        self._day = DayBoxes(kit, "From when is the record?")
        self.setAccessibleName(f"Asking for: {line.name}")
        self.arrange(
            kit,
            {
                "asked_of": kit.field("Who was asked?", self._of, hint="By name or by role."),
                "which": kit.field("Which exactly?", self._which, hint=line.ask),
                "covers": kit.field(
                    "From when is the record?",
                    self._day,
                    hint="The earliest day that matters. Leave empty what is not known.",
                ),
            },
        )

    @Slot()
    def give(self) -> None:
        """Report what is typed."""
        self.given.emit(self._record, self._which.toPlainText(), self._of.text(), self._day.value)


class AnswerForm(Panel):
    """What was answered to one request."""

    given = Signal(str, str, str)

    def __init__(self, kit: Kit, line: RequestLine) -> None:
        super().__init__(kit, "Write it down")
        self._id = line.id
        self._reply = kit.choices([Option(one.value, REPLIES[one]) for one in ANSWERS])
        self._words = kit.area()
        self.setAccessibleName(f"The answer: {line.title}")
        self.arrange(
            kit,
            {
                "reply": kit.field("What did they answer?", self._reply),
                "words": kit.field("In their words", self._words, optional="(if you can)"),
            },
        )

    @Slot()
    def give(self) -> None:
        """Report what is typed."""
        self.given.emit(self._id, self._reply.value(), self._words.toPlainText())


class KeepList(QFrame):
    """Each kind of record with what became of it. One form is open at a time."""

    asked = Signal(str, str, str, str)
    answered = Signal(str, str, str)
    part_wanted = Signal(object)
    """What should be in sight."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._shown: KeepScreen | None = None
        self._open: Panel | None = None
        self._trouble = TroubleCard(kit, below=3)
        self._sentence = kit.text("", "small", "quiet", figures=True)
        self._rows = QVBoxLayout()
        self.setLayout(
            column(
                kit.text("Records that others should keep", "heading"),
                kit.space(1),
                kit.text(_WHY, "small", "quiet"),
                self._sentence,
                kit.space(2),
                self._trouble,
                self._rows,
            )
        )

    def show_keeping(self, screen: KeepScreen) -> None:
        """Draw the list; while a form is open, only what stands against it."""
        before, self._shown = self._shown, screen
        self._trouble.show_trouble(screen.trouble)
        self._sentence.say(screen.sentence)
        if before is not None and before.kinds == screen.kinds and before.kept == screen.kept:
            if self._open is not None:
                self._open.show_problems(screen.problems)
                self.part_wanted.emit(self._open.problems)
            return
        self._open = None
        clear(self._rows)
        self._rows.addWidget(self._kit.rows(*(self._kind(one) for one in screen.kinds)))
        if before is not None and screen.kept != before.kept:
            announce(self, "Written down")

    def _kind(self, line: KindLine) -> QFrame:
        kit, pad = self._kit, self._kit.space(2)
        form = AskForm(kit, line)
        form.given.connect(self.asked)
        words = "Ask again" if line.requests else "Ask for it"
        button = kit.button(words, compact=True, name=f"{words}: {line.name}")
        button.clicked.connect(partial(self._toggle, form))
        told: list[Item] = [kit.text(line.name, "strong", wide=True)]
        if not line.requests:
            told.append(kit.text(line.ask, "small", "quiet", wide=True))
        head = holding(flow(holding(column(*told)), None, button, gap=kit.space(3)))
        items: list[Item] = [head]
        if line.caution and not any(one.safe for one in line.requests):
            items += [kit.space(1), kit.point("calendar-clock", line.caution, ink="attention")]
            items.append(kit.text(line.source, "caption", "quiet", figures=True, wide=True))
        for one in line.requests:
            items += [kit.space(2), self._request(one)]
        items += [kit.space(2), form]
        return holding(column(*items, margins=(0, pad, 0, pad)))

    def _request(self, one: RequestLine) -> QFrame:
        kit = self._kit
        form = AnswerForm(kit, one)
        form.given.connect(self.answered)
        link = kit.link("Their answer", name=f"Their answer: {one.title}, {one.asked}")
        link.clicked.connect(partial(self._toggle, form))
        icon, ink = ("circle-check", "accent") if one.safe else ("circle-dashed", "quiet")
        if one.soon:
            icon, ink = "circle-alert", "attention"
        state = kit.point(icon, f"{one.state}. {one.title}", one.asked, ink=ink, role="body")
        items: list[Item] = [holding(flow(state, None, link, gap=kit.space(3)))]
        if one.clock:
            colour = "attention" if one.soon else "quiet"
            items.append(kit.text(one.clock, "small_strong", colour, figures=True))
        items += [kit.text(said, "small", "quiet", figures=True, wide=True) for said in one.said]
        return holding(column(*items, kit.space(2), form))

    def _toggle(self, form: Panel) -> None:
        if self._open is not None and self._open is not form:
            self._open.hide()
        self._open = form
        form.open()
        self.part_wanted.emit(form)
