"""`vault check`, `backup` and `prove`: is a vault as it was left, and does a copy of it work?"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from welfare_app.cli import files
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.ids import StaffId
from welfare_app.services.back_up import BackUp
from welfare_app.services.restore import Restore
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Tools
from welfare_app.services.unlock import Unlock

Result = TypeVar("Result")


def check(tools: Tools, folder: Path, passphrase_file: Path) -> int:
    """Look over every page, the audit trail, the anchors and the list of ways in."""
    unlock = Unlock(tools.door, tools.keys_for, folder)
    found = unlock.check(files.passphrase(passphrase_file))
    for code in found.faults:
        message = tools.definitions.message(code)
        print(f"{message.happened} {message.todo}", file=sys.stderr)
    if found.sound:
        print(f"Sound: {found.entries} entries, every one in its place.", file=sys.stderr)
    return 0 if found.sound else 2


def backup(tools: Tools, folder: Path, to: Path, passphrase_file: Path) -> int:
    """Make a backup there and prove it. The plan of the vault stays as it is."""
    unlock = Unlock(tools.door, tools.keys_for, folder)
    opened = unlock.open_any(files.passphrase(passphrase_file))
    try:
        shift = Shift(opened.vault, opened.staff, tools.now, tools.new_id, lambda _: None)
        made = BackUp(shift, tools.version).make_in(to)
    finally:
        opened.vault.close()
    print(made.name)
    print(f"Made and proved: {made.entries} entries, {made.size} bytes.", file=sys.stderr)
    return 0


def prove(tools: Tools, backup: Path, passphrase_file: Path) -> int:
    """Open a copy of a backup, away from any vault, and look at all of it."""
    passphrase = files.passphrase(passphrase_file)
    with tempfile.TemporaryDirectory() as scratch:
        restore = Restore(tools.restorer, tools.keys_for, Path(scratch) / "vault")
        made = _tried(
            [one.staff for one in restore.people(backup)],
            lambda staff: restore.prove(backup, staff, passphrase),
        )
    print(f"Whole: made {made.made:%Y-%m-%d %H:%M} UTC, {made.entries} entries.", file=sys.stderr)
    return 0


def _tried(people: list[StaffId], opening: Callable[[StaffId], Result]) -> Result:
    """What the first person whose passphrase it is opens."""
    wrong: Unavailable | None = None
    for staff in people:
        try:
            return opening(staff)
        except Unavailable as error:
            if error.code != "key.wrong-passphrase":
                raise
            wrong = error
    raise wrong or Unavailable("key.wrong-passphrase")
