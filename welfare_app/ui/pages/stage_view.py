"""The stage in the middle of a run-book: an order, whom to call, what to say, what to heed."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from welfare_app.presenters.emergency import Number
from welfare_app.presenters.pack_screen import StageCard
from welfare_app.ui.parts import Item, Kit, column, holding, row
from welfare_app.ui.parts.layout import clear, fill

_BEHIND = {"done": ("check", "accent"), "skipped": ("minus", "quiet")}


class StageView(QFrame):
    """One white card, with a line above it that says how the stage stands and tasks below.

    The card takes the keyboard, so that a screen reader says the order.
    """

    def __init__(self, kit: Kit, under: QFrame | None = None) -> None:
        """Make it; what is `under` the card stands before the tasks."""
        super().__init__()
        self._kit = kit
        self._shown: tuple[StageCard, bool] | None = None
        self._above, self._inside, self._below = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.card = kit.card(self._inside)
        self.card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayout(column(self._above, self.card, *([under] if under else []), self._below))

    def show_card(self, stage: StageCard, *, narrow: bool) -> None:
        """Show the stage. Its questions belong to others, and change nothing here."""
        wanted = (replace(stage, questions=()), narrow)
        if wanted == self._shown:
            return
        self._shown = wanted
        for box in (self._above, self._inside, self._below):
            clear(box)
        fill(self._above, tuple(self._standing(stage)))
        fill(self._inside, (*self._order(stage, narrow=narrow), *self._say(stage.say)))
        fill(self._below, tuple(self._tasks(stage.tasks)))
        self._name(stage)

    def _name(self, stage: StageCard) -> None:
        called = f"{stage.call.name}: {stage.call.digits}" if stage.call else ""
        self.card.setAccessibleName(stage.order)
        said = (stage.why, called, *stage.say)
        self.card.setAccessibleDescription(" ".join(filter(None, said)))

    def _standing(self, stage: StageCard) -> list[Item]:
        """What stands before the card: when it was done, or what it waits for."""
        kit = self._kit
        if stage.state in _BEHIND and stage.stamp:
            icon, ink = _BEHIND[stage.state]
            words = f"Done {stage.stamp}" if stage.state == "done" else stage.stamp.capitalize()
            line = kit.point(icon, words, ink=ink, colour="quiet", role="body")
        elif stage.waits_for:
            words = f"This waits for: {stage.waits_for}"
            line = kit.point("circle-dashed", words, colour="quiet", role="body")
        else:
            return []
        return [line, kit.space(3)]

    def _order(self, stage: StageCard, *, narrow: bool) -> list[Item]:
        kit = self._kit
        order = kit.text(stage.order, "question", wide=True)
        order.setAccessibleDescription("heading")
        why: list[Item] = [kit.text(stage.why, "body", "quiet")] if stage.why else []
        call = stage.call
        if call is None:
            return [order, kit.space(1), *why]
        known = kit.text(_known(call), "caption", "quiet", figures=True)
        role = "spoken" if narrow else "question"
        digits = kit.text(call.digits, role, figures=True, one_line=True)
        digits.setAccessibleName(f"{call.name}: {call.digits}")
        if narrow:
            return [order, digits, known, kit.space(2), *why]
        gap = kit.space(1)
        return [row(order, kit.space(4), digits, top=True), gap, *why, gap, known]

    def _say(self, lines: tuple[str, ...]) -> list[Item]:
        kit = self._kit
        if not lines:
            return []
        items: list[Item] = [kit.space(4), kit.text("What you can say", "small_strong")]
        for line in lines:
            said = row(kit.bar("hair"), kit.text(line, wide=True), gap=kit.space(3))
            items += [kit.space(2), holding(said)]
        return items

    def _tasks(self, tasks: tuple[str, ...]) -> list[Item]:
        kit = self._kit
        items: list[Item] = [kit.space(3)] if tasks else []
        for task in tasks:
            items += [kit.point("chevron-right", task, ink="quiet", role="body"), kit.space(2)]
        return items


def _known(call: Number) -> str:
    """Whose number it is, when it was checked, and any doubt about it."""
    whose = ", ".join(filter(None, (call.name, call.checked)))
    return " ".join(filter(None, (f"{whose}.", call.note)))
