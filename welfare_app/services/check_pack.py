"""Checking a sealed file: what its seal says, and what our own records say of it."""

from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.events import PackChecked
from welfare_app.domain.ids import ReferralId
from welfare_app.domain.roles import Act
from welfare_app.domain.seal import SealReport
from welfare_app.services.jobs import Progress, no_progress
from welfare_app.services.shift import Shift
from welfare_app.services.tools import SealChecker

LARGEST = 1024 * 1024 * 1024
"""Bytes. A larger file is no pack of ours, and reading it whole would stop the laptop."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found. `ours` is the referral it was sealed from, where this vault knows it.

    Without `known` nobody looked, because whoever asked may not read cases.
    """

    name: str
    report: SealReport
    ours: ReferralId | None
    known: bool = True


def read_pack(path: Path) -> bytes:
    """A file to check. Checking only ever reads."""
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            raise Unavailable("seal.cannot-read")
        if found.st_size > LARGEST:
            raise Unavailable("seal.not-a-pack")
        return path.read_bytes()
    except OSError as error:
        raise Unavailable("seal.cannot-read") from error


@dataclass(frozen=True, slots=True)
class CheckPack:
    """Checks sealed files against this organisation's own root, or one that was handed over."""

    shift: Shift
    checker: SealChecker

    def check(
        self, path: Path, passphrase: str, root: bytes | None, progress: Progress = no_progress
    ) -> Checked:
        """Check a file, and write down that it was checked."""
        progress(0, 2)
        pack = read_pack(path)
        with self.shift.work() as work:
            trusted = root or work.register.identity().root_certificate
        report = self.checker.check(pack, passphrase, trusted)
        progress(1, 2)
        known = self.shift.may(Act.READ_CASES)
        with self.shift.work() as work:
            ours = work.referrals.sealed_as(report.sha256) if known else None
            told = PackChecked(report.sha256, report.verdict)
            work.audit.note(told, ours.id if ours else "")
            work.commit()
        return Checked(path.name, report, ours.id if ours else None, known)
