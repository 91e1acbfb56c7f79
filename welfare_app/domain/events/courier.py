"""Cases that went to colleagues and came from them."""

from collections.abc import Mapping
from dataclasses import dataclass

from welfare_app.domain.ids import StaffId


@dataclass(frozen=True, slots=True)
class CourierKeysMade:
    """This laptop was given its own pair of keys for cases that travel."""

    fingerprint: str


@dataclass(frozen=True, slots=True)
class ColleagueAdded:
    """A colleague's card was taken in; nobody has compared it yet."""

    colleague: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ColleagueConfirmed:
    """Somebody compared the fingerprint of a card with its owner, and they agreed."""

    colleague: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class ColleagueRemoved:
    """Cases no longer go to a colleague or come from them."""

    colleague: str


@dataclass(frozen=True, slots=True)
class CaseSent:
    """A case was locked for a colleague. The digest is the SHA-256 of the whole file."""

    sending: str
    record: str
    colleague: str
    digest: str


@dataclass(frozen=True, slots=True)
class CaseReceived:
    """A colleague's case was taken in; digest as above. `written` is how many entries were new."""

    record: str
    colleague: str
    digest: str
    written: int


@dataclass(frozen=True, slots=True)
class VersionReceived:
    """What another laptop wrote, taken in as it was: where, when, by whom, and over what."""

    vault: str
    number: int
    mark: str
    at: str
    by: StaffId
    device: str
    event: str
    over: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class AuthorNamed:
    """The name of somebody who wrote on another laptop was taken in."""

    staff: StaffId


@dataclass(frozen=True, slots=True)
class ConflictSettled:
    """Somebody chose between versions of a part; `over` are all that stood there."""

    record: str
    part: str
    over: Mapping[str, tuple[str, ...]]
