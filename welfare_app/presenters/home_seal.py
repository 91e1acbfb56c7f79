"""What Home says of the seal: nothing, until a certificate nears its end."""

from datetime import datetime

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.roles import Act
from welfare_app.domain.second_signature import SignerFacts
from welfare_app.domain.standing import CertificateFacts, Holder
from welfare_app.presenters.home import Need
from welfare_app.presenters.places import AtIdentity
from welfare_app.presenters.times import full_date
from welfare_app.services.keep_identity import KeepIdentity
from welfare_app.services.keep_signer import KeepSigner

WHAT = {
    Holder.LAPTOP: "Renew this laptop’s certificate",
    Holder.ROOT: "Make the next root certificate",
}
NEXT = "Take in the provider’s next certificate"


class SealOnHome:
    """Asks a lead to renew in good time; others can do nothing about it."""

    def __init__(self, keep: KeepIdentity, signer: KeepSigner) -> None:
        self._keep, self._signer = keep, signer

    def say(self, now: datetime) -> tuple[Need, ...]:
        """What needs somebody, the laptop's first."""
        if not self._keep.shift.may(Act.KEEP_SEAL):
            return ()
        return (*self._own(now), *self._bought(now))

    def _own(self, now: datetime) -> tuple[Need, ...]:
        try:
            standing = self._keep.standing()
        except WelfareAppError:
            return ()  # a vault that is damaged there says so itself
        due = (one for one in (standing.laptop, standing.root) if one.due(now))
        return tuple(_need(one, now) for one in due)

    def _bought(self, now: datetime) -> tuple[Need, ...]:
        try:
            kept = self._signer.kept()
        except WelfareAppError:
            return ()
        return (_next(kept, now),) if kept and kept.due(now) else ()


def _next(one: SignerFacts, now: datetime) -> Need:
    """Late or not, it keeps nobody from sealing."""
    until = full_date(one.until)
    said = f"It ended on {until}. " if one.ended(now) else ""
    said += "Packs are sealed without it too"
    when = "" if one.ended(now) else f"by {until}"
    return Need("badge-check", NEXT, said, when, False, "Open", AtIdentity())


def _need(one: CertificateFacts, now: datetime) -> Need:
    ended = one.ended(now)
    until = full_date(one.until)
    said = f"It ended on {until}. Nothing can be sealed" if ended else "After it nothing is sealed"
    when = "" if ended else f"by {until}"
    return Need("badge-check", WHAT[one.holder], said, when, ended, "Open", AtIdentity())
