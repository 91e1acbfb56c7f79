"""`demo`: the whole main job on the sample case, through the services the window uses."""

import json
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from welfare_app.cli import files
from welfare_app.domain.errors import Refused, WelfareAppError
from welfare_app.presenters.check_words import TITLES, sentence
from welfare_app.services.check_pack import read_pack
from welfare_app.services.desk import Desk, set_up
from welfare_app.services.ports import Changes
from welfare_app.services.practice import make_practice
from welfare_app.services.sample_case import HANDING, SampleCase
from welfare_app.services.seal_referral import SealedPack
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Tools
from welfare_app.services.unlock import Unlock

VAULT, PACK, ROOT, RECORD = "vault", "sealed-referral.pdf", "organisation-root.crt", "demo.json"
CASE = "P-0001"
KEYS = {"vault", "vault_passphrase", "pack", "pack_passphrase", "root", "case"}
LONGEST_RECORD = 4096


def run(tools: Tools, folder: Path) -> int:
    """Make a practice vault in the folder and take the sample case from talk to sealed pack."""
    _clear(tools, folder)
    folder.mkdir(parents=True, exist_ok=True)
    words, passphrase = tools.new_words(), tools.new_words().text
    tools = replace(tools, new_words=lambda: words)
    record = {
        "vault": VAULT,
        "vault_passphrase": passphrase,
        "pack": PACK,
        "pack_passphrase": words.text,
        "root": ROOT,
        "case": CASE,
    }
    (folder / RECORD).write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    make_practice(tools, folder / VAULT, passphrase)
    _say("First run", "a practice vault for Fenmarsh Staffing, with its recovery sheet’s code")
    desk = _unlock(tools, folder / VAULT, passphrase)
    try:
        sealed = _work(tools, desk, folder)
        return _check(tools, desk, folder, sealed)
    finally:
        desk.shift.vault.close()


def _clear(tools: Tools, folder: Path) -> None:
    """Take an earlier demonstration away; anything else in the folder is left and refused."""
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not _is_ours(tools, folder):
        raise Refused("demo.folder-in-use")
    shutil.rmtree(folder / VAULT, ignore_errors=True)
    for name in (PACK, ROOT, RECORD):
        (folder / name).unlink(missing_ok=True)


def _is_ours(tools: Tools, folder: Path) -> bool:
    """Whether an earlier demonstration left this: a vault its own words open, made to practise."""
    try:
        record = json.loads(files.text(folder / RECORD, LONGEST_RECORD))
        if set(record) != KEYS or record["vault"] != VAULT:
            return False
        unlock = Unlock(tools.door, tools.portable_keys_for, folder / VAULT)
        opened = unlock.open(unlock.people()[0].staff, record["vault_passphrase"])
    except (WelfareAppError, ValueError, TypeError, IndexError, RecursionError):
        return False
    opened.vault.close()
    return opened.organisation.practice


def _unlock(tools: Tools, folder: Path, passphrase: str) -> Desk:
    unlock = Unlock(tools.door, tools.portable_keys_for, folder)
    opened = unlock.open(unlock.people()[0].staff, passphrase)
    _say("Unlock", "with the passphrase; the audit trail is where it was left")
    shift = Shift(opened.vault, opened.staff, tools.now, tools.new_id, _nobody_listens)
    return set_up(tools, shift, opened.organisation)


def _work(tools: Tools, desk: Desk, folder: Path) -> SealedPack:
    case = SampleCase(desk, tools.sample())
    interview = case.hold_interview()
    answered = len(desk.interviews.resume(interview.id).answers)
    _say("Interview", f"{interview.number}, {answered} answers kept one by one")
    _say("Signs", f"{case.note_signs(interview)} noted, each with how it is known")
    pack = case.work_pack(interview)
    _say("Incident pack", f"{pack.number}, {len(pack.done)} stages done, one file kept")
    referral = case.prepare_referral(pack)
    missing = desk.referrals.missing(referral)
    _say("Referral", f"{len(referral.answers)} answers, {len(missing)} of ours missing")
    sealed = desk.seal.seal(referral.id, HANDING, folder / PACK)
    with desk.shift.work() as work:
        root = work.register.identity().root_certificate
    tools.disk.write_whole(folder / ROOT, root)
    _say("Seal", f"{PACK}, {sealed.size:,} bytes, opened by seven spoken words")
    return sealed


def _check(tools: Tools, desk: Desk, folder: Path, sealed: SealedPack) -> int:
    checked = desk.check.check(folder / PACK, sealed.words.text, None)
    _say("Check", f"{TITLES[checked.report.verdict]}. {sentence(checked.report)}")
    changed = bytearray(read_pack(folder / PACK))
    changed[len(changed) // 2] ^= 1
    with desk.shift.work() as work:
        root = work.register.identity().root_certificate
    report = tools.checker.check(bytes(changed), sealed.words.text, root)
    _say("One byte changed", f"{TITLES[report.verdict]}. {sentence(report)}")
    sound = desk.shift.vault.examine()
    _say("Vault", f"{sound.entries} entries, {'sound' if sound.sound else sound.faults[0]}")
    _say("Look at it", f"{folder / RECORD} has the words that open it")
    as_hoped = checked.report.verdict == "genuine" and report.verdict == "not-genuine"
    return 0 if as_hoped and checked.ours and sound.sound else 2


def _say(step: str, what: str) -> None:
    print(f"{step:>17}  {what}", file=sys.stderr)


def _nobody_listens(_changes: Changes) -> None:
    """No screen is open."""
