"""Streams that are hashed on their way."""

import hashlib

from welfare_app.services.recording_ports import Sink


class Hashing:
    """What is written, hashed and counted as it goes."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self.size, self.digest = 0, hashlib.sha256()

    def write(self, part: bytes, /) -> int:
        """Pass a piece on."""
        taken = self._sink.write(part)
        self.digest.update(part[:taken])
        self.size += taken
        return taken
