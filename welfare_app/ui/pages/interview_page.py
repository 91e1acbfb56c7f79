"""The interview: the questions of one step, and the signs beside them."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from welfare_app.presenters.interview import InterviewScreen, SignLine
from welfare_app.ui.editors import Languages
from welfare_app.ui.pages.asking_page import AskingPage
from welfare_app.ui.pages.spare_key import SpareKey
from welfare_app.ui.parts import Item, Kit, row
from welfare_app.ui.parts.layout import clear, fill
from welfare_app.ui.shell.fold import Fold

_GO, _FINISH = "Save and continue", "Save and finish"
_STOP = "Stop the questions. What stays: their words, safety, needs, wishes, consent."


class InterviewPage(AskingPage):
    """One step at a time. What is missing may wait; something serious may not."""

    postponed = Signal()
    sign_wanted = Signal()
    pack_wanted = Signal()

    def __init__(self, kit: Kit, languages: Languages = ()) -> None:
        super().__init__(kit, "Interview", "Pause", languages)
        self._signs: tuple[SignLine, ...] | None = None
        self._go = self.go_button(_GO)
        later = kit.button("Come back to this", "quiet", key="Alt+Down", pressed=self._postpone)
        self.put_foot(self._go, later, None, self.back_button())
        self._make_side()

    def show_screen(self, screen: InterviewScreen) -> None:
        """Draw the step, leaving alone what is being typed."""
        self.say_about("Finished" if screen.finished else "")
        words = _FINISH if screen.last and not screen.finished else _GO
        if self._go.words != words:
            self._go.say(words)
        self._show_signs(screen.signs)
        self.draw_step(screen)

    def _make_side(self) -> None:
        kit, space = self.kit, self.kit.space
        add = kit.button(
            "Add",
            "quiet",
            icon="plus",
            key="Ctrl+I",
            compact=True,
            flush="trailing",
            pressed=self._add_sign,
        )
        add.setAccessibleName("Add a sign")
        SpareKey("Ctrl+I", add, self)
        self._sign_lines = QVBoxLayout()
        self._sign_lines.setSpacing(0)
        head = row(kit.text("Signs", "heading"), None, add)
        self.put_side(head, space(2), self._sign_lines, folded="Signs: 0")
        to_pack = kit.button(
            "Open an incident pack", icon="hand", key="F8", compact=True, pressed=self._open_pack
        )
        self.put_side_foot(
            kit.text("Heard something serious?", "small_strong"),
            space(1),
            kit.text(_STOP, "small", "quiet"),
            space(3),
            row(to_pack, None),
        )

    def _show_signs(self, signs: tuple[SignLine, ...]) -> None:
        if signs == self._signs:
            return
        self._signs = signs
        clear(self._sign_lines)
        fill(self._sign_lines, tuple(self._lines(signs)))
        self.side_folded = f"Signs: {len(signs)}"
        if self.fold is Fold.ONE:
            self.arranged.emit()

    def _lines(self, signs: tuple[SignLine, ...]) -> list[Item]:
        kit = self.kit
        if not signs:
            return [kit.text("None noted yet.", "small", "quiet")]
        lines: list[Item] = []
        for at, sign in enumerate(signs):
            lines += [kit.space(3), kit.hair(), kit.space(3)] if at else []
            lines.append(kit.sign(sign.title, sign.known, sign.time))
        return lines

    @Slot()
    def _postpone(self) -> None:
        self.report_all()
        self.postponed.emit()

    @Slot()
    def _add_sign(self) -> None:
        self.report_all()
        self.sign_wanted.emit()

    @Slot()
    def _open_pack(self) -> None:
        self.report_all()
        self.pack_wanted.emit()
