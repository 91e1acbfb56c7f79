"""The screens where the vault itself is looked after, one after another."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.desks import ORGANISATION, WORDS, quick_keys
from tests.services.staffing import staff_of_three
from tests.ui.pages import samples_access as asked
from tests.ui.pages import samples_backups, samples_courier, samples_rescue
from tests.ui.pages import samples_retention as kept
from tests.ui.pages.samples_everyday import DAMAGED, UNLOCK
from welfare_app.app.desktop import Desktop
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.presenters import places
from welfare_app.presenters.home import OTHER_FORMS
from welfare_app.presenters.locking import warning
from welfare_app.presenters.trail_asking import BETWEEN, Wanted
from welfare_app.services.jobs import no_progress
from welfare_app.services.manage_staff import ManageStaff
from welfare_app.services.unlock import Opened
from welfare_app.ui.parts.dialog import Question

LONGEST_WAIT = 20


def settle(app: QApplication, ready: Callable[[], bool] = lambda: True) -> None:
    """Let the window catch up, and whatever job it waits for."""
    end = time.monotonic() + LONGEST_WAIT
    for _ in range(8):
        app.processEvents()
    while not ready():
        assert time.monotonic() < end, "a screen did not come"
        time.sleep(0.02)
        app.processEvents()
    for _ in range(8):
        app.processEvents()


def backing_up(app: QApplication, desktop: Desktop, folder: Path) -> Iterator[str]:
    """Before a place is chosen, and once backups were made there."""
    desktop.go(places.AtBackups())
    settle(app)
    yield "backups-none"
    (folder / "stick").mkdir()
    page = desktop._room.page
    desktop._room.presenter.choose(folder / "stick")
    settle(app, lambda: "made and proved" in page._shown.done)
    yield "backups-made"
    desktop._desk.interviews.start(desktop._desk.definitions.form(OTHER_FORMS[0]).form)
    desktop._desk.shift.vault.backups.make(folder / "stick", "0.1.0", no_progress)
    desktop._room.presenter.make()
    settle(app, lambda: len(page._shown.lines) == 3 and not page._shown.busy)
    desktop.go(places.AtBackups())
    settle(app, lambda: bool(desktop._room.page._shown.warning))
    yield "backups"


def losing(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """How others know it is us, below the fold, and once a laptop was declared lost."""
    desktop.go(places.AtIdentity())
    settle(app)
    desktop._room.page.show_part(desktop._room.page._declare)
    settle(app)
    yield "identity-end"
    presenter, _ = desktop._room.presenter
    shown = presenter._screen
    presenter.distrust("", "")
    settle(app)
    yield "identity-gaps"
    presenter.distrust(shown.laptop.fingerprint, "2026-05-12")
    settle(app, lambda: bool(presenter._screen.done))
    yield "identity-lost"


def restoring(app: QApplication, desktop: Desktop, folder: Path) -> Iterator[str]:
    """From the choice of a backup to what it would change, as its page tells it."""
    desktop.go(places.AtRestore())
    settle(app)
    yield "restore"
    page = desktop._room.page
    page.show_screen(samples_backups.CHOSEN)
    settle(app)
    yield "restore-chosen"
    page.show_screen(samples_backups.COMPARED)
    settle(app)
    yield "restore-compared"
    page.show_screen(samples_backups.DONE)
    settle(app)
    yield "restore-done"
    desktop.go(places.AtLocked())
    desktop._room.page.show_screen(replace(UNLOCK, people=(), trouble=DAMAGED, restores=True))
    settle(app)
    yield "locked-damaged"


def auditing(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """The trail, asked about some days, and the places of someone who reads no cases."""
    desktop.go(places.AtTrail())
    presenter = desktop._room.presenter
    presenter.ask(Wanted(kind="writes", times=BETWEEN, first="1/1/2026", last="someday"))
    settle(app)
    yield "trail-days"
    presenter.ask(Wanted(kind="writes", record="W-0001"))
    settle(app)
    desktop.window.page._table.selectRow(3)
    settle(app, lambda: desktop.window.page._settle.isActive() is False)
    yield "trail-record"
    shift, organisation = desktop._desk.shift, desktop._desk.organisation
    auditor = Staff(StaffId("staff-auditor"), "Nia Example", Role.AUDITOR)
    desktop._open(Opened(shift.vault, organisation, auditor))
    settle(app)
    yield "auditor"
    desktop.go(places.AtLaptop())
    settle(app)
    yield "auditor-laptop"


def colleagues(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """The page about colleagues as it is when something is there."""
    for name in ("known", "came", "twice", "refused"):
        desktop.go(places.AtCourier())
        desktop._room.page.show_screen(getattr(samples_courier, name.upper()))
        settle(app)
        yield f"courier-{name}"
        if name == "known":
            desktop._room.page.show_end()
            settle(app)
            yield "courier-cards"


def filtering(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """The desk filtered, a view of it named and kept, and a filter that hides everything."""
    desktop.go(places.AtCases())
    settle(app)
    page, cases = desktop._room.page, desktop._room.presenter
    page._buttons["all"].click()
    page._filter.button.click()
    settle(app)
    yield "cases-filters"
    cases.narrow("site", desktop._desk.around.choices().sites[0])
    page._shut_filters()
    page._keep.click()
    settle(app)
    yield "cases-naming"
    page.named.emit("Our largest site", False)
    settle(app)
    yield "cases-view"
    cases.narrow("due", "undated")
    cases.narrow("stage", "S10")
    settle(app)
    yield "cases-nothing"
    page._buttons["open"].click()
    cases.clear()


def deciding(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """What may be disposed of, a case to decide about, and a request for access."""
    for name, place, told in (
        ("retention", places.AtRetention(), kept.DUE),
        ("disposal", places.AtRetention(desktop._desk.around.all()[-1]), kept.CHILD),
    ):
        desktop.go(place)
        settle(app)
        desktop._room.page.show_screen(told)
        settle(app)
        yield name
    page = desktop._room.page
    page._ways.choose("dispose")
    settle(app)
    page.show_end()
    settle(app)
    yield "disposal-second"
    page.show_screen(kept.GONE)
    settle(app)
    yield "disposal-done"
    desktop.go(places.AtAccess())
    settle(app)
    yield "access"
    desktop._room.presenter.start("P-0001", "2026-05-12")
    settle(app)
    yield "access-safety"
    page, presenter = desktop._room.page, desktop._room.presenter
    for name, told in (("records", asked.SEARCHED), ("answer", asked.READY)):
        page.show_screen(told)
        settle(app)
        yield f"access-{name}"
    presenter.step_to("passages")
    settle(app)
    yield "access-passages"
    page.show_screen(asked.DECIDING)
    settle(app)
    yield "access-redacting"


def staffed(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """A vault with passphrases: its staff, their ways in, and the locked screen after slips."""
    tools = replace(desktop._tools, keys_for=quick_keys, portable_keys_for=quick_keys)
    desktop._tools = tools
    made = staff_of_three(tools, desktop._folder)
    made.vault.close()
    desktop.go(places.AtLocked())
    desktop._room.presenter.try_passphrase(made.staff.id, WORDS)
    settle(app, lambda: desktop._desk is not None)
    colleagues = ManageStaff(
        desktop._desk.shift, ORGANISATION, lambda: quick_keys(desktop._folder), tools.strength
    ).everyone()
    for name, place in (
        ("laptop-ways", places.AtLaptop()),
        ("staff", places.AtStaff()),
        ("staff-member", places.AtStaffMember(colleagues[1].staff.id)),
        ("staff-mine", places.AtStaffMember(colleagues[0].staff.id)),
        ("staff-new", places.AtNewStaff()),
        ("own-passphrase", places.AtOwnKey()),
        ("new-sheet", places.AtNewSheet()),
    ):
        desktop.go(place)
        settle(app)
        yield name
    desktop._room.presenter.make(WORDS)
    settle(app, lambda: bool(desktop._room.presenter._screen.code))
    yield "new-sheet-made"
    code = desktop._room.presenter._screen.code
    desktop.lock()
    settle(app, lambda: bool(quick_keys(desktop._folder).people()))
    unlock = desktop._room.presenter
    for _ in range(4):
        unlock.try_passphrase(colleagues[0].staff.id, "not this one")
        settle(app, lambda: not unlock._busy)
    yield "unlock-waits"
    unlock.recover_instead(True)
    unlock.try_code(code)
    settle(app, lambda: desktop._room.presenter is not unlock)
    yield "recovered"


def locking(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """What locks it, and that it is about to, over a page and over a question."""
    desktop.go(places.AtLaptop())
    settle(app)
    page = desktop._room.page
    page.show_part(page._locking)
    settle(app)
    yield "laptop-locking"
    desktop.window.warn(warning(30))
    settle(app)
    yield "locks-soon"
    desktop.window.ask(Question("Take it away?", "It cannot be put back.", "Take away", "Keep"), id)
    settle(app)
    yield "locks-soon-over-a-question"
    desktop.window.stop_warning()


def rescuing(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """A damaged vault, as the locked screen, the page of its rescue and the lists tell of it."""
    desktop.go(places.AtRescue())
    settle(app)
    for name, screen in samples_rescue.PICTURES.items():
        desktop._room.page.show_screen(screen)
        settle(app)
        yield f"rescue-{name}"
