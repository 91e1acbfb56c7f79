"""`vault check`, `rescue`, `backup` and `prove`: is it as it was left, and what helps if not?"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from welfare_app.cli import files
from welfare_app.domain.errors import Unavailable, WelfareAppError
from welfare_app.domain.ids import StaffId
from welfare_app.services.back_up import BackUp
from welfare_app.services.jobs import no_progress
from welfare_app.services.rescue_vault import RescueVault
from welfare_app.services.restore import Restore
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Tools
from welfare_app.services.unlock import Unlock
from welfare_app.services.vaults import Fault, Lost

_SHOWN = 12

Result = TypeVar("Result")


def check(tools: Tools, folder: Path, passphrase_file: Path) -> int:
    """Look over every page, the trail, the anchors and the list of ways in. A fault is a line."""
    passphrase = files.passphrase(passphrase_file)
    try:
        unlock = Unlock(tools.door, tools.keys_for, folder)
        found = unlock.check(passphrase, tools.rescuer)
    except WelfareAppError as error:
        message = tools.definitions.message(error.code, **error.facts)
        print(f"{error.code}: {message.happened} {message.todo}", file=sys.stderr)
        return 2
    for fault in found.found:
        message = tools.definitions.message(fault.code)
        print(f"{fault.code}: {message.happened}{_where(fault)} {message.todo}", file=sys.stderr)
    if found.sound:
        gone = f" {found.declared} more were declared gone by a rescue." if found.declared else ""
        said = f"Sound: {found.entries} entries, every one in its place.{gone}"
        print(said, file=sys.stderr)
        return 0
    if found.unreadable:
        touched = f"{found.unreadable} not whole, {found.readable} whole"
        print(f"Records: {touched}.", file=sys.stderr)
    return 2


def rescue(tools: Tools, folder: Path, passphrase_file: Path) -> int:
    """Put a sound vault of all that can be read in the place of a damaged one, which is kept."""
    if not tools.door.exists(folder):
        raise Unavailable("vault.missing")
    service = RescueVault(tools.rescuer, tools.keys_for, folder)
    passphrase = files.passphrase(passphrase_file)
    who = service.who_opens(passphrase)
    found = service.rescue(who, passphrase, no_progress)
    for kind, count in sorted(found.kinds.items()):
        print(f"whole: {kind} {count}", file=sys.stderr)
    for one in found.lost:
        print(_lost(one), file=sys.stderr)
    print(f"entries: {found.entries} kept, {found.gone} gone", file=sys.stderr)
    print(f"The damaged vault is kept in {found.kept_as}.", file=sys.stderr)
    return 0


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


def _where(fault: Fault) -> str:
    """The pages, entries and records a fault touches, as far as one line holds them."""
    told = [
        f"{name} {', '.join(map(str, numbers[:_SHOWN]))}"
        + (f" and {len(numbers) - _SHOWN} more" if len(numbers) > _SHOWN else "")
        for name, numbers in (
            ("pages", fault.pages),
            ("entries", fault.entries),
            ("records", fault.records),
        )
        if numbers
    ]
    return f" ({'; '.join(told)})" if told else ""


def _lost(one: Lost) -> str:
    told = " ".join(filter(None, (one.kind or "record", one.number, one.day)))
    return f"{'lost' if one.wholly else 'in part'}: {told}"
