"""The filters of the case desk: what can be chosen, what is on, and what that asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, time, timedelta
from typing import TypeAlias

from welfare_app.domain.desk_view import DeskView, Standing
from welfare_app.domain.ids import StaffId
from welfare_app.domain.kept_view import Narrowing
from welfare_app.presenters.case_rows import PATHS
from welfare_app.services.card_index import Choices
from welfare_app.services.definitions import Definitions
from welfare_app.services.desk import WORKFLOW
from welfare_app.services.versions import workflow_of

Options: TypeAlias = tuple[tuple[str, str], ...]

LATE, TODAY, WEEK, UNDATED = "late", "today", "week", "undated"
_SPANS: Options = (
    (LATE, "Late"),
    (TODAY, "Today, or late"),
    (WEEK, "Within 7 days, or late"),
    (UNDATED, "No time set"),
)
_STANDINGS = {
    Standing.UNDER_WAY: "Talk under way",
    Standing.ASKS: "Asks for an incident pack",
    Standing.DONE: "All stages done",
    Standing.FINISHED: "Talk finished",
}
_ANY = {
    "site": ("Site", "Any site"),
    "path": ("Path", "Any path"),
    "stage": ("Stage", "Any stage"),
    "due": ("Due", "Any time"),
    "by": ("With", "Anyone"),
}
"""What each filter is called, and what it says while it is off. In the order of the columns."""


_NOW_NONE = {
    "site": "which no case has now",
    "path": "which no case has now",
    "stage": "where no case is now",
    "due": "which cannot be chosen now",
    "by": "who has no case now",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter: what can be chosen in it, and what is. A blank key chooses nothing.

    `said` is what it keeps, in words; blank where it is off. `gone` is whether nothing in the
    vault is like that any more.
    """

    key: str
    label: str
    options: Options = field(repr=False)
    chosen: str = field(default="", repr=False)
    said: str = field(default="", repr=False)
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything cases can be told apart by, ready to be offered and asked for."""

    options: Mapping[str, Options] = field(repr=False)
    sites: Mapping[str, frozenset[str]] = field(repr=False)
    """Every way each site is spelt, by the site without regard to capitals and spaces."""
    called: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    """What each stage, path and person is called, whether any case has it now or not."""

    def shown(self, chosen: Narrowing) -> tuple[Filter, ...]:
        """Every filter as it stands."""
        return tuple(self._filter(key, getattr(chosen, key)) for key in _ANY)

    def narrowed(self, view: DeskView, chosen: Narrowing, now: datetime) -> DeskView:
        """A view with only what the filters keep of it."""
        if chosen.site:
            spelt = self.sites.get(_plain(chosen.site), frozenset({chosen.site}))
            view = replace(view, sites=spelt)
        if chosen.path:
            words = PATHS.get(chosen.path, chosen.path)
            alike = {key for key, said in PATHS.items() if said == words}
            view = replace(view, paths=frozenset(alike or {chosen.path}))
        if chosen.stage:
            view = replace(view, stages=frozenset({chosen.stage}))
        if chosen.by:
            one = frozenset({StaffId(chosen.by)})
            view = replace(view, by=one if view.by is None else view.by & one)
        return _due(view, chosen.due, now)

    def _filter(self, key: str, chosen: str) -> Filter:
        label, none = _ANY[key]
        options = self.options.get(key, ())
        known = dict(options)
        at = _same(chosen, known) if key == "site" else chosen
        if not chosen or at in known:
            return Filter(key, label, (("", none), *options), at, known.get(at, ""))
        said = self._once(key, chosen)
        return Filter(key, label, (("", none), *options, (chosen, said)), chosen, said, gone=True)

    def _once(self, key: str, chosen: str) -> str:
        """What is kept of something that no case has any more, or has yet."""
        unknown = {"site": chosen, "due": "a time", "by": "someone"}.get(key, "something")
        return f"{self.called.get(key, {}).get(chosen, unknown)}, {_NOW_NONE[key]}"


def filters(choices: Choices, definitions: Definitions, names: Mapping[StaffId, str]) -> Filters:
    """What there is to choose from in a vault that holds this."""
    spelt: dict[str, set[str]] = {}
    for site in choices.sites:
        spelt.setdefault(_plain(site), set()).add(site)
    sites = ((way := min(ways, key=_shouted), " ".join(way.split())) for ways in spelt.values())
    people = ((by, names.get(StaffId(by), "Somebody from another laptop")) for by in choices.people)
    options = {
        "site": tuple(sorted(sites, key=lambda one: one[1].casefold())),
        "path": _once_each((key, PATHS[key]) for key in PATHS if _reached(key, choices.paths)),
        "stage": _stages(choices, definitions),
        "due": _SPANS,
        "by": tuple(sorted(people, key=lambda one: one[1].casefold())),
    }
    called: dict[str, dict[str, str]] = {
        "stage": _every_stage(definitions),
        "path": PATHS,
        "by": {str(by): name for by, name in names.items()},
    }
    return Filters(options, {key: frozenset(ways) for key, ways in spelt.items()}, called)


def without_each(chosen: Narrowing) -> tuple[tuple[str, Narrowing], ...]:
    """The filters that are on, each with what is left of them once it is off."""
    on = (one.name for one in fields(chosen) if getattr(chosen, one.name))
    return tuple((key, replace(chosen, **{key: ""})) for key in on)


def _stages(choices: Choices, definitions: Definitions) -> Options:
    """Where cases stand: stages in the order they are come to, then the rest."""
    stages = (
        (one.stage, workflow_of(definitions, one).text(one.stage, "title") or one.stage)
        for one in choices.stages
    )
    rest = ((str(at), words) for at, words in _STANDINGS.items() if str(at) in choices.standings)
    return (*stages, *rest)


def _every_stage(definitions: Definitions) -> dict[str, str]:
    """What every stage is called now, and everything else a case can stand at."""
    now = definitions.workflow(WORKFLOW)
    titles = {str(one.id): now.text(one.id, "title") for one in now.workflow.stages}
    return titles | {str(at): words for at, words in _STANDINGS.items()}


def _shouted(site: str) -> tuple[bool, str]:
    """Sorts the spelling that somebody took care over before small letters and capitals alone."""
    return site.islower() or site.isupper(), site


def _due(view: DeskView, span: str, now: datetime) -> DeskView:
    match span:
        case "late":
            return replace(view, late_at=now)
        case "today":
            tomorrow = now.astimezone().date() + timedelta(days=1)
            end = datetime.combine(tomorrow, time()).astimezone(now.tzinfo)
            return replace(view, due_before=_sooner(view.due_before, end))
        case "week":
            return replace(view, due_before=_sooner(view.due_before, now + timedelta(days=7)))
        case "undated":
            return replace(view, undated=True)
        case _:
            return view


def _sooner(one: datetime | None, other: datetime) -> datetime:
    return other if one is None else min(one, other)


def _reached(key: str, paths: Iterable[str]) -> bool:
    """Whether any case has a path that is called the same."""
    return any(PATHS.get(path) == PATHS[key] for path in paths)


def _once_each(options: Iterable[tuple[str, str]]) -> Options:
    """Of options with the same words only the first."""
    found: dict[str, str] = {}
    for key, words in options:
        found.setdefault(words, key)
    return tuple((key, words) for words, key in found.items())


def _same(chosen: str, known: Mapping[str, str]) -> str:
    """A site as it is offered, however its capitals were when it was chosen."""
    return next((key for key in known if _plain(key) == _plain(chosen)), chosen)


def _plain(site: str) -> str:
    return " ".join(site.split()).casefold()
