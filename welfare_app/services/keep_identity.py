"""Looking after how others know it is us: the card, renewing, the next root, what is lost."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import (
    CertificateDistrusted,
    CertificateGiven,
    CertificateRenewed,
    Event,
    LossesHeard,
    RootFollowed,
)
from welfare_app.domain.identity_document import root_card
from welfare_app.domain.roles import Act
from welfare_app.domain.seal import Identity
from welfare_app.domain.standing import Standing
from welfare_app.services.certifying import Certifier
from welfare_app.services.shift import Shift
from welfare_app.services.streams import read_ordinary
from welfare_app.services.tools import Disk, Renderer

LARGEST_LIST = 1024 * 1024
"""Bytes of a list of what is lost; ours take some hundreds."""


@dataclass(frozen=True, slots=True)
class KeepIdentity:
    """What a lead does about the organisation's seal. Keys never leave the vault."""

    shift: Shift
    certifier: Certifier
    renderer: Renderer
    disk: Disk

    def standing(self) -> Standing:
        """How the certificates stand."""
        return self.certifier.standing(self._identity())

    def renew(self) -> Standing:
        """Make this laptop's certificate anew under the same root."""
        after = self.certifier.renew(self._kept(), self.shift.now())
        standing = self.certifier.standing(after)
        return self._keep(after, CertificateRenewed(standing.laptop.fingerprint))

    def follow_root(self) -> Standing:
        """Make the next root, which the one there is vouches for."""
        after = self.certifier.succeed(self._kept(), self.shift.now())
        standing = self.certifier.standing(after)
        return self._keep(after, RootFollowed(standing.root.fingerprint, standing.vouched))

    def distrust(self, fingerprint: str, since: datetime) -> Standing:
        """Declare a certificate lost from a moment on; what was in use is made anew."""
        before = self._kept()
        known = self.certifier.standing(before).known()
        lost = next((one for one in known if one.fingerprint == fingerprint), None)
        if lost is None:
            raise Refused("seal.not-ours-to-distrust")
        after = self.certifier.distrust(before, fingerprint, since, self.shift.now())
        told = CertificateDistrusted(fingerprint, lost.holder, since.date().isoformat())
        return self._keep(after, told)

    def take_list(self, path: Path) -> Standing:
        """Take in what another laptop with the same root declared lost."""
        try:
            given = read_ordinary(path, LARGEST_LIST)
        except OSError as error:
            raise Unavailable("file.unreadable") from error
        if len(given) > LARGEST_LIST:
            raise Refused("seal.crl-unreadable")
        after = self.certifier.take_list(self._kept(), given, self.shift.now())
        return self._keep(after, LossesHeard(hashlib.sha256(given).hexdigest()))

    def save_root(self, path: Path) -> None:
        """Save the root certificate, and beside it what vouches for it, where something does."""
        identity = self._identity()
        if identity.vouched:
            self.disk.write_whole(path.with_stem(f"{path.stem}-vouched"), identity.vouched)
        root = identity.root_certificate
        self.disk.write_whole(path, root, lambda: self._given(root))

    def save_card(self, path: Path) -> None:
        """Save the card with the root's fingerprint, and the root certificate beside it."""
        standing = self.standing()
        card = root_card(standing.root, self.shift.now(), follows=standing.vouched)
        self.disk.write_whole(path, self.renderer.render(card))
        self.save_root(path.with_name(f"{path.stem}.crt"))

    def save_lists(self, path: Path) -> None:
        """Save what is no longer trusted: a list a root, those before the one in use numbered."""
        identity = self._identity()
        lists = (identity.revoked, *(one.revoked for one in identity.former_roots))
        for at, told in enumerate(filter(None, lists), 1):
            self.disk.write_whole(path if at == 1 else path.with_stem(f"{path.stem}-{at}"), told)

    def _given(self, root: bytes) -> None:
        """Say in the trail that the certificate is given out, before the file is there."""
        with self.shift.work() as work:
            work.audit.note(CertificateGiven(hashlib.sha256(root).hexdigest()))
            work.commit()

    def _identity(self) -> Identity:
        with self.shift.work() as work:
            return work.register.identity()

    def _kept(self) -> Identity:
        """The identity, for someone who may change it."""
        self.shift.must(Act.KEEP_SEAL)
        return self._identity()

    def _keep(self, after: Identity, because: Event) -> Standing:
        with self.shift.work() as work:
            work.register.save_identity(after, because=because)
            work.commit()
        return self.certifier.standing(after)
