"""Reads an incident pack for the run-book: what is due, what changes the path, whom to call."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from welfare_app.domain.answers import Answer
from welfare_app.domain.checks import Rulebook
from welfare_app.domain.clocks import Ticking
from welfare_app.domain.contacts import Nation
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.handover_feed import SEAL
from welfare_app.domain.ids import FieldId, StaffId, StageId
from welfare_app.domain.ladder import Step
from welfare_app.domain.outcome import OUTCOME
from welfare_app.domain.pack import (
    CHOSEN,
    Due,
    IncidentPack,
    State,
    gates_standing,
    stages_due,
)
from welfare_app.domain.partial_date import MONTHS
from welfare_app.domain.people import Role
from welfare_app.presenters.call_log import CallsScreen, call_lines, first_name
from welfare_app.presenters.emergency import Number, number
from welfare_app.presenters.ladder_words import Climb, climb_words
from welfare_app.presenters.pack_screen import (
    DateLine,
    GateLine,
    PathLine,
    PathsScreen,
    StageCard,
)
from welfare_app.presenters.questions import Asking
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.presenters.times import clock, day_and_hour, spell
from welfare_app.services.case_words import WorkflowWords
from welfare_app.services.definitions import Definitions
from welfare_app.services.work_pack import CHOOSE

OUTSIDE = ("modern-slavery-helpline", "police")
"""Whom to call where nobody inside is left to tell."""

_APART = timedelta(minutes=5)
"""How far a laptop's clock may be behind what was written down before that is said."""
_CLOCK = (
    "This laptop’s clock is behind what is written down here. Set it, and mind every time shown."
)

_WHOSE = {
    Role.CHAMPION: "a champion does this",
    Role.LEAD: "the modern slavery lead or their deputy does this",
}


