"""One request for access, a step at a time: safety, records, passages, the answer."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.access_screen import (
    ANSWER,
    PASSAGES,
    RECORDS,
    SAFETY,
    STEPS,
    TITLES,
    AccessScreen,
    RecordLine,
)
from welfare_app.ui.pages.access_passage import PassageForm
from welfare_app.ui.pages.access_safety import SafetyForm
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.file_ask import PDF, AskToSave, ask_to_save
from welfare_app.ui.pages.trouble_card import TroubleCard, announce
from welfare_app.ui.pages.vouching import Vouching
from welfare_app.ui.parts import Button, Field, Item, Kit, flow, holding, row
from welfare_app.ui.shell import Page

_GO = {
    SAFETY: "Keep, and go on",
    RECORDS: "Go on",
    PASSAGES: "Decide, and on",
    ANSWER: "Write the answer",
}

_READ = "They step back and read what is given, then type it themselves."


class AccessPage(Page):
    """Asks one thing at a time. Nothing is written to a file before the last step."""

    kept_safe = Signal(object)
    step_wanted = Signal(str)
    look_wanted = Signal()
    included = Signal(str)
    left_out = Signal(str)
    decided = Signal(str, str, str)
    accepted = Signal()
    turned = Signal(int)
    answer_wanted = Signal(str, str, object)
    """The colleague, their passphrase, and where to."""

    def __init__(self, kit: Kit, ask: AskToSave = ask_to_save) -> None:
        """Make it; `ask` finds where to save."""
        super().__init__(kit, "A request for access", back="Access requests")
        self._ask_where = ask
        self._shown: AccessScreen | None = None
        self._trouble = TroubleCard(kit, below=4)
        self._safety: SafetyForm | None = None
        self._passage: PassageForm | None = None
        self._vouching: Vouching | None = None
        self._problems = kit.problems()
        self._go: Button | None = None
        self._busy: BusyWords | None = None

    def show_screen(self, screen: AccessScreen) -> None:
        """Draw a step, or what changed on it."""
        before, self._shown = self._shown, screen
        if self.where != screen.number:
            self.where = screen.number
            self.arranged.emit()
        moved = before is None or before.step != screen.step
        if moved or _told(before) != _told(screen):
            self._draw(screen, moved=moved)
        elif screen.card is not None and self._passage is not None:
            self._passage.show_card(screen.card)
        self._trouble.show_trouble(screen.trouble)
        if self._busy is not None:
            self._busy.show_busy(busy=bool(screen.busy))
        if self._vouching is not None and (screen.trouble or screen.done):
            self._vouching.forget()
        self._show_problems(screen)

    def forget(self) -> None:
        """Let go of the passphrase."""
        if self._vouching is not None:
            self._vouching.forget()

    # Drawing a step

    def _draw(self, screen: AccessScreen, *, moved: bool) -> None:
        kit = self.kit
        self._trouble, self._problems = TroubleCard(kit, below=4), kit.problems()
        self._safety = self._passage = self._vouching = None
        at = STEPS.index(screen.step) + 1
        about = f"{screen.number}. Step {at} of {len(STEPS)}"
        header = kit.header(TITLES[screen.step], about=about)
        clock: list[Item] = []
        if screen.clock is not None and not screen.done:
            told = kit.clock(screen.clock.left, screen.clock.by, soon=screen.clock.soon)
            clock = [kit.space(2), row(told, None)]
        self.put_body(
            header,
            *clock,
            kit.space(4),
            self._trouble,
            self._problems,
            *self._step(screen),
        )
        self._put_actions(screen)
        if not moved and screen.step == RECORDS:
            return
        aloud = screen.card.label if screen.card is not None else TITLES[screen.step]
        self._settle(screen.done or aloud)

    def _settle(self, aloud: str) -> None:
        """Give the keyboard to what is now first, once it can be seen, and say what came."""
        if not self.isVisible():
            return
        announce(self, aloud)
        if (area := self._scroll_area()) is not None:
            area.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, self, self._focus_first)

    @Slot()
    def _focus_first(self) -> None:
        if isinstance(self.first, Field):
            self.first.focus_editor()
        elif self.first is not None:
            self.first.setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, screen: AccessScreen) -> list[Item]:
        match screen.step:
            case "records":
                return self._records(screen)
            case "passages":
                return self._passages(screen)
            case "answer":
                return self._answer(screen)
        self._safety = SafetyForm(self.kit)
        self._safety.fill(screen.safety)
        self.first = self._safety.fields["alone"]
        return [self.kit.notice("ear", *screen.warning), self.kit.space(5), self._safety]

    def _records(self, screen: AccessScreen) -> list[Item]:
        kit = self.kit
        items: list[Item] = [kit.text("Looked through for them", "heading"), kit.space(2)]
        items.append(kit.rows(*(self._record(one) for one in screen.records)))
        look = kit.button("Look for them in other cases", icon="search", pressed=self._look)
        items += [kit.space(5), kit.text("In other cases", "heading"), kit.space(2)]
        if screen.busy:
            items.append(kit.text(screen.busy, "body", "quiet"))
        elif screen.alike:
            words = "Look at each before you include it: two people may share a name or a phone."
            items += [kit.text(words, "body", "quiet"), kit.space(2)]
            items.append(kit.rows(*(self._other(one) for one in screen.alike)))
        elif screen.looked:
            items.append(kit.notice("circle-check", "No other case names them.", look="accent"))
        else:
            words = "By their name, birth date, numbers, addresses and accounts."
            items.append(kit.text(words, "body", "quiet"))
        self.first = look
        return [*items, kit.space(3), row(look, None)]

    def _record(self, one: RecordLine) -> QFrame:
        out = None if one.first else partial(self._leave, one.case)
        note = "The case they asked about" if one.first else "Included"
        return self.kit.fact("Case", one.numbers, note, change=out, change_words="Leave out")

    def _other(self, one: RecordLine) -> QFrame:
        put = partial(self._include, one.case)
        return self.kit.fact("Case", one.numbers, one.note, change=put, change_words="Include")

    def _passages(self, screen: AccessScreen) -> list[Item]:
        kit = self.kit
        items: list[Item] = []
        if screen.card is None:
            return [kit.notice("info", "Nothing is held in these cases.", look="well")]
        if screen.theirs:
            count = screen.theirs
            told = "One passage is" if count == 1 else f"{count} passages are"
            words = f"{told} about them alone, with no name of another in sight."
            button = kit.button("Give these", compact=True, pressed=self._accept)
            items += [kit.notice("info", words, look="well", button=button), kit.space(4)]
        self._passage = PassageForm(kit)
        self._passage.show_card(screen.card)
        self.first = self._passage.ways_field
        back = kit.button("Passage before", "quiet", icon="chevron-left", compact=True)
        back.clicked.connect(partial(self._turn, -1))
        on = kit.button("Next passage", "quiet", trailing="chevron-right", compact=True)
        on.clicked.connect(partial(self._turn, 1))
        left = "All are decided" if not screen.left else f"{screen.left} left to decide"
        where = kit.text(left, "small", "quiet", figures=True)
        return [*items, self._passage, kit.space(4), holding(flow(back, on, None, where))]

    def _answer(self, screen: AccessScreen) -> list[Item]:
        kit = self.kit
        if screen.done:
            return [
                kit.notice("circle-check", "The answer is written.", screen.done, look="accent")
            ]
        items: list[Item] = [kit.rows(*(kit.fact(*one) for one in screen.summary))]
        if screen.slips:
            listed = "; ".join(screen.slips)
            words = f"Look again: words taken out elsewhere stand in {listed}"
            items += [kit.space(4), kit.notice("circle-alert", "A name may slip through", words)]
        words = (
            "It is one PDF to read and one file for machines, and neither is locked. What was "
            "taken out is in neither of them."
        )
        self._vouching = Vouching(kit, _READ)
        self._vouching.show_people(screen.people)
        self.first = self._vouching.fields["second"]
        return [
            *items,
            kit.space(4),
            kit.text(words, "body", "quiet"),
            kit.space(4),
            self._vouching,
        ]

    def _put_actions(self, screen: AccessScreen) -> None:
        if screen.done:
            self._go = self._busy = self.first = None
            self.put_foot_column()
            return
        kit, at = self.kit, STEPS.index(screen.step)
        words = _GO[screen.step]
        if screen.step == PASSAGES and (screen.card is None or not screen.left):
            words = "Go on to the answer"
        go = self._go = kit.button(words, "primary", key="Ctrl+Enter", pressed=self._on)
        self._busy = BusyWords(kit, go, "One moment…") if screen.step == ANSWER else None
        more: list[Button | None] = []
        if screen.step == PASSAGES and screen.left:
            more.append(kit.button("To the answer", pressed=partial(self._to, ANSWER)))
        elif screen.card is not None:
            more.append(kit.button("Change this one", pressed=self._change))
        if at:
            back = kit.button(
                "Step back", "quiet", key="Alt+Up", pressed=partial(self._to, STEPS[at - 1])
            )
            more += [None, back]
        self.put_foot(go, *more)

    def _fields(self) -> dict[str, Field]:
        if self._safety is not None:
            return self._safety.fields
        return self._vouching.fields if self._vouching is not None else {}

    def _show_problems(self, screen: AccessScreen) -> None:
        found, fields = dict(screen.problems), self._fields()
        for key, field in fields.items():
            if field.problem != found.get(key, ""):
                field.set_problem(found.get(key, ""))
        count = "One answer needs" if len(found) == 1 else f"{len(found)} answers need"
        self._problems.show_problems(f"{count} another look", list(fields.values()))

    # What is pressed

    @Slot()
    def _on(self) -> None:
        screen = self._shown
        if screen is None or screen.busy:
            return
        if self._safety is not None:
            self.kept_safe.emit(self._safety.said)
        elif screen.step == RECORDS:
            self.step_wanted.emit(PASSAGES)
        elif screen.step == PASSAGES:
            self._decide(screen)
        elif self._vouching is not None:
            self._write(screen, self._vouching)

    def _decide(self, screen: AccessScreen) -> None:
        if screen.left:
            self._change()
        else:
            self.step_wanted.emit(ANSWER)

    @Slot()
    def _change(self) -> None:
        if self._passage is None:
            return
        what, ground, hidden = self._passage.said
        if what and ground:
            self.decided.emit(what, ground, hidden)
        else:
            self._passage.ways_field.focus_editor()

    def _write(self, screen: AccessScreen, vouching: Vouching) -> None:
        second, passphrase = vouching.said
        path = None
        if second and passphrase:
            path = self._ask_where(self, "Save", screen.file_name, PDF)
            if path is None:
                return
        self.answer_wanted.emit(second, passphrase, path)

    @Slot()
    def _look(self) -> None:
        if self._shown is not None and not self._shown.busy:
            self.look_wanted.emit()

    @Slot()
    def _accept(self) -> None:
        self.accepted.emit()

    def _leave(self, case: str, _pressed: bool = False) -> None:
        self.left_out.emit(case)

    def _include(self, case: str, _pressed: bool = False) -> None:
        self.included.emit(case)

    def _turn(self, by: int, _pressed: bool = False) -> None:
        self.turned.emit(by)

    def _to(self, step: str, _pressed: bool = False) -> None:
        self.step_wanted.emit(step)


def _told(screen: AccessScreen | None) -> object:
    if screen is None:
        return None
    said = (screen.records, screen.alike, screen.looked, screen.theirs, screen.left, screen.done)
    busy = screen.busy if screen.step == RECORDS else ""
    return (*said, screen.summary, screen.slips, busy, screen.clock)
