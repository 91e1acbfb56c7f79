"""`verify`: is this pack what its sender sealed?"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from welfare_app.cli import files, timestamp
from welfare_app.domain.errors import Refused, Unavailable, WelfareAppError
from welfare_app.domain.identity_document import root_card
from welfare_app.domain.recordings import Found, as_listed
from welfare_app.domain.seal import SealReport, Stamp, Verdict
from welfare_app.domain.second_signature import SecondSignature
from welfare_app.presenters.check_words import (
    NOT_PROVED,
    TITLES,
    altered,
    facts,
    findings,
    recordings_facts,
    sentence,
    to_do,
)
from welfare_app.presenters.receivers_page import receivers_page
from welfare_app.presenters.signature_words import signature_said
from welfare_app.services.check_pack import read_pack
from welfare_app.services.look_at_recordings import look_at_recordings
from welfare_app.services.look_at_signature import look_at_signature
from welfare_app.services.tools import Tools

PEM = b"-----BEGIN CERTIFICATE-----"
CRL = b"-----BEGIN X509 CRL-----"
LIST_REFUSED = ("seal.root-unreadable", "seal.crl-unreadable", "seal.crl-foreign")
EXIT = {Verdict.GENUINE: 0, Verdict.NOT_GENUINE: 2, Verdict.CANNOT_TELL: 3}


@dataclass(frozen=True, slots=True)
class Given:
    """What is told of besides: a second signature, and a root to trust for it and for a stamp."""

    signature: Path | None = None
    authority: Path | None = None


@dataclass(frozen=True, slots=True)
class _Beside:
    """What lies beside a pack. Nothing of it is told of a pack that is not genuine."""

    recordings: Found = ()
    signature: SecondSignature | str | None = None
    stamp: Stamp | str | None = None


def run(
    tools: Tools,
    pack: Path,
    root: Path,
    words: Path,
    revoked: Path | None,
    given: Given,
    *,
    as_json: bool,
) -> int:
    """Check a pack against the sender's root certificate and say what was found."""
    try:
        authority = _authority(tools, given.authority) if given.authority else b""
        data, report = _check(tools, pack, root, words, revoked)
    except WelfareAppError as error:
        if as_json:
            cannot = SealReport(Verdict.CANNOT_TELL, (error.code,), "", 0)
            print(json.dumps(_plain(cannot, _Beside())))
        raise
    found = _looked(tools, pack, data, report, given.signature, authority)
    if as_json:
        print(json.dumps(_plain(report, found), ensure_ascii=False))
    else:
        for line in _said(tools, report, found):
            print(line, file=sys.stderr)
    return EXIT[Verdict.NOT_GENUINE if altered(found.recordings) else report.verdict]


def page(tools: Tools, path: Path, root: Path | None, revoked: Path | None) -> int:
    """Save the page with which a receiver checks a pack in any browser."""
    trusted = _certificate(tools, root) if root else b""
    lost = _list(tools, trusted, revoked) if revoked else b""
    tools.disk.write_whole(path, receivers_page(tools.definitions, trusted, lost))
    print("Saved: a page that checks a sealed pack in any browser.", file=sys.stderr)
    return 0


def card(tools: Tools, path: Path, root: Path) -> int:
    """Save the page to print that tells others a root's fingerprint."""
    told = root_card(tools.certifier.root(_read(root)), tools.now())
    tools.disk.write_whole(path, tools.renderer.render(told))
    print("Saved: a card with the fingerprint of the root certificate.", file=sys.stderr)
    return 0


def _certificate(tools: Tools, root: Path) -> bytes:
    """A root certificate that a check would take, as PEM."""
    trusted = _read(root)
    if not tools.checker.check(b"", "", trusted).fingerprint or PEM not in trusted:
        raise Refused("seal.root-unreadable")
    return trusted


