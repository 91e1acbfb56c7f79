"""Vaults of a released version, brought up to date one after another."""

import shutil
import time
from pathlib import Path

from tests.conftest import KEY
from tests.torture.table import sound, tools
from welfare_app.store.migrations import STEPS, version

MOMENT = 0.5
MANY = 120
OLD = Path(__file__).parents[2] / "vaults" / "0.1"


def prepare(folder: Path) -> None:
    for number in range(MANY):
        shutil.copytree(OLD, folder / f"vault-{number:03}")


def do(folder: Path, acknowledge) -> None:
    acknowledge("begun")
    for vault in sorted(folder.iterdir()):
        tools().door.open(vault, KEY).close()
        acknowledge(vault.name)
    time.sleep(60)


def kept(folder: Path, acknowledged: list[str]) -> None:
    names = sorted(path.name for path in folder.iterdir())
    for name in acknowledged[1:][-1:]:
        copy, _ = folder / name / "records-before-2.db", _whole(folder / name)
        assert copy.read_bytes() == (OLD / "records.db").read_bytes()
    for name in names[len(acknowledged) - 1 :][:1]:
        copy = folder / name / "records-before-2.db"
        assert not copy.exists() or copy.read_bytes() == (OLD / "records.db").read_bytes()
        _whole(folder / name)
        left = {path.name for path in (folder / name).iterdir() if path.name.endswith(".part")}
        assert not left, "a copy that was never finished lies about"


def _whole(folder: Path) -> None:
    vault = tools().door.open(folder, KEY)
    with vault.work("staff-rosa") as work:
        [interview] = work.interviews.all()
        assert interview.answers["how"].value == "by bus, he said"
    sound(vault, {})
    assert version(vault._connection()) == len(STEPS)
    vault.close()
