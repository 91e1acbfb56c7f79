"""Vaults made from nothing: a folder holds a whole one that opens, or nothing at all."""

from itertools import count
from pathlib import Path

from tests.desks import ORGANISATION, ROSA, WORDS
from tests.torture.table import sound, tools
from welfare_app.services.first_run import Beginning, MakeVault
from welfare_app.services.unlock import Unlock

MOMENT = 1.0


def prepare(folder: Path) -> None:
    folder.mkdir()


def make(folder: Path):
    """One whole first run."""
    given = tools()
    service = MakeVault(given.door, given.keys_for, given.new_identity, given.now, given.new_id)
    return service.begin(folder, Beginning(ORGANISATION, ROSA.name), WORDS)


def do(folder: Path, acknowledge) -> None:
    acknowledge("begun")
    for number in count():
        make(folder / f"vault-{number}").vault.close()
        acknowledge(str(number))


def kept(folder: Path, acknowledged: list[str]) -> None:
    there = {path.name for path in folder.glob("vault-*")}
    assert {f"vault-{number}" for number in acknowledged[1:]} <= there
    for name in there:
        unlock = Unlock(tools().door, tools().keys_for, folder / name)
        opened = unlock.open(unlock.people()[0].staff, WORDS)
        sound(opened.vault, {})
        opened.vault.close()
    unfinished = folder / f"vault-{len(there)}"
    make(unfinished).vault.close()
    left = {path.name for path in folder.iterdir()} - there
    assert left == {unfinished.name}, "what was left unfinished lies about"
