"""Writes several files that take their names together, before the one they belong to."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path

from welfare_app.domain.errors import Unavailable
from welfare_app.store.disk import name_new, new_file, passing, plainly

FLUSHED = 2 * 1024 * 1024
"""Bytes written between two flushes, so that whoever stops it need not wait for what waits."""


class LocalBatches:
    """Batches on this laptop's disks, as services may use them."""

    @contextmanager
    def beside(self, belongs: Path) -> "Iterator[LocalBatch]":
        """Files beside another. Those without their name at the end are gone."""
        batch = LocalBatch(belongs)
        try:
            yield batch
        finally:
            batch.let_go()

    def clear(self, paths: Iterable[Path]) -> None:
        """Take away what a crash left of these under their passing names."""
        _take_away(map(passing, paths))


class Flushing:
    """An open file whose bytes reach the disk as they come."""

    def __init__(self, file: FileIO) -> None:
        self._file, self._waiting = file, 0

    def write(self, part: bytes) -> int:
        """Write, and now and then wait until it is on the disk."""
        taken = self._file.write(part)
        self._waiting += taken
        if self._waiting >= FLUSHED:
            self.flush()
        return taken

    def flush(self) -> None:
        """Wait until all of it is on the disk."""
        os.fsync(self._file.fileno())
        self._waiting = 0


class LocalBatch:
    """Files beside another. Until they take their names, only passing ones are on the disk."""

    def __init__(self, belongs: Path) -> None:
        self._belongs = belongs
        self._written: list[Path] = []

    def must_fit(self, size: int) -> None:
        """Stop now where there is no room for so many bytes."""
        with plainly():
            if shutil.disk_usage(self._belongs.parent).free < size:
                raise Unavailable("disk.full")

    @contextmanager
    def writing(self, path: Path) -> Iterator[Flushing]:
        """One more of them."""
        self._written.append(path)
        with plainly(), FileIO(new_file(passing(path)), "wb") as file:
            flushing = Flushing(file)
            yield flushing
            flushing.flush()

    @contextmanager
    def naming(self) -> Iterator[Callable[[], None]]:
        """What gives every file its name, for a block that names what they belong to after them.

        Where anything goes wrong in the block none of them stays. Nothing else is touched.
        """
        named: list[Path] = []

        def name() -> None:
            with plainly():
                for path in self._written:
                    name_new(path)
                    named.append(path)

        try:
            yield name
        except BaseException:
            _take_away(named)
            raise

    def let_go(self) -> None:
        """Take away what never took its name."""
        _take_away(map(passing, self._written))


def _take_away(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
