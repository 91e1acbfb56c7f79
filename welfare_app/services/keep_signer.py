"""Looking after a provider's certificate: what its file says, keeping it, taking it away."""

from dataclasses import dataclass
from pathlib import Path

from welfare_app.domain.errors import Refused, Unavailable, WelfareAppError
from welfare_app.domain.events import SecondSignerKept, SecondSignerRemoved
from welfare_app.domain.ids import SignerId
from welfare_app.domain.roles import Act
from welfare_app.domain.second_signature import LARGEST_FILE, SecondSigner, SignerFacts
from welfare_app.services.clearing import cleared
from welfare_app.services.shift import Shift
from welfare_app.services.signing_ports import SecondSignatures
from welfare_app.services.streams import read_ordinary


@dataclass(frozen=True, slots=True)
class Looked:
    """A provider's file that was opened, and what it says. Nothing of it is kept yet."""

    signer: SecondSigner
    facts: SignerFacts


@dataclass(frozen=True, slots=True)
class KeepSigner:
    """What a lead does about a provider's certificate. Its key never leaves the vault again.

    In a `practice` vault, which opens without a passphrase, none is taken in.
    """

    shift: Shift
    signatures: SecondSignatures
    practice: bool = False

    def kept(self) -> SignerFacts | None:
        """What the one that is kept says, where there is one."""
        with self.shift.work() as work:
            signer = work.register.second_signer()
        return self.signatures.facts(signer) if signer else None

    def look(self, path: Path, password: str) -> Looked:
        """Open a provider's file and see what it says. Call it in a job."""
        self.shift.must(Act.KEEP_SEAL)
        if self.practice:
            raise Refused("signer.practice")
        try:
            data = read_ordinary(path, LARGEST_FILE)
        except OSError as error:
            raise Unavailable("file.unreadable") from error
        if len(data) > LARGEST_FILE:
            raise Refused("signer.not-such-a-file")
        id = SignerId(self.shift.new_id())
        signer = self.signatures.read(data, password, id, self.shift.now())
        return Looked(signer, self.signatures.facts(signer))

    def keep(self, looked: Looked) -> bool:
        """Keep it in the place of the one before; whether nothing is left of that one."""
        self.shift.must(Act.KEEP_SEAL)
        told = SecondSignerKept(looked.facts.fingerprint)
        with self.shift.work() as work:
            work.register.keep_second_signer(looked.signer, because=told)
            work.commit()
        return cleared(self.shift)

    def remove(self) -> bool:
        """Take it away with its key; whether free space is cleared too. Call it in a job."""
        self.shift.must(Act.KEEP_SEAL)
        told = SecondSignerRemoved(self._fingerprint())
        with self.shift.work() as work:
            work.register.erase_second_signer(because=told)
            work.commit()
        return cleared(self.shift)

    def _fingerprint(self) -> str:
        """Of the one that is kept; blank where damage keeps it from being read."""
        try:
            kept = self.kept()
        except WelfareAppError:
            return ""
        return kept.fingerprint if kept else ""
