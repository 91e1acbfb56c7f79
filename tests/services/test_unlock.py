"""Unlocking leaves its trace, the register goes before the list, and the sheet leads to a name."""

import json
import shutil

import pytest

from tests.desks import WORDS, quick_keys, stopped
from tests.services.staffing import IDRIS, NEW_WORDS, begin, managing
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.people import Role
from welfare_app.keys import slots_file
from welfare_app.services.unlock import Unlock
from welfare_app.store.work import VaultWork


@pytest.fixture
def made(tools, tmp_path):
    folder = tmp_path / "vault"
    rosa, code = begin(tools, folder)
    return folder, rosa, code


@pytest.fixture
def unlock(tools, made):
    return Unlock(tools.door, quick_keys, made[0], quick_keys)


def trail(vault):
    """What the audit trail says, each event with its facts."""
    rows = vault._connection().execute("SELECT event, facts, by FROM audit ORDER BY number")
    return [(event, json.loads(facts), by) for event, facts, by in rows]


def test_each_unlocking_is_written_down_with_the_slips_before_it(unlock, made):
    _, rosa, _ = made
    for _ in range(2):
        with stopped(Unavailable, "key.wrong-passphrase"):
            unlock.open(rosa.id, NEW_WORDS)
    opened = unlock.open(rosa.id, WORDS)

    (failed, facts, _), (unlocked, way, by) = trail(opened.vault)[-2:]
    assert (failed, facts["staff"], facts["times"]) == ("UnlockFailed", rosa.id, 2)
    assert facts["first"] <= facts["last"]
    assert (unlocked, way, by) == ("VaultUnlocked", {"way": "passphrase"}, rosa.id)
    assert opened.vault.examine().sound
    opened.vault.close()

    again = unlock.open(rosa.id, WORDS)
    assert [event for event, _, _ in trail(again.vault)[-2:]] == ["VaultUnlocked"] * 2
    again.vault.close()


def test_whoever_has_the_sheet_says_who_they_are_and_sets_a_passphrase(unlock, made):
    _, rosa, code = made
    assert [one.staff for one in unlock.vouch(code)] == [rosa.id]

    opened = unlock.recover(code, rosa.id, NEW_WORDS, without_keyring=True)

    assert opened.staff == rosa
    assert [(event, by) for event, _, by in trail(opened.vault)[-2:]] == [
        ("VaultUnlocked", rosa.id),
        ("PassphraseChanged", rosa.id),
    ]
    assert trail(opened.vault)[-2][1] == {"way": "recovery"}
    opened.vault.close()
    unlock.open(rosa.id, NEW_WORDS).vault.close()
    with stopped(Unavailable, "key.wrong-passphrase"):
        unlock.open(rosa.id, WORDS)


def test_a_weak_passphrase_after_the_sheet_leaves_the_old_one_and_the_vault_shut(unlock, made):
    _, rosa, code = made
    with stopped(Refused, "key.weak-passphrase"):
        unlock.recover(code, rosa.id, "short")

    unlock.open(rosa.id, WORDS).vault.close()


def test_a_mistyped_code_is_told_apart_from_a_wrong_one(unlock, made):
    with stopped(Unavailable, "key.mistyped-recovery-code"):
        unlock.vouch(made[2][:-1])


def test_somebody_taken_away_is_let_in_by_no_older_list(tools, unlock, made):
    folder, rosa, code = made
    opened = unlock.open(rosa.id, WORDS)
    manage = managing(tools, opened, folder)
    idris = manage.add(IDRIS, WORDS)
    shutil.copy(folder / "slots.json", folder.parent / "older.json")
    manage.take_away(idris.id, WORDS)
    opened.vault.close()
    shutil.copy(folder.parent / "older.json", folder / "slots.json")

    with stopped(Refused, "staff.gone"):
        unlock.open(idris.id, IDRIS.passphrase)
    assert [one.staff for one in unlock.vouch(code)] == [rosa.id]
    with stopped(Refused, "staff.gone"):
        unlock.recover(code, idris.id, NEW_WORDS)


