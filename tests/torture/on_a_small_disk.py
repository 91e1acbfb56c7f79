"""Does one action on a disk with less and less room to spare, in a file system of its own.

Run as a module in a mount namespace that may mount, it is forked for each ACTION FOLDER.
Writes a line for each size tried: how many bytes were free and the code that was said.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.torture.actions import ACTIONS, Action
from tests.torture.table import laid, tools
from tests.warm import serve
from welfare_app.domain.errors import WelfareAppError

SIZE = 48 * 1024 * 1024
PAGE = 4096
FULL = {
    "vault.disk-full",
    "vault.no-room-to-open",
    "vault.no-room-to-make",
    "vault.no-room-to-copy",
    "seal.disk-full",
    "key.disk-full",
}
"""What may be said: nothing but that the disk is full."""


def rooms() -> Iterator[int]:
    """Bytes left free: page by page at first, then in larger steps; in the long form finer."""
    grows = 1.02 if "WELFARE_APP_TORTURE" in os.environ else 1.3
    pages = 0
    while True:
        yield pages * PAGE
        pages = max(pages + 1, int(pages * grows))


def run(action: Action, disk: Path) -> None:
    """Leave no room, then a little more, until there is enough."""
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "tmpfs", disk], check=True
    )
    action.prepare(disk / "pattern")
    before = action.before(disk / "pattern")
    for room in rooms():
        here, filler = disk / "here", disk / "filler"
        shutil.copytree(disk / "pattern", here)
        desk = action.sit(here)
        fill(filler, room)
        said = ""
        try:
            action.act(here, desk)
        except WelfareAppError as error:
            said = error.code
        filler.unlink()
        if said:
            assert said in FULL, f"{said} was said of a full disk"
            assert tools().definitions.message(said).todo
            action.act(here, desk)
        action.get_up(desk)
        action.intact(here, before, done=True)
        action.tidy(here)
        shutil.rmtree(here)
        print(room, said or "well", flush=True)  # noqa: T201
        if not said:
            return


def fill(filler: Path, room: int) -> None:
    """Take all the room there is but this much."""
    with filler.open("wb", buffering=0) as file:
        free = os.statvfs(filler).f_bavail * os.statvfs(filler).f_frsize
        os.posix_fallocate(file.fileno(), 0, max(free - room, 1))
    left = os.statvfs(filler).f_bavail * os.statvfs(filler).f_frsize
    assert abs(left - room) <= PAGE, "the disk is not as full as it should be"


if __name__ == "__main__":
    laid()
    serve(lambda name, disk: run(ACTIONS[name], Path(disk)))
