"""Damage in words: how many records are whole, which are not, and what came of a rescue."""

from datetime import date

from welfare_app.domain.partial_date import MONTHS
from welfare_app.presenters.counting import counted
from welfare_app.services.vaults import Lost, Rescued, Soundness

KINDS = {
    "interview": ("Talk", "Talks"),
    "pack": ("Incident pack", "Incident packs"),
    "referral": ("Referral", "Referrals"),
    "evidence": ("File kept as evidence", "Files kept as evidence"),
    "preservation": ("Request to keep a record", "Requests to keep records"),
    "chronology": ("Chronology entry", "Chronology entries"),
    "note": ("Line of notes", "Lines of notes"),
    "sign": ("Sign", "Signs"),
    "staff": ("Member of staff", "Members of staff"),
    "organisation": ("What the organisation is called", "What the organisation is called"),
    "identity": ("What packs are sealed with", "What packs are sealed with"),
    "second-signer": ("Certificate from a provider", "Certificates from a provider"),
}
_OTHER = ("Other record", "Other records")
_OWN_NUMBER = frozenset({"interview", "pack", "referral"})


def cannot_be_read(unreadable: int, readable: int) -> tuple[str, str]:
    """How many cannot be read, and how many are safe: a title and a sentence."""
    records = "record" if unreadable == 1 else "records"
    rest = "The other one is" if readable == 1 else f"The other {readable:,} are"
    return f"{counted(unreadable)} {records} cannot be read", f"{rest} safe." if readable else ""


def touched(found: Soundness) -> str:
    """How many records are whole and how many are not, counting everything that is kept."""
    if not found.unreadable:
        return f"All {found.readable:,} records can be read whole." if found.readable else ""
    whole = f"{found.readable:,} records can be read whole"
    return f"{whole}, {found.unreadable:,} cannot, or not wholly."


def kept_lines(found: Rescued) -> tuple[tuple[str, str], ...]:
    """What came over whole: how many, by kind."""
    return tuple(
        (KINDS.get(kind, _OTHER)[1], f"{found.kinds[kind]:,}")
        for kind in (*KINDS, *sorted(set(found.kinds) - set(KINDS)))
        if found.kinds.get(kind)
    )


def lost_lines(found: Rescued) -> tuple[str, ...]:
    """What did not, one line each, and what is gone besides."""
    lines = [_lost(one) for one in found.lost]
    if found.gone:
        entries = "entry" if found.gone == 1 else "entries"
        lines.append(f"{counted(found.gone)} {entries} of the record of who did what: gone")
    if found.drafts_lost:
        lines.append("Lines that were being typed and not yet kept: perhaps gone")
    return tuple(lines)


def _lost(one: Lost) -> str:
    name = KINDS.get(one.kind, _OTHER)[0]
    if one.number:
        name = f"{name} {one.number}" if one.kind in _OWN_NUMBER else f"{name} of {one.number}"
    begun = f", begun {_day(one.day)}" if one.day else ""
    return f"{name}{begun}: {'cannot be read' if one.wholly else 'some of it is gone'}"


def _day(text: str) -> str:
    at = date.fromisoformat(text)
    return f"{at.day} {MONTHS[at.month - 1]} {at.year}"
