"""How long records are kept, what was disposed of, and what was given to the person in them."""

from dataclasses import dataclass

from welfare_app.domain.ids import AccessId, DisposalId, HoldId, KeepingId


@dataclass(frozen=True, slots=True)
class HoldPlaced:
    """A case must not be disposed of until the hold is lifted. `case` is the id of its root."""

    hold: HoldId
    case: str


@dataclass(frozen=True, slots=True)
class HoldLifted:
    """A hold was lifted."""

    hold: HoldId
    case: str


@dataclass(frozen=True, slots=True)
class KeptLonger:
    """A case was reviewed and is kept until another day."""

    keeping: KeepingId
    case: str


@dataclass(frozen=True, slots=True)
class RecordErased:
    """A record was erased for good. Only this makes its absence right; see the audit trail."""

    record: str
    kind: str


@dataclass(frozen=True, slots=True)
class CaseDisposed:
    """A case was disposed of, and the certificate written. `vouched` is the second person."""

    disposal: DisposalId
    vouched: str


@dataclass(frozen=True, slots=True)
class RemainsCleared:
    """What erased records had left in free space was cleared, up to an entry of the trail."""

    up_to: int


@dataclass(frozen=True, slots=True)
class AccessAsked:
    """Somebody asked for what is held about them."""

    access: AccessId


@dataclass(frozen=True, slots=True)
class AccessChanged:
    """Something about answering a request was written down. `part` names what, never a word."""

    access: AccessId
    part: str


@dataclass(frozen=True, slots=True)
class AccessAnswered:
    """An answer to a request was written to files; digests are the SHA-256 of each."""

    access: AccessId
    vouched: str
    pdf: str
    json: str
