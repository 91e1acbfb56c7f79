"""Requests for access: how each is written down."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from welfare_app.domain.access import AccessRequest, Answered, Decided, Ground, Verdict
from welfare_app.domain.ids import AccessId, StaffId
from welfare_app.store.repository import Repository, header, moment
from welfare_app.store.versions import HEADER, Parts

_PASSAGE, _ANSWER = "passage:", "answered:"


class VaultAccessRequests(Repository[AccessRequest]):
    """Requests for access; each belongs to the case it was made about, and goes with it."""

    kind = "access"
    letter = "A"

    def id(self, record: AccessRequest) -> str:
        return record.id

    def parent(self, record: AccessRequest) -> str:
        return record.case

    def to_parts(self, record: AccessRequest) -> Parts:
        return {
            HEADER: {
                "number": record.number,
                "case": record.case,
                "received": record.received.isoformat(),
                "by": record.by,
                "also": list(record.also),
                "alone": record.alone,
                "proof_asked": _day(record.proof_asked),
                "proved": _day(record.proved),
                "delivery": record.delivery,
                "extended": record.extended,
            },
            **{
                f"{_PASSAGE}{passage}": asdict(one) | {"hidden": list(one.hidden)}
                for passage, one in record.decided.items()
            },
            **{
                f"{_ANSWER}{at:04}": asdict(one) | {"at": moment(one.at)}
                for at, one in enumerate(record.answers)
            },
        }

    def from_parts(self, id: str, parts: Parts) -> AccessRequest:
        said = header(parts)
        return AccessRequest(
            AccessId(id),
            said["number"],
            said["case"],
            date.fromisoformat(said["received"]),
            StaffId(said["by"]),
            tuple(said["also"]),
            said["alone"],
            _maybe_day(said["proof_asked"]),
            _maybe_day(said["proved"]),
            said["delivery"],
            said["extended"],
            {
                part.removeprefix(_PASSAGE): _decided(body)
                for part, body in parts.items()
                if part.startswith(_PASSAGE)
            },
            tuple(
                _answered(body) for part, body in sorted(parts.items()) if part.startswith(_ANSWER)
            ),
        )


def _decided(body: dict[str, Any]) -> Decided:
    return Decided(Verdict(body["what"]), Ground(body["ground"]), tuple(body["hidden"]))


def _answered(body: dict[str, Any]) -> Answered:
    return Answered(
        datetime.fromisoformat(body["at"]),
        StaffId(body["by"]),
        StaffId(body["vouched"]),
        body["pdf"],
        body["json"],
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _maybe_day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
