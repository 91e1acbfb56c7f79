"""How a card is written down as a row, and read again."""

from datetime import date, datetime
from typing import Any, TypeAlias, assert_never

from welfare_app.domain.cards import Card, PackCard, Running, TalkCard
from welfare_app.domain.ids import InterviewId, PackId, StaffId, StageId
from welfare_app.store.repository import maybe_moment, moment

Row: TypeAlias = tuple[Any, ...]

TALK, PACK = "talk", "pack"

_SHARED = ("id", "kind", "number", "source", "version", "opened", "by", "worker", "site")
_STANDING = ("open", "stage", "rank", "due", "path")
_TALK = ("finished", "visit", "answers", "review", "wants_pack", "who")
_PACK = ("interview", "beside", "beside_due", "done", "total")
_NAMES = (*_SHARED, *_STANDING, *_TALK, *_PACK)
COLUMNS = ", ".join(_NAMES)

UNDER_WAY, FINISHED = "under-way", "finished"
_BEFORE_PACKS, _BEHIND_PACKS = -1, 1000
"""Ranks: a talk under way stands before the first stage, what is finished behind the last."""


def to_row(card: Card) -> Row:
    """The values of a card, in the order of the columns."""
    match card:
        case TalkCard():
            values = _talk_values(card)
        case PackCard():
            values = _pack_values(card)
        case _:
            assert_never(card)
    return tuple(values.get(name) for name in _NAMES)


def from_row(row: Row) -> Card:
    """The card that was written down."""
    said = dict(zip(_NAMES, row, strict=True))
    return _talk(said) if said["kind"] == TALK else _pack(said)


def made_out(row: Row) -> Card | None:
    """The card that was written down; nothing where that cannot be made out any more."""
    try:
        return from_row(row)
    except (ValueError, TypeError):
        return None


def _talk_values(card: TalkCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "kind": TALK,
        "number": card.number,
        "source": card.form,
        "version": card.form_version,
        "opened": moment(card.started),
        "by": card.by,
        "worker": card.worker,
        "site": card.site,
        "open": int(card.open),
        "stage": FINISHED if card.finished else UNDER_WAY,
        "rank": _BEHIND_PACKS if card.finished else _BEFORE_PACKS,
        "due": card.review.isoformat() if card.review else None,
        "path": card.outcome,
        "finished": moment(card.finished) if card.finished else None,
        "visit": card.visit,
        "answers": card.answers,
        "review": card.review.isoformat() if card.review else None,
        "wants_pack": int(card.wants_pack),
        "who": card.who,
    }


def _talk(said: dict[str, Any]) -> TalkCard:
    return TalkCard(
        InterviewId(said["id"]),
        said["number"],
        said["source"],
        said["version"],
        datetime.fromisoformat(said["opened"]),
        StaffId(said["by"]),
        said["worker"],
        said["site"],
        maybe_moment(said["finished"]),
        InterviewId(said["visit"]) if said["visit"] else None,
        said["answers"],
        said["path"],
        date.fromisoformat(said["review"]) if said["review"] else None,
        bool(said["wants_pack"]),
        said["who"],
    )


def _pack_values(card: PackCard) -> dict[str, Any]:
    first, *beside = card.running or (None,)
    return {
        "id": card.id,
        "kind": PACK,
        "number": card.number,
        "source": card.workflow,
        "version": card.workflow_version,
        "opened": moment(card.opened),
        "by": card.by,
        "worker": card.worker,
        "site": card.site,
        "open": int(card.open),
        "stage": first.stage if first else "",
        "rank": card.done if first else _BEHIND_PACKS,
        "due": _due(first),
        "path": card.path,
        "interview": card.interview,
        "beside": "\n".join(one.stage for one in beside if one) or None,
        "beside_due": "\n".join(_due(one) or "" for one in beside) or None,
        "done": card.done,
        "total": card.total,
    }


def _pack(said: dict[str, Any]) -> PackCard:
    beside, due = ((said[name] or "").split("\n") for name in ("beside", "beside_due"))
    pairs = ((said["stage"], said["due"]), *zip(beside, due, strict=True))
    return PackCard(
        PackId(said["id"]),
        said["number"],
        said["source"],
        said["version"],
        datetime.fromisoformat(said["opened"]),
        StaffId(said["by"]),
        said["worker"],
        said["site"],
        InterviewId(said["interview"]) if said["interview"] else None,
        tuple(Running(StageId(stage), maybe_moment(by or None)) for stage, by in pairs if stage),
        said["path"],
        said["done"],
        said["total"],
    )


def _due(running: Running | None) -> str | None:
    return moment(running.by) if running and running.by else None
