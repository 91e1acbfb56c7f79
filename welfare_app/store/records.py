"""Packs and referrals: how each is written down."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from welfare_app.domain.calls import Call, Written
from welfare_app.domain.handover import Entry, Step
from welfare_app.domain.ids import (
    InterviewId,
    PackId,
    ReferralId,
    StaffId,
    StageId,
)
from welfare_app.domain.leaving_out import LeftOut, Part
from welfare_app.domain.pack import Done, IncidentPack, Met, Path
from welfare_app.domain.recordings import Recording
from welfare_app.domain.referral import Checked, Handing, Referral, Sealing
from welfare_app.store.repository import (
    Repository,
    answer_parts,
    answers_from,
    dated,
    dated_parts,
    header,
    listed,
    moment,
)
from welfare_app.store.versions import HEADER, Parts

_STAGE, _MET, _PATH, _CALL = "stage:", "met:", "path:", "call:"
_HANDOVER = "handover:"
CONFIRMED = "confirmed"
"""The part of a referral that holds what people said is not the person."""


class VaultPacks(Repository[IncidentPack]):
    """Incident packs; each belongs to the interview it was opened from, if any."""

    kind = "pack"
    letter = "P"

    def id(self, record: IncidentPack) -> str:
        return record.id

    def parent(self, record: IncidentPack) -> str:
        return record.interview or ""

    def to_parts(self, record: IncidentPack) -> Parts:
        return {
            HEADER: {
                "number": record.number,
                "workflow": record.workflow,
                "version": record.workflow_version,
                "opened": moment(record.opened),
                "by": record.by,
                "interview": record.interview,
            },
            **{f"{_STAGE}{stage}": dated(done) for stage, done in record.done.items()},
            **{f"{_MET}{clock}": dated(met) for clock, met in record.met.items()},
            **listed(_PATH, record.paths),
            **{
                part: body | {"call": dated(body["call"])}
                for part, body in listed(_CALL, record.calls).items()
            },
            **answer_parts(record.answers),
        }

    def from_parts(self, id: str, parts: Parts) -> IncidentPack:
        said = header(parts)
        return IncidentPack(
            PackId(id),
            said["number"],
            said["workflow"],
            said["version"],
            datetime.fromisoformat(said["opened"]),
            StaffId(said["by"]),
            InterviewId(said["interview"]) if said["interview"] else None,
            answers_from(parts),
            {StageId(stage): Done(**body) for stage, body in dated_parts(parts, _STAGE)},
            tuple(Path(**body) for _, body in dated_parts(parts, _PATH)),
            tuple(
                Written(**body | {"call": _call(body["call"])})
                for _, body in dated_parts(parts, _CALL)
            ),
            {clock: Met(**body) for clock, body in dated_parts(parts, _MET)},
        )


def _call(body: dict[str, Any]) -> Call:
    return Call(**body | {"at": datetime.fromisoformat(body["at"])})


class VaultReferrals(Repository[Referral]):
    """Referrals; each belongs to the pack it was prepared from."""

    kind = "referral"

    def id(self, record: Referral) -> str:
        return record.id

    def parent(self, record: Referral) -> str:
        return record.pack

    def to_parts(self, record: Referral) -> Parts:
        return {
            HEADER: {
                "number": record.number,
                "pack": record.pack,
                "form": record.form,
                "version": record.form_version,
                "started": moment(record.started),
                "by": record.by,
            },
            **{
                f"sealing:{number:04}": {
                    "digest": sealing.digest,
                    "at": moment(sealing.at),
                    "by": sealing.by,
                    "handing": asdict(sealing.handing),
                    "checked": asdict(sealing.checked),
                    **_beside(sealing),
                }
                for number, sealing in enumerate(record.sealings)
            },
            **listed(_HANDOVER, record.entries),
            **({CONFIRMED: sorted(record.confirmed)} if record.confirmed else {}),
            **answer_parts(record.answers),
        }

    def from_parts(self, id: str, parts: Parts) -> Referral:
        said = header(parts)
        return Referral(
            ReferralId(id),
            said["number"],
            PackId(said["pack"]),
            said["form"],
            said["version"],
            datetime.fromisoformat(said["started"]),
            StaffId(said["by"]),
            answers_from(parts),
            tuple(
                Sealing(
                    body["digest"],
                    datetime.fromisoformat(body["at"]),
                    StaffId(body["by"]),
                    _handing(body["handing"]),
                    Checked(**body.get("checked", {})),
                    tuple(Recording(**one) for one in body.get("recordings", ())),
                )
                for part, body in sorted(parts.items())
                if part.startswith("sealing:")
            ),
            frozenset(parts.get(CONFIRMED, ())),
            tuple(
                Entry(**body | {"step": Step(body["step"])})
                for _, body in dated_parts(parts, _HANDOVER)
            ),
        )

    def sealed_as(self, digest: str) -> Referral | None:
        """The one that was sealed into the file with this SHA-256, if it was here."""
        for referral in self.all():
            if any(sealing.digest == digest for sealing in referral.sealings):
                return referral
        return None


def _beside(sealing: Sealing) -> dict[str, Any]:
    """The recordings, where there are any: what was written before them reads as it did."""
    return {"recordings": [asdict(one) for one in sealing.recordings]} if sealing.recordings else {}


def _handing(body: dict[str, Any]) -> Handing:
    left = body.get("left_out", {"parts": (), "because": ""})
    parts = tuple(map(Part, left["parts"]))
    exhibits = tuple(left.get("exhibits", ()))
    return Handing(**body | {"left_out": LeftOut(parts, left["because"], exhibits)})
