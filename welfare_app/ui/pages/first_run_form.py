"""The questions of the first run: who, where, and a passphrase with its strength."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.presenters.first_run import NATIONS, FirstRunScreen, Said
from welfare_app.ui.pages.without_keyring import WithoutKeyring
from welfare_app.ui.parts import Field, Kit, Option, column, holding, row

_NARROW = 420
_COUNTS = ("One answer needs", "Two answers need", "Three answers need", "Four answers need")


class FirstRunForm(QFrame):
    """Asks eight things. It keeps what was typed, whatever is to be mended."""

    passphrase_typed = Signal(str, tuple)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._organisation, self._laptop = kit.line(), kit.line()
        self._nation = kit.choices([Option(key, words) for key, words in NATIONS], across=True)
        self._name, self._phone = kit.line(), kit.line(figures=True)
        self._email = kit.line()
        self._secret, self._again = kit.line(secret=True), kit.line(secret=True)
        self._secret.textEdited.connect(self._typed)
        self._problems = kit.problems()
        self._mark = kit.icon("circle-dashed", "quiet", "icon_small", line="small")
        self._strength = kit.text("", "small", "quiet", wide=True)
        self._strong = holding(row(self._mark, self._strength, gap=kit.space(2)))
        self._strong.hide()
        self.fields = self._make_fields(kit)
        lines = [field for key, field in self.fields.items() if key not in {"passphrase", "again"}]
        secret = column(self.fields["passphrase"], self._strong, gap=kit.space(1))
        self._without = WithoutKeyring(kit)
        again = self.fields["again"]
        self.setLayout(
            column(self._problems, *lines, secret, again, self._without, gap=kit.space(5))
        )

    def show_screen(self, screen: FirstRunScreen) -> None:
        """Show what to mend, and how long the passphrase would last."""
        self._strength.say(screen.strength)
        self._strong.setVisible(bool(screen.strength))
        enough = screen.enough
        self._mark.show_icon(
            *(("circle-check", "accent") if enough else ("circle-dashed", "quiet"))
        )
        self._without.setVisible(screen.without_offered)
        problems = dict(screen.problems)
        for key, field in self.fields.items():
            if field.problem != problems.get(key, ""):
                field.set_problem(problems.get(key, ""))
        self._list(list(self.fields.values()))

    def said(self) -> Said:
        """What was typed."""
        return Said(
            organisation=self._organisation.text(),
            nation=self._nation.value(),
            laptop=self._laptop.text(),
            name=self._name.text(),
            phone=self._phone.text(),
            passphrase=self._secret.text(),
            again=self._again.text(),
            email=self._email.text(),
            without_keyring=self._without.chosen,
        )

    def _list(self, fields: Sequence[Field]) -> None:
        troubled = sum(bool(field.problem) for field in fields)
        count = (
            _COUNTS[troubled - 1] if 0 < troubled <= len(_COUNTS) else f"{troubled} answers need"
        )
        self._problems.show_problems(f"{count} another look", fields)

    def _make_fields(self, kit: Kit) -> Mapping[str, Field]:
        return {
            "organisation": kit.field("Your organisation’s name", self._organisation),
            "nation": kit.field("Where is this laptop used?", self._nation),
            "laptop": kit.field(
                "What do you call this laptop?",
                self._laptop,
                hint="Such as the site it stays at. It may be left empty.",
                width=_NARROW,
            ),
            "name": kit.field("Your own name", self._name, width=_NARROW),
            "phone": kit.field(
                "Your telephone at work",
                self._phone,
                hint="For whoever has a question about a referral. It may be left empty.",
                width=_NARROW,
            ),
            "email": kit.field(
                "Your e-mail at work",
                self._email,
                hint="So that there are two ways to reach you. It may be left empty.",
                width=_NARROW,
            ),
            "passphrase": kit.field(
                "Choose a passphrase",
                self._secret,
                hint="Four unrelated words are good. You type it each time you unlock.",
                width=_NARROW,
            ),
            "again": kit.field("The passphrase once more", self._again, width=_NARROW),
        }

    @Slot()
    def _typed(self) -> None:
        known = (self._organisation.text(), self._name.text())
        self.passphrase_typed.emit(self._secret.text(), known)
