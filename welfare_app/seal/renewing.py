"""What becomes of an identity over the years: renewed, followed by another, declared lost."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from welfare_app.domain.errors import Refused
from welfare_app.domain.seal import FormerRoot, Identity
from welfare_app.domain.standing import CertificateFacts, Holder, Standing
from welfare_app.seal.certificates import PinnedRoot, common_name, read_root
from welfare_app.seal.identity import (
    CLOCK_SLACK,
    Key,
    new_laptop,
    new_root,
    pem_of,
    pem_of_key,
    sign_root,
)
from welfare_app.seal.revoking import Revocations, read_revocations, write_revocations


@dataclass(frozen=True, slots=True)
class _Root:
    """A root of ours, in use or followed by another, with what is lost under it."""

    pinned: PinnedRoot
    key: Key = field(repr=False)
    lost: Revocations

    @classmethod
    def of(cls, certificate: bytes, key: bytes, revoked: bytes) -> "_Root":
        pinned = read_root(certificate)
        secret = cast("Key", load_pem_private_key(key, None))
        return cls(pinned, secret, read_revocations(revoked, pinned))

    @property
    def certificate(self) -> x509.Certificate:
        return self.pinned.certificate

    def issued(self, certificate: x509.Certificate) -> bool:
        """Whether this root's own key signed it; it signed its own certificate too."""
        try:
            certificate.verify_directly_issued_by(self.certificate)
        except Exception:  # noqa: BLE001 - a name or a signature that does not fit, whatever it is
            return False
        return True

    def since(self, certificate: x509.Certificate) -> datetime | None:
        """From when on a certificate is not trusted, if it is on the list."""
        return self.lost.dates.get(certificate.serial_number)


class Certifier:
    """Looks after an organisation's certificates. It keeps nothing: the vault does."""

    def standing(self, identity: Identity) -> Standing:
        """How everything an identity holds stands."""
        root, *roots = _roots(identity)
        laptop, *laptops = _laptops(identity)
        former = [_facts(one.certificate, Holder.ROOT, one.since(one.certificate)) for one in roots]
        for each in laptops:
            since = next((one.since(each) for one in (root, *roots) if one.issued(each)), None)
            former.append(_facts(each, Holder.LAPTOP, since))
        return Standing(
            replace(_facts(root.certificate, Holder.ROOT), current=True),
            replace(_facts(laptop, Holder.LAPTOP), current=True),
            tuple(former),
            vouched=bool(identity.vouched),
            listed=any(one.lost.dates for one in (root, *roots)),
        )

    def root(self, certificate: bytes) -> CertificateFacts:
        """What a root certificate says, PEM or DER.

        Raises:
            Refused: "seal.root-unreadable".
        """
        return replace(_facts(read_root(certificate).certificate, Holder.ROOT), current=True)

    def renew(self, identity: Identity, at: datetime) -> Identity:
        """A new certificate and key for the laptop, under the same root.

        Raises:
            Refused: "seal.root-ended".
        """
        root = _roots(identity)[0]
        if at > root.certificate.not_valid_after_utc:
            raise Refused("seal.root-ended")
        made = new_laptop(identity.organisation, identity.device, root.certificate, root.key, at)
        return replace(
            identity,
            device_certificate=pem_of(made[0]),
            device_key=pem_of_key(made[1]),
            former_laptops=(identity.device_certificate, *identity.former_laptops),
        )

    def succeed(self, identity: Identity, at: datetime) -> Identity:
        """Another root, vouched for by the one there is now; and a laptop's certificate under it.

        A root that was declared lost, or is out of date, vouches for nothing.
        """
        old = _roots(identity)[0]
        root, key = new_root(identity.organisation, at)
        until = min(root.not_valid_after_utc, old.certificate.not_valid_after_utc)
        vouched = b""
        if at <= until and not old.since(old.certificate):
            valid, public = (root.not_valid_before_utc, until), key.public_key()
            signed = sign_root(root.subject, public, old.certificate.subject, old.key, valid)
            vouched = pem_of(signed)
        before = FormerRoot(identity.root_certificate, identity.root_key, identity.revoked)
        after = replace(
            identity,
            root_certificate=pem_of(root),
            root_key=pem_of_key(key),
            vouched=vouched,
            revoked=b"",
            former_roots=(before, *identity.former_roots),
        )
        return self.renew(after, at)

    def distrust(
        self, identity: Identity, fingerprint: str, since: datetime, at: datetime
    ) -> Identity:
        """Declare a certificate lost, and make another where it was the one in use.

        Raises:
            Refused: "seal.not-ours-to-distrust", or "seal.lost-in-the-future".
        """
        if since > at:
            raise Refused("seal.lost-in-the-future")
        laptops = _laptops(identity)
        for place, root in enumerate(_roots(identity)):
            for known in (root.certificate, *laptops):
                if _print(known) == fingerprint and root.issued(known):
                    return self._listed(identity, place, {known.serial_number: since}, at)
        raise Refused("seal.not-ours-to-distrust")

    def take_list(self, identity: Identity, given: bytes, at: datetime) -> Identity:
        """Add what another laptop under one of our roots declared lost.

        Raises:
            Refused: "seal.crl-unreadable", or "seal.crl-foreign" if no root of ours signed it.
        """
        for place, root in enumerate(_roots(identity)):
            try:
                theirs = read_revocations(given or b"-", root.pinned)
            except Refused as error:
                if error.code != "seal.crl-foreign":
                    raise
                continue
            return self._listed(identity, place, dict(theirs.dates), at)
        raise Refused("seal.crl-foreign")

    def _listed(
        self, identity: Identity, place: int, lost: dict[int, datetime], at: datetime
    ) -> Identity:
        """More on the list of one root; what we sealed with until now is made anew."""
        root = _roots(identity)[place]
        told = write_revocations(root.certificate, root.key, root.lost, lost, at)
        if place:
            former = list(identity.former_roots)
            former[place - 1] = replace(former[place - 1], revoked=told)
            return replace(identity, former_roots=tuple(former))
        after = replace(identity, revoked=told)
        now = _roots(after)[0]
        if now.since(now.certificate):
            return self.succeed(after, at)
        if now.since(_laptops(after)[0]):
            ended = at > now.certificate.not_valid_after_utc
            return self.succeed(after, at) if ended else self.renew(after, at)
        return after


def _roots(identity: Identity) -> tuple[_Root, ...]:
    """The root in use, then those before it."""
    return (
        _Root.of(identity.root_certificate, identity.root_key, identity.revoked),
        *(_Root.of(one.certificate, one.key, one.revoked) for one in identity.former_roots),
    )


def _laptops(identity: Identity) -> tuple[x509.Certificate, ...]:
    """The laptop's certificate, then those before it."""
    pems = (identity.device_certificate, *identity.former_laptops)
    return tuple(map(x509.load_pem_x509_certificate, pems))


def _facts(
    certificate: x509.Certificate, holder: Holder, distrusted: datetime | None = None
) -> CertificateFacts:
    return CertificateFacts(
        holder,
        common_name(certificate),
        _print(certificate),
        certificate.not_valid_before_utc + CLOCK_SLACK,
        certificate.not_valid_after_utc,
        current=False,
        distrusted=distrusted,
    )


def _print(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(hashes.SHA256()).hex()
