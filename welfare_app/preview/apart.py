"""Asks the process apart about a file, and ends it when it takes too long or nobody waits."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.exhibit import Picture, Seen
from welfare_app.preview import answers
from welfare_app.preview.answers import BROKEN, MOST_ANSWER, TOO_SLOW
from welfare_app.services.jobs import Progress, no_progress

SECONDS = 20.0
"""How long anyone waits for one picture."""

_LOOK_AGAIN = 0.02
_LEFT_ALONE = 1.0
"""Seconds waited for one that was ended: what it started may hold its end of the pipe."""
_OUT_OF_TIME = frozenset({-24, -9})
"""SIGXCPU and SIGKILL: the system ended it at the bound of its time."""

_HOME = Path(__file__).parents[2]
_NEEDED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class Apart:
    """Looks at files through a process that is made for each question."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds

    def see(self, data: bytes, progress: Progress = no_progress) -> Seen:
        """What a file is, and what it tells. It never fails for what is in the file."""
        try:
            return answers.seen(self._ask({"do": "see"}, data, progress))
        except Unavailable as error:
            return Seen("", 0, (), error.code)

    def draw(self, data: bytes, page: int, width: int, progress: Progress = no_progress) -> Picture:
        """Page `page` (from 1), about so many pixels wide."""
        asked = {"do": "draw", "page": page, "width": width}
        return answers.picture(self._ask(asked, data, progress))

    def _ask(self, asked: Mapping[str, Any], data: bytes, progress: Progress) -> bytes:
        head = json.dumps(asked).encode()
        question = len(head).to_bytes(4, "big") + head + data
        child = subprocess.Popen(
            [sys.executable, "-B", "-m", "welfare_app.preview.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_HOME,
            env={name: os.environ[name] for name in _NEEDED if name in os.environ},
        )
        heard: list[bytes] = []
        asking = Thread(target=lambda: heard.append(_exchanged(child, question)), daemon=True)
        asking.start()
        until = time.monotonic() + self._seconds
        try:
            while asking.is_alive():
                asking.join(_LOOK_AGAIN)
                progress(0, 1)
                if time.monotonic() > until:
                    raise Unavailable(TOO_SLOW)
        finally:
            if asking.is_alive():
                child.kill()
                asking.join(_LEFT_ALONE)
        if child.returncode in _OUT_OF_TIME:
            raise Unavailable(TOO_SLOW)
        if child.returncode:
            raise Unavailable(BROKEN)
        return heard[0]


def _exchanged(child: "subprocess.Popen[bytes]", question: bytes) -> bytes:
    """What it answers, as far as anyone listens. Who ends it ends this."""
    telling, hearing = child.stdin, child.stdout
    if telling is None or hearing is None:
        return b""
    with suppress(OSError), telling:
        telling.write(question)
    with hearing:
        answer = hearing.read(MOST_ANSWER)
    child.wait()
    return answer
