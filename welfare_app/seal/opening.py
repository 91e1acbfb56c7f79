"""Opening a pack with its passphrase and taking out what it holds."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.crypt import AuthStatus, StandardSecurityHandler
from pyhanko.pdf_utils.crypt.api import PdfMacStatus
from pyhanko.pdf_utils.reader import PdfFileReader

from welfare_app.domain.errors import Tampered, Unavailable, WelfareAppError
from welfare_app.seal.passphrase import spoken
from welfare_app.services.jobs import Cancelled, Progress, no_progress

HEADER_WITHIN = 1024  # bytes; ISO 32000-2, annex I
MOST_FILES = 10_000
DEEPEST = 8
CANNOT_READ = "seal.cannot-read"
SILENT = logging.CRITICAL + 1


@dataclass(frozen=True, slots=True)
class OpenedPack:
    """A PDF that can be read: whether it took a passphrase, and whether a MAC was there to hold."""

    reader: PdfFileReader = field(repr=False)
    locked: bool
    has_mac: bool


def open_pack(data: bytes, passphrase: str) -> OpenedPack:
    """Open a pack, as typed or as it would be read out.

    Raises:
        Unavailable: "seal.not-pdf", "seal.not-ours" if it has a lock that takes no passphrase,
            "seal.damaged" or "seal.wrong-passphrase".
        Tampered: "seal.mac" if the passphrase is right and the file is not as it was locked.
    """
    if not is_pdf(data):
        raise Unavailable("seal.not-pdf")
    with hostile_input():
        reader = PdfFileReader(BytesIO(data))
        if not reader.encrypted:
            return OpenedPack(reader, locked=False, has_mac=False)
        accepted = _accepted(reader, passphrase)
        with hostile_input(Tampered("seal.mac")):
            mac = reader.decrypt(accepted).mac_status
        if mac is PdfMacStatus.FAILED:
            raise Tampered("seal.mac")
        return OpenedPack(reader, locked=True, has_mac=mac is PdfMacStatus.SUCCESSFUL)


def is_pdf(data: bytes) -> bool:
    """True of a file that says it is a PDF."""
    return b"%PDF-" in data[:HEADER_WITHIN]


def open_enclosed(pack: bytes, passphrase: str) -> dict[str, bytes]:
    """Every file inside a pack, by name. Ask a `PdfSealChecker` whether to believe them.

    Raises:
        Unavailable: "seal.not-pdf", "seal.damaged" or "seal.wrong-passphrase".
        Tampered: "seal.mac" or "seal.attachment-twice".
    """
    opened = open_pack(pack, passphrase)
    if opened.locked and not opened.has_mac:
        raise Tampered("seal.mac")
    return enclosed(opened)


def enclosed(opened: OpenedPack, progress: Progress = no_progress) -> dict[str, bytes]:
    """The files attached to an open pack, by name."""
    with hostile_input():
        found: dict[str, bytes] = {}
        attached = list(islice(_attached(opened), MOST_FILES + 1))
        for key, spec in attached:
            progress(len(found), len(attached))
            name = _name(key, spec)
            if name in found or len(found) >= MOST_FILES:
                raise Tampered("seal.attachment-twice")
            found[name] = bytes(spec["/EF"]["/F"].get_object().data)
        return found


def attached_names(opened: OpenedPack) -> frozenset[str]:
    """What the attached files are called. None of them is taken out."""
    with hostile_input():
        some = islice(_attached(opened), MOST_FILES)
        return frozenset(_name(key, spec) for key, spec in some)


@contextmanager
def hostile_input(otherwise: WelfareAppError | None = None) -> Iterator[None]:
    """Let nothing that pyHanko raises on a strange file out of here, nor into the log.

    What it raises and logs may quote the file, so neither the text nor the chain is kept.
    A machine out of memory or handles is no fault of the file: "seal.cannot-read".
    """
    logs = [logging.getLogger(name) for name in ("pyhanko", "pyhanko_certvalidator")]
    levels = [log.level for log in logs]
    for log in logs:
        log.setLevel(SILENT)
    try:
        yield
    except (WelfareAppError, Cancelled):
        raise
    except (MemoryError, OSError):
        raise Unavailable(CANNOT_READ) from None
    except Exception:  # noqa: BLE001
        raise (otherwise or Unavailable("seal.damaged")) from None
    finally:
        for log, level in zip(logs, levels, strict=True):
            log.setLevel(level)


def _accepted(reader: PdfFileReader, passphrase: str) -> str:
    """The passphrase as typed, or else as read out, whichever opens the lock."""
    handler = reader.security_handler
    if not isinstance(handler, StandardSecurityHandler):
        raise Unavailable("seal.not-ours")
    for candidate in dict.fromkeys([passphrase, spoken(passphrase)]):
        typeable = candidate.isascii() and candidate.isprintable()
        if typeable and handler.authenticate(candidate).status is not AuthStatus.FAILED:
            return candidate
    raise Unavailable("seal.wrong-passphrase")


def _attached(opened: OpenedPack) -> Iterator[tuple[str, generic.DictionaryObject]]:
    """Every attached file's key and what is said of it."""
    tree = _child(_child(opened.reader.root, "/Names"), "/EmbeddedFiles")
    return _files(tree, DEEPEST)


def _files(node: object, depth: int) -> Iterator[tuple[str, generic.DictionaryObject]]:
    """Walk a name tree (ISO 32000-2, 7.9.6)."""
    if not isinstance(node, generic.DictionaryObject) or depth == 0:
        return
    entries, kids = _child(node, "/Names"), _child(node, "/Kids")
    # By index: pyHanko resolves and decrypts what is looked up, not what is iterated over.
    if isinstance(entries, generic.ArrayObject):
        for place in range(0, len(entries), 2):
            yield str(entries[place]), entries[place + 1]
    if isinstance(kids, generic.ArrayObject):
        for place in range(len(kids)):
            yield from _files(kids[place], depth - 1)


def _child(node: object, key: str) -> object:
    """What a dictionary holds under a key, resolved. Its own `get` would not resolve it."""
    return node[key] if isinstance(node, generic.DictionaryObject) and key in node else None


def _name(key: str, spec: generic.DictionaryObject) -> str:
    return str(spec["/UF"]) if "/UF" in spec else key
