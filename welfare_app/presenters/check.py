"""Checking a sealed file: one word first, then what it rests on and what it does not prove."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from welfare_app.domain.seal import SealReport, Verdict
from welfare_app.presenters.pack_screen import size_words
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import day, hour
from welfare_app.services.check_pack import Checked, CheckPack
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Ticket

TITLES = {
    Verdict.GENUINE: "Genuine",
    Verdict.NOT_GENUINE: "Not genuine",
    Verdict.CANNOT_TELL: "We cannot tell",
}

TO_DO = {
    Verdict.NOT_GENUINE: (
        ("Keep this file as it is.", "Do not send it on or delete it. It may be evidence."),
        (
            "Call the sender on a number you already had.",
            "Not one written in this file. Ask them to seal and send a new pack.",
        ),
        ("Tell your lead.", "They decide whether anyone else needs to know."),
    ),
    Verdict.CANNOT_TELL: (
        ("Check the words.", "Ask the sender to read all seven to you again."),
        ("Check the file.", "Ask them to send it once more, and choose that one."),
    ),
}

NOT_PROVED = (
    "That what the worker said is true. Only that nobody has altered the record of it.",
    "That the clock on the laptop was right.",
    "Who has read it since.",
)

SENDER = "its sender"
"""Who sealed a file, where it cannot be said by name."""

SENTENCES = {
    Verdict.GENUINE: "{} sealed this file, and not one byte has changed since.",
    Verdict.NOT_GENUINE: (
        "This file is not what {} sealed. It was changed, or made by someone else."
    ),
    Verdict.CANNOT_TELL: ("Nothing can be said of this file. It may be genuine and it may not."),
}

FACTS = (
    ("sealed_by", "Sealed by", "Root certificate {}…"),
    ("sealed_on", "Sealed on", "By the laptop’s own clock"),
    ("case", "Case", ""),
    ("inside", "Inside", "Every file matches the list it was sealed with"),
)
"""What is said of a genuine file: a label, and what the fact rests on."""


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

    def again(self) -> None:
        """Check another file."""
        self.begin()

    def _checked(self, checked: Checked) -> None:
        report = checked.report
        self._draw(
            CheckScreen(
                report.verdict,
                TITLES[report.verdict],
                sentence(report),
                f"{checked.name}, {size_words(report.size)}",
                _facts(checked) if report.verdict is Verdict.GENUINE else (),
                tuple(self._definitions.finding(code) for code in report.findings),
                TO_DO.get(report.verdict, ()),
            )
        )

    def _progressed(self, done: int, total: int) -> None:
        if self._screen.busy:
            self._draw(replace(self._screen, progress=(done, total)))

    def _failed(self, error: Exception) -> None:
        self._draw(replace(CheckScreen(), trouble=trouble(self._definitions, error)))

    def _draw(self, screen: CheckScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def sentence(report: SealReport) -> str:
    """The verdict as a plain sentence."""
    return SENTENCES[report.verdict].format(report.organisation or SENDER)


def facts(report: SealReport) -> tuple[tuple[str, str, str], ...]:
    """By whom, when by whose clock, and what is inside: each with what it rests on."""
    when = (
        f"{day(report.sealed_at)} {report.sealed_at.year}, {hour(report.sealed_at)}"
        if report.sealed_at
        else "Not said"
    )
    inside = ", ".join(one.name for one in report.enclosed)
    said = {
        "sealed_by": f"{report.organisation}, {report.device}",
        "sealed_on": when,
        "case": report.case,
        "inside": inside,
    }
    root = _spaced(report.fingerprint)
    return tuple((label, said[key], note.format(root)) for key, label, note in FACTS)


def _facts(checked: Checked) -> tuple[tuple[str, str, str], ...]:
    ours = "Yes, it was sealed here" if checked.ours else "No, or not from this vault"
    ours = ours if checked.known else "Not looked up: your role reads no cases"
    return (*facts(checked.report), ("In our records", ours, ""))


def _spaced(fingerprint: str) -> str:
    short = fingerprint[:16].upper()
    return ":".join(short[at : at + 2] for at in range(0, len(short), 2))
