"""The rooms before the vault is open: the locked screen, and the first run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from welfare_app.app.room import Room, RoomJobs
from welfare_app.presenters.first_run import FirstRunPresenter
from welfare_app.presenters.places import AtLocked, AtStart
from welfare_app.presenters.unlock import UnlockPresenter
from welfare_app.services.first_run import Begun, MakeVault
from welfare_app.services.jobs import JobRunner
from welfare_app.services.tools import Tools, WayIn
from welfare_app.services.unlock import Opened, Unlock
from welfare_app.ui.pages.first_run_page import FirstRunPage
from welfare_app.ui.pages.unlock_page import UnlockPage
from welfare_app.ui.parts import Kit


@dataclass(frozen=True, slots=True)
class Outside:
    """What these rooms are made with, and where they lead.

    `come` hears that somebody is about to open the vault, before it is tried.
    """

    tools: Tools
    folder: Path
    jobs: JobRunner
    come: Callable[[], None]
    opened: Callable[[Opened], None]
    recovered: Callable[[str, Sequence[WayIn]], None]
    practise: Callable[[], None]
    restore: Callable[[], None]
    rescue: Callable[[], None]

    def unlock(self) -> Unlock:
        """The ways into the vault."""
        tools = self.tools
        return Unlock(tools.door, tools.keys_for, self.folder, tools.portable_keys_for)

    def begun(self, begun: Begun) -> None:
        """A vault was made: it is open, for whoever made it."""
        with begun.vault.work(begun.staff.id) as work:
            organisation = work.register.organisation()
        self.opened(Opened(begun.vault, organisation, begun.staff))


def locked(outside: Outside, page: UnlockPage) -> Room:
    """Who are you, and your passphrase."""
    jobs, tools = RoomJobs(outside.jobs), outside.tools
    for wanted in (page.passphrase_given, page.code_given, page.practice_asked):
        wanted.connect(outside.come)
    presenter = UnlockPresenter(
        page,
        outside.unlock(),
        tools.definitions,
        jobs,
        tools.now,
        outside.opened,
        outside.recovered,
    )
    page.person_chosen.connect(presenter.choose)
    page.waited.connect(presenter.waited)
    page.passphrase_given.connect(presenter.try_passphrase)
    page.code_given.connect(presenter.try_code)
    page.recovery_asked.connect(presenter.recover_instead)
    page.practice_asked.connect(outside.practise)
    page.restore_asked.connect(outside.restore)
    page.rescue_asked.connect(outside.rescue)
    presenter.begin()
    return Room(page, AtLocked, presenter, jobs)


def start(outside: Outside, kit: Kit) -> Room:
    """Whose laptop it is, and the first person who can open the vault."""
    page, jobs, tools = FirstRunPage(kit), RoomJobs(outside.jobs), outside.tools
    presenter = FirstRunPresenter(
        page,
        MakeVault(
            tools.door,
            tools.keys_for,
            tools.new_identity,
            tools.now,
            tools.new_id,
            tools.portable_keys_for,
        ),
        outside.folder,
        tools.definitions,
        jobs,
        tools.strength,
        tools.renderer,
        tools.disk,
        tools.now,
        outside.begun,
    )
    page.passphrase_typed.connect(presenter.passphrase_typed)
    page.submitted.connect(presenter.submit)
    page.sheet_wanted.connect(presenter.save_sheet)
    page.gone_on.connect(presenter.go_on)
    for wanted in (page.submitted, page.practice_asked):
        wanted.connect(outside.come)
    page.practice_asked.connect(outside.practise)
    page.restore_asked.connect(outside.restore)
    presenter.begin()
    return Room(page, AtStart, presenter, jobs)
