"""What words from another laptop must look like before anything is done with them."""

import json
import re
from datetime import datetime
from typing import Any

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._@-]{0,79}", re.ASCII)
_HEXADECIMAL = re.compile(r"[0-9a-f]+", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?\+00:00", re.ASCII)


def is_name(said: object) -> bool:
    """Whether it can be an id or the name of an event: short, and nothing that leads elsewhere."""
    return isinstance(said, str) and bool(_NAME.fullmatch(said))


def is_hexadecimal(said: object, length: int) -> bool:
    """Whether it is so many letters of hexadecimal."""
    return isinstance(said, str) and len(said) == length and bool(_HEXADECIMAL.fullmatch(said))


def is_text(said: object, longest: int) -> bool:
    """Whether it is a line of words people can read."""
    return isinstance(said, str) and 0 < len(said) <= longest and said.isprintable()


def is_moment(said: object) -> bool:
    """Whether it is a time as trails write it: ISO 8601 in UTC."""
    if not (isinstance(said, str) and _MOMENT.fullmatch(said)):
        return False
    try:
        datetime.fromisoformat(said)
    except ValueError:
        return False
    return True


def is_body(said: object) -> bool:
    """Whether it is a version's body exactly as a vault would have written it."""
    if not isinstance(said, str):
        return False
    try:
        found = json.loads(said, parse_constant=_refuse)
        json.dumps(found, ensure_ascii=False).encode()  # half a surrogate pair cannot be drawn
        return json.dumps(found, sort_keys=True) == said
    except (ValueError, RecursionError):
        return False


def canonical(said: Any) -> bytes:
    """A value as bytes, the one way there is to write it."""
    return json.dumps(said, sort_keys=True, separators=(",", ":")).encode()


def from_canonical(data: bytes) -> Any:
    """The value those bytes say; a `ValueError` for any other way of writing it."""
    try:
        found = json.loads(data, parse_constant=_refuse)
        same = canonical(found) == data
    except RecursionError as error:
        raise ValueError from error
    if not same:
        raise ValueError
    return found


def _refuse(_constant: str) -> None:
    raise ValueError
