"""Evidence: a file someone handed over, kept exactly as it came."""

import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import PurePath, PureWindowsPath

from welfare_app.domain.checks import FILE_TYPES, LARGEST_FILE, Upload
from welfare_app.domain.custody import Handling
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import EvidenceDescribed, EvidenceHandled, EvidenceKept
from welfare_app.domain.ids import EvidenceId, PackId, StaffId, StageId

LONGEST_NAME = 100
"""Characters of a name that any computer can save."""

_TYPES = {
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
}

_TOLD_APART = {
    **dict.fromkeys((".heic", ".heif"), "evidence.heic"),
    **dict.fromkeys((".mp4", ".mov", ".avi", ".mkv", ".3gp", ".webm"), "evidence.recording"),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".amr", ".aac", ".ogg"), "evidence.recording"),
}
"""Kinds people often have that the form does not take, and what to say of each."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file kept in the vault. `digest` is the SHA-256 of its bytes, taken at the door.

    `exhibit` numbers it within its pack from 1. `dated` is a half-remembered ISO date. `stage` is
    what was being done when it was taken in, where that is known.
    """

    id: EvidenceId
    pack: PackId
    exhibit: int
    name: str = field(repr=False)
    media_type: str
    size: int
    digest: str
    kept: datetime
    by: StaffId
    description: str = field(default="", repr=False)
    dated: str = ""
    handled: tuple[Handling, ...] = field(default=(), repr=False)
    stage: StageId | None = None

    @property
    def is_photograph(self) -> bool:
        """Whether it is a picture by its name: a photograph, a scan, a screenshot."""
        return self.media_type.startswith("image/")

    def keep(self) -> EvidenceKept:
        """What taking it in is called in the audit trail."""
        return EvidenceKept(self.id, self.pack, self.digest)

    def describe(self, description: str, dated: str) -> "tuple[Evidence, EvidenceDescribed]":
        """Say what it is and from when."""
        changed = replace(self, description=description, dated=dated)
        return changed, EvidenceDescribed(self.id)

    def handle(self, link: Handling) -> "tuple[Evidence, EvidenceHandled]":
        """Add a link to its chain of custody; nothing in the chain is ever changed."""
        return replace(self, handled=(*self.handled, link)), EvidenceHandled(self.id, link.deed)

    @property
    def attached(self) -> str:
        """What the file is called wherever it goes: on paper, on the form and in a sealed pack."""
        whole = f"exhibit-{self.exhibit}-{unicodedata.normalize('NFC', self.name)}".rstrip(" .")
        suffix = PurePath(whole).suffix
        room = LONGEST_NAME - len(suffix)
        return whole.removesuffix(suffix)[:room].rstrip(" .") + suffix

    def upload(self) -> Upload:
        """The file as the Home Office form would see it."""
        return Upload(self.attached, self.size, self.media_type)


def media_type(name: str) -> str:
    """What kind of file a name promises. A kind the form does not take is refused."""
    suffix = PurePath(name).suffix.lower()
    found = _TYPES.get(suffix, "")
    if found not in FILE_TYPES:
        raise Refused(_TOLD_APART.get(suffix, "evidence.type"))
    return found


def safe_name(name: str) -> str:
    """The last part of a file name, with nothing that could lead elsewhere."""
    last = PureWindowsPath(PurePath(name).name).name
    kept = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*')
    bare = kept.lstrip(".")
    return f"file.{bare}" if bare and bare != kept and "." not in bare else bare or "file"


def refuse_size(size: int) -> None:
    """Refuse an empty file, or one too large for the form."""
    if size == 0:
        raise Refused("evidence.empty")
    if size > LARGEST_FILE:
        raise Refused("evidence.too-large", limit=25)
