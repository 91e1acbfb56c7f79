"""Adding someone to the staff: who they are, their passphrase, and the lead's own."""

from PySide6.QtCore import Signal, Slot

from welfare_app.presenters.staff import ROLES
from welfare_app.presenters.staff_new import NewStaffScreen, SaidOfThem
from welfare_app.ui.pages.busy_words import BusyWords
from welfare_app.ui.pages.mending import show_problems
from welfare_app.ui.pages.new_passphrase import NARROW, NewPassphrase
from welfare_app.ui.pages.places import LAPTOP, places_rail
from welfare_app.ui.pages.trouble_card import TroubleCard
from welfare_app.ui.pages.without_keyring import WithoutKeyring
from welfare_app.ui.parts import Item, Kit, Option
from welfare_app.ui.shell import Page

_SENTENCE = "They sit here too, and type a passphrase that only they know."
_OWN = "It shows that it is you who adds them. It is asked for last."


class StaffNewPage(Page):
    """A form filled in by two people: the lead, and whoever is new."""

    passphrase_typed = Signal(str, str)
    submitted = Signal(object)

    def __init__(self, kit: Kit, person: str) -> None:
        super().__init__(kit, "Add someone", back="Staff")
        self.put_rail(places_rail(kit, LAPTOP, person))
        self._name, self._email = kit.line(), kit.line()
        self._phone = kit.line(figures=True)
        self._role = kit.choices([Option(role, name, hint) for role, name, hint in ROLES])
        self._new = NewPassphrase(
            kit, "Their passphrase, typed by them", "Turn the laptop to them. Four unrelated words."
        )
        self._new.typed.connect(self._typed)
        self._own = kit.line(secret=True)
        self._without = WithoutKeyring(kit)
        empty = "It may be left empty."
        self._fields = {
            "name": kit.field("Their name", self._name, width=NARROW),
            "role": kit.field("What do they do?", self._role),
            "phone": kit.field("Their telephone at work", self._phone, hint=empty, width=NARROW),
            "email": kit.field("Their e-mail at work", self._email, hint=empty, width=NARROW),
            **self._new.fields,
            "own": kit.field("Your own passphrase", self._own, hint=_OWN, width=NARROW),
        }
        self._problems, self._trouble = kit.problems(), TroubleCard(kit, below=4)
        items: list[Item] = [
            kit.header("Add someone", sentence=_SENTENCE),
            kit.space(5),
            self._trouble,
            self._problems,
        ]
        for key in ("name", "role", "phone", "email"):
            items += [self._fields[key], kit.space(5)]
        end = (kit.space(5), self._fields["own"], kit.space(4), self._without)
        self.put_body(*items, self._new, *end)
        go = kit.button("Add them", "primary", key="Ctrl+Enter", pressed=self._submit)
        self._busy = BusyWords(kit, go, "Adding them…")
        self.put_foot(go)
        self.first = self._fields["name"]

    def show_screen(self, screen: NewStaffScreen) -> None:
        """Draw it, leaving alone what is being typed."""
        self._busy.show_busy(busy=screen.busy)
        self._trouble.show_trouble(screen.trouble)
        self._new.show_weighed(screen.weighed)
        self._without.setVisible(screen.without_offered)
        show_problems(self._problems, self._fields, screen.problems)

    def forget(self) -> None:
        """Let go of what was typed."""
        self._new.forget()
        self._own.clear()

    @Slot(str)
    def _typed(self, passphrase: str) -> None:
        self.passphrase_typed.emit(passphrase, self._name.text())

    @Slot()
    def _submit(self) -> None:
        if not self._busy.busy:
            self.submitted.emit(
                SaidOfThem(
                    self._name.text(),
                    self._role.value(),
                    self._phone.text(),
                    self._email.text(),
                    self._new.passphrase,
                    self._new.again,
                    self._own.text(),
                    self._without.chosen,
                )
            )
