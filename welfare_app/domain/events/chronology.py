"""The chronology of a case, as it is written to by hand and given out."""

from dataclasses import dataclass

from welfare_app.domain.ids import EntryId, PackId


@dataclass(frozen=True, slots=True)
class ChronologyNoted:
    """Something that happened was written down by hand."""

    entry: EntryId
    pack: PackId


@dataclass(frozen=True, slots=True)
class ChronologyCorrected:
    """An entry was corrected by a newer one; the older one stays."""

    entry: EntryId
    pack: PackId
    corrects: EntryId


@dataclass(frozen=True, slots=True)
class ChronologyGiven:
    """The chronology was saved to a file that is not locked; the SHA-256 of its bytes."""

    pack: PackId
    digest: str
