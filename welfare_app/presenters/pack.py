"""The run-book: what do I do now, by when, whom to call, and what not to do."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from welfare_app.domain.answers import Answer
from welfare_app.domain.contacts import Nation
from welfare_app.domain.errors import Refused, WelfareAppError
from welfare_app.domain.evidence import Evidence
from welfare_app.domain.ids import FieldId, PackId, StaffId, StageId
from welfare_app.domain.pack import IncidentPack
from welfare_app.presenters.call_log import FIELDS, CallAsked, read_call
from welfare_app.presenters.interview import need_another_look
from welfare_app.presenters.keeping import Keeping
from welfare_app.presenters.ladder_words import Climb
from welfare_app.presenters.pack_reading import Reading
from welfare_app.presenters.pack_screen import PackScreen, PackView, SealedCard, file_line
from welfare_app.presenters.places import (
    AtChronology,
    AtCircle,
    AtEvidence,
    AtHandover,
    AtHome,
    AtPack,
    AtReferral,
    Go,
)
from welfare_app.presenters.questions import Asking
from welfare_app.presenters.sealed_card import sealed_card
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import clock
from welfare_app.services.case_words import WorkflowWords
from welfare_app.services.definitions import Definitions
from welfare_app.services.hand_over import HandOver
from welfare_app.services.jobs import JobRunner, Progress, Ticket
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.keep_ladder import KeepLadder
from welfare_app.services.reach_safely import ReachSafely
from welfare_app.services.work_pack import WorkPack


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
        names: Mapping[StaffId, str],
        hand_over: HandOver,
        ladder: KeepLadder,
    ) -> None:
        self._view, self._words, self._asking, self._packs = view, words, asking, packs
        self._safe_contact = reach.lines(id)
        self._evidence, self._definitions, self._jobs = evidence, definitions, jobs
        self._nation, self._go, self._now = nation, go, packs.shift.now
        self._pack = packs.get(id)
        self._names, self._hand_over, self._ladder = names, hand_over, ladder
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
        due = self._reading().shown
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
        stage = self._reading().shown.stage.id
        self._stamp(lambda: self._packs.skip(self._pack.id, stage, reason))

    def attach(self, paths: tuple[Path, ...]) -> None:
        """Take files in, one after another, away from the screen."""
        pack, stage = self._pack.id, self._reading().shown.stage.id

        def keep(progress: Progress) -> tuple[Evidence, ...]:
            return tuple(self._evidence.keep(pack, path, progress, stage) for path in paths)

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

    def to_evidence(self) -> None:
        """Go to the evidence of this pack."""
        self._go(AtEvidence(self._pack.id))

    def to_chronology(self) -> None:
        """Go to what happened in this case, in order."""
        self._go(AtChronology(self._pack.id))

    def to_handover(self) -> None:
        """Go to what became of the sealed pack."""
        self._go(AtHandover(self._pack.id))

    def to_circle(self) -> None:
        """See who may see this case, and come back to the pack."""
        self._go(AtCircle(self._pack.id, AtPack(self._pack.id)))

    def home(self) -> None:
        """Go home; everything is kept."""
        self._go(AtHome())

    def leave(self) -> None:
        """The page is going away: try once more to keep what the disk would not take."""
        self._pack = self._keeping.again() or self._pack

    def choose(self, outcome: str, reason: str, second: str) -> None:
        """Leave the path for another."""
        stage = self._reading().shown.stage.id
        self._stamp(lambda: self._packs.choose(self._pack.id, outcome, reason, second), stage)

    def call(self, said: CallAsked) -> None:
        """Write down a call, or say beside its part what is wrong with it."""
        stage = self._reading().shown.stage.id
        try:
            self._pack = self._packs.call(self._pack.id, read_call(said, stage))
        except Refused as error:
            wrong = FIELDS.get(error.code)
            self._draw(said=None if wrong else trouble(self._definitions, error), call=wrong)
        except WelfareAppError as error:
            self._draw(said=trouble(self._definitions, error))
        else:
            self._looking = stage
            self._draw(notice="The call is kept")

    def meet(self, clock: str, words: str) -> None:
        """Write down that a date of the case was kept."""
        self._stamp(lambda: self._packs.meet(self._pack.id, clock, words), self._looking)

    @property
    def place(self) -> AtPack:
        """Where this is, to come back to."""
        return AtPack(self._pack.id, self._looking)

    def _save(self, field: FieldId, answer: Answer) -> IncidentPack:
        return self._packs.answer(self._pack.id, field, answer)

    def _stamp(self, stamp: Callable[[], IncidentPack], stay: StageId | None = None) -> None:
        try:
            self._pack = stamp()
        except WelfareAppError as error:
            self._draw(said=trouble(self._definitions, error))
            return
        self._looking, self._show_problems = stay, False
        self._draw()

    def _attached(self, kept: tuple[Evidence, ...]) -> None:
        names = ", ".join(f"Exhibit {one.exhibit}" for one in kept)
        self._draw(notice=f"Kept as {names}")

    def _attach_failed(self, error: Exception) -> None:
        self._draw(said=trouble(self._definitions, error))

    def _sealed(self, seen: Reading) -> SealedCard | None:
        """What became of the pack, from the stage at which it is handed over."""
        if not seen.handing_over:
            return None
        within = self._definitions.disclosing().rules.receipt_within
        return sealed_card(self._hand_over.of(self._pack.id), within, seen.now)

    def _climb(self, seen: Reading) -> Climb | None:
        if not seen.shown.stage.escalates:
            return None
        return seen.climb(self._ladder.climbed(self._pack.id))

    def _reading(self) -> Reading:
        return Reading(
            self._pack,
            self._words,
            self._asking,
            self._definitions,
            self._names,
            self._nation,
            self._now(),
            self._looking,
        )

    def _draw(
        self,
        *,
        busy: str = "",
        said: Trouble | None = None,
        notice: str = "",
        call: tuple[str, str] | None = None,
    ) -> None:
        seen = replace(self._reading(), files=self._evidence.of(self._pack.id))
        shown = seen.shown
        card = seen.card(
            self._packs.rules.today(), self._keeping.waiting, problems=self._show_problems
        )
        wrong = sum(1 for one in card.questions if one.problem)
        self._view.show_screen(
            PackScreen(
                where=f"Incident pack {self._pack.number}",
                rail=seen.rail(),
                card=card,
                clock=clock(shown.by, seen.now) if shown.by and not shown.done else None,
                meanwhile=seen.meanwhile(),
                never=self._words.lines(shown.stage.id, "never"),
                numbers=seen.numbers(),
                climb=self._climb(seen),
                files=tuple(map(file_line, seen.files)),
                problems=need_another_look(wrong),
                busy=busy,
                trouble=said or self._keeping.trouble,
                kept=self._keeping.kept,
                notice=notice,
                safe_contact=self._safe_contact,
                gates=seen.gates(),
                paths=seen.paths(),
                calls=seen.calls((call,) if call else ()),
                dates=seen.dates(self._packs.clocks(self._pack, self._nation)),
                sealed=self._sealed(seen),
                clock_doubt=seen.clock_doubt(),
            )
        )
