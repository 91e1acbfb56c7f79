"""The first step of sealing: who the pack is for, and why they need it."""

from functools import partial

from PySide6.QtWidgets import QFrame, QLineEdit

from welfare_app.domain.referral import Handing
from welfare_app.ui.parts import Area, Field, Item, Kit, column

_PHONE = 260
_HOW_MANY = {1: "One answer needs", 2: "Two answers need", 3: "Three answers need"}


class WhoForm(QFrame):
    """Four questions. It is filled once, and after that only the person typing changes it."""

    def __init__(self, kit: Kit, handing: Handing) -> None:
        super().__init__()
        self._recipient = kit.line(handing.recipient)
        self._organisation = kit.line(handing.organisation)
        self._phone = kit.line(handing.phone, figures=True)
        self._purpose = kit.area(handing.purpose, rows=2)
        self.fields: dict[str, Field] = {
            "recipient": kit.field("Who will open it?", self._recipient),
            "organisation": kit.field(
                "Which first responder organisation do they work for?", self._organisation
            ),
            "phone": kit.field(
                "A number to call them on",
                self._phone,
                hint="From their organisation’s own page, not from an e-mail.",
                width=_PHONE,
            ),
            "purpose": kit.field(
                "Why do they need it?", self._purpose, hint="It is printed on the first page."
            ),
        }
        self._problems = kit.problems()
        self._gap = QFrame()
        self._gap.setFixedHeight(kit.space(4))
        self._gap.hide()
        items: list[Item] = [self._problems, self._gap]
        for field in self.fields.values():
            _mend_when_typed(field)
            items += [field, kit.space(5)]
        self.setLayout(column(*items[:-1], gap=0))

    def handing(self) -> Handing:
        """What has been typed."""
        return Handing(
            self._recipient.text().strip(),
            self._organisation.text().strip(),
            self._phone.text().strip(),
            self._purpose.toPlainText().strip(),
        )

    def show_problems(self, problems: tuple[tuple[str, str], ...], *, focus: bool) -> None:
        """Say beside each field and at the top what needs another look."""
        found = dict(problems)
        for key, field in self.fields.items():
            if field.problem != found.get(key, ""):
                field.set_problem(found.get(key, ""))
        self._gap.setVisible(bool(found))
        title = f"{_HOW_MANY.get(len(found), 'Four answers need')} another look"
        self._problems.show_problems(title, list(self.fields.values()), focus=focus)


def _mend_when_typed(field: Field) -> None:
    mended = partial(_mended, field)
    if isinstance(field.editor, QLineEdit):
        field.editor.textEdited.connect(mended)
    elif isinstance(field.editor, Area):
        field.editor.textChanged.connect(mended)


def _mended(field: Field, *_typed: object) -> None:
    if field.problem:
        field.set_problem("")
