"""Before a pack is sealed a colleague reads it through too; where none can, a reason is written."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.seal import SecondSaid
from welfare_app.ui.pages.vouching import Vouching
from welfare_app.ui.parts import Kit, column
from welfare_app.ui.parts.layout import reveal

_READ = "They read the pages beside this, then type it themselves."


class SecondLook(QFrame):
    """The colleague and their own passphrase; or, asked for, why nobody can read it now."""

    def __init__(self, kit: Kit, people: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._vouching = Vouching(kit, _READ)
        self._vouching.show_people(people)
        self._reason = kit.area()
        self._why = kit.field("Why does nobody read it through first?", self._reason)
        self._without = kit.button("Nobody else can read it now", "quiet", pressed=self._turn)
        self._with = kit.button("Somebody can after all", "quiet", pressed=self._turn)
        heading = kit.text("A second person reads it through", "heading")
        gap = kit.space(3)
        parts = (heading, gap, self._vouching, self._why, gap, self._without, self._with)
        self.setLayout(column(*parts))
        self._alone = False
        self._why.hide()
        self._with.hide()

    @property
    def said(self) -> SecondSaid:
        """What was said, whichever of the two it is."""
        if self._alone:
            return SecondSaid(alone=self._reason.toPlainText().strip())
        return SecondSaid(*self._vouching.said)

    def complete(self) -> bool:
        """Whether all is said; else what is missing is marked, and has the keyboard."""
        wanted = (
            [(self._why, self.said.alone, "A few words are enough")]
            if self._alone
            else [
                (self._vouching.fields["second"], self.said.staff, "Choose who it is"),
                (self._vouching.fields["passphrase"], self.said.passphrase, "They type it here"),
            ]
        )
        missing = None
        for field, value, problem in wanted:
            field.set_problem("" if value else problem)
            missing = missing or (None if value else field)
        if missing is not None:
            missing.focus_editor()
        return missing is None

    def forget(self) -> None:
        """Let go of the passphrase."""
        self._vouching.forget()

    @Slot()
    def _turn(self) -> None:
        self._alone = not self._alone
        for part, shown in (
            (self._vouching, not self._alone),
            (self._why, self._alone),
            (self._without, not self._alone),
            (self._with, self._alone),
        ):
            reveal(part, shown=shown)
        (self._why if self._alone else self._vouching.fields["second"]).focus_editor()
