"""How the certificates we seal with stand: since when, until when, and what is distrusted."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LAPTOP_NOTICE = timedelta(weeks=8)
"""How long before a laptop's certificate ends a lead is asked to renew it."""
ROOT_NOTICE = timedelta(weeks=52)
"""The same of a root: everyone who holds it has to be reached."""

_IN_A_GROUP = 4


class Holder(StrEnum):
    """Whose certificate it is."""

    ROOT = "root"
    LAPTOP = "laptop"


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """A certificate in plain facts. `fingerprint` is its SHA-256 in hexadecimal.

    `since` is when it was made, though it is good from a little earlier, for a clock put right.
    `distrusted` is the moment from which nothing sealed with it is to be believed, if it was
    declared lost. A certificate that is not `current` seals nothing any more.
    """

    holder: Holder
    name: str
    fingerprint: str
    since: datetime
    until: datetime
    current: bool = True
    distrusted: datetime | None = None

    def ended(self, now: datetime) -> bool:
        """Whether it is out of date."""
        return now > self.until

    def due(self, now: datetime) -> bool:
        """Whether it is time to make the next one."""
        notice = ROOT_NOTICE if self.holder is Holder.ROOT else LAPTOP_NOTICE
        return self.current and now > self.until - notice


@dataclass(frozen=True, slots=True)
class Standing:
    """All that others have to know of our seal.

    `vouched` is whether the root before signed this one; `listed` whether there is a list of
    what is no longer trusted.
    """

    root: CertificateFacts
    laptop: CertificateFacts
    former: tuple[CertificateFacts, ...] = ()
    vouched: bool = False
    listed: bool = False

    def known(self) -> tuple[CertificateFacts, ...]:
        """Every certificate this vault knows, those in use first."""
        return (self.laptop, self.root, *self.former)


def spoken_groups(fingerprint: str) -> tuple[str, ...]:
    """A fingerprint in groups of four that can be read out, in capitals."""
    shown = fingerprint.upper()
    return tuple(shown[at : at + _IN_A_GROUP] for at in range(0, len(shown), _IN_A_GROUP))
