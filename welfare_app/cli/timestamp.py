"""`timestamp`: what to ask a time service about a pack, and its answer kept beside the pack."""

import sys
from pathlib import Path

from welfare_app.cli import files
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.seal import Stamp
from welfare_app.presenters.times import full_day_and_hour
from welfare_app.services.check_pack import read_pack
from welfare_app.services.tools import Tools

ENDING = ".tsr"


def ask(tools: Tools, pack: Path, request: Path) -> int:
    """Write what to send. Nothing is sent from here."""
    tools.disk.write_whole(request, tools.stamps.request(read_pack(pack)))
    print("Saved: what to ask a time service. Nothing was sent.", file=sys.stderr)
    return 0


def keep(tools: Tools, pack: Path, response: Path, authority: Path | None) -> int:
    """Check an answer against the pack, and keep it beside."""
    answer = files.data(response)
    trusted = files.data(authority) if authority else b""
    stamp = tools.stamps.read(answer, read_pack(pack), trusted)
    tools.disk.write_whole(kept_at(pack), answer)
    print(f"Saved beside the pack. {said(stamp)}", file=sys.stderr)
    return 0


def stamp_of(tools: Tools, pack: Path, data: bytes, authority: bytes = b"") -> Stamp | str | None:
    """The answer that lies beside a pack, or the code of why it says nothing; none without one."""
    try:
        answer = files.data(kept_at(pack))
    except WelfareAppError:
        return None
    try:
        return tools.stamps.read(answer, data, authority)
    except WelfareAppError as error:
        return error.code


def told(tools: Tools, found: Stamp | str) -> str:
    """A sentence about it."""
    return tools.definitions.message(found).happened if isinstance(found, str) else said(found)


def kept_at(pack: Path) -> Path:
    """Where the answer about a pack is kept."""
    return pack.with_name(pack.name + ENDING)


def said(stamp: Stamp) -> str:
    """What a stamp says, and what that rests on."""
    at = full_day_and_hour(stamp.at)
    rests = "whether to trust it is for you to say"
    if stamp.trusted:
        rests = "under the certificate you gave"
    service = stamp.service or "A time service"
    return f"{service} says that this file was there on {at}, by its clock ({rests})."
