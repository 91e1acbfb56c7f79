"""Seals onto a USB stick that is pulled out on the way, in a file system of its own.

`python -m tests.torture.on_a_stick FOLDER`, in a mount namespace that may mount. Writes a line
for each moment and manner: what was said. Then the same with a recording beside the pack.
"""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.desks import ROSA
from tests.torture.actions import AtOnce
from tests.torture.table import Table, at, lay, rows, sound, tools
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.ids import ReferralId
from welfare_app.seal.age import AgeLocks
from welfare_app.services.sample_case import HANDING
from welfare_app.store.disk import LocalDisk

NAME, BESIDE = "P-0001.pdf", "recording-1.mp4.age"
MOMENTS = ("before", "while it is locked", "while it is written", "once it is written down")
RECORDED = "while a recording is locked"
UNNAMED = "once it is written and the recording has no name"
WITH_RECORDING = ("before", RECORDED, *MOMENTS[1:3], UNNAMED, MOMENTS[3])
LONG = 3 * 1024 * 1024
"""Bytes of the recording."""
SAID = {"seal.cannot-write", "seal.disk-full"}


def pulled_out(stick: Path) -> None:
    """The mount point is there, and empty; what was open stays open."""
    subprocess.run(["umount", "--lazy", stick], check=True)


def gone_with_its_folder(stick: Path) -> None:
    """As desktops do it: the folder a stick appeared in goes too."""
    pulled_out(stick)
    stick.rmdir()


def turned_read_only(stick: Path) -> None:
    """What the system does to a stick with faults, or one with a switch."""
    subprocess.run(["mount", "-o", "remount,ro", stick], check=True)


MANNERS = (pulled_out, gone_with_its_folder, turned_read_only)
NOT_DONE = {("while it is written", turned_read_only), (RECORDED, turned_read_only)}
"""Linux turns nothing read-only while a file on it is open to be written."""


class StickSealer(AtOnce):
    """Seals at once, and meanwhile something happens."""

    def __init__(self, happens: Callable[[], None]) -> None:
        self._happens = happens

    def seal(self, *given: Any) -> bytes:
        self._happens()
        return super().seal(*given)


