"""The interview: the questions of one step, and what helps beside them."""

from PySide6.QtCore import Signal

from welfare_app.presenters.interview import InterviewScreen
from welfare_app.ui.editors import Languages
from welfare_app.ui.pages.asking_page import AskingPage
from welfare_app.ui.pages.gate_card import GateCard
from welfare_app.ui.pages.notices import Notices
from welfare_app.ui.pages.talk_side import TalkSide
from welfare_app.ui.parts import Kit, flow, holding
from welfare_app.ui.parts.keys import shortcut

_GO, _FINISH = "Save and continue", "Sign off"


class InterviewPage(AskingPage):
    """One step at a time. A gate may be passed with a reason; something serious never waits."""

    gate_passed = Signal(str)
    """The reason to go on all the same."""

    def __init__(self, kit: Kit, languages: Languages = ()) -> None:
        super().__init__(kit, "Interview", "Pause", languages)
        self._notices = Notices(kit)
        self._gate = GateCard(kit)
        self._gate.passed.connect(self.gate_passed)
        self.side_panel = TalkSide(self)
        self.put_above(self._notices, self._gate)
        self._go = self.go_button(_GO)
        shortcut("Alt+Down", self).activated.connect(self.go_on)
        actions = flow(self._go, None, self.back_button(), gap=kit.space(3))
        self.put_foot_column(*self.side_panel.panels, holding(actions))

    def show_screen(self, screen: InterviewScreen) -> None:
        """Draw the step, leaving alone what is being typed."""
        words = _FINISH if screen.last else _GO
        if self._go.words != words:
            self._go.say(words)
        self.side_panel.show_aside(screen.beside)
        self._notices.show_notices(screen.notices)
        closed = self._gate.isHidden() and screen.gate is not None
        self._gate.show_gate(screen.gate)
        self.draw_step(screen)
        if closed and not screen.problems:
            self._gate.take_keyboard()
