import pytest

from tests.keys.conftest import CHAMPION, CHAMPION_WORDS, LEAD, LEAD_WORDS, NEW_WORDS, stopped
from welfare_app.domain.errors import Refused, Tampered, Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.keys import cabinet, slots_file
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import LEAST_MEMORY, Cost
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.keys.recovery_code import RecoveryCode
from welfare_app.services.tools import Keys


def test_the_cabinet_is_what_the_services_ask_for(made):
    keys: Keys = made.cabinet

    assert keys.people()


def test_each_passphrase_and_the_recovery_sheet_open_the_same_vault(made):
    assert len(made.key) == 32
    assert made.cabinet.unlock(LEAD.id, LEAD_WORDS) == made.key
    assert made.cabinet.unlock(CHAMPION.id, CHAMPION_WORDS) == made.key
    assert made.cabinet.recover(made.code) == made.key


def test_a_passphrase_is_as_hard_to_try_as_this_laptop_can_bear(tmp_path, monkeypatch):
    bearable = Cost(memory=2 * LEAST_MEMORY, passes=4)
    monkeypatch.setattr(cabinet, "calibrate", lambda: bearable)

    KeyCabinet(tmp_path, NoSecrets()).create(LEAD, LEAD_WORDS)

    assert {one.cost for one in slots_file.read(tmp_path).slots if one.cost} == {bearable}


def test_two_vaults_never_share_a_key(made, tmp_path):
    other, _ = KeyCabinet(tmp_path / "other", NoSecrets(), Cost()).create(LEAD, LEAD_WORDS)

    assert other != made.key


@pytest.mark.parametrize("typed", ["", LEAD_WORDS.upper(), LEAD_WORDS + " ", CHAMPION_WORDS])
def test_a_wrong_passphrase_opens_nothing(made, typed):
    with stopped(Unavailable, "key.wrong-passphrase"):
        made.cabinet.unlock(LEAD.id, typed)


def test_a_passphrase_opens_only_its_owners_slot(made):
    with stopped(Unavailable, "key.wrong-passphrase"):
        made.cabinet.unlock(CHAMPION.id, LEAD_WORDS)


def test_someone_unknown_is_refused(made):
    with stopped(Refused, "key.no-slot"):
        made.cabinet.unlock(StaffId("nobody"), LEAD_WORDS)


def test_the_recovery_slot_cannot_be_opened_as_a_person_without_a_name(made):
    with stopped(Refused, "key.no-slot"):
        made.cabinet.unlock(StaffId(""), "")


def test_an_accent_typed_on_another_keyboard_is_the_same_passphrase(made):
    made.cabinet.change_passphrase(made.key, LEAD.id, "caf\u00e9 gravel lantern orbit")

    assert made.cabinet.unlock(LEAD.id, "cafe\u0301 gravel lantern orbit") == made.key


def test_half_a_character_in_a_passphrase_is_merely_wrong(made):
    with stopped(Unavailable, "key.wrong-passphrase"):
        made.cabinet.unlock(LEAD.id, "gravel \ud83d teapot")


def test_the_lock_screen_knows_names_and_roles_before_anyone_unlocks(made):
    people = made.cabinet.people()

    assert [(p.staff, p.name, p.role) for p in people] == [
        (LEAD.id, "Ama Sample", "lead"),
        (CHAMPION.id, "Idris Example", "champion"),
    ]
    assert not any(p.device_secret for p in people)


def test_a_changed_passphrase_replaces_the_old_one_and_touches_no_one_else(made):
    made.cabinet.change_passphrase(made.key, LEAD.id, NEW_WORDS)

    assert made.cabinet.unlock(LEAD.id, NEW_WORDS) == made.key
    assert made.cabinet.unlock(CHAMPION.id, CHAMPION_WORDS) == made.key
    assert made.cabinet.recover(made.code) == made.key
    with stopped(Unavailable, "key.wrong-passphrase"):
        made.cabinet.unlock(LEAD.id, LEAD_WORDS)


def test_a_forgotten_passphrase_is_set_again_from_the_recovery_sheet(made):
    key = made.cabinet.recover(made.code)
    made.cabinet.change_passphrase(key, LEAD.id, NEW_WORDS)

    assert made.cabinet.unlock(LEAD.id, NEW_WORDS) == made.key


def test_a_removed_person_no_longer_gets_in(made):
    made.cabinet.remove(made.key, CHAMPION.id)

    assert [p.staff for p in made.cabinet.people(everyone=True)] == [LEAD.id]
    with stopped(Refused, "key.no-slot"):
        made.cabinet.unlock(CHAMPION.id, CHAMPION_WORDS)


def test_the_last_lead_stays(made):
    with stopped(Refused, "key.last-lead"):
        made.cabinet.remove(made.key, LEAD.id)
    with stopped(Refused, "key.last-lead"):
        made.cabinet.switch(made.key, LEAD.id, on=False)

    assert made.cabinet.unlock(LEAD.id, LEAD_WORDS) == made.key


def test_a_lead_may_go_once_there_is_another(made):
    made.cabinet.add(made.key, Staff(StaffId("second"), "Bo Sample", Role.LEAD), NEW_WORDS)
    made.cabinet.remove(made.key, LEAD.id)

    assert made.cabinet.unlock(StaffId("second"), NEW_WORDS) == made.key


def test_a_lead_who_is_switched_off_does_not_count_as_one(made):
    second = Staff(StaffId("second"), "Bo Sample", Role.LEAD)
    made.cabinet.add(made.key, second, NEW_WORDS)
    made.cabinet.switch(made.key, second.id, on=False)

    with stopped(Refused, "key.last-lead"):
        made.cabinet.remove(made.key, LEAD.id)