class StickDisk(LocalDisk):
    """The real disk, with something happening while it writes, and before the rename."""

    def __init__(
        self,
        writing: Callable[[], None],
        written: Callable[[], None],
        unnamed: Callable[[], None],
    ) -> None:
        self._writing, self._written, self._unnamed = writing, written, unnamed

    def write_whole(
        self, path: Path, data: bytes, before_rename: Callable[[], None] = lambda: None
    ) -> None:
        self.write_parts(path, *self._eventful(data, before_rename))

    def write_new(
        self,
        path: Path,
        parts: Iterable[bytes],
        before_rename: Callable[[], None] = lambda: None,
    ) -> None:
        super().write_new(path, *self._eventful(b"".join(parts), before_rename))

    def _eventful(
        self, data: bytes, before_rename: Callable[[], None]
    ) -> tuple[Iterator[bytes], Callable[[], None]]:
        def parts() -> Iterator[bytes]:
            yield data[: len(data) // 2]
            self._writing()
            yield data[len(data) // 2 :]

        def then() -> None:
            self._unnamed()
            before_rename()
            self._written()

        return parts(), then


class StickLocks(AgeLocks):
    """Locks recordings, and something happens half way through one."""

    def __init__(self, happens: Callable[[], None]) -> None:
        self._happens = happens

    def new_key(self) -> Any:
        key, happens = super().new_key(), self._happens

        class Key:
            file = key.file

            def lock(self, source: Any, sink: Any) -> None:
                key.lock(Eventful(source, happens), sink)

        return Key()


class Eventful:
    """A recording in whose middle something happens."""

    def __init__(self, source: Any, happens: Callable[[], None]) -> None:
        self._source, self._happens, self._read = source, happens, 0

    def read(self, size: int) -> bytes:
        before, part = self._read, self._source.read(size)
        self._read += len(part)
        if before < LONG // 2 <= self._read:
            self._happens()
        return bytes(part)


def suffer(
    folder: Path, moment: str, manner: Callable[[Path], None], *, recording: bool = False
) -> str:
    """Seal onto a stick that does not last; then again, onto one that does."""
    stick = folder / "stick"
    stick.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", stick], check=True)
    table = at(folder)

    def happening(when: str) -> Callable[[], None]:
        return lambda: manner(stick) if when == moment else None

    happening("before")()
    mended = replace(
        tools(),
        renderer=AtOnce(),
        sealer=StickSealer(happening("while it is locked")),
        disk=StickDisk(
            happening("while it is written"),
            happening("once it is written down"),
            happening(UNNAMED),
        ),
        recording_locks=StickLocks(happening(RECORDED)),
    )
    desk = table.sit(mended)
    chosen = ()
    if recording:
        (folder / "walk.mp4").write_bytes(bytes(LONG))
        chosen = (desk.seal.recordings.look(folder / "walk.mp4"),)
    before = rows(desk.shift.vault)
    said = ""
    try:
        desk.seal.seal(ReferralId(table.referral), HANDING, stick / NAME, chosen=chosen)
    except Unavailable as error:
        said = error.code
    whole(table, desk, stick / NAME, said)
    stays = manner is turned_read_only and moment == MOMENTS[-1]
    assert (stick / BESIDE).exists() == (bool(chosen) and (stays or not said))
    sound(desk.shift.vault, before)
    again(table, desk, folder / NAME, chosen)
    return said


def whole(table: Table, desk: Any, path: Path, said: str) -> None:
    """Under the final name a whole pack that was written down, or nothing.

    A locked recording alone opens for nobody; it stays only where nothing can be taken away.
    """
    if said:
        assert said in SAID
        assert tools().definitions.message(said).todo
        assert not path.exists(), "a file was left that nobody was told of"
    if path.exists():
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert digest in digests(table, desk), "a sealed file nobody wrote down"
    else:
        assert said, "it was called done, and there is no file"


def again(table: Table, desk: Any, path: Path, chosen: tuple[Any, ...]) -> None:
    """With somewhere to put it, it is sealed, and written down."""
    desk.seal.sealer._happens = lambda: None
    desk.seal.disk._writing = desk.seal.disk._written = desk.seal.disk._unnamed = lambda: None
    desk.seal.recordings.locks._happens = lambda: None
    desk.seal.seal(ReferralId(table.referral), HANDING, path, chosen=chosen)
    assert path.with_name(BESIDE).exists() == bool(chosen)
    assert hashlib.sha256(path.read_bytes()).hexdigest() in digests(table, desk)
    assert [one.name for one in path.parent.iterdir() if one.suffix == ".part"] == []


def digests(table: Table, desk: Any) -> set[str]:
    with desk.shift.vault.work(ROSA.id) as work:
        return {one.digest for one in work.referrals.get(ReferralId(table.referral)).sealings}


if __name__ == "__main__":
    whole_folder = Path(sys.argv[1])
    lay(whole_folder / "pattern")
    tries = [("", moment, manner) for moment in MOMENTS for manner in MANNERS]
    tries += [(BESIDE, moment, manner) for moment in WITH_RECORDING for manner in MANNERS]
    for beside, moment, manner in tries:
        if (moment, manner) in NOT_DONE:
            continue
        here = whole_folder / "here"
        shutil.copytree(whole_folder / "pattern", here)
        said = suffer(here, moment, manner, recording=bool(beside))
        print(f"{beside} {moment}: {manner.__name__}: {said or 'well'}", flush=True)  # noqa: T201
        subprocess.run(["umount", "--lazy", here / "stick"], check=False, capture_output=True)
        shutil.rmtree(here)
