"""Asks the process apart about a file, and ends it when it takes too long or nobody waits."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from typing import Any

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.exhibit import Picture, Seen, Told, Trace
from welfare_app.services.jobs import Progress, no_progress

SECONDS = 20.0
"""How long anyone waits for one picture."""

_LOOK_AGAIN = 0.02
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
            head, _ = self._ask({"do": "see"}, data, progress)
        except Unavailable as error:
            return Seen("", 0, (), error.code)
        if "pages" not in head:
            return Seen("", 0, (), head["fault"])
        told = tuple(Told(Trace(one["trace"]), one["says"]) for one in head["told"])
        return Seen(head["media_type"], head["pages"], told, head["fault"])

    def draw(self, data: bytes, page: int, width: int, progress: Progress = no_progress) -> Picture:
        """Page `page` (from 1), about so many pixels wide."""
        asked = {"do": "draw", "page": page, "width": width}
        head, body = self._ask(asked, data, progress)
        if "width" not in head:
            raise Unavailable(str(head["fault"]))
        return Picture(head["width"], head["height"], head["stride"], body)

    def _ask(
        self, asked: Mapping[str, Any], data: bytes, progress: Progress
    ) -> tuple[dict[str, Any], bytes]:
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
        answers: list[bytes] = []
        # `communicate` with a timeout forgets the rest of a long question, so it has a thread
        asking = Thread(target=lambda: answers.append(child.communicate(question)[0]))
        asking.start()
        until = time.monotonic() + self._seconds
        try:
            while asking.is_alive():
                asking.join(_LOOK_AGAIN)
                progress(0, 1)
                if time.monotonic() > until:
                    raise Unavailable("preview.too-slow")
        finally:
            if asking.is_alive():
                child.kill()
                asking.join()
        answer = answers[0] if answers else b""
        if child.returncode in _OUT_OF_TIME:
            raise Unavailable("preview.too-slow")
        length = int.from_bytes(answer[:4], "big")
        if child.returncode or len(answer) < 4 + length or not length:
            raise Unavailable("preview.broken")
        return json.loads(answer[4 : 4 + length]), answer[4 + length :]
