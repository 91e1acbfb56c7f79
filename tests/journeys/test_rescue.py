"""A laptop with a failing disk: from a vault that does not open to one that does."""

import pytest

from tests.desks import WORDS, quick_keys, register
from tests.store.breaking import PAGE, fill, flip, page_of_interview
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff

LEAD = Staff(StaffId("staff-rosa"), "Rosa Example", Role.LEAD, "0113 496 0000")


@pytest.fixture
def damaged(tools, tmp_path):
    """Harms the vault of this laptop, at its first page or at that of one talk."""

    def make(where):
        folder = tmp_path / "vault"
        folder.mkdir()
        key, _code = quick_keys(folder).create(LEAD, WORDS)
        vault = tools.door.create(folder, key)
        register(vault, tools.new_identity("Orchard Example Labour Ltd", "Laptop", tools.now()))
        fill(vault, 1, 40, form="welfare-interview")
        vault.close()
        at = 3 if where == "header" else (page_of_interview(folder, 20, key) - 1) * PAGE + 90
        flip(folder / "records.db", at)
        return folder

    return make


def rescue(laptop):
    keyboard = laptop.keyboard
    keyboard.wait_for("What to do first")
    assert keyboard.name == "Your passphrase, or the code on the recovery sheet"
    keyboard.type(WORDS)
    keyboard.press("Enter")
    keyboard.wait_for("What was found")
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Make a sound vault from what can be read?")
    keyboard.tab_to("Make a sound vault")
    keyboard.press("Enter")
    keyboard.wait_for("The vault is sound again")
    keyboard.tab_to("Unlock")
    keyboard.press("Enter")


def test_a_vault_that_does_not_open_is_rescued_from_the_locked_screen(damaged, switch_on):
    folder = damaged("header")
    laptop = switch_on(folder, WORDS)
    keyboard = laptop.keyboard
    keyboard.wait_for("Your passphrase")
    keyboard.type(WORDS)
    keyboard.press("Enter")
    keyboard.wait_for("See what can be rescued")
    keyboard.tab_to("See what can be rescued")
    keyboard.press("Enter")

    rescue(laptop)

    assert len(list(folder.glob("damaged-*"))) == 1
    laptop.unlock()


def test_damage_that_home_tells_of_is_followed_to_a_sound_vault(damaged, switch_on):
    folder = damaged("page")
    laptop = switch_on(folder, WORDS)
    laptop.unlock()
    keyboard = laptop.keyboard
    assert any("cannot be read" in one for one in keyboard.buttons())
    keyboard.tab_to(next(one for one in keyboard.buttons() if one.startswith("See: ")))
    keyboard.press("Enter")
    keyboard.wait_for("Look the vault over")
    keyboard.tab_to("Look the vault over")
    keyboard.press("Enter")
    keyboard.wait_for("See what can be rescued")
    keyboard.tab_to("See what can be rescued")
    keyboard.press("Enter")

    rescue(laptop)

    assert len(list(folder.glob("damaged-*"))) == 1
    laptop.unlock()
