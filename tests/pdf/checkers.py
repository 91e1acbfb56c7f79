"""Two independent checkers of accessibility, asked of a file that opens without a passphrase."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(sys.executable).parent
COMMANDS = (["pdfua", "check"], ["outloud", "--quiet"])


def checked(path: Path) -> None:
    """Fails with what they say, unless both find no error."""
    for name, *options in COMMANDS:
        tool = shutil.which(name, path=str(TOOLS)) or pytest.fail(f"{name} is missing")
        line = [tool, *options, path]
        run = subprocess.run(line, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout
