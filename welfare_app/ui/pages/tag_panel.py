"""Sorts one line of a talk: its topic, a sign that rests on it, something to add."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.notes import NoteLine
from welfare_app.presenters.questions import Option as Offered
from welfare_app.ui.parts import Kit, Option, Pick, column, flow, row
from welfare_app.ui.parts.keys import takes_escape
from welfare_app.ui.parts.layout import clear, hugging

_SHOWN = 90
"""Characters of the line that are shown, so that one knows which it is."""
_TOPIC = 18
"""Characters there is always room for where the topic is chosen."""


class TagPanel(QFrame):
    """Opens above the composer, and shuts once something was chosen."""

    tagged = Signal(str, str)
    """The line's id and the topic, or blank for none."""
    sign_wanted = Signal(str)
    """The line's id."""
    addition_wanted = Signal(object)
    """The `NoteLine`."""
    shut = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("well")
        self._kit = kit
        self._line: NoteLine | None = None
        self._topics: tuple[Offered, ...] = ()
        self._about = kit.text("", "small", "quiet", wide=True)
        self._pick: Pick | None = None
        self._place = row()
        keep = kit.button("Put it there", compact=True, pressed=self._chosen)
        sign = kit.button("Note a sign", icon="flag", compact=True, pressed=self._sign)
        sign.setAccessibleName("Note a sign from this line")
        add = kit.button("Add to it", icon="plus", compact=True, pressed=self._add)
        add.setAccessibleName("Add to this line")
        none = kit.button("No topic", "quiet", compact=True, pressed=self._untag)
        done = kit.button("Close", "quiet", compact=True, pressed=self.close_panel)
        actions = flow(keep, sign, add, none, done, gap=kit.space(2))
        edge = kit.space(4)
        self.setLayout(
            column(
                self._about,
                kit.space(2),
                self._place,
                kit.space(3),
                actions,
                margins=(edge, kit.space(3), edge, kit.space(3)),
            )
        )
        self.setSizePolicy(hugging())
        self.hide()

    def open_for(self, line: NoteLine, topics: Sequence[Offered]) -> None:
        """Ask about a line."""
        self._line = line
        short = line.words[:_SHOWN] + ("…" if len(line.words) > _SHOWN else "")
        self._about.say(f"{line.time} {line.tag}. {short}")
        self._offer(tuple(topics))
        if self._pick is not None:
            held = next((one.id for one in topics if one.label == line.topic), "")
            self._pick.blockSignals(True)
            self._pick.choose(held)
            self._pick.blockSignals(False)
            self.show()
            self._pick.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_panel(self) -> None:
        """Shut it and go back to writing."""
        self.hide()
        self.shut.emit()

    def event(self, event: QEvent) -> bool:
        """Keep Esc for shutting the panel; it would leave the page."""
        return takes_escape(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts; Enter keeps the topic that stands there."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._chosen()
        else:
            super().keyPressEvent(event)

    def _offer(self, topics: tuple[Offered, ...]) -> None:
        if topics == self._topics:
            return
        self._topics = topics
        clear(self._place)
        options = [Option(one.id, one.label) for one in topics]
        self._pick = self._kit.pick(options, empty="Choose a topic")
        self._pick.setAccessibleName("Topic of this line")
        self._pick.setMinimumContentsLength(_TOPIC)
        self._place.addWidget(self._pick)
        self._place.addStretch(1)

    @Slot()
    def _chosen(self) -> None:
        if self._line is not None and self._pick is not None and self._pick.value():
            self.tagged.emit(self._line.id, self._pick.value())
            self.close_panel()

    @Slot()
    def _untag(self) -> None:
        if self._line is not None:
            self.tagged.emit(self._line.id, "")
            self.close_panel()

    @Slot()
    def _sign(self) -> None:
        if self._line is not None:
            self.sign_wanted.emit(self._line.id)

    @Slot()
    def _add(self) -> None:
        if self._line is not None:
            self.hide()
            self.addition_wanted.emit(self._line)
