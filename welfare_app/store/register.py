"""Whose vault it is, who works with it, and what it seals with."""

from dataclasses import asdict
from datetime import date
from typing import Any

from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import Event
from welfare_app.domain.ids import SignerId, StaffId
from welfare_app.domain.ladder import Rung, Standing
from welfare_app.domain.people import Organisation, Role, Staff
from welfare_app.domain.seal import FormerRoot, Identity
from welfare_app.domain.second_signature import SecondSigner
from welfare_app.store.versions import HEADER, UNREADABLE, Versions

ORGANISATION, IDENTITY, STAFF, RUNG = "organisation", "identity", "staff", "rung"
SIGNER = "second-signer"


class VaultRegister:
    """The few records there is one of, and the staff."""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions

    def organisation(self) -> Organisation:
        """The organisation."""
        said = dict(self._one(ORGANISATION))
        return Organisation(nation=Nation(said.pop("nation")), **said)

    def save_organisation(self, record: Organisation, *, because: Event) -> None:
        """Keep it, and say why."""
        self._keep(ORGANISATION, ORGANISATION, asdict(record), because)

    def staff(self) -> tuple[Staff, ...]:
        """Everyone whose entry can be read, in the order added."""
        people = []
        for id in self._versions.ids(STAFF):
            try:
                said = self._one(id)
            except Unavailable as error:
                if error.code != UNREADABLE:
                    raise
                continue
            people.append(
                Staff(
                    StaffId(id),
                    said["name"],
                    Role(said["role"]),
                    said["phone"],
                    said.get("email", ""),  # version 0.1 did not ask for it
                    off=said.get("off", False),
                    gone=said.get("gone", False),
                )
            )
        return tuple(people)

    def unreadable_staff(self) -> int:
        """How many entries of staff cannot be read, because the vault is damaged there."""
        listing = self._versions.listing(STAFF)
        return len(listing.ids) - len(self.staff()) + (not listing.whole)

    def save_staff(self, record: Staff, *, because: Event) -> None:
        """Keep someone's entry, and say why."""
        said = {
            "name": record.name,
            "role": record.role,
            "phone": record.phone,
            "email": record.email,
            **({"off": True} if record.off else {}),
            **({"gone": True} if record.gone else {}),
        }
        self._keep(record.id, STAFF, said, because)

    def ladder(self) -> tuple[Standing, ...]:
        """Who stands on the rungs of the ladder, as far as anybody was put there."""
        known = (self._versions.find(f"{RUNG}:{rung}") for rung in Rung)
        return tuple(_standing(parts[HEADER]) for parts in known if parts)

    def save_rung(self, record: Standing, *, because: Event) -> None:
        """Keep who stands on a rung, and say why."""
        checked = record.checked.isoformat() if record.checked else None
        said = asdict(record) | {"checked": checked}
        self._keep(f"{RUNG}:{record.rung}", RUNG, said, because)

    def identity(self) -> Identity:
        """What packs are sealed with."""
        said = self._one(IDENTITY)
        return Identity(
            said["organisation"],
            said["device"],
            **{name: said[name].encode() for name in _PEM},
            vouched=said.get("vouched", "").encode(),
            revoked=said.get("revoked", "").encode(),
            former_laptops=tuple(one.encode() for one in said.get("former_laptops", ())),
            former_roots=tuple(
                FormerRoot(*(one[name].encode() for name in _FORMER))
                for one in said.get("former_roots", ())
            ),
        )

    def save_identity(self, record: Identity, *, because: Event) -> None:
        """Keep it, and say why."""
        said: dict[str, Any] = {"organisation": record.organisation, "device": record.device}
        said |= {name: getattr(record, name).decode() for name in (*_PEM, "vouched", "revoked")}
        said["former_laptops"] = [one.decode() for one in record.former_laptops]
        said["former_roots"] = [
            {name: getattr(one, name).decode() for name in _FORMER} for one in record.former_roots
        ]
        self._keep(IDENTITY, IDENTITY, said, because)

    def second_signer(self) -> SecondSigner | None:
        """What second signatures are made with, where a provider's certificate is kept."""
        id = next(reversed(self._versions.ids(SIGNER)), None)
        if id is None:
            return None
        said = self._one(id)
        chain = tuple(one.encode() for one in said["chain"])
        certificate, key = said["certificate"].encode(), said["signing_key"].encode()
        return SecondSigner(SignerId(id), certificate, key, chain)

    def keep_second_signer(self, record: SecondSigner, *, because: Event) -> None:
        """Keep it in the place of the one before, of which nothing is left, and say why."""
        self._erase_second_signers()
        said = {
            "certificate": record.certificate.decode(),
            "signing_key": record.key.decode(),
            "chain": [one.decode() for one in record.chain],
        }
        self._keep(record.id, SIGNER, said, because)

    def erase_second_signer(self, *, because: Event) -> None:
        """Leave nothing of it, and say why; nothing happens where there is none."""
        if self._erase_second_signers():
            self._versions.note(because)

    def _erase_second_signers(self) -> int:
        """A record of its own each time, so that a key can go with every version of it."""
        ids = self._versions.ids(SIGNER)
        for id in ids:
            self._versions.erase(id, SIGNER)
        return len(ids)

    def _keep(self, id: str, kind: str, said: dict[str, Any], because: Event) -> None:
        new = self._versions.find(id) is None
        self._versions.write(id, kind, "", {HEADER: said}, because, new=new)

    def _one(self, id: str) -> dict[str, Any]:
        parts = self._versions.find(id)
        if parts is None:
            raise Refused("register.unknown")
        return dict(parts[HEADER])


def _standing(said: dict[str, Any]) -> Standing:
    staff, checked = said["staff"], said["checked"]
    return Standing(
        Rung(said["rung"]),
        said["name"],
        said["phone"],
        said["email"],
        StaffId(staff) if staff else None,
        date.fromisoformat(checked) if checked else None,
    )


_FORMER = ("certificate", "key", "revoked")
_PEM = ("root_certificate", "root_key", "device_certificate", "device_key")
