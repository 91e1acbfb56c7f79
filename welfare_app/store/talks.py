"""Interviews, their notes and their signs: how each is written down."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import TypeVar

from welfare_app.domain.consents import Given, History
from welfare_app.domain.ids import (
    EvidenceId,
    FieldId,
    IndicatorId,
    InterviewId,
    NoteId,
    SignId,
    StaffId,
)
from welfare_app.domain.interview import (
    Addition,
    Course,
    Interview,
    Mark,
    Passed,
    Turn,
    Withdrawal,
)
from welfare_app.domain.notes import LineKind, Note, Original
from welfare_app.domain.sign import Known, Sign
from welfare_app.store.repository import (
    Repository,
    answer_history,
    answer_parts,
    answers_from,
    dated,
    dated_parts,
    header,
    listed,
    maybe_moment,
    moment,
)
from welfare_app.store.versions import HEADER, Parts

Id = TypeVar("Id")

_TURN, _PASSED, _MARK = "turn:", "passed:", "question:"
_ADDITION, _WITHDRAWN, _RENEWED = "addition:", "withdrawn:", "renewed:"


class VaultInterviews(Repository[Interview]):
    """Welfare interviews."""

    kind = "interview"
    letter = "W"

    def id(self, record: Interview) -> str:
        return record.id

    def parent(self, record: Interview) -> str:  # noqa: ARG002 - interviews stand alone
        return ""

    def history(self, id: InterviewId) -> History:
        """Every answer ever given to each field, the oldest first."""
        found: dict[FieldId, tuple[Given, ...]] = {}
        for field, answer, at, by in answer_history(self._versions, id):
            found[field] = (*found.get(field, ()), Given(answer, at, by))
        return found

    def to_parts(self, record: Interview) -> Parts:
        return {
            HEADER: {
                "number": record.number,
                "form": record.form,
                "version": record.form_version,
                "started": moment(record.started),
                "by": record.by,
                "page": record.page,
                "finished": moment(record.finished) if record.finished else None,
                **({"visit": record.visit} if record.visit else {}),
            },
            **listed(_TURN, record.turns),
            **{f"{_PASSED}{page}": dated(one) for page, one in record.passed.items()},
            **{f"{_MARK}{question}": mark.value for question, mark in record.marks.items()},
            **listed(_ADDITION, record.additions),
            **{f"{_WITHDRAWN}{name}": dated(one) for name, one in record.withdrawn.items()},
            **{f"{_RENEWED}{name}": dated(one) for name, one in record.renewed.items()},
            **answer_parts(record.answers),
        }

    def from_parts(self, id: str, parts: Parts) -> Interview:
        said = header(parts)
        visit = said.get("visit")
        return Interview(
            InterviewId(id),
            said["number"],
            said["form"],
            said["version"],
            datetime.fromisoformat(said["started"]),
            StaffId(said["by"]),
            answers_from(parts),
            said["page"],
            maybe_moment(said["finished"]),
            InterviewId(visit) if visit else None,
            tuple(
                Turn(Course(body.pop("course")), **body) for _, body in dated_parts(parts, _TURN)
            ),
            {
                page: Passed(over=tuple(body.pop("over")), **body)
                for page, body in dated_parts(parts, _PASSED)
            },
            {
                part.removeprefix(_MARK): Mark(body)
                for part, body in parts.items()
                if part.startswith(_MARK)
            },
            tuple(
                Addition(FieldId(body.pop("to")), **body)
                for _, body in dated_parts(parts, _ADDITION)
            ),
            {name: Withdrawal(**body) for name, body in dated_parts(parts, _WITHDRAWN)},
            {name: Withdrawal(**body) for name, body in dated_parts(parts, _RENEWED)},
        )


class VaultNotes(Repository[Note]):
    """The lines of talks; each belongs to its interview."""

    kind = "note"

    def id(self, record: Note) -> str:
        return record.id

    def parent(self, record: Note) -> str:
        return record.interview

    def to_parts(self, record: Note) -> Parts:
        said = asdict(record) | {"at": moment(record.at)}
        del said["id"]
        return {HEADER: said}

    def from_parts(self, id: str, parts: Parts) -> Note:
        said = dict(header(parts))
        original = said.pop("original")
        return Note(
            id=NoteId(id),
            interview=InterviewId(said.pop("interview")),
            at=datetime.fromisoformat(said.pop("at")),
            by=StaffId(said.pop("by")),
            kind=LineKind(said.pop("kind")),
            original=Original(**original) if original else None,
            **said,
        )


class VaultSigns(Repository[Sign]):
    """Signs; each belongs to the interview it was noted in."""

    kind = "sign"

    def id(self, record: Sign) -> str:
        return record.id

    def parent(self, record: Sign) -> str:
        return record.interview

    def to_parts(self, record: Sign) -> Parts:
        said = asdict(record) | {"noted": moment(record.noted)}
        del said["id"]
        return {HEADER: said}

    def from_parts(self, id: str, parts: Parts) -> Sign:
        said = dict(header(parts))  # an old one lacks what signs learnt to say later
        return Sign(
            id=SignId(id),
            indicator=IndicatorId(said.pop("indicator")),
            interview=InterviewId(said.pop("interview")),
            known=Known(said.pop("known")),
            noted=datetime.fromisoformat(said.pop("noted")),
            by=StaffId(said.pop("by")),
            field=_maybe(FieldId, said.pop("field")),
            note=_maybe(NoteId, said.pop("note", None)),
            evidence=_maybe(EvidenceId, said.pop("evidence", None)),
            **said,
        )


def _maybe(kind: Callable[[str], Id], text: str | None) -> Id | None:
    """An id that was written down, if one was."""
    return kind(text) if text else None
