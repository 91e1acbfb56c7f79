"""`vault check`: is a vault as it was left?"""

import sys
from pathlib import Path

from welfare_app.cli import files
from welfare_app.services.tools import Tools
from welfare_app.services.unlock import Unlock


def check(tools: Tools, folder: Path, passphrase_file: Path) -> int:
    """Look over every page, the audit trail, the anchors and the list of ways in."""
    unlock = Unlock(tools.door, tools.keys_for, folder)
    found = unlock.check(files.passphrase(passphrase_file))
    for code in found.faults:
        message = tools.definitions.message(code)
        print(f"{message.happened} {message.todo}", file=sys.stderr)
    if found.sound:
        print(f"Sound: {found.entries} entries, every one in its place.", file=sys.stderr)
    return 0 if found.sound else 2
