"""The first run makes a vault and its first way in; afterwards only those who know open it."""

from dataclasses import replace

import pytest

from tests.desks import ORGANISATION, WORDS, events, quick_keys, stopped
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.services.first_run import Beginning, MakeVault, recovery_sheet
from welfare_app.services.unlock import Unlock

BEGINNING = Beginning(
    ORGANISATION, "Rosa Example", "0113 496 0000", email="rosa.example@example.org"
)


@pytest.fixture
def make(tools):
    return MakeVault(tools.door, quick_keys, tools.new_identity, tools.now, tools.new_id)


@pytest.fixture
def begun(make, tmp_path):
    begun = make.begin(tmp_path / "vault", BEGINNING, WORDS)
    yield begun
    begun.vault.close()


@pytest.fixture
def unlock(tools, begun, tmp_path):
    begun.vault.close()
    return Unlock(tools.door, quick_keys, tmp_path / "vault")


def test_a_new_vault_knows_whose_it_is_and_what_it_seals_with(begun):
    with begun.vault.work(begun.staff.id) as work:
        assert work.register.organisation() == ORGANISATION
        assert work.register.staff() == (begun.staff,)
        assert work.register.identity().organisation == ORGANISATION.name
    assert (begun.staff.name, begun.staff.role) == ("Rosa Example", "lead")
    assert events(begun.vault) == ["VaultMade", "VaultMade", "StaffAdded"]
    assert begun.vault.examine().sound


def test_there_are_two_ways_to_reach_whoever_began(begun):
    assert begun.staff.ways == ("0113 496 0000", "rosa.example@example.org")


def test_nobody_else_on_the_laptop_can_look_into_the_folder(begun, tmp_path):
    assert (tmp_path / "vault").stat().st_mode & 0o077 == 0


def test_a_vault_that_is_there_is_never_replaced(begun, make, tmp_path):
    before = (tmp_path / "vault" / "slots.json").read_bytes()

    with stopped(Refused, "vault.exists"):
        make.begin(tmp_path / "vault", BEGINNING, WORDS)
    assert (tmp_path / "vault" / "slots.json").read_bytes() == before


def test_a_passphrase_that_is_easy_to_guess_makes_no_vault(make, tools, tmp_path):
    with stopped(Refused, "key.weak-passphrase"):
        make.begin(tmp_path / "vault", BEGINNING, "rosaexample")

    assert not tools.door.exists(tmp_path / "vault")


def test_a_folder_that_cannot_be_made_is_the_machines_fault(make, tmp_path):
    (tmp_path / "vault").write_text("a file in the way")

    with stopped(Unavailable, "vault.not-made"):
        make.begin(tmp_path / "vault", BEGINNING, WORDS)


def test_a_vault_that_could_not_be_finished_never_was(make, tmp_path):
    def broken(*_):
        raise Unavailable("disk.full")

    with stopped(Unavailable, "vault.no-room-to-make"):
        replace(make, new_identity=broken).begin(tmp_path / "vault", BEGINNING, WORDS)

    assert list(tmp_path.iterdir()) == []
    make.begin(tmp_path / "vault", BEGINNING, WORDS).vault.close()


def test_a_vault_that_does_not_open_at_once_is_not_left_without_a_sheet(make, tmp_path):
    class Shut:
        exists, create = make.door.exists, make.door.create

        def open(self, folder, key):
            raise Unavailable("vault.disk-failed")

    with stopped(Unavailable, "vault.not-made"):
        replace(make, door=Shut()).begin(tmp_path / "vault", BEGINNING, WORDS)

    assert list(tmp_path.iterdir()) == []
    make.begin(tmp_path / "vault", BEGINNING, WORDS).vault.close()


def test_what_a_killed_first_run_left_beside_does_no_harm(make, tmp_path):
    (tmp_path / ".vault.making").mkdir()
    (tmp_path / ".vault.making" / "slots.json").write_text("half", "utf-8")

    make.begin(tmp_path / "vault", BEGINNING, WORDS).vault.close()

    assert [one.name for one in tmp_path.iterdir()] == ["vault"]


def test_the_passphrase_opens_the_vault_in_its_owners_name(unlock, begun):
    assert [(way.name, way.role) for way in unlock.people()] == [("Rosa Example", "lead")]

    opened = unlock.open(begun.staff.id, WORDS)
    assert (opened.staff, opened.organisation) == (begun.staff, ORGANISATION)
    opened.vault.close()


def test_a_wrong_passphrase_opens_nothing_and_a_right_one_still_does(unlock, begun):
    for _ in range(2):
        with stopped(Unavailable, "key.wrong-passphrase"):
            unlock.open(begun.staff.id, "gravel teapot lantern orbits")

    unlock.open(begun.staff.id, WORDS).vault.close()


def test_someone_without_a_way_in_is_refused(unlock):
    with stopped(Refused, "key.no-slot"):
        unlock.open(StaffId("nobody"), WORDS)


def test_a_way_in_for_someone_the_vault_does_not_know_leads_nowhere(unlock, begun, tmp_path):
    folder = tmp_path / "vault"
    key = quick_keys(folder).unlock(begun.staff.id, WORDS)
    stranger = type(begun.staff)(StaffId("stranger"), "Stranger Example")
    quick_keys(folder).add(key, stranger, "velvet harbour nine turnips")

    with stopped(Refused, "key.unknown-staff"):
        unlock.open(stranger.id, "velvet harbour nine turnips")
    unlock.open(begun.staff.id, WORDS).vault.close()


@pytest.mark.parametrize("way", ["open", "recover"])
def test_where_there_is_no_vault_it_says_so_before_anything_is_tried(tools, tmp_path, way):
    unlock = Unlock(tools.door, quick_keys, tmp_path)

    assert not unlock.there()
    with stopped(Unavailable, "vault.missing"):
        unlock.open(StaffId("a"), WORDS) if way == "open" else unlock.vouch("code")


def test_a_vault_open_in_another_window_is_left_alone(make, tools, tmp_path):
    begun = make.begin(tmp_path / "vault", BEGINNING, WORDS)

    with stopped(Unavailable, "vault.in-use"):
        Unlock(tools.door, quick_keys, tmp_path / "vault").open(begun.staff.id, WORDS)
    begun.vault.close()


def test_the_recovery_sheet_holds_the_whole_code_and_no_name_of_a_person():
    code = "-".join(f"AB{number:02}" for number in range(8))
    sheet = recovery_sheet(ORGANISATION, code, "Tuesday 12 May")
    texts = [line.text for line in sheet.lines()]

    assert code in "-".join(texts).replace("   ", "-")
    assert any(ORGANISATION.name in text for text in texts)
    assert "Rosa" not in " ".join((*texts, sheet.title.text, sheet.running, sheet.marking))


def test_what_opens_a_vault_stays_out_of_what_programs_print(begun):
    assert str(begun.recovery_code) not in repr(begun)
    assert "Rosa" not in repr(begun) + repr(BEGINNING)
