"""Backed up without being asked, and restored by hand after somebody damaged the vault."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.backups import names
from tests.desks import ORGANISATION, ROSA, quick_keys
from tests.factories import interview
from tests.journeys.conftest import PASSPHRASE
from welfare_app.domain.backup import Plan
from welfare_app.domain.events import BackupPlaceChosen, InterviewStarted
from welfare_app.presenters.places import AtBackups, AtRestore
from welfare_app.services.first_run import Beginning, MakeVault

LONG = 60_000
"""Milliseconds that a test waits for what takes a moment, on a machine that does other things."""


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def vault(tools, tmp_path, stick):
    """A vault of one's own, planned to be backed up, closed."""
    folder = tmp_path / "vault"
    make = MakeVault(tools.door, quick_keys, tools.new_identity, tools.now, tools.new_id)
    begun = make.begin(folder, Beginning(ORGANISATION, ROSA.name), PASSPHRASE)
    form = tools.definitions.form("welfare-interview").form
    one = replace(interview(1), form=form.id, form_version=form.version)
    with begun.vault.work(begun.staff.id) as work:
        work.interviews.save(one, because=InterviewStarted(one.id, one.form, 1))
        work.backups.save(Plan(str(stick)), because=BackupPlaceChosen())
        work.commit()
    begun.vault.close()
    return folder


@pytest.fixture
def laptop(switch_on, vault):
    laptop = switch_on(vault)
    laptop.unlock()
    return laptop


def backups(stick: Path) -> list[str]:
    return [one for one in names(stick) if not one.startswith(".")]


def test_after_unlocking_a_backup_is_made_and_proved_and_home_says_so(qtbot, laptop, stick):
    qtbot.waitUntil(lambda: laptop.keyboard.sees("Last backup proved today"), timeout=LONG)

    assert len(backups(stick)) == 1
    assert laptop.desktop._desk.back_up.known()[0].proved


def test_work_goes_on_while_a_backup_waits_for_its_disk(qtbot, laptop, stick, monkeypatch):
    qtbot.waitUntil(lambda: not laptop.desktop._upkeep.jobs.busy, timeout=LONG)
    done, jobs = [], laptop.desktop._jobs
    held = laptop.desktop._upkeep.jobs

    def slow(progress):
        while not done:
            progress(0, 1)

    held.start(slow, done=lambda _: None, failed=lambda _: None)
    jobs.start(lambda _: True, done=done.append, failed=lambda _: None)

    qtbot.waitUntil(lambda: done == [True], timeout=LONG)


def test_locking_stops_a_backup_and_lets_go_of_the_key(qtbot, laptop, stick):
    desk, upkeep = laptop.desktop._desk, laptop.desktop._upkeep.jobs
    qtbot.waitUntil(lambda: not upkeep.busy, timeout=LONG)

    def slow(progress):
        while True:
            progress(0, 1)

    upkeep.start(slow, done=lambda _: None, failed=lambda _: None)
    laptop.keyboard.press("Ctrl+L")

    qtbot.waitUntil(lambda: desk.shift.vault._closed and not upkeep.busy, timeout=LONG)
    assert desk.shift.vault._key == b""


def test_what_was_written_since_is_backed_up_while_locking(qtbot, laptop, stick, tools):
    qtbot.waitUntil(lambda: not laptop.desktop._upkeep.jobs.busy, timeout=LONG)
    back_up = laptop.desktop._desk.back_up
    for name in backups(stick):
        laptop.desktop._desk.shift.vault.backups.drop(stick, name)
    back_up._change(lambda _: Plan(str(stick)), BackupPlaceChosen())
    desk = laptop.desktop._desk
    laptop.keyboard.press("Ctrl+L")

    qtbot.waitUntil(lambda: desk.shift.vault._closed, timeout=LONG)
    assert len(backups(stick)) == 1


def test_a_damaged_vault_is_restored_from_the_locked_screen_by_keyboard(
    qtbot, laptop, stick, vault, switch_on
):
    keyboard = laptop.keyboard
    qtbot.waitUntil(lambda: keyboard.sees("Last backup proved today"), timeout=LONG)
    [backup] = backups(stick)
    laptop.desktop.window.close()
    (vault / "records.db").write_bytes(b"rubbish " * 1000)

    again = switch_on(vault)
    keyboard = again.keyboard
    keyboard.wait_for("Your passphrase")
    keyboard.type(PASSPHRASE)
    keyboard.press("Enter")
    keyboard.wait_for("Restore from a backup")
    keyboard.tab_to("Restore from a backup")
    keyboard.press("Space")
    keyboard.wait_for("Choose the backup")
    again.desktop._room.page._ask_where = lambda _page, _title: stick / backup
    keyboard.press("Space")
    qtbot.waitUntil(lambda: keyboard.name == "Your passphrase", timeout=LONG)
    keyboard.type(PASSPHRASE)
    keyboard.press("Enter")
    keyboard.wait_for("What would change")
    qtbot.waitUntil(lambda: keyboard.name == "Leave everything as it is", timeout=LONG)
    keyboard.press("Ctrl+Enter")
    keyboard.wait_for("Put this backup in the vault’s place?")
    keyboard.press("Tab")
    keyboard.press("Space")
    keyboard.wait_for("The backup is the vault now")
    qtbot.waitUntil(lambda: keyboard.name == "Go to the locked screen", timeout=LONG)
    keyboard.press("Space")

    again.unlock()
    around = again.desktop._desk.around
    assert [one.card.number for one in around.listed(around.all())] == ["W-0001"]
    [aside] = vault.parent.glob("vault-put-aside-*")
    assert (aside / "records.db").read_bytes() == b"rubbish " * 1000


def test_restoring_from_inside_locks_first(qtbot, laptop, stick):
    qtbot.waitUntil(lambda: not laptop.desktop._upkeep.jobs.busy, timeout=LONG)
    desk = laptop.desktop._desk
    laptop.desktop.go(AtBackups())
    [backup] = desk.back_up.known()
    laptop.desktop._room.presenter.restore(backup.name)

    assert laptop.desktop._desk is None
    assert laptop.desktop._room.place() == AtRestore(stick / backup.name)
    qtbot.waitUntil(lambda: desk.shift.vault._closed, timeout=LONG)
    laptop.keyboard.wait_for("Your passphrase")


def test_an_idle_laptop_leaves_the_restoring_page_too(qtbot, laptop):
    qtbot.waitUntil(lambda: not laptop.desktop._upkeep.jobs.busy, timeout=LONG)
    laptop.desktop.go(AtRestore())
    laptop.keyboard.wait_for("Choose the backup")
    laptop.desktop.lock()

    laptop.keyboard.wait_for("Unlock")
    assert not laptop.keyboard.sees("Choose the backup")


def test_on_a_new_laptop_the_first_page_offers_a_backup(switch_on, tmp_path):
    laptop = switch_on(tmp_path / "nothing" / "vault")
    laptop.keyboard.wait_for("Make the vault")
    page = laptop.desktop._room.page
    parts = page.window().findChildren(QWidget)
    next(one for one in parts if one.accessibleName() == "Restore from a backup").click()

    laptop.keyboard.wait_for("Choose the backup")
    laptop.keyboard.press("Esc")
    laptop.keyboard.wait_for("Make the vault")
