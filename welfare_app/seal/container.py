"""Finding a seal in the bare bytes of a file, before anything in it is believed or opened.

A pack's structure is never encrypted, only its strings and streams, so the signature and
the range it covers can be read without the passphrase.
"""

import re
from dataclasses import dataclass, field
from itertools import islice

from asn1crypto import parser  # type: ignore[import-untyped]

from welfare_app.domain.errors import Tampered

BYTE_RANGE = re.compile(rb"/ByteRange\s{0,8}\[\s{0,8}(\d{1,12}) (\d{1,12}) (\d{1,12}) (\d{1,12})\]")
# Names a sealed file holds in the clear. One of them without a whole seal means it is broken.
TRACES = (b"/ByteRange", b"/DocMDP", b"/AuthCode", b"/ETSI.CAdES.detached")
CANONICAL = re.compile(rb"(?:[0-9A-F]{2})+")
LARGEST = 65_536  # hexadecimal digits; ours are a quarter of this
ENDING = b"%%EOF"
ENDS_WITHIN = 1024  # bytes


@dataclass(frozen=True, slots=True)
class Container:
    """A signature and the hole in the file that it sits in, angle brackets included."""

    start: int
    end: int
    cms: bytes = field(repr=False)


def bears_traces(data: bytes) -> bool:
    """True if the file was sealed, or wants to look as if it was."""
    return any(trace in data for trace in TRACES)


def find_container(data: bytes) -> Container:
    """The one signature of a file, which must cover every byte outside its own hole.

    Raises:
        Tampered: with the code of what is wrong.
    """
    found = list(islice(BYTE_RANGE.finditer(data), 2))
    if not found or (len(found) == 1 and data.count(b"/ByteRange") > 1):
        # The signature is near the end, so a file that stops before it has no end either.
        whole = ENDING in data[-ENDS_WITHIN:]
        raise Tampered("seal.signature-missing" if whole else "seal.cut-short")
    if len(found) > 1:
        # Unlocked by some other program, a pack shows the signature of the copy inside it.
        locked = b"/Encrypt" in data
        raise Tampered("seal.several-signatures" if locked else "seal.not-encrypted")
    origin, start, end, length = (int(number) for number in found[0].groups())
    if end + length < len(data):
        raise Tampered("seal.added-to")
    if end + length > len(data):
        raise Tampered("seal.cut-short")
    gap = data[start:end]
    if origin != 0 or not 2 < len(gap) <= LARGEST:
        raise Tampered("seal.signature-form")
    if (gap[:1], gap[-1:]) != (b"<", b">") or not CANONICAL.fullmatch(gap[1:-1]):
        raise Tampered("seal.signature-form")
    return Container(start, end, _without_padding(bytes.fromhex(gap[1:-1].decode())))


def _without_padding(content: bytes) -> bytes:
    """The signature alone. What follows it must be zeros, or a file could be hidden there."""
    try:
        length = parser.peek(content)
    except ValueError as error:
        raise Tampered("seal.signature-form") from error
    if any(content[length:]):
        raise Tampered("seal.padding")
    return content[:length]
