"""The run-book: what do I do now, by when, whom to call, and what not to do."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from welfare_app.domain.answers import Answer
from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import FieldId, PackId, StageId
from welfare_app.domain.pack import Due, IncidentPack, State, stages_due
from welfare_app.presenters.emergency import Number, number
from welfare_app.presenters.interview import need_another_look
from welfare_app.presenters.keeping import Keeping
from welfare_app.presenters.places import AtChronology, AtHome, AtPack, AtReferral, Go
from welfare_app.presenters.questions import Asking, Question
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import Clock, clock, day_and_hour
from welfare_app.services.definitions import Definitions, WorkflowWords
from welfare_app.services.jobs import JobRunner, Progress, Ticket
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.reach_safely import ReachSafely
from welfare_app.services.work_pack import WorkPack


@dataclass(frozen=True, slots=True)
class StageCard:
    """The stage in the middle: an order, why, whom to call, what to say and what it asks."""

    order: str
    why: str
    call: Number | None
    say: tuple[str, ...]
    tasks: tuple[str, ...]
    questions: tuple[Question, ...]
    action: str
    does: str
    state: str
    stamp: str
    waits_for: str


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file that is kept: its exhibit number, name, size in words, and fingerprint."""

    exhibit: str
    name: str = field(repr=False)
    size: str
    digest: str


@dataclass(frozen=True, slots=True)
class PackScreen:
    """Everything the run-book shows."""

    where: str
    rail: RailScreen
    card: StageCard
    clock: Clock | None
    meanwhile: tuple[tuple[str, str, bool], ...]
    never: tuple[str, ...]
    numbers: tuple[Number, ...]
    files: tuple[FileLine, ...]
    problems: str = ""
    busy: str = ""
    trouble: Trouble | None = None
    kept: str = ""
    notice: str = ""
    safe_contact: tuple[str, ...] = field(default=(), repr=False)


class PackView(Protocol):
    """Whatever can draw the run-book."""

    def show_screen(self, screen: PackScreen) -> None:
        """Draw it."""
        ...


