"""A vault with several people, each with a passphrase of their own. All invented."""

from tests.desks import ORGANISATION, WORDS, quick_keys
from welfare_app.domain.people import Role
from welfare_app.services.first_run import Beginning, MakeVault
from welfare_app.services.manage_staff import ManageStaff, Newcomer
from welfare_app.services.shift import Shift
from welfare_app.services.unlock import Opened, Unlock

IDRIS = Newcomer(
    "Idris Example", Role.CHAMPION, "01632 960118", "", "copper walnut bicycle harbour"
)
NOOR = Newcomer("Noor Example", Role.LEAD, "", "noor@example.org", "velvet turnip meadow whistle")
NEW_WORDS = "lemon quilt harbour nine cellos"


def begin(tools, folder, keys_for=quick_keys):
    """A new vault with one lead, Rosa, closed again; and its recovery code."""
    make = MakeVault(tools.door, keys_for, tools.new_identity, tools.now, tools.new_id)
    begun = make.begin(folder, Beginning(ORGANISATION, "Rosa Example"), WORDS)
    begun.vault.close()
    return begun.staff, str(begun.recovery_code)


def managing(tools, opened, folder, keys_for=quick_keys, heard=None):
    """What whoever opened a vault may do about its staff."""
    announce = (lambda _: None) if heard is None else heard.append
    shift = Shift(opened.vault, opened.staff, tools.now, tools.new_id, announce)
    return ManageStaff(shift, ORGANISATION, lambda: keys_for(folder), tools.strength)


def staff_of_three(tools, folder) -> Opened:
    """A vault opened by Rosa, its lead, with a champion and a second lead who is switched off."""
    rosa, _ = begin(tools, folder)
    opened = Unlock(tools.door, quick_keys, folder, quick_keys).open(rosa.id, WORDS)
    manage = managing(tools, opened, folder)
    manage.add(IDRIS, WORDS)
    noor = manage.add(NOOR, WORDS)
    manage.switch(noor.id, WORDS, on=False)
    gone = manage.add(Newcomer("Bo Example", Role.CHECKER, "", "", NEW_WORDS), WORDS)
    manage.take_away(gone.id, WORDS)
    return opened
