"""Checking a sealed file: what its seal says, and what our own records say of it."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.events import PackChecked
from welfare_app.domain.ids import ReferralId
from welfare_app.domain.recordings import Found
from welfare_app.domain.roles import Act
from welfare_app.domain.seal import SealReport
from welfare_app.domain.second_signature import SecondSignature
from welfare_app.services.jobs import Progress, no_progress, share
from welfare_app.services.look_at_recordings import any_locked, look_at_recordings
from welfare_app.services.look_at_signature import look_at_signature
from welfare_app.services.shift import Shift
from welfare_app.services.signing_ports import SecondSignatures
from welfare_app.services.streams import ordinary
from welfare_app.services.tools import Disk, SealChecker

LARGEST = 1024 * 1024 * 1024
"""Bytes. A larger file is no pack of ours, and reading it whole would stop the laptop."""


UNKNOWN_ROOT = "seal.unknown-root"

PIECE = 8 * 1024 * 1024
"""Bytes read between two chances to stop."""

READ, FOUND = 200, 990
"""Of a thousand: how far a check is when the file is read, and when all is found."""

PACK = 300
"""The same, when the pack is checked and the recordings beside it are left to look at."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found. `ours` is the referral it was sealed from, where this vault knows it.

    Without `known` nobody looked, because whoever asked may not read cases. `provider_signature`
    is what the signature beside it says, or the code of why it says nothing; none without one.
    `recordings` are those that belong to it, and what was found of each.
    """

    name: str
    report: SealReport
    ours: ReferralId | None
    known: bool = True
    provider_signature: SecondSignature | str | None = None
    recordings: Found = ()


def read_pack(path: Path, progress: Progress = no_progress) -> bytes:
    """A file to check, which can be stopped part of the way. Checking only ever reads."""
    try:
        pack = BytesIO()  # hands out what it holds without a second copy of it
        with ordinary(path) as file:
            size = os.fstat(file.fileno()).st_size
            if size > LARGEST:
                raise Unavailable("seal.not-a-pack")
            while part := file.read(PIECE):
                progress(pack.tell(), max(size, pack.tell()))
                pack.write(part)
                if pack.tell() > LARGEST:
                    raise Unavailable("seal.not-a-pack")
        return pack.getvalue()
    except OSError as error:
        raise Unavailable("seal.cannot-read") from error


@dataclass(frozen=True, slots=True)
class CheckPack:
    """Checks sealed files against this organisation's own root, or one that was handed over."""

    shift: Shift
    checker: SealChecker
    disk: Disk
    signatures: SecondSignatures

    def check(
        self, path: Path, passphrase: str, root: bytes | None, progress: Progress = no_progress
    ) -> Checked:
        """Check a file, and write down that it was checked."""
        alone = not any_locked(path.parent)
        of_pack = progress if alone else share(progress, 0, PACK)
        pack = read_pack(path, share(of_pack, 0, READ))
        report = self._report(pack, passphrase, root, share(of_pack, READ, FOUND))
        recordings = look_at_recordings(report, path.parent, share(progress, PACK, FOUND))
        progress(FOUND, 1000)  # the last moment at which it can be stopped
        known = self.shift.may(Act.READ_CASES)
        with self.shift.work() as work:
            ours = work.referrals.sealed_as(report.sha256) if known else None
            told = PackChecked(report.sha256, report.verdict)
            work.audit.note(told, ours.id if ours else "")
            work.commit()
        signature = look_at_signature(self.signatures, path, pack)
        return Checked(path.name, report, ours.id if ours else None, known, signature, recordings)

    def save_page(self, path: Path, composed: Callable[[bytes, bytes], bytes]) -> None:
        """Save the page receivers check packs with: `composed` for our root and what is lost."""
        with self.shift.work() as work:
            identity = work.register.identity()
        self.disk.write_whole(path, composed(identity.root_certificate, identity.revoked))

    def _report(
        self, pack: bytes, passphrase: str, root: bytes | None, progress: Progress
    ) -> SealReport:
        """What is found under the root given, or under the first of ours that knows the pack."""
        if root:
            return self.checker.check(pack, passphrase, root, progress)
        with self.shift.work() as work:
            ours = work.register.identity()
        first = self.checker.check(pack, passphrase, ours.root_certificate, progress, ours.revoked)
        for one in ours.former_roots:
            if first.findings != (UNKNOWN_ROOT,):
                break
            found = self.checker.check(pack, passphrase, one.certificate, progress, one.revoked)
            if found.findings != (UNKNOWN_ROOT,):
                return found
        return first