class PackPresenter:
    """Leads through the stages. Looking at a stage never loses the one that is due."""

    def __init__(
        self,
        view: PackView,
        id: PackId,
        stage: StageId | None,
        words: WorkflowWords,
        asking: Asking,
        packs: WorkPack,
        evidence: KeepEvidence,
        definitions: Definitions,
        jobs: JobRunner,
        nation: Nation,
        go: Go,
        reach: ReachSafely,
    ) -> None:
        self._view, self._words, self._asking, self._packs = view, words, asking, packs
        self._safe_contact = reach.lines(id)
        self._evidence, self._definitions, self._jobs = evidence, definitions, jobs
        self._nation, self._go, self._now = nation, go, packs.shift.now
        self._pack = packs.get(id)
        self._looking = stage
        self._show_problems = False
        self._keeping = Keeping(self._save, definitions, packs.shift.now)
        self._ticket: Ticket | None = None

    def begin(self) -> None:
        """Draw the stage that is due."""
        self._draw()

    def answered(self, field: FieldId, answer: Answer) -> None:
        """Keep one thing a stage asks for."""
        if self._pack.answers.get(field) != answer:
            self._pack = self._keeping.keep(field, answer) or self._pack
            self._draw()

    def look_at(self, stage: str) -> None:
        """Look at a stage from the rail."""
        self._looking, self._show_problems = StageId(stage), False
        self._draw()

    def act(self) -> None:
        """Do what the stage's main button says: complete it, or go where its work is done."""
        due = self._shown()
        if due.done:
            self._looking = None
            self._draw()
            return
        if self._packs.missing(self._pack, due.stage.id):
            self._show_problems = True
            self._draw()
            return
        self._stamp(lambda: self._packs.complete(self._pack.id, due.stage.id))

    def skip(self, reason: str) -> None:
        """Pass the stage over, with a reason."""
        stage = self._shown().stage.id
        self._stamp(lambda: self._packs.skip(self._pack.id, stage, reason))

    def attach(self, paths: tuple[Path, ...]) -> None:
        """Take files in, one after another, away from the screen."""

        def keep(progress: Progress) -> tuple[Evidence, ...]:
            kept = (self._evidence.keep(self._pack.id, path, progress) for path in paths)
            return tuple(kept)

        self._draw(busy="Taking the file in…")
        self._ticket = self._jobs.start(keep, done=self._attached, failed=self._attach_failed)

    def cancel(self) -> None:
        """Stop taking files in. What came in whole stays."""
        if self._ticket:
            self._ticket.cancel()
            self._draw()

    def to_referral(self) -> None:
        """Go to the referral of this pack."""
        self._go(AtReferral(self._pack.id))

    def to_chronology(self) -> None:
        """Go to what happened in this case, in order."""
        self._go(AtChronology(self._pack.id))

    def home(self) -> None:
        """Go home; everything is kept."""
        self._go(AtHome())

    def leave(self) -> None:
        """The page is going away: try once more to keep what the disk would not take."""
        self._pack = self._keeping.again() or self._pack

    @property
    def place(self) -> AtPack:
        """Where this is, to come back to."""
        return AtPack(self._pack.id, self._looking)

    def _save(self, field: FieldId, answer: Answer) -> IncidentPack:
        return self._packs.answer(self._pack.id, field, answer)

    def _stamp(self, stamp: Callable[[], IncidentPack]) -> None:
        try:
            self._pack = stamp()
        except WelfareAppError as error:
            self._draw(said=trouble(self._definitions, error))
            return
        self._looking, self._show_problems = None, False
        self._draw()

    def _attached(self, kept: tuple[Evidence, ...]) -> None:
        names = ", ".join(f"Exhibit {one.exhibit}" for one in kept)
        self._draw(notice=f"Kept as {names}")

    def _attach_failed(self, error: Exception) -> None:
        self._draw(said=trouble(self._definitions, error))

    def _stages(self) -> tuple[Due, ...]:
        return stages_due(self._words.workflow, self._pack)

    def _shown(self) -> Due:
        stages = self._stages()
        chosen = next((one for one in stages if one.stage.id == self._looking), None)
        now = next((one for one in stages if one.state is State.NOW), stages[-1])
        return chosen or now

    def _draw(self, *, busy: str = "", said: Trouble | None = None, notice: str = "") -> None:
        stages, shown = self._stages(), self._shown()
        card = self._card(shown)
        wrong = sum(1 for one in card.questions if one.problem)
        now = self._now()
        self._view.show_screen(
            PackScreen(
                where=f"Incident pack {self._pack.number}",
                rail=self._rail(stages, shown),
                card=card,
                clock=clock(shown.by, now) if shown.by and not shown.done else None,
                meanwhile=self._meanwhile(stages, shown),
                never=self._words.lines(shown.stage.id, "never"),
                numbers=self._numbers(shown),
                files=tuple(map(_file_line, self._evidence.of(self._pack.id))),
                problems=need_another_look(wrong),
                busy=busy,
                trouble=said or self._keeping.trouble,
                kept=self._keeping.kept,
                notice=notice,
                safe_contact=self._safe_contact,
            )
        )

    def _card(self, due: Due) -> StageCard:
        stage, words = due.stage, self._words
        page = self._asking.form.form.page(stage.page)
        rules = self._packs.rules.today()
        applies = {one.stage.id for one in self._stages()}
        waiting = [id for id in stage.waits_for if id in applies and id not in self._pack.done]
        return StageCard(
            order=words.text(stage.id, "order"),
            why=words.text(stage.id, "why"),
            call=self._call(due),
            say=words.lines(stage.id, "say"),
            tasks=words.lines(stage.id, "tasks"),
            questions=self._asking.page(
                page,
                {**self._pack.answers, **self._keeping.waiting},
                rules,
                show_problems=self._show_problems,
            ),
            action=self._action(due),
            does=stage.does,
            state=due.state,
            stamp=self._stamp_words(due),
            waits_for=", ".join(words.text(id, "title") for id in waiting)
            if due.state is State.WAITING
            else "",
        )

    def _action(self, due: Due) -> str:
        if due.done:
            return "Back to what is due"
        return self._words.text(due.stage.id, "done") or "This is done"

    def _call(self, due: Due) -> Number | None:
        if due.stage.does != "call":
            return None
        numbers = self._numbers(due)
        return next((one for one in numbers if not one.danger), None)

    def _numbers(self, due: Due) -> tuple[Number, ...]:
        words = self._definitions.contacts()
        known = {one.id: one for one in words.contacts if one.phone and one.serves(self._nation)}
        return tuple(number(known[id], words) for id in due.stage.contacts if id in known)

    def _meanwhile(self, stages: tuple[Due, ...], shown: Due) -> tuple[tuple[str, str, bool], ...]:
        now = self._now()
        running = [
            one
            for one in stages
            if one.by and not one.done and one != shown and one.state is not State.WAITING
        ]
        lines = [(one, clock(one.by, now)) for one in running if one.by]
        return tuple(
            (self._words.text(one.stage.id, "order"), left.left, left.soon) for one, left in lines
        )

    def _rail(self, stages: tuple[Due, ...], shown: Due) -> RailScreen:
        at = [one.stage.id for one in stages].index(shown.stage.id)
        title = f"Stage {at + 1} of {len(stages)}"
        steps = tuple(
            RailStep(
                one.stage.id,
                self._words.text(one.stage.id, "title"),
                self._rail_state(one, shown),
                self._stamp_words(one),
            )
            for one in stages
        )
        folded = f"{title}: {self._words.text(shown.stage.id, 'title')}"
        return RailScreen(title, (RailGroup("", steps),), folded)

    def _rail_state(self, due: Due, shown: Due) -> str:
        if due.stage.id == shown.stage.id:
            return "now"
        if due.late(self._now()):
            return "late"
        return "next" if due.state is State.NOW else due.state.value

    def _stamp_words(self, due: Due) -> str:
        now = self._now()
        if due.done:
            how = "passed over, " if due.done.skipped else ""
            return f"{how}{day_and_hour(due.done.at, now)}"
        if due.by and due.state is not State.WAITING:
            left = clock(due.by, now)
            return left.left if left.soon else left.by
        return ""


def _file_line(evidence: Evidence) -> FileLine:
    return FileLine(
        f"Exhibit {evidence.exhibit}", evidence.name, size_words(evidence.size), evidence.digest
    )


def size_words(size: int) -> str:
    """A size in bytes as people read it."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:,.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"
