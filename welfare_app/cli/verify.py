"""`verify`: is this pack what its sender sealed?"""

import json
import sys
from pathlib import Path

from welfare_app.cli import files
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.seal import SealReport, Verdict
from welfare_app.presenters.check_words import NOT_PROVED, TITLES, TO_DO, facts, sentence
from welfare_app.presenters.receivers_page import receivers_page
from welfare_app.services.check_pack import read_pack
from welfare_app.services.tools import Tools

PEM = b"-----BEGIN CERTIFICATE-----"
EXIT = {Verdict.GENUINE: 0, Verdict.NOT_GENUINE: 2, Verdict.CANNOT_TELL: 3}


def run(tools: Tools, pack: Path, root: Path, words: Path, *, as_json: bool) -> int:
    """Check a pack against the sender's root certificate and say what was found."""
    try:
        report = _check(tools, pack, root, words)
    except Unavailable as error:
        if as_json:
            print(json.dumps(_plain(SealReport(Verdict.CANNOT_TELL, (error.code,), "", 0))))
        raise
    if as_json:
        print(json.dumps(_plain(report), ensure_ascii=False))
    else:
        print(f"{TITLES[report.verdict]}. {sentence(report)}", file=sys.stderr)
        for code in report.findings:
            print(f"  {tools.definitions.finding(code)}", file=sys.stderr)
        if report.verdict is Verdict.GENUINE:
            for label, value, note in facts(report):
                print(f"  {label}: {value}{f' ({note})' if note else ''}", file=sys.stderr)
            print("What this does not prove:", file=sys.stderr)
            for line in NOT_PROVED:
                print(f"  {line}", file=sys.stderr)
        for what, why in TO_DO.get(report.verdict, ()):
            print(f"  {what} {why}", file=sys.stderr)
    return EXIT[report.verdict]


def page(tools: Tools, path: Path, root: Path | None) -> int:
    """Save the page with which a receiver checks a pack in any browser."""
    trusted = _certificate(tools, root) if root else b""
    tools.disk.write_whole(path, receivers_page(tools.definitions, trusted))
    print("Saved: a page that checks a sealed pack in any browser.", file=sys.stderr)
    return 0


def _certificate(tools: Tools, root: Path) -> bytes:
    """A root certificate that a check would take, as PEM."""
    trusted = _read(root)
    if not tools.checker.check(b"", "", trusted).fingerprint or PEM not in trusted:
        raise Refused("seal.root-unreadable")
    return trusted


def _check(tools: Tools, pack: Path, root: Path, words: Path) -> SealReport:
    trusted = _read(root)
    return tools.checker.check(read_pack(pack), files.passphrase(words), trusted)


def _read(root: Path) -> bytes:
    try:
        return root.read_bytes()
    except OSError as error:
        raise Unavailable("file.unreadable") from error


def _plain(report: SealReport) -> dict[str, object]:
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
    }
