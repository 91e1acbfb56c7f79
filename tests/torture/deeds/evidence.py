"""Files of up to three mebibytes taken into the vault, one after another."""

import hashlib
from itertools import count
from pathlib import Path
from random import Random

from tests.torture.table import at, lay, sound
from welfare_app.domain.ids import PackId

MOMENT = 0.6
LARGEST = 3 * 1024 * 1024
WAITING = "waiting"


def prepare(folder: Path) -> None:
    lay(folder)
    (folder / WAITING).mkdir()


def do(folder: Path, acknowledge) -> None:
    table = at(folder)
    desk = table.sit()
    for number in count():
        picture = folder / WAITING / f"{number}.png"
        picture.write_bytes(photograph(number))
        evidence = desk.evidence.keep(PackId(table.pack), picture)
        acknowledge(f"{number} {evidence.id}")


def photograph(number: int) -> bytes:
    """A file that looks like a picture from outside; each number its own."""
    chosen = Random(number)  # noqa: S311
    return b"\x89PNG\r\n\x1a\n" + chosen.randbytes(chosen.randrange(LARGEST))


def kept(folder: Path, acknowledged: list[str]) -> None:
    table = at(folder)
    vault = table.open()
    sound(vault, {})
    with vault.work("staff-rosa") as work:
        there = {one.id: one for one in work.evidence.of(PackId(table.pack))}
        for line in acknowledged:
            number, id = line.split()
            data = b"".join(work.evidence.read(id))
            assert data == photograph(int(number))
            assert there[id].digest == hashlib.sha256(data).hexdigest()
    orphans = vault._connection().execute(
        "SELECT count(*) FROM chunk WHERE record NOT IN (SELECT id FROM record)"
    )
    assert orphans.fetchone() == (0,), "a file without its entry"
    vault.close()
