"""A table to break things on: a vault with the sample case in it, and what was there before."""

import json
import shutil
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.desks import ROSA, WORDS, play, quick_keys, register, sit_down
from welfare_app.app.toolbox import toolbox
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.desk import Desk
from welfare_app.services.tools import Tools
from welfare_app.store.vault import Vault

TABLES = {
    "audit": "SELECT * FROM audit ORDER BY number",
    "record": "SELECT id, kind, parent, entry FROM record",
    "version": "SELECT record, part, entry, body FROM version",
    "chunk": "SELECT record, number, length(data) FROM chunk",
}
BOOK = "table.json"
"""Beside the vault: the key and the ids, so that another process can find its way."""

Rows = dict[str, set[tuple[Any, ...]]]


@cache
def tools() -> Tools:
    """Real tools, with keys no dearer to try than they must be."""
    made = toolbox(secrets=NoSecrets())
    return replace(made, keys_for=quick_keys, portable_keys_for=quick_keys)


@dataclass(frozen=True)
class Table:
    """A folder with a vault in it, its key, and the ids of the sample case."""

    folder: Path
    key: bytes
    interview: str
    pack: str
    referral: str
    words: str = WORDS

    @property
    def vault(self) -> Path:
        """Where the vault is."""
        return self.folder / "vault"

    def sit(self, with_tools: Tools | None = None) -> Desk:
        """Open the vault and sit down at it."""
        return sit_down(with_tools or tools(), self.open())

    def open(self) -> Vault:
        """The vault, open. Whoever asked closes it."""
        vault = tools().door.open(self.vault, self.key)
        assert isinstance(vault, Vault)
        return vault


def lay(folder: Path) -> Table:
    """Put a table there: somebody's slot, the sample case, not signed off and not sealed."""
    shutil.copytree(laid().name, folder, dirs_exist_ok=True)
    return at(folder)


@cache
def laid() -> "TemporaryDirectory[str]":
    """A table made once for this process and its forks, to be copied."""
    home: TemporaryDirectory[str] = TemporaryDirectory()
    folder = Path(home.name)
    vault = folder / "vault"
    vault.mkdir()
    key, _ = quick_keys(vault).create(ROSA, WORDS)
    opened = tools().door.create(vault, key)
    assert isinstance(opened, Vault)
    register(opened, tools().new_identity("Orchard Example Labour Ltd", "Laptop", tools().now()))
    case = play(tools(), sit_down(tools(), opened), signed=False)
    opened.close()
    book = {"key": key.hex(), "ids": [case.interview, case.pack, case.referral]}
    (folder / BOOK).write_text(json.dumps(book))
    return home


def at(folder: Path) -> Table:
    """The table that was laid in a folder, or a copy of it."""
    book = json.loads((folder / BOOK).read_text())
    return Table(folder, bytes.fromhex(book["key"]), *book["ids"])


def rows(vault: Vault) -> Rows:
    """Everything that may never be lost, as it lies in the tables."""
    connection = vault._connection()
    return {name: set(connection.execute(sql)) for name, sql in TABLES.items()}


def sound(vault: Vault, before: Rows) -> Rows:
    """Demand that a vault is sound and has lost nothing, and say what is in it now."""
    found = vault.examine()
    assert found.faults == (), found.faults
    now = rows(vault)
    for name, there in before.items():
        assert there <= now[name], f"{len(there - now[name])} rows of {name} are gone"
    return now
