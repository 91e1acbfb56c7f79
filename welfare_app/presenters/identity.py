"""How others know it is us: the fingerprint to read out, and the certificates behind it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Protocol

from welfare_app.domain.standing import CertificateFacts, Holder, Standing, spoken_groups
from welfare_app.presenters.receivers_page import receivers_page
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import full_date
from welfare_app.services.check_pack import CheckPack
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.keep_identity import KeepIdentity

CARD = "The card is saved, and the certificate beside it. Hand both over, once."
ROOT = "The certificate is saved. Give it by hand, and read its fingerprint out."
PAGE = "The page is saved. Give it to whoever receives packs, by another way than any pack."
LISTS = "The list is saved. Give it to everyone who holds our certificate, and call them."
RENEWED = "This laptop’s certificate is renewed. Packs sealed before stay genuine."
FOLLOWED = (
    "The next root is made, and the one before vouches for it. Save the card again, "
    "and give it with both files to everyone who receives packs."
)
LOST = (
    "It is on the list, and this laptop seals with a new certificate where it was in use. "
    "Save the list, give it to everyone who receives packs, and call them."
)
ROOT_LOST = (
    "The root is on the list, and a new one is in use that nobody holds yet. Save the list and "
    "the card, and hand both to everyone who receives packs."
)
HEARD = "What the other laptop declared lost is on our list too. Save the list again."
WHICH, DAY = ("which", "Say which one is lost"), ("since", "Write the day, such as 12 5 2026")
NAMES = {Holder.LAPTOP: "Laptop certificate", Holder.ROOT: "Root certificate"}


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """A certificate: what it is called, until when it is good, and what stands against it."""

    fingerprint: str
    title: str
    about: str
    note: str = ""
    due: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True)
class IdentityScreen:
    """Everything the page shows. `known` can be declared lost, those in use first."""

    organisation: str = ""
    groups: tuple[str, ...] = ()
    laptop: CertificateLine | None = None
    root: CertificateLine | None = None
    known: tuple[CertificateLine, ...] = ()
    listed: bool = False
    busy: bool = False
    done: str = ""
    problems: tuple[tuple[str, str], ...] = ()
    trouble: Trouble | None = None


class IdentityView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: IdentityScreen) -> None:
        """Draw it."""
        ...


class IdentityPresenter:
    """Saves what others are given, and does what a lead asks about the certificates."""

    def __init__(
        self,
        view: IdentityView,
        keep: KeepIdentity,
        check: CheckPack,
        definitions: Definitions,
        jobs: JobRunner,
    ) -> None:
        self._view, self._keep, self._check = view, keep, check
        self._definitions, self._jobs = definitions, jobs
        self._screen = IdentityScreen()

    def begin(self) -> None:
        """Draw the page."""
        self._standing_is(self._keep.standing())

    def save_card(self, path: Path) -> None:
        """Save the card to print, and the certificate beside it."""
        self._do(lambda: self._keep.save_card(path), CARD)

    def save_root(self, path: Path) -> None:
        """Save the root certificate alone."""
        self._do(lambda: self._keep.save_root(path), ROOT)

    def save_page(self, path: Path) -> None:
        """Save the page that receivers check packs with."""
        composed = partial(receivers_page, self._definitions)
        self._do(lambda: self._check.save_page(path, composed), PAGE)

    def save_lists(self, path: Path) -> None:
        """Save what is no longer trusted."""
        self._do(lambda: self._keep.save_lists(path), LISTS)

    def take_list(self, path: Path) -> None:
        """Take in what another laptop declared lost."""
        self._do(lambda: self._keep.take_list(path), HEARD)

    def renew(self) -> None:
        """Renew the laptop's certificate."""
        self._do(self._keep.renew, RENEWED)

    def follow_root(self) -> None:
        """Make the next root."""
        self._do(self._keep.follow_root, FOLLOWED)

    def distrust(self, fingerprint: str, day: str) -> None:
        """Declare a certificate lost from the beginning of a day on."""
        since = _midnight(day)
        problems = (*([] if fingerprint else [WHICH]), *([] if since else [DAY]))
        if problems or since is None:
            self._draw(replace(self._screen, problems=problems, done="", trouble=None))
            return
        root = self._screen.root is not None and fingerprint == self._screen.root.fingerprint
        self._do(lambda: self._keep.distrust(fingerprint, since), ROOT_LOST if root else LOST)

    def _do(self, work: Callable[[], object], said: str) -> None:
        if self._screen.busy:
            return
        self._draw(replace(self._screen, busy=True, done="", problems=(), trouble=None))

        def done(_: object) -> None:
            self._standing_is(self._keep.standing(), said)

        self._jobs.start(lambda _: work(), done=done, failed=self._failed)

    def _standing_is(self, standing: Standing, done: str = "") -> None:
        now = self._keep.shift.now()
        known = tuple(_line(one, now) for one in standing.known())
        self._draw(
            IdentityScreen(
                standing.root.name,
                spoken_groups(standing.root.fingerprint),
                _line(standing.laptop, now),
                _line(standing.root, now),
                known,
                standing.listed,
                done=done,
            )
        )

    def _failed(self, error: Exception) -> None:
        self._draw(replace(self._screen, busy=False, trouble=trouble(self._definitions, error)))

    def _draw(self, screen: IdentityScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def _line(one: CertificateFacts, now: datetime) -> CertificateLine:
    title = NAMES[one.holder] if one.current else f"{NAMES[one.holder]} before"
    verb = "Ended on" if one.ended(now) else "Good until"
    note = f"Made on {full_date(one.since)}. Begins {' '.join(spoken_groups(one.fingerprint)[:3])}"
    if one.distrusted:
        verb, until = "Lost since", one.distrusted
        return CertificateLine(
            one.fingerprint, title, f"{verb} {full_date(until)}", note, due=False, lost=True
        )
    return CertificateLine(
        one.fingerprint, title, f"{verb} {full_date(one.until)}", note, due=one.due(now)
    )


def _midnight(day: str) -> datetime | None:
    """When a day begins on this laptop; nothing where that is no day."""
    try:
        return datetime.combine(date.fromisoformat(day), time()).astimezone()
    except ValueError:
        return None
