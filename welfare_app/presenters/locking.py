"""What locks the program: how long nobody may touch it, and what this computer can tell it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

LEAST, USUAL, MOST = 2, 10, 30
MINUTES = (2, 5, 10, 15, 20, 30)
"""How long nobody may touch it, as a choice; a person who is in and out wants less."""


class Cause(Enum):
    """Something that says nobody is at this laptop any more, and how a person would say it."""

    LOCKED = "The computer is locked"
    SAVER = "The screen saver comes on"
    SLEEP = "The computer goes to sleep"
    LID = "The lid is shut"
    SWITCHED = "Someone else’s desktop is switched to"
    ENDED = "You log out, or the computer is shut down"


@dataclass(frozen=True, slots=True)
class LockingScreen:
    """What the page says of it. `unheard` is what this computer does not tell the program."""

    minutes: int
    heard: tuple[str, ...]
    unheard: tuple[str, ...]


class Locking(Protocol):
    """Whatever knows the choice that was made, and what can be heard here."""

    @property
    def minutes(self) -> int:
        """How long nobody may touch it."""
        ...

    @property
    def heard(self) -> AbstractSet[Cause]:
        """What this computer tells the program of."""
        ...

    def choose(self, minutes: int) -> None:
        """Wait this long from now on."""
        ...


def locking_screen(locking: Locking) -> LockingScreen:
    """What to say of it. A sleep nobody announced is noticed on waking."""
    minutes = locking.minutes
    always = ("You press Ctrl+L, on any page", f"Nobody touches it for {minutes} minutes")
    unheard = [one for one in Cause if one not in locking.heard]
    heard = [one.value for one in Cause if one in locking.heard]
    if Cause.SLEEP in unheard:
        heard.append("The computer wakes from a sleep of over a minute")
    return LockingScreen(minutes, (*always, *heard), tuple(one.value for one in unheard))


def whole_minutes(chosen: object) -> int:
    """A choice as it was kept, or the usual one where it is none. Never outside the limits."""
    try:
        return min(max(int(str(chosen)), LEAST), MOST)
    except ValueError:
        return USUAL


def warning(seconds: int) -> str:
    """What is said before it locks."""
    kept = "Everything you typed is kept."
    return f"Locks in {seconds} seconds. Touch any key to stay. {kept}"
