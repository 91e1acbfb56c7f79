"""What the services need of whatever makes certificates."""

from datetime import datetime
from typing import Protocol

from welfare_app.domain.seal import Identity
from welfare_app.domain.standing import CertificateFacts, Standing


class Certifier(Protocol):
    """Makes, renews and revokes certificates. It keeps nothing."""

    def standing(self, identity: Identity) -> Standing:
        """How everything an identity holds stands."""
        ...

    def root(self, certificate: bytes) -> CertificateFacts:
        """What a root certificate says; refused if it is none."""
        ...

    def renew(self, identity: Identity, at: datetime) -> Identity:
        """A new certificate and key for the laptop, under the same root."""
        ...

    def succeed(self, identity: Identity, at: datetime) -> Identity:
        """Another root, vouched for by the one before where that can be; the laptop under it."""
        ...

    def distrust(
        self, identity: Identity, fingerprint: str, since: datetime, at: datetime
    ) -> Identity:
        """A certificate declared lost, and made anew where it was in use."""
        ...

    def take_list(self, identity: Identity, given: bytes, at: datetime) -> Identity:
        """What another laptop declared lost under a root of ours, added."""
        ...
