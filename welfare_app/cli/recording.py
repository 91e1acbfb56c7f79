"""`open-recording`: a recording that lies beside a pack, opened with the key inside the pack."""

import sys
from pathlib import Path

from welfare_app.cli import files
from welfare_app.services.open_recording import OpenRecording
from welfare_app.services.tools import Tools


def run(tools: Tools, pack: Path, locked: Path, words: Path, to: Path) -> int:
    """Save it opened, if it is one that the pack lists, and as it was when it was locked."""
    opening = OpenRecording(tools.recording_locks, tools.disk)
    opened = opening.open(pack, locked, files.passphrase(words), to)
    print(f"Saved, and as the pack lists it: {opened.name}. It is not locked.", file=sys.stderr)
    if opened.description:
        print(f"The sender says what it is: {opened.description}", file=sys.stderr)
    print("Whether the pack is genuine, only `welfare-app verify` says.", file=sys.stderr)
    return 0
