"""`open-recording`: a recording that lies beside a pack, opened with the key inside the pack."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from welfare_app.cli import files
from welfare_app.services.open_recording import OpenRecording
from welfare_app.services.tools import Tools


def run(tools: Tools, pack: Path, locked: Path, words: Path, to: Path) -> int:
    """Save it opened, if it is one that the pack lists, and as it was when it was locked."""
    opening = OpenRecording(tools.recording_locks, tools.disk)
    with _ending_tidily():
        opened = opening.open(pack, locked, files.passphrase(words), to)
    print(f"Saved, and as the pack lists it: {opened.name}. It is not locked.", file=sys.stderr)
    if opened.description:
        print(f"The sender says what it is: {opened.description}", file=sys.stderr)
    print("Whether the pack is genuine, only `welfare-app verify` says.", file=sys.stderr)
    return 0


@contextmanager
def _ending_tidily() -> Iterator[None]:
    """Where the system asks the program to end, what is half opened goes first: it is not locked.

    What whoever started it told it to ignore stays ignored.
    """
    kinds = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    heard = [kind for kind in kinds if signal.getsignal(kind) != signal.SIG_IGN]

    def end(kind: int, _frame: FrameType | None) -> None:
        for one in heard:
            signal.signal(one, signal.SIG_IGN)
        raise SystemExit(128 + kind)

    before = {kind: signal.signal(kind, end) for kind in heard}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
