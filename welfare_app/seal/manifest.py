"""The list of what a pack holds, which travels inside it as MANIFEST.json."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NoReturn, TypeAlias, TypeGuard

from welfare_app.domain.errors import Tampered
from welfare_app.domain.recordings import KEY_NAME, NAME, Recording, as_listed
from welfare_app.domain.seal import Attachment, Enclosed, Identity, PackContents

MANIFEST_NAME = "MANIFEST.json"
REFERRAL_NAME = "referral.pdf"
ANSWERS_NAME = "referral.json"
VERSION = 1

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", re.ASCII)
_MOST = 2**53 - 1
"""The largest number that every browser reads as it was written."""

JsonObject: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts of a manifest that a check compares with the pack."""

    case: str
    organisation: str
    device: str
    sealed_at: datetime
    files: tuple[Enclosed, ...] = field(repr=False)
    recordings: tuple[Recording, ...] = ()


def write_manifest(
    contents: PackContents, identity: Identity, files: Iterable[Attachment], at: datetime
) -> bytes:
    """The manifest of a pack about to be locked. `at` is this laptop's own claim."""
    manifest: dict[str, object] = {
        "version": VERSION,
        "case": contents.case,
        "title": contents.title,
        "variant": contents.variant,
        "sealed_at": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "organisation": identity.organisation,
        "device": identity.device,
        "versions": dict(contents.versions),
        "audit_head": contents.audit_head,
        "files": [
            {
                "name": file.name,
                "size": len(file.data),
                "sha256": hashlib.sha256(file.data).hexdigest(),
                "media_type": file.media_type,
                "dated": file.dated,
                "description": file.description,
            }
            for file in files
        ],
    }
    if contents.recordings:
        manifest["beside"] = [as_listed(one) for one in contents.recordings]
    return json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"


def read_manifest(data: bytes) -> Manifest:
    """Read a manifest found in a pack, as the page for receivers reads it and no more freely.

    Raises:
        Tampered: "seal.manifest" if it is not one of ours.
    """
    try:
        found = json.loads(
            data.decode("utf-8-sig"), parse_int=_whole, parse_float=_none, parse_constant=_none
        )
        return _manifest(found)
    except (ValueError, RecursionError) as error:
        raise Tampered("seal.manifest") from error


def _manifest(found: object) -> Manifest:
    if not _is_object(found) or _number(found, "version") != VERSION:
        raise ValueError
    files = found.get("files")
    if not isinstance(files, list):
        raise ValueError  # noqa: TRY004
    enclosed = tuple(_file(each) for each in files)
    return Manifest(
        case=_text(found, "case"),
        organisation=_text(found, "organisation"),
        device=_text(found, "device"),
        sealed_at=_moment(_text(found, "sealed_at")),
        files=enclosed,
        recordings=_recordings(found, {each.name for each in enclosed}),
    )


def _recordings(found: JsonObject, files: set[str]) -> tuple[Recording, ...]:
    """What lies beside the pack. Its names lead nowhere else, and the key to it is inside."""
    listed = found.get("beside", [])
    if not isinstance(listed, list) or ("beside" in found and not listed):
        raise ValueError
    recordings = tuple(_recording(each) for each in listed)
    names = {each.name for each in recordings}
    if len(names) != len(recordings) or (recordings and KEY_NAME not in files):
        raise ValueError
    return recordings


def _recording(found: object) -> Recording:
    if not _is_object(found):
        raise ValueError
    plain, locked = _exact(found), _exact(found.get("age"))
    told = _text(found, "description")
    one = Recording(plain.name, plain.size, plain.sha256, locked.size, locked.sha256, told)
    if not NAME.fullmatch(one.name) or locked.name != one.locked_as:
        raise ValueError
    return one


def _exact(found: object) -> Enclosed:
    """A name, a size and a digest as we write them, and nothing that only looks like them."""
    file = _file(found)
    if file.size < 1 or not _SHA256.fullmatch(file.sha256):
        raise ValueError
    return file


def _file(found: object) -> Enclosed:
    if not _is_object(found):
        raise ValueError
    return Enclosed(_text(found, "name"), _number(found, "size"), _text(found, "sha256"))


def _number(found: JsonObject, key: str) -> int:
    value = found.get(key)
    if type(value) is not int:
        raise ValueError
    return value


def _whole(digits: str) -> int:
    number = int(digits)
    if abs(number) > _MOST:
        raise ValueError
    return number


def _none(_: str) -> NoReturn:
    """Nothing in a manifest is a fraction, or is written as one."""
    raise ValueError


def _moment(said: str) -> datetime:
    if not _MOMENT.fullmatch(said):
        raise ValueError
    return datetime.fromisoformat(said).astimezone(UTC)


def _text(found: JsonObject, key: str) -> str:
    value = found.get(key)
    if not isinstance(value, str):
        raise ValueError  # noqa: TRY004
    return value


def _is_object(found: object) -> TypeGuard[JsonObject]:
    return isinstance(found, dict)
