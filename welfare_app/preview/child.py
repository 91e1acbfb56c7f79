"""The process apart: hears one question and one file, answers once, and ends.

It holds no key, opens no vault, and is not able to write to any file: whatever a hostile file
does to what reads it, there is nothing here to take. Bounds on memory and time are the system's.
"""

import json
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from welfare_app.domain.exhibit import Seen
from welfare_app.preview import photos
from welfare_app.preview.kinds import HEIC, JPEG, OLD_WORD, PDF, PNG, WORD, media_type

MOST_MEMORY = 1_500_000_000
MOST_SECONDS = 20


def answer(asked: Mapping[str, Any], data: bytes) -> tuple[Mapping[str, Any], bytes]:
    """What is seen in a file, or one page of it as pixels."""
    kind = media_type(data)
    if asked["do"] == "see":
        return asdict(see(kind, data)), b""
    if kind == PDF:
        from welfare_app.preview import papers  # noqa: PLC0415 - photos need none of it

        picture = papers.pdf_drawn(data, asked["page"], asked["width"])
    else:
        picture = photos.drawn(data, asked["width"])
    size = {"width": picture.width, "height": picture.height, "stride": picture.stride}
    return size, picture.pixels


def see(kind: str, data: bytes) -> Seen:
    """What a file is and tells."""
    if kind in {JPEG, PNG}:
        return photos.seen(data, kind)
    if kind == HEIC:
        return Seen(kind, 0, (), "preview.heic")
    if kind in {PDF, WORD, OLD_WORD}:
        from welfare_app.preview import papers  # noqa: PLC0415 - photos need none of it

        return papers.pdf_seen(data, kind) if kind == PDF else papers.word_seen(data, kind)
    return Seen("", 0, (), "preview.unknown")


def confine() -> None:
    """Give up writing files, and all but so much memory and time, where the system can."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    for limit, most in (
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
    ):
        with suppress(OSError, ValueError):
            resource.setrlimit(limit, (most, most))


def main() -> None:
    """Hear, answer, end."""
    confine()
    heard = sys.stdin.buffer
    length = int.from_bytes(heard.read(4), "big")
    asked = json.loads(heard.read(length))
    try:
        head, body = answer(asked, heard.read())
    except MemoryError:
        head, body = {"fault": "preview.too-large"}, b""
    except Exception:  # noqa: BLE001 - whatever a stranger's file does, it ends here in one word
        head, body = {"fault": "preview.broken"}, b""
    written = json.dumps(head).encode()
    sys.stdout.buffer.write(len(written).to_bytes(4, "big") + written + body)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
