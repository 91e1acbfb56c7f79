"""A certificate of disposal on paper: what kind of records are gone, never whose they were."""

from collections.abc import Iterable, Iterator
from datetime import date

from welfare_app.domain.disposal import GROUNDS, Disposal
from welfare_app.domain.document import Block, Document, Fact, Facts, Heading, Line, Paragraph
from welfare_app.domain.ids import StaffId
from welfare_app.domain.partial_date import MONTHS
from welfare_app.domain.people import Organisation, Staff
from welfare_app.domain.referral_document import PRACTICE
from welfare_app.domain.talk_document import moment

KINDS = {
    "interview": ("interview", "interviews"),
    "note": ("line of notes", "lines of notes"),
    "sign": ("sign", "signs"),
    "pack": ("incident pack", "incident packs"),
    "evidence": ("file", "files"),
    "preservation": ("request to keep a record", "requests to keep records"),
    "referral": ("referral", "referrals"),
    "chronology": ("chronology entry", "chronology entries"),
    "circle": ("circle it was kept to", "circles they were kept to"),
    "hold": ("legal hold, lifted", "legal holds, lifted"),
    "keeping": ("review", "reviews"),
    "access": ("request for access", "requests for access"),
}


def counted(kind: str, count: int) -> str:
    """How many there are of a kind, in words."""
    one, several = KINDS.get(kind, ("other record", "other records"))
    return f"{count} {one if count == 1 else several}"


def compose_certificate(
    disposal: Disposal, organisation: Organisation, staff: Iterable[Staff]
) -> Document:
    """The certificate. It is the same whenever it is printed."""
    names = {one.id: f"{one.name}, {one.role}" for one in staff}
    return Document(
        Line(f"Certificate of disposal {disposal.number}"),
        disposal.number,
        PRACTICE if organisation.practice else "Nothing here says whom the records were about.",
        tuple(_blocks(disposal, organisation, names)),
    )


def _blocks(
    disposal: Disposal, organisation: Organisation, names: dict[StaffId, str]
) -> Iterator[Block]:
    ended = long_day(disposal.ended) if disposal.ended else "Not ended"
    entries = f"{disposal.first_entry:,} to {disposal.last_entry:,}"
    yield Facts(
        (
            _fact("Case", disposal.numbers),
            _fact("Kept as", disposal.kept_as),
            _fact("Begun", long_day(disposal.begun)),
            _fact("Ended", ended),
            _fact("Why now", GROUNDS[disposal.ground]),
            _fact("Disposed of", moment(disposal.at)),
            _fact("Decided by", names.get(disposal.by, "Staff no longer listed")),
            _fact("Vouched for by", names.get(disposal.vouched, "Staff no longer listed")),
            _fact("Organisation", f"{organisation.name}, {organisation.laptop}"),
            _fact("In the audit trail", f"Entries {entries}"),
        )
    )
    yield Heading(2, Line("What is gone"))
    yield Facts(
        tuple(
            _fact(counted(one.kind, one.count), ", ".join(one.numbers) or "Erased")
            for one in disposal.erased
        )
    )
    yield Paragraph(
        Line(
            "Erased means that every version of these records was deleted from the vault with its "
            "history, its files and what was half-typed, and that the space it took is written "
            "over. The audit trail still says that something was there, when, and by whom it was "
            "written, and holds none of the words."
        ),
        quiet=True,
    )
    yield Heading(2, Line("Backups that still held it on that day"))
    if not disposal.backups:
        yield Paragraph(Line("None that the program knew of."))
        return
    yield Facts(
        tuple(
            _fact(
                f"Made {moment(one.made)}", one.place, f"Should be gone by {long_day(one.gone_by)}"
            )
            for one in disposal.backups
        )
    )
    yield Paragraph(
        Line(
            "The program deletes its own backups in turn while new ones are made. One that was "
            "copied elsewhere by hand must be deleted by hand. A vault that is restored from one "
            "of these brings the case back: dispose of it again then."
        ),
        quiet=True,
    )


def long_day(day: date) -> str:
    """A day in full: 12 May 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _fact(label: str, *values: str) -> Fact:
    return Fact(Line(label), tuple(Line(value) for value in values))
