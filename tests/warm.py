"""Processes that begin in no time: one loads what they need, and forks itself for each of them.

A fork is a process like any other: it can be killed at any moment, and its disk can fail.
"""

import json
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from signal import SIGKILL

ROOT = Path(__file__).parents[1]
END = "\0ended"
"""Comes after all that a fork has said. A line that was cut off stands before it."""


class Running:
    """A fork at work, what it says, and how it ends."""

    def __init__(self, process, errors: Path):
        self._process, self._errors = process, errors
        self.code: int | None = None
        """What it ended with: less than nothing for the signal that killed it."""
        self.pid = int(self.line() or 0)

    def line(self) -> str | None:
        """The next whole line it says, and nothing once it has ended."""
        if self.code is not None:
            return None
        raw = self._process.stdout.readline()
        assert raw, "it was never begun"
        if not raw.endswith(f"{END}\n"):
            return raw.removesuffix("\n")
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        self.code = int(self._process.stdout.readline())
        return None

    def lines(self) -> list[str]:
        """All the rest that it says, until it has ended."""
        return [*iter(self.line, None)]

    @property
    def complaint(self) -> str:
        """What it wrote where errors are written."""
        return self._errors.read_text("utf-8")

    def kill(self) -> None:
        """End it, without a warning."""
        if self.code is None:
            os.kill(self.pid, SIGKILL)


class Warm:
    """A module that was loaded once, and is ready to be forked."""

    def __init__(self, process, errors: Path):
        self._process, self._errors = process, errors

    def start(self, *words: object) -> Running:
        """Let a fork do what these words say. One at a time."""
        self._errors.write_bytes(b"")
        told = json.dumps([str(self._errors), *map(str, words)])
        self._process.stdin.write(f"{told}\n")
        self._process.stdin.flush()
        return Running(self._process, self._errors)

    def do(self, *words: object) -> list[str]:
        """Let a fork do it to the end, and demand that it ends well; what it said."""
        running = self.start(*words)
        said = running.lines()
        assert running.code == 0, "\n".join(said)[-300:] + running.complaint[-3000:]
        return said


@contextmanager
def warmed(
    module: str, *, within: Sequence[str] = (), env: Mapping[str, str] | None = None
) -> Iterator[Warm]:
    """A module made ready, which calls `serve` when it is run; `within` runs it somewhere else."""
    with (
        tempfile.NamedTemporaryFile() as errors,
        subprocess.Popen(
            [*within, sys.executable, "-m", module],
            cwd=ROOT,
            env={**os.environ, **(env or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ) as process,
    ):
        yield Warm(process, Path(errors.name))


def serve(do: Callable[..., None]) -> None:
    """Be forked for each line that comes, and do there what its words say."""
    for line in sys.stdin:
        errors, *words = json.loads(line)
        ends, lives = os.pipe()
        child = os.fork()
        if child == 0:
            _do(do, words, errors)
        os.close(lives)
        os.read(ends, 1)  # nothing ever comes, until it has ended
        os.close(ends)
        print(END, flush=True)  # noqa: T201
        sys.stdin.readline()  # it keeps its number till then, so that a late kill hits nobody else
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


def _do(do: Callable[..., None], words: Sequence[str], errors: str) -> None:
    code = 1
    try:
        os.dup2(os.open(errors, os.O_WRONLY), sys.stderr.fileno())
        print(os.getpid(), flush=True)  # noqa: T201
        do(*words)
        code = 0
    except BaseException:  # noqa: BLE001 - the fork ends here whatever it is, and says so
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
