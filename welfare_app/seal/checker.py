"""Saying of a file whether it is a sealed pack, whose, and whether a byte has changed."""

import hashlib
from dataclasses import dataclass, field, replace
from datetime import datetime

from welfare_app.domain.errors import Tampered, Unavailable, WelfareAppError
from welfare_app.domain.seal import Enclosed, SealReport, Verdict
from welfare_app.seal.certificates import PinnedRoot, read_root
from welfare_app.seal.container import bears_traces
from welfare_app.seal.document import check_document
from welfare_app.seal.manifest import MANIFEST_NAME, REFERRAL_NAME, Manifest, read_manifest
from welfare_app.seal.opening import CANNOT_READ, attached_names, enclosed, is_pdf, open_pack
from welfare_app.seal.revoking import Revocations, read_revocations
from welfare_app.seal.signature import Signed, check_signature
from welfare_app.services.jobs import Progress, no_progress

STEPS = 4
LARGEST_UNSIGNED = 4 * 1024 * 1024
"""Bytes. Nobody vouches for a file without a seal, and a larger one keeps a parser busy."""


class PdfSealChecker:
    """Checks sealed packs more strictly than any viewer does."""

    def check(
        self,
        pack: bytes,
        passphrase: str,
        root: bytes,
        progress: Progress = no_progress,
        revoked: bytes = b"",
    ) -> SealReport:
        """Everything that can be said of a file. Never raises on account of what is in it.

        `root` is the organisation's certificate, PEM or DER, had by another way than the
        pack; `revoked` its list of what is no longer trusted (a CRL), where there is one. The
        signature is checked first, over bytes alone, because that needs no passphrase and
        keeps a stranger's file away from the PDF parser.
        """
        progress(0, STEPS)
        report = SealReport(Verdict.CANNOT_TELL, (), hashlib.sha256(pack).hexdigest(), len(pack))
        try:
            pinned = read_root(root)
            report = replace(report, fingerprint=pinned.fingerprint)
            lost = read_revocations(revoked, pinned)
            return _SealedFile(pack, passphrase, pinned, lost, report, progress).report()
        except WelfareAppError as error:
            return _with(report, error)


@dataclass(frozen=True, slots=True)
class _SealedFile:
    """A file under examination."""

    data: bytes = field(repr=False)
    passphrase: str = field(repr=False)
    root: PinnedRoot
    lost: Revocations
    blank: SealReport
    progress: Progress

    def report(self) -> SealReport:
        if not bears_traces(self.data):
            return _with(self.blank, self._unsigned())
        signed = check_signature(self.data, self.root)
        self.progress(1, STEPS)
        report = replace(self.blank, organisation=self.root.organisation, device=signed.device)
        try:
            opened = open_pack(self.data, self.passphrase)
            self.progress(2, STEPS)
            sealed_at = check_document(opened.reader, signed)
            report = replace(report, sealed_at=sealed_at)
            self.progress(3, STEPS)
            files = enclosed(opened, self._taking_out)
        except WelfareAppError as error:
            return _with(report, error)
        if not opened.locked:
            code = "seal.not-encrypted" if files else "seal.unlocked-copy"
            return _with(report, Tampered(code) if files else Unavailable(code))
        if not (opened.has_mac and signed.has_mac):
            return _with(report, Tampered("seal.mac"))
        report = _judged(report, signed, files)
        if report.verdict is not Verdict.GENUINE:
            return report
        against = self.lost.judged(signed.certificate, self.root.certificate, sealed_at)
        verdict, *codes = against or (Verdict.GENUINE,)
        return replace(report, verdict=verdict, findings=tuple(codes))

    def _taking_out(self, done: int, total: int, /) -> None:
        """Each file taken out is a share of the last step."""
        self.progress(3 * total + done, STEPS * total)

    def _unsigned(self) -> WelfareAppError:
        """What a file without a trace of a seal is."""
        if len(self.data) > LARGEST_UNSIGNED and is_pdf(self.data):
            return Unavailable("seal.no-trace")
        opened = open_pack(self.data, self.passphrase)
        if MANIFEST_NAME in attached_names(opened):
            return Tampered("seal.signature-missing")
        return Unavailable("seal.not-a-pack")


def _judged(report: SealReport, signed: Signed, files: dict[str, bytes]) -> SealReport:
    """Compare what a pack holds with what it says it holds."""
    found = tuple(_enclosed(name, data) for name, data in sorted(files.items()))
    report = replace(report, enclosed=found)
    try:
        manifest = read_manifest(files.get(MANIFEST_NAME, b""))
    except Tampered as error:
        return _with(report, error)
    report = replace(report, case=manifest.case, recordings=manifest.recordings)
    codes = [*_about_manifest(manifest, report), *_about_files(manifest, found)]
    codes += _about_copy(files.get(REFERRAL_NAME, b""), report.sealed_at, signed)
    verdict = Verdict.NOT_GENUINE if codes else Verdict.GENUINE
    return replace(report, verdict=verdict, findings=tuple(codes))


def _about_manifest(manifest: Manifest, report: SealReport) -> list[str]:
    """The manifest and the seal must tell one story."""
    told = (manifest.organisation, manifest.device, manifest.sealed_at)
    sealed = (report.organisation, report.device, report.sealed_at)
    return [] if told == sealed else ["seal.manifest"]


def _about_files(manifest: Manifest, found: tuple[Enclosed, ...]) -> list[str]:
    """Every file listed, none besides, each as it was."""
    there = {each.name: each for each in found if each.name != MANIFEST_NAME}
    listed = {each.name: each for each in manifest.files}
    codes = ["seal.manifest"] if len(listed) != len(manifest.files) else []
    if listed.keys() - there.keys():
        codes.append("seal.attachment-missing")
    if there.keys() - listed.keys():
        codes.append("seal.attachment-extra")
    if any(there[name] != listed[name] for name in there.keys() & listed.keys()):
        codes.append("seal.attachment-altered")
    return codes


def _about_copy(copy: bytes, sealed_at: datetime | None, outer: Signed) -> list[str]:
    """The copy that opens without a passphrase must be certified by the same laptop."""
    try:
        signed = check_signature(copy, outer.root)
        opened = open_pack(copy, "")
        claimed = check_document(opened.reader, signed)
    except WelfareAppError as error:
        if error.code == CANNOT_READ:
            raise
        return ["seal.inner-copy"]
    same = signed.certificate == outer.certificate and claimed == sealed_at
    return [] if same and not opened.locked and not signed.has_mac else ["seal.inner-copy"]


def _enclosed(name: str, data: bytes) -> Enclosed:
    return Enclosed(name, len(data), hashlib.sha256(data).hexdigest())


def _with(report: SealReport, error: WelfareAppError) -> SealReport:
    """A report that ends with one finding: tampering condemns, anything else leaves doubt."""
    verdict = Verdict.NOT_GENUINE if isinstance(error, Tampered) else Verdict.CANNOT_TELL
    return replace(report, verdict=verdict, findings=(error.code,))
