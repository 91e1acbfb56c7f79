"""What the sealing shows, step by step."""

from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.referral import Handing
from welfare_app.presenters.seal_rail import Step
from welfare_app.presenters.seal_recordings import RecordingLine
from welfare_app.presenters.steps import RailScreen
from welfare_app.presenters.telling import Trouble


@dataclass(frozen=True, slots=True)
class SealScreen:
    """Everything the sealing shows."""

    step: Step
    rail: RailScreen
    where: str
    handing: Handing
    problems: tuple[tuple[str, str], ...] = ()
    facts: tuple[tuple[str, str, str], ...] = ()
    pdf: bytes = field(default=b"", repr=False)
    pages: int = 0
    file_name: str = ""
    words: tuple[str, ...] = field(default=(), repr=False)
    hidden: bool = False
    strength: str = ""
    sealed: str = ""
    saved_as: str = field(default="", repr=False)
    digest: str = ""
    busy: str = ""
    progress: tuple[int, int] = (0, 0)
    trouble: Trouble | None = None
    safe_contact: tuple[str, ...] = field(default=(), repr=False)
    people: tuple[tuple[str, str], ...] = ()
    """Who can read it through first; nobody where one person works alone."""
    bases: tuple[tuple[str, str, str], ...] = ()
    """What it can be given on: key, name, and when it fits with the articles it rests on."""
    parts: tuple[tuple[str, str], ...] = ()
    """What there is that can be left out of this pack."""
    files: tuple[tuple[int, str], ...] = ()
    """The files that can be left out one by one: exhibit, and what it is."""
    recordings: tuple[RecordingLine, ...] = ()
    """What is chosen so far to go beside it."""
    no_recordings: str = ""
    """Why none may go beside this one."""
    provider_signature: str = ""
    """The file its second signature lies in, blank where there is none."""
    unsigned: str = ""
    """Why there is none, where a provider's certificate is kept."""
    can_sign: bool = False
    """Whether trying again may make it: not with a certificate that cannot sign."""


class SealView(Protocol):
    """Whatever can draw the sealing."""

    def show_screen(self, screen: SealScreen) -> None:
        """Draw it."""
        ...
