"""Opens a provider's file in a process that is ended when it takes too long.

Whoever made the file says how often its password is hashed, for each part of it and again inside
what is locked, so only trying shows how long that takes; and no thread can be stopped meanwhile.
All that passes between the two goes over pipes, and neither writes to a file.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from welfare_app.domain.errors import Refused, WelfareAppError
from welfare_app.domain.ids import SignerId
from welfare_app.domain.second_signature import LARGEST_FILE, SecondSigner
from welfare_app.seal.opening import hostile_input
from welfare_app.seal.provider_file import read_provider_file

SECONDS = 20.0
"""How long anyone waits for one file. A usual one takes less than one."""

MOST_SECONDS = 30
"""Of work, after which the system ends it: longer, so that whoever waits is the first to."""

_HOME = Path(__file__).parents[2]
_NEEDED = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def read_apart(
    data: bytes, password: str, id: SignerId, at: datetime, seconds: float = SECONDS
) -> SecondSigner:
    """What is in a provider's file, if it can sign at an aware moment.

    Raises:
        Refused: "signer.too-slow", and whatever `read_provider_file` refuses.
    """
    if len(data) > LARGEST_FILE:
        raise Refused("signer.not-such-a-file")
    asked = {"password": password, "at": at.isoformat()}
    with hostile_input(Refused("signer.not-such-a-file")):
        try:
            done = subprocess.run(
                [sys.executable, "-B", "-m", "welfare_app.seal.provider_apart"],
                input=json.dumps(asked).encode() + b"\n" + data,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_HOME,
                env={name: os.environ[name] for name in _NEEDED if name in os.environ},
                timeout=seconds,
                check=True,
            )
        except subprocess.TimeoutExpired:
            raise Refused("signer.too-slow") from None
        found = json.loads(done.stdout)
        if "refused" in found:
            raise Refused(found["refused"])
        chain = tuple(one.encode() for one in found["chain"])
        return SecondSigner(id, found["certificate"].encode(), found["key"].encode(), chain)


def _confine() -> None:
    """Give up writing files, and end by itself where nobody is left to end it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    for limit, most in (
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, MOST_SECONDS),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(limit, (most, most))


def _answer(asked: Mapping[str, str], data: bytes) -> Mapping[str, Any]:
    at = datetime.fromisoformat(asked["at"])
    try:
        signer = read_provider_file(data, asked["password"], SignerId(""), at)
    except WelfareAppError as error:
        return {"refused": error.code}
    return {
        "certificate": signer.certificate.decode(),
        "key": signer.key.decode(),
        "chain": [one.decode() for one in signer.chain],
    }


def main() -> None:
    """Hear, answer, end."""
    _confine()
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    sys.stdout.write(json.dumps(_answer(json.loads(head), data)))


if __name__ == "__main__":
    main()
