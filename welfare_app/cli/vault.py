"""`vault check`: is a vault as it was left?"""

import sys
from pathlib import Path

from welfare_app.cli import files
from welfare_app.domain.errors import Unavailable
from welfare_app.services.tools import Tools
from welfare_app.services.unlock import Unlock


def check(tools: Tools, folder: Path, passphrase_file: Path) -> int:
    """Look over every page, the audit trail and the anchors."""
    unlock = Unlock(tools.door, tools.keys_for, folder)
    passphrase = files.passphrase(passphrase_file)
    if not unlock.there():
        raise Unavailable("vault.missing")
    wrong: Unavailable | None = None
    for person in unlock.people():
        try:
            opened = unlock.open(person.staff, passphrase)
        except Unavailable as error:
            if error.code != "key.wrong-passphrase":
                raise
            wrong = error
            continue
        found = opened.vault.examine()
        opened.vault.close()
        for code in found.faults:
            message = tools.definitions.message(code)
            print(f"{message.happened} {message.todo}", file=sys.stderr)
        if found.sound:
            print(f"Sound: {found.entries} entries, every one in its place.", file=sys.stderr)
        return 0 if found.sound else 2
    raise wrong or Unavailable("key.wrong-passphrase")
