"""Rescuing a damaged vault, from the way in to what came of it."""

import shutil

import pytest

from tests.desks import WORDS, quick_keys, register
from tests.store.breaking import PAGE, fill, flip, page_of_interview
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.presenters.places import AtLocked
from welfare_app.presenters.rescue import SHEET, RescuePresenter
from welfare_app.services.rescue_vault import HOLDER, RescueVault

LEAD = Staff(StaffId("staff-rosa"), "Rosa Example", Role.LEAD, "0113 496 0000")
CHAMPION = Staff(StaffId("staff-idris"), "Idris Example", Role.CHAMPION, "0113 496 0001")


@pytest.fixture(scope="module")
def damaged(tools, identity, tmp_path_factory):
    """A vault with two people's ways in and a bad page, and the code of its recovery sheet."""
    folder = tmp_path_factory.mktemp("damaged") / "vault"
    folder.mkdir()
    keys = quick_keys(folder)
    key, code = keys.create(LEAD, WORDS)
    keys.add(key, CHAMPION, f"{WORDS} apricot")
    vault = tools.door.create(folder, key)
    register(vault, identity)
    fill(vault, 1, 60)
    vault.close()
    number = page_of_interview(folder, 50, key)
    flip(folder / "records.db", (number - 1) * PAGE + 100)
    return folder, code


@pytest.fixture
def folder(damaged, tmp_path):
    return shutil.copytree(damaged[0], tmp_path / "vault")


@pytest.fixture
def opened(tools, folder, screens, went, now):
    def at(jobs=now):
        service = RescueVault(tools.rescuer, quick_keys, folder)
        presenter = RescuePresenter(screens, service, tools.definitions, jobs, went.append)
        presenter.begin()
        return presenter

    return at


def test_only_those_who_may_restore_are_asked_and_the_sheet_always_is(opened, screens):
    opened()

    assert screens.now.people == ((LEAD.id, "Rosa Example, lead"), (HOLDER, SHEET))


def test_a_champion_is_refused_even_with_the_right_passphrase(opened, screens):
    opened().look(CHAMPION.id, f"{WORDS} apricot")

    assert screens.now.step == "ask"
    assert screens.now.trouble.happened


def test_a_wrong_passphrase_is_a_wrong_passphrase_and_not_damage(opened, screens):
    opened().look(LEAD.id, "not these words")

    assert screens.now.trouble.happened == "That did not open it."


def test_what_was_found_is_said_with_how_much_can_be_read(opened, screens, later):
    presenter = opened(later)
    presenter.look(LEAD.id, WORDS)
    assert screens.now.busy == "Looking the vault over…"
    later.catch_up()

    assert (screens.now.step, screens.now.busy, screens.now.sound) == ("found", "", False)
    assert screens.now.faults[0][0].startswith("Part of the vault is damaged")
    assert "can be read whole" in screens.now.counts


def test_a_sound_vault_is_made_and_what_is_missing_is_listed(opened, screens, folder, went):
    presenter = opened()
    presenter.look(LEAD.id, WORDS)
    presenter.rescue()

    assert screens.now.step == "done"
    assert dict(screens.now.kept)["Incident packs"] == "6"
    assert any(line.startswith("Talk") for line in screens.now.lost)
    assert (folder / screens.now.folder / "records.db").exists()
    assert screens.progress[0] == screens.progress[1]
    assert presenter._secret == ""
    presenter.leave()
    assert went == [AtLocked()]


def test_the_recovery_sheet_opens_it_too(opened, screens, damaged):
    presenter = opened()
    presenter.look(HOLDER, str(damaged[1]))
    presenter.rescue()

    assert screens.now.step == "done"


def test_a_sound_vault_is_left_alone(opened, screens):
    presenter = opened()
    presenter.look(LEAD.id, WORDS)
    presenter.rescue()

    again = opened()
    again.look(LEAD.id, WORDS)

    assert screens.now.sound


def test_where_the_ways_in_are_gone_the_page_still_opens_and_says_so(opened, screens, folder):
    (folder / "slots.json").unlink()

    opened()

    assert screens.now.people == ((HOLDER, SHEET),)
    assert "not there" in screens.now.trouble.happened


def test_a_rescue_can_be_stopped(opened, screens, later, folder):
    presenter = opened(later)
    presenter.look(LEAD.id, WORDS)
    later.catch_up()
    before = (folder / "records.db").read_bytes()
    presenter.rescue()
    presenter.cancel()
    later.catch_up()

    assert (screens.now.step, screens.now.busy) == ("found", "")
    assert (folder / "records.db").read_bytes() == before
