"""Checking a sealed file: one word first, then what it rests on and what it does not prove."""

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from welfare_app.domain.seal import Verdict
from welfare_app.presenters.check_words import (
    NOT_PROVED,
    TITLES,
    facts,
    findings,
    recordings_facts,
    sentence,
    to_do,
)
from welfare_app.presenters.pack_screen import size_words
from welfare_app.presenters.receivers_page import receivers_page
from welfare_app.presenters.signature_words import signature_fact
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.check_pack import Checked, CheckPack
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Ticket

SAVED = (
    "Saved. Give it to whoever receives packs, by another way than any pack, "
    "and read its fingerprint out to them."
)


@dataclass(frozen=True, slots=True)
class CheckScreen:
    """Everything the check shows; a blank verdict is the page that asks for a file."""

    verdict: str = ""
    title: str = ""
    sentence: str = ""
    about: str = field(default="", repr=False)
    facts: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)
    findings: tuple[str, ...] = ()
    to_do: tuple[tuple[str, str], ...] = ()
    not_proved: tuple[str, ...] = NOT_PROVED
    busy: bool = False
    progress: tuple[int, int] = (0, 0)
    trouble: Trouble | None = None
    problem: str = ""
    saved: str = ""


class CheckView(Protocol):
    """Whatever can draw the check."""

    def show_screen(self, screen: CheckScreen) -> None:
        """Draw it."""
        ...


class CheckPresenter:
    """Checks a file away from the screen and says plainly what was found."""

    def __init__(
        self, view: CheckView, check: CheckPack, definitions: Definitions, jobs: JobRunner
    ) -> None:
        self._view, self._check, self._definitions, self._jobs = view, check, definitions, jobs
        self._screen = CheckScreen()
        self._ticket: Ticket | None = None

    def begin(self) -> None:
        """Ask for a file."""
        self._draw(CheckScreen())

    def check(self, path: Path | None, words: str) -> None:
        """Check a file with the words that were read out."""
        if path is None:
            self._draw(CheckScreen(problem="Choose the sealed file"))
            return
        self._draw(CheckScreen(busy=True))
        self._ticket = self._jobs.start(
            lambda progress: self._check.check(path, words, None, progress),
            done=self._checked,
            failed=self._failed,
            progress=self._progressed,
        )

    def cancel(self) -> None:
        """Stop the check. Nothing was found, and nothing is written down."""
        if self._ticket is not None and self._screen.busy:
            self._ticket.cancel()
            self._draw(CheckScreen())

    def save_page(self, path: Path) -> None:
        """Save the page that a receiver checks our packs with."""
        if self._screen.busy:
            return
        self._ticket = None
        self._jobs.start(
            lambda _: self._check.save_page(path, partial(receivers_page, self._definitions)),
            done=lambda _: self._draw(CheckScreen(saved=SAVED)),
            failed=self._failed,
        )

    def again(self) -> None:
        """Check another file."""
        self.begin()

    def _checked(self, checked: Checked) -> None:
        report, codes = checked.report, findings(checked.report, checked.recordings)
        self._draw(
            CheckScreen(
                report.verdict,
                TITLES[report.verdict],
                sentence(report),
                f"{checked.name}, {size_words(report.size)}",
                self._beneath(checked),
                tuple(self._definitions.finding(code) for code in codes),
                to_do(report),
            )
        )

    def _beneath(self, checked: Checked) -> tuple[tuple[str, str, str], ...]:
        """What is said beneath the verdict. Beside a file that was changed nothing else counts."""
        verdict = checked.report.verdict
        opened = verdict is Verdict.GENUINE
        signature = signature_fact(self._definitions, checked.provider_signature, opened=opened)
        match verdict:
            case Verdict.GENUINE:
                return (*_facts(checked), *signature)
            case Verdict.CANNOT_TELL:
                return signature
            case Verdict.NOT_GENUINE:
                return ()

    def _progressed(self, done: int, total: int) -> None:
        if self._screen.busy:
            self._draw(replace(self._screen, progress=(done, total)))

    def _failed(self, error: Exception) -> None:
        self._draw(replace(CheckScreen(), trouble=trouble(self._definitions, error)))

    def _draw(self, screen: CheckScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def _facts(checked: Checked) -> tuple[tuple[str, str, str], ...]:
    ours = "Yes, it was sealed here" if checked.ours else "No, or not from this vault"
    ours = ours if checked.known else "Not looked up: your role reads no cases"
    return (
        *facts(checked.report),
        *recordings_facts(checked.recordings),
        ("In our records", ours, ""),
    )
