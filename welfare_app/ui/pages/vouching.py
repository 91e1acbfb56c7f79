"""Asks for the second person: who they are, and their own passphrase, typed by them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from welfare_app.ui.parts import Field, Kit, Option, column

_WIDE = 420
_READ = "They read this page, then type it themselves."
NOBODY = (
    "Nobody else can vouch on this laptop yet. Add another lead, or a checker, with a passphrase "
    "of their own."
)


class Vouching(QFrame):
    """Two questions for a colleague. The passphrase is let go of as soon as it was used."""

    def __init__(
        self, kit: Kit, hint: str = "They read this page, then type it themselves."
    ) -> None:
        super().__init__()
        self._people: tuple[tuple[str, str], ...] = ()
        self._who = kit.pick([], empty="Choose")
        self._secret = kit.line(secret=True)
        self._secret.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._nobody = kit.text(NOBODY, "small", "attention", wide=True)
        self._nobody.hide()
        self.fields: dict[str, Field] = {
            "second": kit.field("Which colleague says yes too?", self._who, width=_WIDE),
            "passphrase": kit.field(
                "Their own passphrase",
                self._secret,
                hint=hint,
                width=_WIDE,
            ),
        }
        self.setLayout(column(self._nobody, *self.fields.values(), gap=kit.space(4)))

    def show_people(self, people: tuple[tuple[str, str], ...]) -> None:
        """Offer these; one alone is chosen already."""
        if people == self._people and self._who.count():
            return
        self._people = people
        self._who.clear()
        for key, words in people:
            self._who.addItem(Option(key, words).words, key)
        self._who.choose(people[0][0] if len(people) == 1 else "")
        self._nobody.setVisible(not people)
        for field in self.fields.values():
            field.setVisible(bool(people))

    @property
    def said(self) -> tuple[str, str]:
        """Who, and what they typed."""
        return self._who.value(), self._secret.text()

    def forget(self) -> None:
        """Let go of what was typed."""
        self._secret.clear()
