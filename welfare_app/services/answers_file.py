"""Reads answers out of a file that anyone may have written: strictly, and never more than it must.

Whatever is not as it should be is refused with its place. Nothing here knows of a vault.
"""

import json
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from welfare_app.domain.answers import Answer, Gap, Value, from_json
from welfare_app.domain.checks import Upload
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.exchange import AnswersFile, fitting
from welfare_app.domain.form import Field, Form
from welfare_app.domain.ids import FieldId

LARGEST = 16 * 1024 * 1024
"""Bytes; every box of the form filled to its limit, in the longest way JSON has, is under nine."""

LONGEST_TEXT = 200_000
"""Characters of one answer. Boxes take 15,000; what is longer by mistake is still worth a word."""

DEEPEST, MOST_GROUPS = 16, 10_000
"""Lists and groups inside one another, and in all. An answer has at most three levels."""

_GROUPS = re.compile(rb'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""A whole text, closed or not, or one bracket. It never goes back over what it has read."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,99}")
_FILES = "files"


def read(path: Path) -> bytes:
    """The bytes of a file. One that is too large, or no file, is refused unread."""
    try:
        if not path.is_file():
            raise Unavailable("file.unreadable")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise Unavailable("file.unreadable") from error
    if len(raw) > LARGEST:
        raise Unavailable("file.too-large")
    return raw


def told(raw: bytes, form: Form) -> AnswersFile:
    """What the bytes say of a form, or exactly where they are not as they should be."""
    whole = _parsed(raw)
    if whole.get("form", form.id) != form.id:
        raise Refused("referral.other-form", place="form")
    other = _version(whole) not in {None, form.version}
    reading = _Reading({field.id: field for field in form.fields()}, other=other)
    answers = {id: Answer(value) for id, value in reading.values(_group(whole, "data", None))}
    for id, gap in reading.gaps(_group(whole, "gaps", {})):
        answers[id] = Answer(gap)
    for id, tag in reading.languages(_group(whole, "languages", {})):
        if id in answers:
            answers[id] = Answer(answers[id].value, tag)
    uploads = _uploads(whole["data"].get(_FILES, []))
    return AnswersFile(answers, tuple(dict.fromkeys(reading.elsewhere)), uploads, _day(whole))


class _Reading:
    """Reads by a form's own fields, and keeps the names that only another version asks."""

    def __init__(self, known: Mapping[FieldId, Field], *, other: bool) -> None:
        self._known, self._other = known, other
        self.elsewhere: list[str] = []

    def values(self, data: Mapping[str, Any]) -> list[tuple[FieldId, Value]]:
        """The answers."""
        found = []
        for name, raw in data.items():
            place = f"data.{shown(name)}"
            if name != _FILES and (field := self._field(name, place)):
                found.append((field.id, _value(field, raw, place)))
        return found

    def gaps(self, data: Mapping[str, Any]) -> list[tuple[FieldId, Gap]]:
        """What was left for a reason."""
        found = []
        for name, raw in data.items():
            place = f"gaps.{shown(name)}"
            field = self._field(name, place)
            match raw:
                case {"why": str(why), "reason": str(reason)}:
                    gap = _value(field, {"gap": why, "reason": reason}, place)
                    if field and isinstance(gap, Gap):
                        found.append((field.id, gap))
                case _:
                    raise Refused("referral.wrong-type", place=place)
        return found

    def languages(self, data: Mapping[str, Any]) -> list[tuple[FieldId, str]]:
        """The languages that words are in, where it is not English."""
        found = []
        for name, tag in data.items():
            place = f"languages.{shown(name)}"
            field = self._field(name, place)
            if not isinstance(tag, str) or not _LANGUAGE.fullmatch(tag):
                raise Refused("referral.wrong-type", place=place)
            if field:
                found.append((field.id, tag))
        return found

    def _field(self, name: str, place: str) -> Field | None:
        field = self._known.get(FieldId(name))
        if field is None:
            if not self._other or not _ID.fullmatch(name):
                raise Refused("referral.unknown-field", place=place)
            self.elsewhere.append(name)
        return field


def shown(name: str) -> str:
    """A name out of the file, fit to be said: short, and with nothing that could disguise it."""
    kept = "".join(one if one.isascii() and one.isprintable() else "…" for one in name[:60])
    return kept if len(name) == len(kept) else f"{kept}…"


def _parsed(raw: bytes) -> dict[str, Any]:
    _refuse_groups(raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("referral.not-json", place=f"byte {error.start + 1}") from error
    try:
        whole = json.loads(
            text, object_pairs_hook=_once, parse_constant=_no_number, parse_int=_number
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Refused("referral.not-json", place=place) from error
    except (ValueError, RecursionError) as error:
        raise Refused("referral.not-json", place="the whole file") from error
    if not isinstance(whole, dict):
        raise Refused("referral.not-json", place="the whole file")
    return whole


def _refuse_groups(raw: bytes) -> None:
    """Refuse what would cost more to parse than any answers could be worth."""
    depth = groups = 0
    for found in _GROUPS.finditer(raw):
        match found.group()[:1]:
            case b"[" | b"{":
                depth, groups = depth + 1, groups + 1
            case b"]" | b"}":
                depth -= 1
        if depth > DEEPEST or groups > MOST_GROUPS:
            line = raw.count(b"\n", 0, found.start()) + 1
            raise Refused("referral.too-deep", place=f"line {line}")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Refused("referral.twice", place=shown(name))
        found[name] = value
    return found


def _no_number(text: str) -> NoReturn:
    raise Refused("referral.not-json", place=text)


def _number(digits: str) -> int:
    if len(digits) > len(str(2**63)):
        raise Refused("referral.not-json", place=f"a number of {len(digits)} digits")
    return int(digits)


def _group(whole: Mapping[str, Any], name: str, default: Mapping[str, Any] | None) -> Any:
    found = whole.get(name, default)
    if not isinstance(found, dict):
        code = "referral.no-data" if name == "data" else "referral.wrong-type"
        raise Refused(code, place=name)
    return found


def _version(whole: Mapping[str, Any]) -> int | None:
    found = whole.get("form_version")
    if found is not None and (not isinstance(found, int) or isinstance(found, bool)):
        raise Refused("referral.wrong-type", place="form_version")
    return found


def _value(field: Field | None, raw: Any, place: str) -> Value:
    if any(len(text) > LONGEST_TEXT for text in _texts(raw)):
        raise Refused("referral.too-long", place=place)
    try:
        value = from_json(raw)
    except Refused as error:
        raise Refused("referral.wrong-type", place=place) from error
    if field is None:
        return value
    fit = fitting(field, value)
    if fit is None:
        raise Refused("referral.wrong-type", place=place)
    return fit


def _texts(raw: Any) -> list[str]:
    match raw:
        case str():
            return [raw]
        case list():
            return [text for one in raw for text in _texts(one)]
        case dict():
            return [text for one in raw.values() for text in _texts(one)]
    return []


def _uploads(raw: Any) -> tuple[Upload, ...]:
    if not isinstance(raw, list):
        raise Refused("referral.wrong-type", place="data.files")
    found = []
    for number, one in enumerate(raw):
        match one:
            case {"name": str(name), "size": int(size), "mimetype": str(kind)} if (
                size >= 0 and not isinstance(size, bool)
            ):
                found.append(Upload(name, size, kind))
            case _:
                raise Refused("referral.wrong-type", place=f"data.files.{number}")
    return tuple(found)


def _day(whole: Mapping[str, Any]) -> date | None:
    given = whole.get("reference_date")
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError) as error:
        raise Refused("referral.wrong-type", place="reference_date") from error
