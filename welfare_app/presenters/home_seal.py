"""What Home says of the seal: nothing, until a certificate nears its end."""

from datetime import datetime

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.roles import Act
from welfare_app.domain.standing import CertificateFacts, Holder
from welfare_app.presenters.home import Need
from welfare_app.presenters.places import AtIdentity
from welfare_app.presenters.times import date
from welfare_app.services.keep_identity import KeepIdentity

WHAT = {
    Holder.LAPTOP: "Renew this laptop’s certificate",
    Holder.ROOT: "Make the next root certificate",
}


class SealOnHome:
    """Asks a lead to renew in good time; others can do nothing about it."""

    def __init__(self, keep: KeepIdentity) -> None:
        self._keep = keep

    def say(self, now: datetime) -> tuple[Need, ...]:
        """What needs somebody, the laptop's first."""
        if not self._keep.shift.may(Act.KEEP_SEAL):
            return ()
        try:
            standing = self._keep.standing()
        except WelfareAppError:
            return ()  # a vault that is damaged there says so itself
        due = (one for one in (standing.laptop, standing.root) if one.due(now))
        return tuple(_need(one, now) for one in due)


def _need(one: CertificateFacts, now: datetime) -> Need:
    ended = one.ended(now)
    until = f"{date(one.until)} {one.until.astimezone().year}"
    said = f"It ended on {until}. Nothing can be sealed" if ended else "After it nothing is sealed"
    when = "" if ended else f"by {until}"
    return Need("badge-check", WHAT[one.holder], said, when, ended, "Open", AtIdentity())
