"""The locked screen: who you are, your passphrase, and the way in when it is forgotten."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QSizePolicy

from welfare_app.presenters.unlock import UnlockScreen
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.parts import Field, Kit, Option, column, flow, holding, row
from welfare_app.ui.shell import Page

_WIDE = 420
_WIDENS = 0.6
_MARK = 28


class UnlockPage(Page):
    """Asks for a passphrase, or for the code on the recovery sheet."""

    passphrase_given = Signal(str, str)
    code_given = Signal(str)
    recovery_asked = Signal(bool)
    practice_asked = Signal()

    def __init__(self, kit: Kit, organisation: str = "") -> None:
        """Make it; `organisation` and laptop are shown only where they are known."""
        super().__init__(kit, "Locked", fills=True, wide=True, locked=True)
        self._people: tuple[tuple[str, str], ...] = ()
        self._recovering = False
        self._greeting = kit.text("", "title")
        self._make_fields()
        self._trouble = TroubleCard(kit)
        self._make_actions()
        foot = kit.text(
            "Someone in danger now? Call **999**. Emergency numbers open without unlocking.",
            "small",
            marked=True,
            centre=True,
        )
        self.put_body(None, row(None, self._form(organisation), None), kit.space(6), None, foot)
        self.first = self._secret_field

    def show_screen(self, screen: UnlockScreen) -> None:
        """Draw the screen, leaving alone what is being typed."""
        turned = screen.recovering is not self._recovering
        self._recovering = screen.recovering
        self._greeting.say(screen.greeting)
        self._show_people(screen.people)
        self._show_ways(someone=bool(screen.people))
        self._show_busy(busy=screen.busy)
        self._trouble.show_trouble(screen.trouble)
        self.first = self._asked()
        if turned or screen.trouble is not None:
            self._ask_again()

    # How it is made

    def _make_fields(self) -> None:
        kit = self.kit
        self._who = kit.pick([], large=True)
        self._who_field = kit.field("Who are you?", self._who)
        self._secret = kit.line(secret=True, large=True)
        self._secret_field = kit.field("Your passphrase", self._secret)
        self._code = kit.line(figures=True, large=True)
        self._code_field = kit.field(
            "The code on the recovery sheet",
            self._code,
            hint="Nine groups of four. Spaces and small letters do not matter.",
        )
        for line, field in ((self._secret, self._secret_field), (self._code, self._code_field)):
            line.returnPressed.connect(self._given)
            line.textEdited.connect(lambda _, mended=field: mended.set_problem(""))

    def _make_actions(self) -> None:
        kit = self.kit
        self._go = kit.button(
            "Unlock",
            "primary",
            icon="lock-open",
            twins=("Ctrl+Enter",),
            large=True,
            pressed=self._given,
        )
        self._go.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._go.setAutoDefault(True)
        self._forgotten = kit.link("I cannot remember it", pressed=self._recover)
        self._remembered = kit.link("Use my passphrase", pressed=self._remember)
        self._practise = kit.link("Practise with a sample case", pressed=self._practice)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(kit.theme.tokens.motion.busy_after_ms)
        self._slow.timeout.connect(self._say_busy)

    def _form(self, organisation: str) -> QFrame:
        kit, space = self.kit, self.kit.space
        whose = [kit.space(1), kit.text(organisation, "body", "quiet")] if organisation else []
        form = holding(
            column(
                row(kit.icon("notebook-pen", "accent", _MARK), None),
                space(4),
                self._greeting,
                *whose,
                space(6),
                self._spaced(self._who_field),
                self._spaced(self._secret_field),
                self._spaced(self._code_field),
                self._spaced(self._trouble),
                self._go,
                space(4),
                flow(self._forgotten, self._remembered, None, self._practise, gap=space(4)),
            )
        )
        form.setFixedWidth(round(_WIDE * (1 + (kit.theme.scale - 1) * _WIDENS)))
        return form
