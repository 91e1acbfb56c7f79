"""The first run: whose laptop this is, a passphrase, and a recovery sheet to lock away."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.people import Organisation
from welfare_app.domain.text_rules import looks_like_email
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import day
from welfare_app.services.definitions import Definitions
from welfare_app.services.first_run import Beginning, Begun, MakeVault, recovery_sheet
from welfare_app.services.jobs import JobRunner
from welfare_app.services.ports import Clock
from welfare_app.services.tools import Disk, Renderer, Strength

NATIONS = (
    (Nation.ENGLAND.value, "England"),
    (Nation.WALES.value, "Wales"),
    (Nation.SCOTLAND.value, "Scotland"),
    (Nation.NORTHERN_IRELAND.value, "Northern Ireland"),
)

KEYRING = frozenset({"keyring.locked", "keyring.denied", "keyring.absent"})
"""What a person can choose to go on without."""

STRENGTH_WORDS = (
    "Far too easy to guess",
    "Easy to guess",
    "Could be guessed with effort",
    "Good",
    "Very good",
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a person typed on the first run."""

    organisation: str
    nation: str
    laptop: str
    name: str = field(repr=False)
    phone: str = field(repr=False)
    passphrase: str = field(repr=False)
    again: str = field(repr=False)
    email: str = field(default="", repr=False)
    without_keyring: bool = False


@dataclass(frozen=True, slots=True)
class FirstRunScreen:
    """Everything the first run shows. `problems` are by field: what to mend.

    `without_offered` is whether going on without the laptop's keyring can be chosen.
    """

    nations: tuple[tuple[str, str], ...] = NATIONS
    problems: tuple[tuple[str, str], ...] = ()
    strength: str = ""
    enough: bool = False
    busy: bool = False
    trouble: Trouble | None = None
    code: str = field(default="", repr=False)
    sheet_saved: bool = False
    without_offered: bool = False


class FirstRunView(Protocol):
    """Whatever can draw the first run."""

    def show_screen(self, screen: FirstRunScreen) -> None:
        """Draw it."""
        ...


class FirstRunPresenter:
    """Makes the vault once everything is said, then insists on the recovery sheet."""

    def __init__(
        self,
        view: FirstRunView,
        make: MakeVault,
        folder: Path,
        definitions: Definitions,
        jobs: JobRunner,
        strength: Callable[[str, tuple[str, ...]], Strength],
        renderer: Renderer,
        disk: Disk,
        now: Clock,
        begun: Callable[[Begun], None],
    ) -> None:
        self._view, self._make, self._folder, self._definitions = view, make, folder, definitions
        self._jobs, self._strength, self._renderer, self._disk = jobs, strength, renderer, disk
        self._now, self._begun = now, begun
        self._screen = FirstRunScreen()
        self._organisation: Organisation | None = None
        self._vault: Begun | None = None

    def begin(self) -> None:
        """Draw the first page."""
        self._draw(FirstRunScreen())

    def passphrase_typed(self, passphrase: str, known: tuple[str, ...]) -> None:
        """Say how long the passphrase would last."""
        if not passphrase:
            self._draw(replace(self._screen, strength="", enough=False))
            return
        found = self._strength(passphrase, known)
        self._draw(replace(self._screen, strength=self._advice(found), enough=found.enough))

    def submit(self, said: Said) -> None:
        """Make the vault, or say what to mend first."""
        if self._screen.busy or self._vault:
            return
        problems = self._problems(said)
        if problems:
            self._draw(replace(self._screen, problems=problems, trouble=None))
            return
        organisation = Organisation(
            said.organisation.strip(), Nation(said.nation), said.laptop.strip() or "This laptop"
        )
        self._organisation = organisation
        beginning = Beginning(
            organisation, said.name.strip(), said.phone.strip(), email=said.email.strip()
        )
        self._draw(replace(self._screen, busy=True, problems=(), trouble=None))
        self._jobs.start(
            lambda _: self._make.begin(
                self._folder,
                beginning,
                said.passphrase,
                without_keyring=said.without_keyring,
            ),
            done=self._made,
            failed=self._failed,
        )

    def save_sheet(self, path: Path) -> None:
        """Save the recovery sheet as a PDF."""
        if self._vault is None or self._organisation is None:
            return
        sheet = recovery_sheet(self._organisation, self._vault.recovery_code, day(self._now()))
        try:
            self._disk.write_whole(path, self._renderer.render(sheet))
        except Exception as error:  # noqa: BLE001 - whatever it is, the code must stay on screen
            found = trouble(self._definitions, error)
            self._draw(FirstRunScreen(code=self._vault.recovery_code, trouble=found))
            return
        self._draw(FirstRunScreen(code=self._vault.recovery_code, sheet_saved=True))

    def go_on(self) -> None:
        """Open the new vault. Only once the code has been shown."""
        if self._vault is not None:
            self._begun(self._vault)

    def _made(self, begun: Begun) -> None:
        self._vault = begun
        self._draw(FirstRunScreen(code=begun.recovery_code))

    def _failed(self, error: Exception) -> None:
        offered = isinstance(error, WelfareAppError) and error.code in KEYRING
        self._draw(
            replace(
                self._screen,
                busy=False,
                trouble=trouble(self._definitions, error),
                without_offered=self._screen.without_offered or offered,
            )
        )

    def _problems(self, said: Said) -> tuple[tuple[str, str], ...]:
        found = [
            ("organisation", "Type your organisation’s name", said.organisation.strip()),
            ("nation", "Choose where this laptop is used", said.nation),
            ("name", "Type your own name", said.name.strip()),
        ]
        problems = [(field, words) for field, words, typed in found if not typed]
        if said.email.strip() and not looks_like_email(said.email.strip()):
            problems.append(("email", "Write it as an address such as name@example.org"))
        known = (said.organisation, said.name)
        if not self._strength(said.passphrase, known).enough:
            problems.append(("passphrase", "Choose a longer one: four unrelated words are good"))
        elif said.passphrase != said.again:
            problems.append(("again", "The two are not the same. Type it once more"))
        return tuple(problems)

    def _advice(self, found: Strength) -> str:
        words = STRENGTH_WORDS[found.score]
        return words if found.enough else f"{words}. Four unrelated words are good"

    def _draw(self, screen: FirstRunScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)
