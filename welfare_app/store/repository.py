"""What every repository of records does alike; each kind says only how it is written down."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar, cast

from welfare_app.domain.answers import Answer, Answers, from_json, to_json
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import Event
from welfare_app.domain.ids import FieldId, StaffId
from welfare_app.store.listing import ABOUT
from welfare_app.store.versions import HEADER, UNREADABLE, Parts, Versions

Record = TypeVar("Record")

_ANSWER = "answer:"


class Repository(Generic[Record]):
    """Records of one kind, as versions of their parts."""

    kind: ClassVar[str]
    letter: ClassVar[str] = ""

    def __init__(self, versions: Versions) -> None:
        self._versions = versions

    def to_parts(self, record: Record) -> Parts:
        """How a record is written down, its answers as they are."""
        raise NotImplementedError

    def from_parts(self, id: str, parts: Parts) -> Record:
        """The record that was written down."""
        raise NotImplementedError

    def parent(self, record: Record) -> str:
        """The id of the record it belongs to, or blank."""
        raise NotImplementedError

    def id(self, record: Record) -> str:
        """Its id."""
        raise NotImplementedError

    def get(self, id: str) -> Record:
        """The record with this id; refused where there is none."""
        record = self._find(id)
        if record is None:
            raise Refused(f"{self.kind}.unknown")
        return record

    def save(self, record: Record, *, because: Event) -> None:
        """Keep what changed, and say why."""
        id = self.id(record)
        before = self._find(id)
        parts = _differing(self.to_parts(record), self.to_parts(before) if before else {})
        self._versions.write(id, self.kind, self.parent(record), parts, because, new=before is None)
        self._versions.remember(id, self.kind, record)

    def _find(self, id: str) -> Record | None:
        known = self._versions.remembered(id, self.kind)
        if known is not None:
            return cast("Record", known)
        parts = self._versions.find(id)
        if parts is None or parts.get(ABOUT, {}).get("kind", self.kind) != self.kind:
            return None
        record = self.from_parts(id, parts)
        self._versions.remember(id, self.kind, record)
        return record

    def all(self) -> tuple[Record, ...]:
        """Every one that can be read, the newest first."""
        ids = reversed(self._versions.ids(self.kind))
        return tuple(one for id in ids if (one := self._readable(id)) is not None)

    def unreadable(self) -> int:
        """How many there are that cannot be read, because the vault is damaged where they lie.

        Where not even their number can be known, there is taken to be one more. While no damage
        is known of, nothing is read to find out.
        """
        hurt = self._versions.met_damage()
        if hurt is None:
            return 0
        known, count = hurt.counted.get(self.kind, (-1, 0))
        if known != len(hurt.asked):
            listing = self._versions.listing(self.kind)
            count = sum(self._readable(id) is None for id in listing.ids) + (not listing.whole)
            hurt.counted[self.kind] = (len(hurt.asked), count)
        return count

    def _readable(self, id: str) -> Record | None:
        try:
            return self.get(id)
        except Unavailable as error:
            if error.code != UNREADABLE:
                raise
            return None

    def of(self, parent: str) -> tuple[Record, ...]:
        """Those that belong to a record, the oldest first. None is ever left out."""
        return tuple(self.get(id) for id in self._versions.ids(self.kind, parent))

    def next_number(self) -> str:
        """The number the next one will be called by, such as W-0001."""
        return self._versions.next_number(self.kind, self.letter)


def answer_parts(answers: Answers) -> dict[str, Any]:
    """One part for each answer, so that each has its own history."""
    return {f"{_ANSWER}{id}": answer for id, answer in answers.items()}


def dated(one: Any) -> dict[str, Any]:
    """What was written down at a time, a flat dataclass with an `at`, as a part can hold it."""
    # flat, so that nothing needs the deep copy `asdict` makes: this runs at every save
    return {each.name: getattr(one, each.name) for each in fields(one)} | {"at": moment(one.at)}


def listed(prefix: str, lines: Iterable[Any]) -> dict[str, Any]:
    """One part for each line of a list, named so that they sort in their order."""
    return {f"{prefix}{at:04}": dated(one) for at, one in enumerate(lines)}


def dated_parts(parts: Parts, prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """What was written down with a time and a name, in order, by what follows the prefix."""
    for part, body in sorted(parts.items()):
        if part.startswith(prefix):
            at, by = datetime.fromisoformat(body["at"]), StaffId(body["by"])
            yield part.removeprefix(prefix), {**body, "at": at, "by": by}


def _differing(parts: Parts, before: Parts) -> dict[str, Any]:
    """The parts that are not what they were, written down."""
    return {
        part: _written(body)
        for part, body in parts.items()
        if (known := before.get(part)) is not body and known != body
    }


def _written(body: Any) -> Any:
    if not isinstance(body, Answer):
        return body
    return {"value": to_json(body.value), "language": body.language, "origin": body.origin}


def answers_from(parts: Parts) -> dict[FieldId, Answer]:
    """The answers among a record's parts."""
    return {
        FieldId(part.removeprefix(_ANSWER)): Answer(
            from_json(body["value"]), body["language"], body["origin"]
        )
        for part, body in parts.items()
        if part.startswith(_ANSWER)
    }


def answer_history(
    versions: Versions, id: str
) -> Iterator[tuple[FieldId, Answer, datetime, StaffId]]:
    """Every answer ever given in a record, the oldest first: when, and by whom."""
    for part, body, at, by in versions.history(id, _ANSWER):
        answer = Answer(from_json(body["value"]), body["language"], body["origin"])
        field = FieldId(part.removeprefix(_ANSWER))
        yield field, answer, datetime.fromisoformat(at), StaffId(by)


def header(parts: Parts) -> Mapping[str, Any]:
    """A record's header."""
    found: Mapping[str, Any] = parts[HEADER]
    return found


def moment(at: datetime) -> str:
    """A time as it is written down: ISO 8601 in UTC."""
    return at.isoformat(timespec="seconds")


def maybe_moment(text: str | None) -> datetime | None:
    """A time that was written down, if one was."""
    return datetime.fromisoformat(text) if text else None
