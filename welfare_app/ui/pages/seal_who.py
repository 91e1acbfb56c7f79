"""The first step of sealing: who the pack is for, and why they need it."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QLineEdit

from welfare_app.domain.leaving_out import LeftOut, Part
from welfare_app.domain.referral import Handing
from welfare_app.presenters.seal_screen import SealScreen
from welfare_app.ui.pages.seal_recordings import ABOUT, RecordingList
from welfare_app.ui.parts import Area, Choices, Field, Kit, Option, column
from welfare_app.ui.parts.layout import reveal

_PHONE = 260
_HOW_MANY = ("", "One answer needs", "Two answers need", "Three answers need", "Four answers need")
_ADVISED = "Your data protection lead says which fits. Agreeing to be referred is none of them."

CHANGED_IN = {
    "For": "recipient",
    "Why": "purpose",
    "Lawful basis": "basis",
    "Left out": "left_out",
    "Call them on": "phone",
    "Beside it": "recordings",
}
"""Where each line of the summary is changed; what is not here follows from the referral."""


class WhoForm(QFrame):
    """What is asked. It is filled once, and after that only the person typing changes it."""

    def __init__(self, kit: Kit, screen: SealScreen) -> None:
        super().__init__()
        handing, left = screen.handing, screen.handing.left_out
        self._recipient = kit.line(handing.recipient)
        self._organisation = kit.line(handing.organisation)
        self._phone = kit.line(handing.phone, figures=True)
        self._purpose = kit.area(handing.purpose, rows=2)
        self._basis = kit.choices([Option(*one) for one in screen.bases], [handing.basis])
        self._left = kit.choices([Option(*one) for one in screen.parts], left.parts, many=True)
        files = [Option(str(exhibit), words) for exhibit, words in screen.files]
        self._files = kit.choices(files, [str(one) for one in left.exhibits], many=True)
        self._because = kit.area(left.because)
        self.recordings = RecordingList(kit, screen.no_recordings)
        self.recordings.show_recordings(screen.recordings)
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
            "basis": kit.field("What does giving it rest on in law?", self._basis, hint=_ADVISED),
            "left_out": kit.field(
                "What do they not need?",
                self._left,
                hint="Tick what is left out. The referral itself always goes.",
                optional="(if anything)",
            ),
            "files": kit.field(
                "Which of the files do they not need?",
                self._files,
                hint="Tick what stays here. The others go.",
                optional="(if any)",
            ),
            "because": kit.field(
                "Why do they not need that?",
                self._because,
                hint="It is printed on the first page, beside what is left out.",
            ),
            "recordings": kit.field(
                "Recordings that go beside it",
                self.recordings,
                hint="" if screen.no_recordings else ABOUT,
                optional="" if screen.no_recordings else "(if any)",
            ),
        }
        self._several = len(screen.files) > 1
        self._left.answered.connect(self._ask_why)
        self._files.answered.connect(self._ask_why)
        self._problems = kit.problems()
        for field in self.fields.values():
            _mend_when_typed(field)
        self.setLayout(column(self._problems, *self.fields.values(), gap=kit.space(5)))
        reveal(self.fields["left_out"], shown=bool(screen.parts))
        self._ask_why()

    def handing(self) -> Handing:
        """What has been typed."""
        return Handing(
            self._recipient.text().strip(),
            self._organisation.text().strip(),
            self._phone.text().strip(),
            self._purpose.toPlainText().strip(),
            self._basis.value(),
            self._left_out(),
        )

    def show_problems(self, problems: tuple[tuple[str, str], ...], *, focus: bool) -> None:
        """Say beside each field and at the top what needs another look."""
        found = dict(problems)
        for key, field in self.fields.items():
            if field.problem != found.get(key, ""):
                field.set_problem(found.get(key, ""))
        several = _HOW_MANY[len(found)] if len(found) < len(_HOW_MANY) else "Several answers need"
        title = f"{several} another look"
        self._problems.show_problems(title, list(self.fields.values()), focus=focus)

    def _left_out(self) -> LeftOut:
        parts = tuple(map(Part, self._left.values()))
        exhibits = () if Part.EVIDENCE in parts else tuple(map(int, self._files.values()))
        why = self._because.toPlainText().strip()
        return LeftOut(parts, why, exhibits) if parts or exhibits else LeftOut()

    @Slot()
    def _ask_why(self) -> None:
        one_by_one = self._several and Part.EVIDENCE not in self._left.values()
        reveal(self.fields["files"], shown=one_by_one)
        anything = bool(self._left.values()) or (one_by_one and bool(self._files.values()))
        reveal(self.fields["because"], shown=anything)


def _mend_when_typed(field: Field) -> None:
    mended = partial(_mended, field)
    if isinstance(field.editor, QLineEdit):
        field.editor.textEdited.connect(mended)
    elif isinstance(field.editor, Choices):
        field.editor.answered.connect(mended)
    elif isinstance(field.editor, Area):
        field.editor.textChanged.connect(mended)
    elif isinstance(field.editor, RecordingList):
        field.editor.described.connect(mended)


def _mended(field: Field, *_typed: object) -> None:
    if field.problem:
        field.set_problem("")
