"""A second person is added, slips at the locked screen, and somebody comes back with the sheet."""

from tests.journeys.test_whole_journey import begin

THEIRS = "copper walnut bicycle harbour"
NEW = "lemon quilt harbour nine cellos"


def test_a_colleague_is_added_and_gets_in_and_the_sheet_opens_for_whoever_forgot(laptop):
    keyboard = laptop.keyboard
    begin(laptop)
    open_staff(laptop)
    add_idris(laptop)
    code = new_sheet(laptop)
    keyboard.press("Ctrl+L")
    slip_and_unlock_as_idris(laptop)
    keyboard.press("Ctrl+L")
    recover(laptop, code)

    assert not keyboard.nameless


def open_staff(laptop):
    keyboard = laptop.keyboard
    keyboard.tab_to("This laptop")
    keyboard.press("Space")
    keyboard.wait_for("Looked after here")
    keyboard.tab_to("Staff and ways in")
    keyboard.press("Enter")
    keyboard.wait_for("Can open the vault")


def add_idris(laptop):
    keyboard = laptop.keyboard
    keyboard.press("Ctrl+N")
    keyboard.wait_for("They sit here too, and type a passphrase that only they know.")
    keyboard.type("Idris Example")
    keyboard.tab_to("What do they do?")
    keyboard.choose("Champion")
    keyboard.tab_to("Their passphrase, typed by them")
    keyboard.type(THEIRS)
    keyboard.tab_to("The new passphrase once more")
    keyboard.type(THEIRS)
    keyboard.tab_to("Your own passphrase")
    keyboard.type(laptop.passphrase)
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Idris Example")


def new_sheet(laptop):
    keyboard = laptop.keyboard
    keyboard.tab_to("New recovery sheet")
    keyboard.press("Space")
    keyboard.wait_for(
        "Make one when the old sheet is lost, or somebody saw it who should not have."
    )
    keyboard.type(laptop.passphrase)
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Save the recovery sheet")
    code = laptop.desktop._room.presenter._screen.code
    with keyboard.naming_a_file(laptop.folder / "new-sheet.pdf"):
        keyboard.press("Enter")
    keyboard.wait_for("The sheet is saved")
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Staff and ways in")
    return code


def slip_and_unlock_as_idris(laptop):
    keyboard = laptop.keyboard
    keyboard.wait_for("Who are you?")
    keyboard.tab_to("Who are you?")
    keyboard.press("Down")
    keyboard.tab_to("Your passphrase")
    keyboard.type("not this one")
    keyboard.press("Enter")
    keyboard.wait_for("That did not open it.")
    keyboard.type(THEIRS)
    keyboard.press("Enter")
    keyboard.wait_for("What needs me now")
    assert laptop.desktop._desk.shift.staff.name == "Idris Example"


def recover(laptop, code):
    keyboard = laptop.keyboard
    keyboard.wait_for("Your passphrase")
    keyboard.tab_to("I cannot remember it")
    keyboard.press("Enter")
    keyboard.wait_for("The code on the recovery sheet")
    keyboard.type(code)
    keyboard.press("Enter")
    keyboard.wait_for("Set a new passphrase")
    keyboard.press("Down")
    keyboard.tab_to("Your new passphrase")
    keyboard.type(NEW)
    keyboard.tab_to("The new passphrase once more")
    keyboard.type(NEW)
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("What needs me now")
    assert laptop.desktop._desk.shift.staff.name == "Rosa Example"
