"""What locking recordings beside a pack needs of the machine: a key, and files named together."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from welfare_app.domain.recordings import Recording


class Source(Protocol):
    """Whatever a recording is read from, a piece at a time."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        ...


class Sink(Protocol):
    """Whatever a locked recording is written to."""

    def write(self, part: bytes, /) -> int:
        """How many of these bytes were taken."""
        ...


class RecordingKey(Protocol):
    """The key to the recordings of one pack. It is kept nowhere but in that pack."""

    @property
    def file(self) -> bytes:
        """The key as a receiver's own tool takes it."""
        ...

    def lock(self, source: Source, sink: Sink) -> None:
        """Read to the end and write it locked. What `source` or `sink` raises comes out."""
        ...

    def open(self, source: Source, sink: Sink) -> None:
        """The other way; refused where the key does not fit or a byte was changed."""
        ...


class RecordingLocks(Protocol):
    """Makes the keys of recordings, and reads them again."""

    def new_key(self) -> RecordingKey:
        """A fresh key."""
        ...

    def in_pack(self, pack: bytes, passphrase: str) -> tuple[RecordingKey, tuple[Recording, ...]]:
        """The key in a pack, and what it lists; refused if there is none."""
        ...


class Batch(Protocol):
    """Files written under passing names, which take their own together or leave nothing."""

    def must_fit(self, size: int) -> None:
        """Stop now where there is no room for so many bytes."""
        ...

    def writing(self, path: Path) -> AbstractContextManager[Sink]:
        """One more of them. Its bytes reach the disk as they come."""
        ...

    def naming(self) -> AbstractContextManager[Callable[[], None]]:
        """What names them all, for a block that names what they belong to after them.

        If the block fails none is left.
        """
        ...


class Batches(Protocol):
    """Begins such batches."""

    def beside(self, belongs: Path) -> AbstractContextManager[Batch]:
        """Files that go beside another. Those without their name at the end are gone."""
        ...

    def clear(self, paths: Iterable[Path]) -> None:
        """Take away what a crash left of these under their passing names, and nothing else."""
        ...
