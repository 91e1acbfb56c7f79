"""The commands, started as a person starts them, or called where that process would call them."""

import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from tests.desks import sharing
from welfare_app.app.toolbox import toolbox
from welfare_app.cli import commands
from welfare_app.keys.device_secret import NoSecrets

ROOT = Path(__file__).parents[1]


def start(*words: object, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The program itself, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "welfare_app", *map(str, words)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@dataclass(frozen=True)
class Done:
    """What a command answered with."""

    returncode: int
    stdout: str
    stderr: str


def run(*words: object, folder: Path = ROOT) -> Done:
    """The same command in this process, with tools of its own."""
    with chdir(folder), redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        code = commands.run([*map(str, words)], lambda: sharing(toolbox(secrets=NoSecrets())))
    return Done(code, out.getvalue(), err.getvalue())
