"""Packs sealed for real, one file after another."""

import hashlib
from itertools import count
from pathlib import Path

from tests.torture.table import at, lay, sound, tools
from welfare_app.domain.ids import ReferralId
from welfare_app.domain.seal import Verdict
from welfare_app.services.sample_case import HANDING

MOMENT = 1.0
OUT = "out"


def prepare(folder: Path) -> None:
    lay(folder)
    (folder / OUT).mkdir()


def do(folder: Path, acknowledge) -> None:
    table = at(folder)
    desk = table.sit()
    acknowledge("sat down")
    for number in count():
        path = folder / OUT / f"{number}.pdf"
        pack = desk.seal.seal(ReferralId(table.referral), HANDING, path)
        acknowledge(f"{number} {pack.digest} {pack.words.text}")


def kept(folder: Path, acknowledged: list[str]) -> None:
    table = at(folder)
    vault = table.open()
    sound(vault, {})
    with vault.work("staff-rosa") as work:
        sealings = work.referrals.get(table.referral).sealings
        root = work.register.identity().root_certificate
    vault.close()
    recorded = {one.digest for one in sealings}
    out = {path.name: path.read_bytes() for path in (folder / OUT).glob("*.pdf")}
    for name, data in out.items():
        assert hashlib.sha256(data).hexdigest() in recorded, f"{name} was written down nowhere"
    told = [line.split(" ", 2) for line in acknowledged[1:]]
    for number, digest, _ in told:
        assert digest in recorded
        assert hashlib.sha256(out[f"{number}.pdf"]).hexdigest() == digest
    if told:
        number, _, words = told[-1]
        report = tools().checker.check(out[f"{number}.pdf"], words, root)
        assert report.verdict is Verdict.GENUINE
    beside = [path.name for path in (folder / OUT).iterdir() if path.name not in out]
    assert all(name.startswith(".") and name.endswith(".pdf.part") for name in beside)