def _list(tools: Tools, trusted: bytes, revoked: Path) -> bytes:
    """A list that a check under this root would take, as PEM."""
    lost = _read(revoked)
    found = tools.checker.check(b"", "", trusted, revoked=lost).findings
    if CRL not in lost or found[0] in LIST_REFUSED:
        raise Refused(found[0] if found[0] in LIST_REFUSED else "seal.crl-unreadable")
    return lost


def _authority(tools: Tools, path: Path) -> bytes:
    """A root certificate to trust for what lies beside a pack."""
    given = _read(path)
    try:
        tools.certifier.root(given)
    except Refused as error:
        raise Refused("verify.authority") from error
    return given


def _looked(
    tools: Tools,
    pack: Path,
    data: bytes,
    report: SealReport,
    signature: Path | None,
    authority: bytes,
) -> _Beside:
    if report.verdict is Verdict.NOT_GENUINE:
        return _Beside()
    return _Beside(
        look_at_recordings(report, pack.parent),
        look_at_signature(tools.signatures, pack, data, signature, authority),
        timestamp.stamp_of(tools, pack, data, authority),
    )


def _said(tools: Tools, report: SealReport, found: _Beside) -> Iterator[str]:
    """The answer line by line."""
    yield f"{TITLES[report.verdict]}. {sentence(report)}"
    for code in findings(report, found.recordings):
        yield f"  {tools.definitions.finding(code)}"
    genuine = report.verdict is Verdict.GENUINE
    told = (*facts(report), *recordings_facts(found.recordings)) if genuine else ()
    for label, value, note in told:
        yield f"  {label}: {value}{f' ({note})' if note else ''}"
    if found.signature:
        signed = signature_said(tools.definitions, found.signature, opened=genuine)
        yield f"  Second signature: {signed}"
    if found.stamp:
        yield f"  Time stamp: {timestamp.told(tools, found.stamp)}"
    if genuine:
        yield "What this does not prove:"
        yield from (f"  {line}" for line in NOT_PROVED)
    yield from (f"  {what} {why}" for what, why in to_do(report))


def _check(
    tools: Tools, pack: Path, root: Path, words: Path, revoked: Path | None
) -> tuple[bytes, SealReport]:
    """The file as it was read, and what was found of it."""
    trusted, lost = _read(root), _read(revoked) if revoked else b""
    if revoked and not lost:
        raise Refused("seal.crl-unreadable")
    said, data = files.passphrase(words), read_pack(pack)
    return data, tools.checker.check(data, said, trusted, revoked=lost)


def _read(root: Path) -> bytes:
    try:
        return root.read_bytes()
    except OSError as error:
        raise Unavailable("file.unreadable") from error


def _plain(report: SealReport, found: _Beside) -> dict[str, object]:
    return {
        "verdict": report.verdict,
        "findings": list(findings(report, found.recordings)),
        "sha256": report.sha256,
        "size": report.size,
        "organisation": report.organisation,
        "device": report.device,
        "fingerprint": report.fingerprint,
        "sealed_at": report.sealed_at.isoformat() if report.sealed_at else None,
        "case": report.case,
        "enclosed": [
            {"name": one.name, "size": one.size, "sha256": one.sha256} for one in report.enclosed
        ],
        "beside": [{**as_listed(one), "found": how} for one, how in found.recordings],
        "signature": _plain_signature(found.signature),
        "stamp": _plain_stamp(found.stamp),
    }


def _plain_signature(found: SecondSignature | str | None) -> dict[str, object] | None:
    """What it says, or the code of why it says nothing; none where none lies there."""
    if found is None or isinstance(found, str):
        return {"finding": found} if found else None
    return {
        "holder": found.signer.holder,
        "issuer": found.signer.issuer,
        "fingerprint": found.signer.fingerprint,
        "says_qualified": found.signer.says_qualified,
        "at": found.at.isoformat(),
        "trusted": found.trusted,
    }


def _plain_stamp(found: Stamp | str | None) -> dict[str, object] | None:
    if found is None or isinstance(found, str):
        return {"finding": found} if found else None
    return {"service": found.service, "at": found.at.isoformat(), "trusted": found.trusted}
