"""Your passphrase: changed with the old one, or what it opens made stronger."""

from dataclasses import dataclass, field, replace
from typing import Protocol

from welfare_app.presenters.new_passphrase import (
    NOTHING_TYPED,
    OWN,
    Weighed,
    keyring_said_no,
    mistakes,
    weighed,
)
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.own_key import OwnKey

CHANGED = "Your passphrase is changed. The old one no longer opens the vault."
RENEWED = "Your way in is stronger now. Your passphrase is the same."
RENEWALS = {
    "renewal.no-device-secret": "It does without this laptop’s keyring, which now answers.",
    "renewal.cheap": "It was made on a slower laptop, and is quicker to guess than it could be.",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What was typed: the old passphrase, and the new one twice."""

    old: str = field(repr=False)
    passphrase: str = field(repr=False)
    again: str = field(repr=False)
    without_keyring: bool = False


@dataclass(frozen=True, slots=True)
class OwnKeyScreen:
    """Everything the page shows. `renewal` are sentences; `done` says what was just done."""

    practice: bool = False
    weighed: Weighed = NOTHING_TYPED
    problems: tuple[tuple[str, str], ...] = ()
    renewal: tuple[str, ...] = ()
    busy: bool = False
    trouble: Trouble | None = None
    done: str = ""
    without_offered: bool = False


class OwnKeyView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: OwnKeyScreen) -> None:
        """Draw it."""
        ...


class OwnKeyPresenter:
    """Changes a passphrase away from the screen."""

    def __init__(
        self, view: OwnKeyView, own: OwnKey, definitions: Definitions, jobs: JobRunner
    ) -> None:
        self._view, self._own, self._definitions, self._jobs = view, own, definitions, jobs
        self._screen = OwnKeyScreen(own.organisation.practice)

    def begin(self) -> None:
        """Draw the page, and find out whether there is something to offer."""
        self._draw(self._screen)
        self._look()

    def passphrase_typed(self, passphrase: str) -> None:
        """Say how long it would last."""
        found = weighed(self._own.strength, passphrase, self._known())
        self._draw(replace(self._screen, weighed=found))

    def change(self, change: Change) -> None:
        """Change it, or say what to mend first."""
        problems = mistakes(self._own.strength, change.passphrase, change.again, self._known())
        if not change.old:
            problems = (("old", "Type the passphrase you have now"), *problems)
        if self._may_begin(problems):
            self._jobs.start(
                lambda _: self._own.change(
                    change.old, change.passphrase, without_keyring=change.without_keyring
                ),
                done=lambda _: self._done(
                    "Your passphrase is changed. The old one no longer opens."
                ),
                failed=self._failed,
            )

    def renew(self, passphrase: str) -> None:
        """Make the way in stronger; the passphrase stays as it is."""
        if self._may_begin(() if passphrase else (OWN,)):
            self._jobs.start(
                lambda _: self._own.renew(passphrase),
                done=lambda _: self._done(
                    "Your way in is stronger now. Your passphrase is the same."
                ),
                failed=self._failed,
            )

    def _may_begin(self, problems: tuple[tuple[str, str], ...]) -> bool:
        if self._screen.busy:
            return False
        self._draw(
            replace(self._screen, busy=not problems, problems=problems, trouble=None, done="")
        )
        return not problems

    def _look(self) -> None:
        self._jobs.start(lambda _: self._own.renewal(), done=self._looked, failed=self._failed)

    def _looked(self, renewal: tuple[str, ...]) -> None:
        self._draw(replace(self._screen, renewal=tuple(RENEWALS[code] for code in renewal)))

    def _known(self) -> tuple[str, ...]:
        return (self._own.shift.staff.name, self._own.organisation.name)

    def _done(self, words: str) -> None:
        self._draw(OwnKeyScreen(self._screen.practice, done=words))
        self._look()

    def _failed(self, error: Exception) -> None:
        self._draw(
            replace(
                self._screen,
                busy=False,
                trouble=trouble(self._definitions, error),
                without_offered=self._screen.without_offered or keyring_said_no(error),
            )
        )

    def _draw(self, screen: OwnKeyScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)
