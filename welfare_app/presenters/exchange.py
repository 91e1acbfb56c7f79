"""Answers as a file: saved unlocked where it must be, or taken in once looked through."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.exchange import Incoming
from welfare_app.domain.ids import FieldId, ReferralId
from welfare_app.presenters.places import AtReferral, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.exchange_answers import ExchangeAnswers, file_name
from welfare_app.services.jobs import JobRunner
from welfare_app.services.prepare_referral import PrepareReferral


@dataclass(frozen=True, slots=True)
class IncomingGroup:
    """Some questions of a file that stand alike: what they are to us, and what is asked."""

    title: str
    note: str
    labels: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ExchangeScreen:
    """Everything the page shows. `groups` are what a file would change; `take` says how many."""

    where: str
    file_name: str
    groups: tuple[IncomingGroup, ...] = ()
    looked: str = ""
    take: str = ""
    done: str = ""
    busy: bool = False
    trouble: Trouble | None = None


class ExchangeView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: ExchangeScreen) -> None:
        """Draw it."""
        ...


class ExchangePresenter:
    """Saves answers, and takes a file's only after someone has seen what it changes."""

    def __init__(
        self,
        view: ExchangeView,
        id: ReferralId,
        words: FormDefinition,
        referrals: PrepareReferral,
        exchange: ExchangeAnswers,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        self._view, self._id, self._words, self._go = view, id, words, go
        self._exchange, self._jobs = exchange, jobs
        self._referral = referrals.get(id)
        self._incoming: Incoming | None = None
        self._screen = ExchangeScreen(
            f"Referral, pack {self._referral.number}", file_name(self._referral)
        )

    def begin(self) -> None:
        """Draw the page."""
        self._draw(self._screen)

    def save(self, path: Path) -> None:
        """Save the answers to a file that is not locked."""
        if self._screen.busy:
            return
        try:
            self._exchange.save(self._id, path)
        except WelfareAppError as error:
            self._failed(error)
            return
        self._draw(
            replace(self._cleared(), done="Saved. It is not locked: delete it once it is used.")
        )

    def look(self, path: Path) -> None:
        """Look through a file. Nothing of it is kept yet."""
        if self._screen.busy:
            return
        self._draw(replace(self._cleared(), busy=True))
        self._jobs.start(
            lambda _: self._exchange.look(self._id, path), done=self._looked, failed=self._failed
        )

    def take(self) -> None:
        """Take all of what was looked through."""
        if self._incoming is None:
            return
        try:
            self._exchange.take(self._id, self._incoming)
        except WelfareAppError as error:
            self._failed(error)
            return
        count = _answers(len(self._incoming.answers))
        self._draw(
            replace(
                self._cleared(),
                done=f"{count} taken. Each is marked “Taken from a file” until you accept it.",
            )
        )

    def leave_it(self) -> None:
        """Take none of it."""
        self._draw(self._cleared())

    def back(self) -> None:
        """Go back to the overview."""
        self._go(AtReferral(self._referral.pack))

    def _looked(self, found: Incoming) -> None:
        self._incoming = found if found.answers else None
        count = len(found.answers)
        self._draw(
            replace(
                self._screen,
                busy=False,
                groups=self._groups(found),
                looked="What this file would change" if count else "Nothing in it is new",
                take=f"Take {_answers(count).lower()}" if count else "",
            )
        )

    def _groups(self, found: Incoming) -> tuple[IncomingGroup, ...]:
        files = "1 file is" if found.files == 1 else f"{found.files} files are"
        groups = (
            IncomingGroup("New here", "Not answered yet", self._labels(found.new)),
            IncomingGroup(
                "Different here",
                "The file’s answer would stand. Yours stays readable in the history",
                self._labels(found.differs),
            ),
            IncomingGroup("The same here", "Left as it is", self._labels(found.same)),
            IncomingGroup("Not on this form", "Left out", found.elsewhere),
            IncomingGroup(
                "Not in the file",
                "Add them to the pack yourself",
                (f"{files} named in it, and not inside",) if found.files else (),
            ),
        )
        return tuple(group for group in groups if group.labels)

    def _labels(self, ids: tuple[FieldId, ...]) -> tuple[str, ...]:
        return tuple(self._words.label(id) for id in ids)

    def _failed(self, error: Exception) -> None:
        told = trouble(self._exchange.definitions, error)
        self._draw(replace(self._cleared(), trouble=told))

    def _cleared(self) -> ExchangeScreen:
        self._incoming = None
        return ExchangeScreen(self._screen.where, self._screen.file_name)

    def _draw(self, screen: ExchangeScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def _answers(count: int) -> str:
    return "1 answer" if count == 1 else f"{count} answers"
