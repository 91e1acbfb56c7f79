"""`content check`: is every file in resources/ one that the program can trust?"""

import sys

from welfare_app.services.tools import Tools


def check(tools: Tools) -> int:
    """Read every file, and name the file and key of each that is wrong."""
    faults = tools.definitions.check_everything()
    for file, key, code in faults:
        print(f"{file}: {key}: {code}", file=sys.stderr)
    if not faults:
        print("Every file in resources/ reads well.", file=sys.stderr)
    return 2 if faults else 0
