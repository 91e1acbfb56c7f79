"""`verify`: is this pack what its sender sealed?"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path

from welfare_app.cli import files, timestamp
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.identity_document import root_card
from welfare_app.domain.recordings import FoundBeside, Recording
from welfare_app.domain.seal import SealReport, Verdict
from welfare_app.presenters.check_words import (
    NOT_PROVED,
    TITLES,
    altered,
    beside,
    facts,
    findings,
    sentence,
    to_do,
)
from welfare_app.presenters.receivers_page import receivers_page
from welfare_app.presenters.second_words import second_said
from welfare_app.services.check_pack import read_pack, second_beside
from welfare_app.services.look_beside import look_beside
from welfare_app.services.tools import Tools

PEM = b"-----BEGIN CERTIFICATE-----"
CRL = b"-----BEGIN X509 CRL-----"
LIST_REFUSED = ("seal.root-unreadable", "seal.crl-unreadable", "seal.crl-foreign")
EXIT = {Verdict.GENUINE: 0, Verdict.NOT_GENUINE: 2, Verdict.CANNOT_TELL: 3}


@dataclass(frozen=True, slots=True)
class SecondGiven:
    """What a check is to tell of besides: a second signature, and a root to trust for it."""

    signature: Path | None = None
    authority: Path | None = None


def run(
    tools: Tools,
    pack: Path,
    root: Path,
    words: Path,
    revoked: Path | None,
    given: SecondGiven,
    *,
    as_json: bool,
) -> int:
    """Check a pack against the sender's root certificate and say what was found."""
    authority = _read(given.authority) if given.authority else b""
    try:
        data, report = _check(tools, pack, root, words, revoked)
    except Unavailable as error:
        if as_json:
            print(json.dumps(_plain(SealReport(Verdict.CANNOT_TELL, (error.code,), "", 0), ())))
        raise
    found = look_beside(report, pack.parent)
    if as_json:
        print(json.dumps(_plain(report, found), ensure_ascii=False))
    else:
        print(f"{TITLES[report.verdict]}. {sentence(report)}", file=sys.stderr)
        for code in findings(report, found):
            print(f"  {tools.definitions.finding(code)}", file=sys.stderr)
        if report.verdict is Verdict.GENUINE:
            for label, value, note in (*facts(report), *beside(found)):
                print(f"  {label}: {value}{f' ({note})' if note else ''}", file=sys.stderr)
            print("What this does not prove:", file=sys.stderr)
            for line in NOT_PROVED:
                print(f"  {line}", file=sys.stderr)
        second = second_beside(tools.signatures, pack, data, given.signature, authority)
        signed = second_said(tools.definitions, second)
        for told in filter(None, (timestamp.told(tools, pack, data, authority), signed)):
            print(f"  Beside it: {told}", file=sys.stderr)
        for what, why in to_do(report):
            print(f"  {what} {why}", file=sys.stderr)
    return EXIT[Verdict.NOT_GENUINE if altered(found) else report.verdict]


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


def _plain(
    report: SealReport, found: tuple[tuple[Recording, FoundBeside], ...]
) -> dict[str, object]:
    return {
        "verdict": report.verdict,
        "findings": list(report.findings),
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
        "beside": [
            {
                "name": one.name,
                "size": one.size,
                "sha256": one.digest,
                "age": {
                    "name": one.locked_as,
                    "size": one.locked_size,
                    "sha256": one.locked_digest,
                },
                "found": how,
            }
            for one, how in found
        ],
    }
