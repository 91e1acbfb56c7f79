"""`vault check` and `vault rescue`: is a vault as it was left, and what can be saved if not?"""

import sys
from pathlib import Path

from welfare_app.cli import files
from welfare_app.domain.errors import Unavailable, WelfareAppError
from welfare_app.services.jobs import no_progress
from welfare_app.services.rescue_vault import RescueVault
from welfare_app.services.tools import Tools
from welfare_app.services.unlock import Unlock
from welfare_app.services.vaults import Fault, Lost, Soundness

_SHOWN = 12


def check(tools: Tools, folder: Path, passphrase_file: Path) -> int:
    """Look over every page, the audit trail and the anchors. Each fault is one line, code first."""
    passphrase = files.passphrase(passphrase_file)
    try:
        found = _look_over(tools, folder, passphrase)
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


def _look_over(tools: Tools, folder: Path, passphrase: str) -> Soundness:
    unlock = Unlock(tools.door, tools.keys_for, folder)
    if not unlock.there():
        raise Unavailable("vault.missing")
    wrong: Unavailable | None = None
    for person in unlock.people():
        try:
            key = tools.keys_for(folder).unlock(person.staff, passphrase)
        except Unavailable as error:
            if error.code != "key.wrong-passphrase":
                raise
            wrong = error
            continue
        return tools.rescuer.look_over(folder, key)
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
