"""The recordings chosen to go beside a pack: added, described and taken away again."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from welfare_app.domain.recordings import counted, numbered
from welfare_app.domain.text_rules import visible
from welfare_app.presenters.pack_screen import size_words
from welfare_app.services.lock_recordings import Chosen, LockRecordings

NAMES_NOBODY = (
    "None can go with a Duty to Notify report: no file does, and a voice points to the person."
)
NOT_SAID = "Say what each recording is, so that they know what to look at"


@dataclass(frozen=True, slots=True)
class RecordingLine:
    """A recording as it is shown: its own name, what it will be called, its size and what it is."""

    key: str
    name: str = field(repr=False)
    called: str
    size: str
    description: str = field(default="", repr=False)


class ChosenRecordings:
    """Keeps what was chosen while a pack is being sealed, and no longer."""

    def __init__(self, locking: LockRecordings) -> None:
        self._locking = locking
        self._next = 1
        self._chosen: dict[str, Chosen] = {}

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """What goes, in order, each with what is said of it."""
        return tuple(
            replace(one, description=one.description.strip()) for one in self._chosen.values()
        )

    @property
    def lines(self) -> tuple[RecordingLine, ...]:
        """The same for the screen."""
        return tuple(
            RecordingLine(
                key,
                visible(one.path.name),
                numbered(at, one.path.name),
                size_words(one.size),
                one.description,
            )
            for at, (key, one) in enumerate(self._chosen.items(), 1)
        )

    @property
    def busy(self) -> str:
        """What is being done while it is sealed."""
        if not self._chosen:
            return "Sealing the pack…"
        return f"Locking {self._said()}, then sealing the pack…"

    def add(self, paths: tuple[Path, ...]) -> None:
        """Add files, all of them or none. One that is there already is not added twice."""
        there = {one.path for one in self._chosen.values()}
        looked = [self._locking.look(path) for path in dict.fromkeys(paths) if path not in there]
        for one in looked:
            self._chosen[str(self._next)] = one
            self._next += 1

    def take_away(self, key: str) -> None:
        """Let one not go. The file itself is left alone."""
        self._chosen.pop(key, None)

    def describe(self, key: str, words: str) -> None:
        """Say what one is."""
        if key in self._chosen:
            self._chosen[key] = replace(self._chosen[key], description=words)

    def forget(self) -> None:
        """Let go of all of it: the laptop is being locked."""
        self._chosen.clear()

    def problems(self) -> Iterator[tuple[str, str]]:
        """What is still to be said."""
        if not all(one.description for one in self.chosen):
            yield "recordings", NOT_SAID

    def facts(self) -> Iterator[tuple[str, str, str]]:
        """The line of the summary; none where nothing goes beside it."""
        if self._chosen:
            yield "Beside it", self._said(), "Each in a file of its own, locked with a key inside"

    def _said(self) -> str:
        size = sum(one.size for one in self._chosen.values())
        return f"{counted(list(self._chosen))}, {size_words(size)}"
