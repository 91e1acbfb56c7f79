"""One page of a referral: its questions, with what was copied and from where."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from welfare_app.presenters.referral_page import ReferralPageScreen
from welfare_app.presenters.tracing import TraceLine
from welfare_app.ui.editors import Languages
from welfare_app.ui.pages.asking_page import AskingPage
from welfare_app.ui.pages.referral_side import heading
from welfare_app.ui.parts import Item, Kit, column, flow, holding
from welfare_app.ui.parts.keys import shortcut


class QuestionPage(AskingPage):
    """What is missing never stops anyone from going on; the overview keeps count."""

    confirmed = Signal(str)
    """The key of what was found and is not the person."""

    def __init__(self, kit: Kit, languages: Languages = ()) -> None:
        super().__init__(kit, "Referral page", "Referral", languages)
        self._traces: tuple[TraceLine, ...] = ()
        go: QWidget = self.go_button("Save and continue")
        shortcut("Alt+Down", self).activated.connect(self.go_on)
        self.put_foot(go, None, self.back_button())

    def show_screen(self, screen: ReferralPageScreen) -> None:
        """Draw the page, leaving alone what is being typed."""
        self.draw_step(screen)
        if screen.traces != self._traces:
            self._traces = screen.traces
            self._show_traces()
        if screen.said:
            self.say(screen.said)

    def _show_traces(self) -> None:
        kit = self.kit
        if not self._traces:
            self.put_side()
            return
        why = "They did not agree to be named. Take each out, or say that it is not them."
        items: list[Item] = [
            heading(kit, "This could say who it is"),
            kit.space(2),
            kit.text(why, "small", "quiet"),
        ]
        for line in self._traces:
            items += [kit.space(4), self._trace(line)]
        self.put_side(*items, folded=f"This could say who it is: {len(self._traces)}")

    def _trace(self, line: TraceLine) -> Item:
        kit = self.kit
        button = kit.button("Not this person", compact=True)
        button.setAccessibleDescription(f"{line.kind}: {line.found}")
        button.clicked.connect(partial(self._confirmed, line.key))
        return holding(
            column(
                kit.text(f"{line.kind}: {line.found}", "small_strong", wide=True),
                kit.text(line.where, "caption", "quiet"),
                kit.text(line.excerpt, "small", wide=True),
                kit.space(2),
                flow(button),
            )
        )

    def _confirmed(self, key: str, _checked: bool = False) -> None:
        self.confirmed.emit(key)