def test_someone_switched_off_is_told_so_and_can_be_let_in_again(made):
    made.cabinet.switch(made.key, CHAMPION.id, on=False)

    assert [p.staff for p in made.cabinet.people()] == [LEAD.id]
    assert [p.enabled for p in made.cabinet.people(everyone=True)] == [True, False]
    with stopped(Refused, "key.disabled"):
        made.cabinet.unlock(CHAMPION.id, CHAMPION_WORDS)

    made.cabinet.switch(made.key, CHAMPION.id, on=True)

    assert made.cabinet.unlock(CHAMPION.id, CHAMPION_WORDS) == made.key


def test_a_new_passphrase_does_not_switch_a_slot_on(made):
    made.cabinet.switch(made.key, CHAMPION.id, on=False)
    made.cabinet.change_passphrase(made.key, CHAMPION.id, NEW_WORDS)

    with stopped(Refused, "key.disabled"):
        made.cabinet.unlock(CHAMPION.id, NEW_WORDS)


def test_nobody_has_two_slots(made):
    with stopped(Refused, "key.has-slot"):
        made.cabinet.add(made.key, CHAMPION, NEW_WORDS)


def test_a_vault_is_never_made_over_another(made):
    before = (made.folder / "slots.json").read_bytes()

    with stopped(Refused, "key.slots-exist"):
        made.cabinet.create(LEAD, NEW_WORDS)

    assert (made.folder / "slots.json").read_bytes() == before


def test_a_vault_is_not_made_over_a_damaged_one_either(made):
    (made.folder / "slots.json").write_bytes(b"")

    with stopped(Refused, "key.slots-exist"):
        made.cabinet.create(LEAD, NEW_WORDS)


def test_a_new_recovery_sheet_ends_the_old_one(made):
    code = made.cabinet.replace_recovery(made.key)

    assert made.cabinet.recover(code) == made.key
    with stopped(Unavailable, "key.wrong-recovery-code"):
        made.cabinet.recover(made.code)


def test_a_wrong_recovery_code_makes_nothing_new(made):
    before = (made.folder / "slots.json").read_bytes()

    with stopped(Unavailable, "key.wrong-recovery-code"):
        made.cabinet.recover(RecoveryCode.new())

    assert (made.folder / "slots.json").read_bytes() == before


def test_a_slip_of_the_hand_is_told_apart_from_a_wrong_sheet(made):
    slipped = made.code[:-1] + ("2" if made.code[-1] != "2" else "3")

    with stopped(Unavailable, "key.mistyped-recovery-code"):
        made.cabinet.recover(slipped)


@pytest.mark.parametrize("weak", ["", "short", "password1234", "Ama Sample Ama"])
def test_a_weak_passphrase_protects_no_vault(made, tmp_path, weak):
    cabinet = KeyCabinet(tmp_path / "new", NoSecrets(), Cost())
    with stopped(Refused, "key.weak-passphrase"):
        cabinet.create(LEAD, weak)
    with stopped(Refused, "key.weak-passphrase"):
        made.cabinet.change_passphrase(made.key, LEAD.id, weak)

    assert not (tmp_path / "new").exists()


def test_only_a_holder_of_the_vault_key_changes_the_slots(made):
    before = (made.folder / "slots.json").read_bytes()
    wrong = bytes(32)

    for change in (
        lambda: made.cabinet.change_passphrase(wrong, LEAD.id, NEW_WORDS),
        lambda: made.cabinet.add(wrong, Staff(StaffId("third"), "Cy Sample"), NEW_WORDS),
        lambda: made.cabinet.remove(wrong, CHAMPION.id),
        lambda: made.cabinet.switch(wrong, CHAMPION.id, on=False),
        lambda: made.cabinet.replace_recovery(wrong),
    ):
        with stopped(Tampered, "key.slots-damaged"):
            change()

    assert (made.folder / "slots.json").read_bytes() == before


def test_every_change_counts_so_that_an_older_list_shows(made):
    older = (made.folder / "slots.json").read_bytes()
    before = made.cabinet.revision()
    made.cabinet.remove(made.key, CHAMPION.id)

    assert made.cabinet.revision() == before + 1

    (made.folder / "slots.json").write_bytes(older)

    assert made.cabinet.unlock(CHAMPION.id, CHAMPION_WORDS) == made.key
    assert made.cabinet.revision() == before


def test_nothing_secret_or_personal_shows_in_a_repr_or_an_error(made, caplog, capfd):
    caplog.set_level(0)
    shown = [repr(made.cabinet), repr(made.cabinet.people()), repr(RecoveryCode(made.code))]
    for attempt in (
        lambda: made.cabinet.unlock(LEAD.id, CHAMPION_WORDS),
        lambda: made.cabinet.recover(RecoveryCode.new()),
    ):
        with pytest.raises(Unavailable) as caught:
            attempt()
        shown += [repr(caught.value), str(caught.value.facts)]

    out, err = capfd.readouterr()
    everything = "".join([*shown, caplog.text, out, err])
    secrets = (LEAD_WORDS, CHAMPION_WORDS, made.code, made.key.hex(), "Ama Sample", "Idris")
    assert not [secret for secret in secrets if secret in everything]


def test_neither_passphrase_nor_key_nor_code_is_on_disk(made):
    data = b"".join(path.read_bytes() for path in made.folder.rglob("*"))
    plain_code = made.code.replace("-", "")

    for secret in (LEAD_WORDS, CHAMPION_WORDS, made.code, plain_code, made.key.hex()):
        assert secret.encode() not in data
    assert made.key not in data
