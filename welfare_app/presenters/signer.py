"""A provider's certificate: what its file says, keeping it, taking it away, signing with it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.second_signature import MadeSignature, SignerFacts
from welfare_app.presenters.signature_words import certificate_facts, law_said
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Progress
from welfare_app.services.keep_signer import KeepSigner, Looked
from welfare_app.services.sign_beside import SignBeside

KEPT = "It is kept. Each pack sealed from now on is signed with it too, in a file beside the pack."
REMOVED = "It is taken away, and its key is cleared from this vault."
NOT_CLEARED = (
    "It is done, but for one step: traces of the key that was here may lie in free space. "
    "Finish that under “What may be disposed of”."
)
SIGNED = "Signed. {} lies beside the sealed file. Give both."
DUE = "Ask the provider for the next one in good time. Packs are sealed without it too."
ENDED = "Packs are sealed without it. Ask the provider for the next one, and take its file in."
FILE = ("file", "Choose the file the provider gave you")


class Step(StrEnum):
    """How far taking one in has got."""

    NONE = "none"
    SEEN = "seen"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class SignerScreen:
    """Everything the part shows. `law` are lines, each with what it rests on."""

    step: Step = Step.NONE
    facts: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)
    law: tuple[tuple[str, str], ...] = ()
    warning: str = ""
    busy: str = ""
    done: str = ""
    problems: tuple[tuple[str, str], ...] = ()
    trouble: Trouble | None = None
    practice: bool = False
    """Whether none can be taken in, because anybody could take it out again."""


class SignerView(Protocol):
    """Whatever can draw the part."""

    def show_signer(self, screen: SignerScreen) -> None:
        """Draw it."""
        ...


class SignerPresenter:
    """Opens a provider's file, says what it says, and only then keeps it."""

    def __init__(
        self,
        view: SignerView,
        keep: KeepSigner,
        sign: SignBeside,
        definitions: Definitions,
        jobs: JobRunner,
    ) -> None:
        self._view, self._keep, self._sign = view, keep, sign
        self._definitions, self._jobs = definitions, jobs
        self._looked: Looked | None = None
        self._screen = SignerScreen(law=law_said(definitions.second_signature_law()))

    def begin(self) -> None:
        """Draw what is kept."""
        self._show()

    def look(self, path: Path | None, password: str) -> None:
        """Open a provider's file and show what it says."""
        if path is None:
            self._draw(replace(self._screen, problems=(FILE,), done="", trouble=None))
            return
        self._do("Opening the file…", lambda _: self._keep.look(path, password), self._seen)

    def keep(self) -> None:
        """Keep what was looked at."""
        if (looked := self._looked) is not None:
            self._do("Keeping it…", lambda _: self._keep.keep(looked), self._told(KEPT))

    def drop(self) -> None:
        """Let go of what was looked at."""
        self._looked = None
        self._show()

    def remove(self) -> None:
        """Take away what is kept."""
        self._do("Taking it away…", lambda _: self._keep.remove(), self._told(REMOVED))

    def sign(self, path: Path) -> None:
        """Sign a file that was sealed here."""
        self._do(
            "Signing the file…",
            lambda progress: self._sign.sign_file(path, progress),
            lambda made: self._show(SIGNED.format(made.name)),
        )

    def forget(self) -> None:
        """The laptop is being locked: let go of a key that is not kept."""
        self._looked = None

    def _seen(self, looked: Looked) -> None:
        self._looked = looked
        self._draw(replace(self._screen, step=Step.SEEN, facts=self._facts(looked.facts), busy=""))

    def _told(self, done: str) -> Callable[[bool], None]:
        """What to say once it is done, and whether anything is left to do."""

        def say(cleared: bool) -> None:
            self._looked = None
            self._show(done if cleared else NOT_CLEARED)

        return say

    def _do(
        self,
        busy: str,
        work: Callable[[Progress], "Looked | MadeSignature | bool"],
        done: Callable[..., None],
    ) -> None:
        if self._screen.busy:
            return
        self._draw(replace(self._screen, busy=busy, done="", problems=(), trouble=None))
        self._jobs.start(work, done=done, failed=self._failed)

    def _show(self, done: str = "") -> None:
        law = self._screen.law
        try:
            kept = self._keep.kept()
        except WelfareAppError as error:
            told = trouble(self._definitions, error)
            self._draw(SignerScreen(Step.KEPT, law=law, done=done, trouble=told))
            return
        if kept is None:
            self._draw(SignerScreen(law=law, done=done, practice=self._keep.practice))
            return
        now = self._keep.shift.now()
        warning = ENDED if kept.ended(now) else DUE if kept.due(now) else ""
        self._draw(SignerScreen(Step.KEPT, self._facts(kept), law, warning, done=done))

    def _facts(self, signer: SignerFacts) -> tuple[tuple[str, str, str], ...]:
        return certificate_facts(signer, self._keep.shift.now())

    def _failed(self, error: Exception) -> None:
        self._draw(replace(self._screen, busy="", trouble=trouble(self._definitions, error)))

    def _draw(self, screen: SignerScreen) -> None:
        self._screen = screen
        self._view.show_signer(screen)
