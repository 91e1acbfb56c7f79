"""The last step of sealing: handing the file over, and how to know it again."""

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame

from welfare_app.domain.recordings import LOCKED
from welfare_app.presenters.seal_screen import SealScreen
from welfare_app.ui.pages.trouble_card import announce
from welfare_app.ui.parts import Item, Kit, column
from welfare_app.ui.parts.layout import clear

_SHOWN = 16
_GROUP = 4

_TO_DO = (
    ("Give them the file.", "Not in the same message as the words, and not to anyone else."),
    ("Stay on the line until it opens.", "If it does not, seal a new pack: the words are gone."),
    (
        "Ask when they will refer, and who will call you.",
        "Write it down: the button below leads there.",
    ),
)


_BOTH = "The second signature lies beside it. Give both: it is nothing without the file."
_UNSIGNED = "The second signature is missing"
_WHOLE = "The pack is whole and sealed without it."
_LATER = "You can go on. A lead can sign it later: This laptop, How others know it is us."


class HandOver(QFrame):
    """What is left to do, where the file is, and its fingerprint."""

    signing_wanted = Signal()

    def __init__(self, kit: Kit, screen: SealScreen) -> None:
        super().__init__()
        self._kit, self._signature = kit, column()
        self._shown: tuple[str, str] | None = None
        steps: list[Item] = []
        for at, (title, sentence) in enumerate(_TO_DO, 1):
            steps += [kit.numbered(at, title, sentence), kit.space(4)]
        for_whom = ", ".join(filter(None, (screen.handing.recipient, screen.handing.organisation)))
        facts = kit.rows(
            kit.fact("For", for_whom, screen.handing.phone),
            kit.fact("The file", screen.saved_as, screen.sealed),
            *_beside(kit, screen),
            kit.fact(
                "Fingerprint",
                fingerprint(screen.digest),
                "The first part of its SHA-256. All of it is in the audit trail",
            ),
        )
        self.setLayout(
            column(
                self._signature,
                kit.text("What to do now", "heading"),
                kit.space(3),
                kit.card(*steps[:-1]),
                kit.space(5),
                facts,
            )
        )

    def show_signature(self, screen: SealScreen) -> None:
        """Say that a second signature travels with the file, or that it is missing, and why."""
        now = screen.provider_signature, screen.unsigned
        if now == self._shown:
            return
        again, self._shown = self._shown is not None, now
        kit = self._kit
        clear(self._signature)
        if screen.provider_signature:
            said = kit.notice("file-check-2", screen.provider_signature, _BOTH, look="accent")
        elif screen.unsigned:
            why = f"{_WHOLE} {screen.unsigned} {_LATER}"
            button = kit.button("Sign it now", icon="pen-line", pressed=self._sign)
            said = kit.notice(
                "circle-alert", _UNSIGNED, why, button=button if screen.can_sign else None
            )
        else:
            return
        self._signature.addWidget(said)
        self._signature.addSpacing(kit.space(4))
        if again:
            announce(self, f"{screen.provider_signature}. {_BOTH}")

    @Slot()
    def _sign(self) -> None:
        self.signing_wanted.emit()


def _beside(kit: Kit, screen: SealScreen) -> Iterator[QFrame]:
    """The recordings that must go with it."""
    if screen.recordings:
        names = ", ".join(f"{one.called}{LOCKED}" for one in screen.recordings)
        yield kit.fact("Beside it", names, "In the same folder. Give them with the file")


def fingerprint(digest: str) -> str:
    """Enough of a SHA-256 to read out by telephone."""
    groups = (digest[at : at + _GROUP] for at in range(0, min(len(digest), _SHOWN), _GROUP))
    short = " ".join(groups)
    return f"{short} …" if len(digest) > _SHOWN else short
