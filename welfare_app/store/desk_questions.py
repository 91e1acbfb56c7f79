"""A view of the desk as the conditions of a question to the database."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from welfare_app.domain.desk_view import DeskView, Standing
from welfare_app.services.card_index import Reached
from welfare_app.store.card_rows import PACK
from welfare_app.store.repository import moment

Wanted: TypeAlias = tuple[str, list[Any]]

STANDS = (
    f"CASE WHEN wants_pack = 1 THEN '{Standing.ASKS}' "
    f"WHEN kind = '{PACK}' AND stage = '' THEN '{Standing.DONE}' ELSE stage END"
)
"""Where a case stands, as the lists say it."""


def conditions(view: DeskView) -> list[Wanted]:
    """All that a view asks of cards but for the words, each with what fills its blanks."""
    wanted: list[Wanted] = []
    if view.open is not None:
        wanted.append(("open = ?", [int(view.open)]))
    if view.due_before is not None:
        wanted.append(("due < ?", [moment(view.due_before)]))
    if view.late_at is not None:
        # a day without an hour is late once it is over, here
        today = view.late_at.astimezone().date().isoformat()
        wanted.append(("due < ? AND due <> ?", [moment(view.late_at), today]))
    if view.undated:
        wanted.append(("due IS NULL", []))
    for column, some in (
        ("by", view.by),
        ("site", view.sites),
        ("path", view.paths),
        (f"({STANDS})", view.stages),
    ):
        if some is not None:
            wanted.append(among(column, sorted(some)))
    return wanted


def among(column: str, some: Iterable[Any]) -> Wanted:
    """That a column holds one of these."""
    values = list(some)
    return f"{column} IN ({','.join('?' * len(values))})", values


def told_apart(stood: Iterable[tuple[Any, ...]]) -> tuple[tuple[Reached, ...], tuple[str, ...]]:
    """The stages and the other standings there are, the first a case comes to before the others.

    Of rows of (stage, kind, wants a pack, workflow, its newest version, least rank).
    """
    stages: dict[str, tuple[int, Reached]] = {}
    standings = set[str]()
    for stage, kind, wants_pack, source, version, rank in stood:
        if wants_pack:
            standings.add(Standing.ASKS)
        elif kind != PACK:
            standings.add(stage)
        elif not stage:
            standings.add(Standing.DONE)
        elif stage not in stages or rank < stages[stage][0]:
            stages[stage] = rank, Reached(stage, source, version)
    in_order = sorted(stages.values(), key=lambda one: (one[0], one[1].stage))
    return tuple(reached for _, reached in in_order), tuple(sorted(standings))
