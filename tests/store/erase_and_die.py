"""Erases the one case of a vault, saying when it begins: for whoever means to kill it midway.

Run as a module, it is forked for each FOLDER.
"""

import sys
from pathlib import Path

from tests.conftest import KEY, NOON
from tests.factories import ROSA
from tests.warm import serve
from welfare_app.domain.events import RemainsCleared
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.vault import Door


def main(folder: Path) -> None:
    """Erase, clear what is left, and say so."""
    vault = Door(lambda: NOON, "Test laptop", lambda at, _: [FileAnchor(at)]).open(folder, KEY)
    sys.stdout.write("begins\n")
    sys.stdout.flush()
    with vault.work(ROSA) as work:
        for record, kind in work.archive.under("interview-1"):
            last = work.archive.erase(record, kind)
        work.commit()
    sys.stdout.write("committed\n")
    sys.stdout.flush()
    vault.clear_remains()
    with vault.work(ROSA) as work:
        work.audit.note(RemainsCleared(last))
        work.commit()
    vault.close()
    sys.stdout.write("cleared\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve(lambda folder: main(Path(folder)))
