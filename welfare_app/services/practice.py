"""The practice vault: the sample case, in a vault apart, for anyone to try without a passphrase."""

import json
from pathlib import Path
from shutil import rmtree

from welfare_app.domain.contacts import Nation
from welfare_app.domain.people import Organisation
from welfare_app.services.desk import set_up
from welfare_app.services.first_run import Beginning, MakeVault
from welfare_app.services.ports import Changes
from welfare_app.services.sample_case import SampleCase
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Tools
from welfare_app.services.unlock import Opened, Unlock

ORGANISATION = Organisation("Fenmarsh Staffing", Nation.ENGLAND, "Practice laptop", practice=True)
BEGINNING = Beginning(
    ORGANISATION, "Rosa Penhallow", "01632 960118", email="rosa.penhallow@example.org"
)
WORDS = "practice.json"
"""The words lie beside the vault: what is in it is invented and needs no keeping."""


def open_practice(tools: Tools, folder: Path) -> Opened:
    """Open the practice vault, making it and playing the sample into it the first time."""
    unlock = Unlock(tools.door, tools.portable_keys_for, folder)
    if not (folder / WORDS).exists():
        rmtree(folder, ignore_errors=True)  # left unfinished: its words were never written down
        passphrase = tools.new_words().text
        make_practice(tools, folder, passphrase)
        _play(tools, unlock, passphrase)
        tools.disk.write_whole(folder / WORDS, json.dumps({"words": passphrase}).encode())
    passphrase = json.loads((folder / WORDS).read_text("utf-8"))["words"]
    return unlock.open(unlock.people()[0].staff, passphrase)


def make_practice(tools: Tools, folder: Path, passphrase: str) -> None:
    """Make an empty practice vault."""
    make = MakeVault(
        tools.door, tools.portable_keys_for, tools.new_identity, tools.now, tools.new_id
    )
    make.begin(folder, BEGINNING, passphrase).vault.close()


def _play(tools: Tools, unlock: Unlock, passphrase: str) -> None:
    opened = unlock.open(unlock.people()[0].staff, passphrase)
    try:
        shift = Shift(opened.vault, opened.staff, tools.now, tools.new_id, _nobody_listens)
        case = SampleCase(set_up(tools, shift, opened.organisation), tools.sample())
        interview = case.hold_interview()
        case.note_signs(interview)
        case.prepare_referral(case.work_pack(interview))
    finally:
        opened.vault.close()


def _nobody_listens(_changes: Changes) -> None:
    """No screen is open."""