def test_somebody_switched_off_is_let_in_by_no_older_list(tools, unlock, made):
    folder, rosa, _ = made
    opened = unlock.open(rosa.id, WORDS)
    manage = managing(tools, opened, folder)
    idris = manage.add(IDRIS, WORDS)
    shutil.copy(folder / "slots.json", folder.parent / "older.json")
    manage.switch(idris.id, WORDS, on=False)
    opened.vault.close()
    shutil.copy(folder.parent / "older.json", folder / "slots.json")

    with stopped(Refused, "staff.switched-off"):
        unlock.open(idris.id, IDRIS.passphrase)


def test_a_check_tells_of_an_older_list_and_writes_nothing_before_all_is_sound(tools, made):
    folder, rosa, _ = made
    unlock = Unlock(tools.door, tools.keys_for, folder)
    opened = unlock.open(rosa.id, WORDS)
    manage = managing(tools, opened, folder, tools.keys_for)
    shutil.copy(folder / "slots.json", folder.parent / "older.json")
    manage.add(IDRIS, WORDS)
    before = len(trail(opened.vault))
    opened.vault.close()

    found = unlock.check(WORDS, tools.rescuer)
    assert (found.sound, found.entries) == (True, before)
    shutil.copy(folder.parent / "older.json", folder / "slots.json")
    found = unlock.check(WORDS, tools.rescuer)
    assert found.faults == ("key.slots-rolled-back",)

    opened = unlock.open(rosa.id, WORDS)  # an honest person is not kept out
    assert [event for event, _, _ in trail(opened.vault)[-2:]] == ["VaultUnlocked"] * 2
    assert len(trail(opened.vault)) == before + 2
    manage = managing(tools, opened, folder, tools.keys_for)
    manage.add(IDRIS, WORDS)
    manage.add(IDRIS, WORDS)
    assert manage.faults() == ("key.slots-rolled-back",)  # and no number of changes hides it
    manage.accept(WORDS)
    assert manage.faults() == ()
    opened.vault.close()
    assert unlock.check(WORDS, tools.rescuer).sound


def test_a_passphrase_nobody_has_is_one_wrong_try_against_nobody(tools, unlock, made):
    _, rosa, _ = made
    with stopped(Unavailable, "key.wrong-passphrase"):
        unlock.check(NEW_WORDS, tools.rescuer)
    assert unlock.wait(rosa.id) == 0

    opened = unlock.open(rosa.id, WORDS)
    event, facts, _ = trail(opened.vault)[-2]
    assert (event, facts["staff"], facts["times"]) == ("UnlockFailed", "", 1)
    opened.vault.close()


def test_a_full_disk_keeps_nobody_from_their_records(tools, unlock, made, monkeypatch):
    def full(_):
        raise Unavailable("vault.disk-full")

    with monkeypatch.context() as patch:
        patch.setattr(VaultWork, "commit", full)
        opened = unlock.open(made[1].id, WORDS)

    assert opened.vault.examine().sound
    opened.vault.close()


def test_what_else_keeps_the_trail_from_being_written_shuts_the_vault(unlock, made, monkeypatch):
    def broken(_):
        raise Unavailable("vault.disk-failed")

    with monkeypatch.context() as patch:
        patch.setattr(VaultWork, "commit", broken)
        with stopped(Unavailable, "vault.disk-failed"):
            unlock.open(made[1].id, WORDS)

    unlock.open(made[1].id, WORDS).vault.close()  # it was let go of


def test_a_list_made_by_a_change_of_role_opens_and_says_so(tools, unlock, made):
    folder, rosa, _ = made
    opened = unlock.open(rosa.id, WORDS)
    manage = managing(tools, opened, folder)
    idris = manage.add(IDRIS, WORDS)
    manage.change_role(idris.id, Role.AUDITOR, WORDS)
    opened.vault.close()

    assert slots_file.read(folder).of(idris.id).wrapped_for == "champion"
    opened = unlock.open(idris.id, IDRIS.passphrase)
    assert opened.staff.role is Role.AUDITOR
    opened.vault.close()