@dataclass(frozen=True)
class Reading:
    """A pack as it stands at a moment, in words."""

    pack: IncidentPack = field(repr=False)
    words: WorkflowWords = field(repr=False)
    asking: Asking = field(repr=False)
    definitions: Definitions = field(repr=False)
    names: Mapping[StaffId, str] = field(repr=False)
    nation: Nation
    now: datetime
    looking: StageId | None
    files: tuple[Evidence, ...] = field(default=(), repr=False)

    @cached_property
    def stages(self) -> tuple[Due, ...]:
        """Every stage that applies, as it stands."""
        return stages_due(self.words.workflow, self.pack)

    @cached_property
    def shown(self) -> Due:
        """The stage that is looked at, or the one that is due."""
        stages = self.stages
        chosen = next((one for one in stages if one.stage.id == self.looking), None)
        now = next((one for one in stages if one.state is State.NOW), stages[-1])
        return chosen or now

    @property
    def handing_over(self) -> bool:
        """Whether the stage of the hand-over is looked at, or one that comes after it."""
        order = [one.stage for one in self.stages]
        seal = next((at for at, one in enumerate(order) if one.does == SEAL), len(order))
        return order.index(self.shown.stage) >= seal

    def card(
        self, rules: Rulebook, waiting: Mapping[FieldId, Answer], *, problems: bool
    ) -> StageCard:
        """The stage in the middle."""
        due = self.shown
        stage, words = due.stage, self.words
        applies = {one.stage.id for one in self.stages}
        before = [id for id in stage.waits_for if id in applies and id not in self.pack.done]
        given = {**self.pack.answers, **waiting}
        page = self.asking.form.form.page(stage.page)
        chosen = stage.does == CHOOSE and bool(self.pack.paths)
        asked = self.asking.page(page, given, rules, show_problems=problems)
        return StageCard(
            order=words.text(stage.id, "order"),
            why=words.text(stage.id, "why"),
            call=self._call(due),
            say=words.lines(stage.id, "say"),
            tasks=words.lines(stage.id, "tasks"),
            questions=tuple(one for one in asked if not (chosen and one.id in CHOSEN)),
            action=self._action(due),
            does=stage.does,
            state=due.state,
            stamp=self.stamp(due),
            who=_WHOSE.get(Role(stage.role), ""),
            waits_for=", ".join(words.text(id, "title") for id in before)
            if due.state is State.WAITING
            else "",
        )

    def gates(self) -> tuple[GateLine, ...]:
        """What changes the path now; what holds a stage only beside that stage.

        Nothing stands above a stage that is urgent but what is more urgent still.
        """
        stage, beside = self.shown.stage.id, self.numbers()
        order = [one.stage.id for one in self.stages]
        first = order[: order.index(stage)]
        return tuple(
            GateLine(
                gate.id,
                self.words.text(gate.id, "title"),
                self.words.lines(gate.id, "tasks"),
                tuple(one for one in self._called(gate.contacts) if one not in beside),
                gate.holds,
                gate.circle,
            )
            for gate in gates_standing(self.words.workflow, self.pack)
            if gate.met_at != stage
            and (not gate.holds or gate.stage == stage)
            and (not self.shown.stage.urgent or gate.met_at in first)
        )

    def paths(self) -> PathsScreen | None:
        """The paths chosen so far, at the stage where one is chosen."""
        if self.shown.stage.does != CHOOSE or not self.pack.paths:
            return None
        form = self.asking.form
        options = next(one for one in form.form.fields() if one.id == OUTCOME).options
        lines = tuple(
            PathLine(
                form.option(OUTCOME, one.outcome),
                self._by(one.by, one.at),
                one.reason,
                one.second,
            )
            for one in self.pack.paths
        )
        last = self.pack.paths[-1].outcome
        others = tuple((one, form.option(OUTCOME, one)) for one in options if one != last)
        return PathsScreen(lines, others)

    def calls(self, problems: tuple[tuple[str, str], ...]) -> CallsScreen | None:
        """The log of calls, at a stage that is done by calling."""
        stage = self.shown.stage
        lines = call_lines(self.pack.calls, stage.id, self.names, self.now)
        if stage.does != "call" and not lines:
            return None
        here, first = self.now.astimezone(), self._call(self.shown)
        body = first.name if first else ""
        return CallsScreen(stage.id, lines, body, f"{here:%Y-%m-%d}", f"{here:%H:%M}", problems)

    def dates(self, clocks: tuple[Ticking, ...]) -> tuple[DateLine, ...]:
        """The dates of the case: those that run first, then those that were kept."""
        today = self.now.astimezone().date()
        running = [one for one in clocks if one.met is None]
        kept = [one for one in clocks if one.met is not None]
        return tuple(self._date(one, today) for one in (*running, *reversed(kept)))

    def _date(self, one: Ticking, today: date) -> DateLine:
        title = self.words.text(one.rule.id, "title")
        if one.met:
            by = self._by(one.met.by, one.met.at)
            return DateLine(one.key, title, by, late=False, now=False, words=one.met.words)
        left = (one.due - today).days
        named = f"{one.due.day} {MONTHS[one.due.month - 1]}"
        when = {0: "today", 1: "tomorrow"}.get(left, named)
        if left < 0:
            when = f"{spell(timedelta(days=-left))} late, was due {named}"
        return DateLine(one.key, title, when, late=one.late(today), now=left <= 0)

    def numbers(self) -> tuple[Number, ...]:
        """Whom to call at this stage, in this nation."""
        return self._called(self.shown.stage.contacts)

    def climb(self, steps: Iterable[Step]) -> Climb:
        """Whom to tell in the company, and whom outside where nobody there is left."""
        today = self.now.astimezone().date()
        return climb_words(steps, today, self._called(OUTSIDE))

    def meanwhile(self) -> tuple[tuple[str, str, bool], ...]:
        """What else is running against a clock: the order, the time left, whether it is short."""
        running = [
            one
            for one in self.stages
            if one.by and not one.done and one != self.shown and one.state is not State.WAITING
        ]
        lines = [(one, clock(one.by, self.now)) for one in running if one.by]
        return tuple(
            (self.words.text(one.stage.id, "order"), left.left, left.soon) for one, left in lines
        )

    def rail(self) -> RailScreen:
        """One line of progress."""
        stages, shown = self.stages, self.shown
        at = [one.stage.id for one in stages].index(shown.stage.id)
        title = f"Stage {at + 1} of {len(stages)}"
        steps = tuple(
            RailStep(
                one.stage.id,
                self.words.text(one.stage.id, "title"),
                self._rail_state(one),
                self.stamp(one),
            )
            for one in stages
        )
        folded = f"{title}: {self.words.text(shown.stage.id, 'title')}"
        return RailScreen(title, (RailGroup("", steps),), folded)

    def stamp(self, due: Due) -> str:
        """By whom and when a stage was put behind and on what, or by when it is due."""
        if due.done:
            how = "passed over, " if due.done.skipped else ""
            held = [f"{one.exhibit}" for one in self.files if one.stage == due.stage.id]
            on = f", exhibit{'s' if len(held) > 1 else ''} {', '.join(held)}" if held else ""
            return f"{how}{self._by(due.done.by, due.done.at)}{on}"
        if due.by and due.state is not State.WAITING:
            left = clock(due.by, self.now)
            return left.left if left.soon else left.by
        return ""

    def clock_doubt(self) -> str:
        """What is said where the laptop's clock is behind the newest stamp."""
        stamps = (
            self.pack.opened,
            *(one.at for one in self.pack.done.values()),
            *(one.at for one in self.pack.paths),
        )
        return _CLOCK if max(stamps) - self.now > _APART else ""

    def _by(self, staff: StaffId, at: datetime) -> str:
        by = (first_name(self.names, staff), day_and_hour(at, self.now))
        return ", ".join(filter(None, by))

    def _action(self, due: Due) -> str:
        if due.done:
            return "Back to what is due"
        return self.words.text(due.stage.id, "done") or "This is done"

    def _call(self, due: Due) -> Number | None:
        if due.stage.does != "call":
            return None
        numbers = self.numbers()
        urgent = due.stage.urgent
        return next((one for one in numbers if urgent or not one.danger), None)

    def _called(self, contacts: tuple[str, ...]) -> tuple[Number, ...]:
        words = self.definitions.contacts()
        known = {one.id: one for one in words.contacts if one.phone and one.serves(self.nation)}
        return tuple(number(known[id], words) for id in contacts if id in known)

    def _rail_state(self, due: Due) -> str:
        if due.stage.id == self.shown.stage.id:
            return "now"
        waiting = due.done or due.state is State.WAITING
        if due.by and not waiting and clock(due.by, self.now).soon:
            return "late"
        return "next" if due.state is State.NOW else due.state.value
