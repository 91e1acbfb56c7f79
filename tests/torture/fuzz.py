"""Reads spoilt files by the thousand: `python -m tests.torture.fuzz KIND COUNT SEED FOLDER`.

Runs under limits of its own, so that a hang or a flood ends it. Writes one JSON object: how
often each outcome came, and the longest that any one file took of the processor's time.
"""

import json
import resource
import shutil
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from tests.desks import ROSA, WORDS
from tests.torture.mutating import flip, spoil, spoil_json
from tests.torture.table import Table, at, tools
from welfare_app.cli import commands
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.seal import Verdict
from welfare_app.keys import slots_file
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.services.tools import Tools

MEMORY = 2 * 1024**3
"""Bytes of address space, and so more than it can ever use."""
WRITES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.link", "os.truncate"}
FLAGS = 0o1 | 0o2 | 0o100
"""To write, to read and write, to make."""

Read = Callable[[Path, Random], str]


def slots(table: Table, code: str) -> Read:
    """The list of ways in, read as the locked screen does, and tried with the sheet."""
    pattern = (table.vault / "slots.json").read_bytes()

    def read(folder: Path, chosen: Random) -> str:
        if chosen.random() < 0.5:
            data = spoil(pattern, chosen)
        else:
            data = _with_checksum(spoil_json(json.loads(pattern), chosen))
        (folder / "slots.json").write_bytes(data)
        cabinet = KeyCabinet(folder, NoSecrets(), Cost())
        people = cabinet.people(everyone=True)
        assert all(isinstance(one.name, str) for one in people)
        assert cabinet.recover(code) == table.key
        cheap = slots_file.read(folder).of(ROSA.id)
        if cheap and cheap.cost == Cost() and chosen.random() < 0.05:
            assert cabinet.unlock(ROSA.id, WORDS) == table.key
        return "opened"

    return read


def _with_checksum(plain: Any) -> bytes:
    if isinstance(plain, dict):
        plain.pop("checksum", None)
        try:
            plain["checksum"] = slots_file._checksum(plain)
        except (ValueError, TypeError):
            plain["checksum"] = "0" * 64
    return json.dumps(plain).encode()


def anchors(table: Table, _code: str) -> Read:
    """The note of where the trail ended, compared with the trail, and written again."""
    pattern = (table.vault / "anchor.json").read_bytes()

    def read(folder: Path, chosen: Random) -> str:
        if not (folder / "records.db").exists():
            shutil.copy(table.vault / "records.db", folder)
        plain = json.loads(pattern)
        data = spoil(pattern, chosen)
        if chosen.random() < 0.5:
            data = json.dumps(spoil_json(plain, chosen)).encode()
        (folder / "anchor.json").write_bytes(data)
        vault = tools().door.open(folder, table.key)
        faults = vault.examine().faults
        vault.close()
        assert faults in {(), ("audit.no-anchor",)}
        return faults[0] if faults else "opened"

    return read


def packs(table: Table, _code: str) -> Read:
    """Sealed packs, checked with the right words."""
    sealed = (table.folder / "P-0001.pdf").read_bytes()
    root = (table.folder / "root.crt").read_bytes()
    words = (table.folder / "words.txt").read_text()

    def read(_folder: Path, chosen: Random) -> str:
        spoilt = spoil(sealed, chosen)
        given = spoil(root, chosen) if chosen.random() < 0.1 else root
        report = tools().checker.check(spoilt, words, given)
        assert spoilt == sealed or report.verdict is not Verdict.GENUINE
        return str(report.verdict)

    return read


def vaults(table: Table, code: str) -> Read:
    """Whole folders looked over by `vault check`, as the command does it."""
    recovering = replace(tools(), keys_for=lambda folder: _Sheet(folder, code))
    words = table.folder / "words-of-the-vault.txt"
    files = ("records.db", "records.db-wal", "records.db-shm", "slots.json", "anchor.json")

    def read(folder: Path, chosen: Random) -> str:
        for left in folder.iterdir():
            left.unlink()
        shutil.copytree(table.vault, folder, dirs_exist_ok=True)
        chances = (("records.db",), files, files[:2], files[3:], files[1:3])
        whole, flipped = (folder / "records.db").read_bytes(), chosen.random() < 0.3
        if flipped:
            (folder / "records.db").write_bytes(flip(whole, chosen))
        else:
            for name in chosen.choice(chances):
                path = folder / name
                before = path.read_bytes() if path.exists() else chosen.randbytes(4152)
                path.write_bytes(spoil(before, chosen))
        arguments = ("vault", "check", str(folder), "--passphrase-file", str(words))
        code = commands.run(arguments, lambda: recovering)
        assert code in {0, 2}
        assert not flipped or code == 2, "a changed byte of the records was called sound"
        return "sound" if code == 0 else "not sound"

    return read


class _Sheet(KeyCabinet):
    """Opens by the recovery code, which costs nothing to try; the list is read all the same."""

    def __init__(self, folder: Path, code: str) -> None:
        super().__init__(folder, NoSecrets(), Cost())
        self._code = code

    def unlock(self, staff: Any, passphrase: str) -> bytes:
        super().people()
        return self.recover(self._code)


KINDS: dict[str, Callable[[Table, str], Read]] = {
    "slots": slots,
    "anchors": anchors,
    "packs": packs,
    "vaults": vaults,
}


def run(kind: str, count: int, seed: int, folder: Path) -> dict[str, Any]:
    """Read so many spoilt files, and say how each ended."""
    table = at(folder)
    read = KINDS[kind](table, (folder / "code.txt").read_text())
    play = folder / "play" / f"{kind}-{seed}"
    play.mkdir(parents=True)
    given: Tools = tools()
    outcomes: Counter[str] = Counter()
    longest = 0.0
    _keep_within(play)
    for number in range(count):
        chosen = Random(seed * 1_000_003 + number)  # noqa: S311
        began = time.process_time()
        try:
            outcome = read(play, chosen)
        except WelfareAppError as error:
            outcome = error.code
            given.definitions.message(outcome)
        except BaseException as error:
            error.add_note(f"{kind} number {number} of seed {seed}")
            raise
        longest = max(longest, time.process_time() - began)
        outcomes[outcome] += 1
    return {"outcomes": outcomes, "longest": longest, "cases": count}


def _keep_within(folder: Path) -> None:
    """End at once when anything is written outside of a folder, or anyone is called."""
    inside = str(folder)

    def watch(event: str, given: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = given
            if isinstance(path, str) and flags & FLAGS and not path.startswith(inside):
                raise SystemExit(f"it wrote to {path}")
        elif event in WRITES:
            if not all(str(one).startswith(inside) for one in given[:2] if isinstance(one, str)):
                raise SystemExit(f"{event} outside of the folder")
        elif event in {"subprocess.Popen", "os.system", "socket.connect"}:
            raise SystemExit(f"{event} by a spoilt file")

    sys.addaudithook(watch)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    kind, count, seed, folder = sys.argv[1:]
    print(json.dumps(run(kind, int(count), int(seed), Path(folder))))  # noqa: T201
