"""Signing a sealed file a second time, beside it. The pack never waits for it, nor fails for it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from welfare_app.domain.errors import Refused, Unavailable, WelfareAppError
from welfare_app.domain.events import SecondSignatureMade
from welfare_app.domain.ids import ReferralId
from welfare_app.domain.roles import Act
from welfare_app.domain.second_signature import ENDING, MadeSignature, SecondSigner
from welfare_app.services.check_pack import read_pack
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.shift import Shift
from welfare_app.services.signing_ports import SecondSignatures
from welfare_app.services.tools import Disk


@dataclass(frozen=True, slots=True)
class SignBeside:
    """Makes second signatures, where a provider's certificate is kept."""

    shift: Shift
    signatures: SecondSignatures
    disk: Disk

    def after_sealing(self, path: Path, pack: bytes, referral: ReferralId) -> MadeSignature | None:
        """Sign a pack that is whole and written down; nothing where no certificate is kept.

        Whatever goes wrong is told and not raised, because the pack stands.
        """
        try:
            with self.shift.work() as work:
                signer = work.register.second_signer()
            return self._sign(path, pack, signer, referral) if signer else None
        except WelfareAppError as error:
            return MadeSignature(missing=error.code)

    def sign_file(self, path: Path, progress: Progress = no_progress) -> MadeSignature:
        """Sign a file that was sealed here, now or once more. Call it in a job."""
        self.shift.must(Act.WORK_CASES)
        pack = read_pack(path, progress)
        with self.shift.work() as work:
            signer = work.register.second_signer()
            sealed = work.referrals.sealed_as(hashlib.sha256(pack).hexdigest())
        if signer is None:
            raise Refused("signer.none")
        if sealed is None:
            raise Refused("signature.not-sealed-here")
        return self._sign(path, pack, signer, sealed.id)

    def _sign(
        self, path: Path, pack: bytes, signer: SecondSigner, referral: ReferralId
    ) -> MadeSignature:
        """Written down before the file takes its name, as the pack itself is. None is replaced."""
        signature = self.signatures.sign(pack, signer, self.shift.now())
        fingerprint = self.signatures.facts(signer).fingerprint
        told = SecondSignatureMade(hashlib.sha256(pack).hexdigest(), fingerprint)

        def record() -> None:
            with self.shift.work() as work:
                work.audit.note(told, referral)
                work.commit()

        beside = path.with_name(path.name + ENDING)
        try:
            self.disk.write_new(beside, (signature,), record)
        except Unavailable as error:
            if error.code != "disk.taken":
                raise
            raise Refused("signature.there-already") from error
        return MadeSignature(beside.name)
