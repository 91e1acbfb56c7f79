"""Looks the whole vault over: its pages, its trail, its records and its files."""

import hashlib
import json
from collections.abc import Iterator

from sqlcipher3.dbapi2 import Connection

from welfare_app.domain.errors import Unavailable
from welfare_app.services.vaults import Fault, Soundness
from welfare_app.store.calls import call_faults
from welfare_app.store.connection import DAMAGED, plainly
from welfare_app.store.erasing import strays
from welfare_app.store.heads import Heads
from welfare_app.store.holes import Declared
from welfare_app.store.listing import ABOUT
from welfare_app.store.page_faults import page_faults
from welfare_app.store.pages import Pages
from welfare_app.store.salvage import gather
from welfare_app.store.survey import Survey, look_over, survey, written
from welfare_app.store.versions import HEADER
from welfare_app.store.weighing import Proved, prove

UNFIT = "vault.pages-do-not-fit"


def examine(connection: Connection, pages: Pages, key: bytes, heads: Heads) -> Soundness:
    """Everything about a vault that is open."""
    found = list(page_faults(pages))
    if not found and not _fits(connection):
        found.append(Fault(UNFIT))
    if not found:
        try:
            with plainly():
                surveyed = look_over(connection, key, [one.number for one in heads.known()])
                found += _of_trail(surveyed)
                found += heads.faults(surveyed, connection, damaged=False)
                found += record_faults(connection, surveyed.declared)
                total = connection.execute("SELECT count(*) FROM record").fetchone()[0]
        except Unavailable as error:
            if error.code != DAMAGED:
                raise
            found.append(Fault(DAMAGED))
        else:
            return _sum_up(found, surveyed.count, total, surveyed.declared.count)
    proved, surveyed = _weighed(pages, key, heads)
    found = _explained(found, proved, surveyed) + heads.faults(surveyed, damaged=True)
    return _sum_up(found, surveyed.count, len(proved.records), surveyed.declared.count)


def examine_closed(pages: Pages, key: bytes, heads: Heads, refused: str) -> Soundness:
    """Everything about a vault that does not open, and the code of why."""
    found = list(page_faults(pages))
    if pages.log.stops_short() and not found:
        found.append(Fault("vault.wal-damaged"))
    damaged = bool(found)
    proved, surveyed = _weighed(pages, key, heads)
    found = _explained(found, proved, surveyed) + heads.faults(surveyed, damaged=damaged)
    if not found:
        found.append(Fault(refused))
    return _sum_up(found, surveyed.count, len(proved.records), surveyed.declared.count)


def trail_faults(connection: Connection, surveyed: Survey, heads: Heads) -> list[str]:
    """The codes of what is wrong with the trail of an open vault: where it first goes wrong."""
    if surveyed.faults:
        return [surveyed.faults[0].code]
    return [fault.code for fault in heads.faults(surveyed, connection, damaged=False)]


def record_faults(connection: Connection, declared: Declared) -> list[Fault]:
    """Whether every record is what the trail says, and every file the one that came in."""
    changed = [
        id
        for id, entry, kind, parent, body in connection.execute(
            "SELECT record.id, record.entry, kind, parent, body FROM record LEFT JOIN version "
            "ON version.record = record.id AND part = ? "
            "WHERE version.entry IS NULL OR version.entry = record.entry",
            (ABOUT,),
        )
        if (body is None or json.loads(body) != {"kind": kind, "parent": parent})
        and not (body is None and _declared_lost(declared, entry))
    ]
    unlisted = connection.execute(
        "SELECT record FROM version UNION SELECT record FROM beside EXCEPT SELECT id FROM record"
    )
    changed += [id for (id,) in unlisted]
    files = list(_files_changed(connection, declared))
    found = [Fault("audit.content-changed", records=tuple(changed))] if changed else []
    if files:
        found.append(Fault("evidence.changed", records=tuple(files)))
    return found + [Fault(code) for code in (*strays(connection), *call_faults(connection))]


def _declared_lost(declared: Declared, entry: int) -> bool:
    return entry in declared.remains or declared.gone(entry)


def _files_changed(connection: Connection, declared: Declared) -> Iterator[str]:
    for id, body in connection.execute(
        "SELECT record.id, body FROM record JOIN version "
        "ON version.record = record.id AND part = ? WHERE kind = 'evidence' "
        "AND version.entry = record.entry",
        (HEADER,),
    ).fetchall():
        digest = hashlib.sha256()
        for (data,) in connection.execute(
            "SELECT data FROM chunk WHERE record = ? ORDER BY number", (id,)
        ):
            digest.update(data)
        if digest.hexdigest() not in {json.loads(body)["digest"], declared.files.get(id)}:
            yield id


def _fits(connection: Connection) -> bool:
    """Whether pages that are all authentic belong together: no tree is broken, no index untrue."""
    try:
        with plainly():
            return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    except Unavailable as error:
        if error.code != DAMAGED:
            raise
        return False


def _weighed(pages: Pages, key: bytes, heads: Heads) -> tuple[Proved, Survey]:
    gathered = gather(pages)
    proved = prove(gathered, key, heads.known(), sealed=pages.sealed)
    rows = (*proved.versions, *proved.beside)
    wrote = written((entry, record, part, body) for record, part, entry, body in rows)
    return proved, survey(proved.entries, wrote, key)


def _explained(found: list[Fault], proved: Proved, surveyed: Survey) -> list[Fault]:
    """The faults of pages, with what is not whole because of them; else those of the trail.

    Where pages cannot be read, what they held is missing from the trail too: that is one fault.
    """
    if not found or found[0].code == UNFIT:
        return found + _of_trail(surveyed)
    entries = tuple(at for first, last, _ in proved.holes for at in range(first, last + 1))
    first, *rest = found
    return [Fault(first.code, first.pages, entries, tuple(sorted(proved.torn))), *rest]


def _of_trail(surveyed: Survey) -> list[Fault]:
    found: dict[str, tuple[list[int], dict[str, None]]] = {}
    for one in surveyed.faults:
        entries, records = found.setdefault(one.code, ([], {}))
        entries.append(one.entry)
        records[one.record] = None
    return [
        Fault(code, (), tuple(entries), tuple(filter(None, records)))
        for code, (entries, records) in found.items()
    ]


def _sum_up(found: list[Fault], entries: int, total: int, declared: int) -> Soundness:
    touched = len({record for fault in found for record in fault.records})
    codes = tuple(dict.fromkeys(fault.code for fault in found))
    return Soundness(entries, codes, tuple(found), max(total - touched, 0), touched, declared)
