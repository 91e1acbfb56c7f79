"""What a screen says of a visit: its number and its day, never who came."""

from dataclasses import dataclass

from welfare_app.domain.visits import Visit
from welfare_app.presenters.times import date


@dataclass(frozen=True, slots=True)
class VisitCard:
    """A visit that is under way, between one person and the next."""

    title: str
    about: str


def visit_named(visit: Visit) -> str:
    """What a visit is called within a sentence."""
    return f"visit {visit.first.number}, {date(visit.first.started)}"


def visit_card(visit: Visit) -> VisitCard:
    """What stands on Home while a visit is under way."""
    talks = len(visit.talks)
    held = "1 talk" if talks == 1 else f"{talks} talks"
    left = f", {visit.unfinished} not signed off" if visit.unfinished else ""
    return VisitCard(
        "Ready for the next person",
        f"V{visit_named(visit)[1:]}: {held}{left}",
    )
