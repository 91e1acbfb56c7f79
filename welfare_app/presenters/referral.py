"""The referral: how far it is, section by section, and what is still missing."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.answers import Gap, is_blank, values
from welfare_app.domain.export import unsent
from welfare_app.domain.form import Field, asked_fields, asked_pages, route, settled, shown
from welfare_app.domain.ids import PackId
from welfare_app.domain.pack import IncidentPack, State, stages_due
from welfare_app.domain.referral import Referral
from welfare_app.presenters.counting import counted
from welfare_app.presenters.gates import GateLine, Gates
from welfare_app.presenters.helping import HelpLine, help_lines
from welfare_app.presenters.newer_form import NewerForm, newer_form
from welfare_app.presenters.places import (
    AtExchange,
    AtPack,
    AtReading,
    AtReferral,
    AtReferralPage,
    AtSeal,
    AtTranscribe,
    Go,
)
from welfare_app.presenters.rewriting import RewrittenLine, rewritten_lines
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.presenters.tracing import TraceLine, trace_lines
from welfare_app.services.case_words import WorkflowWords
from welfare_app.services.definitions import Definitions, FormDefinition
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.prepare_referral import PrepareReferral, with_files
from welfare_app.services.reach_safely import ReachSafely
from welfare_app.services.work_pack import WorkPack


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One section: how many of its questions are answered, and what is missing in words.

    `state` is done, open, gap (all answered, some with a reason why not) or theirs.
    """

    page: str
    title: str
    count: str
    note: str
    state: str


@dataclass(frozen=True, slots=True)
class ReferralScreen:
    """Everything the overview shows."""

    about: str
    title: str
    intro: str
    back: str
    sections: tuple[SectionLine, ...]
    gates: tuple[GateLine, ...]
    rail: RailScreen
    ready: bool
    helps: tuple[HelpLine, ...] = ()
    traces: tuple[TraceLine, ...] = ()
    rewritten: tuple[RewrittenLine, ...] = ()
    unsent: str = ""
    newer: NewerForm | None = None
    safe_contact: tuple[str, ...] = field(default=(), repr=False)


class ReferralView(Protocol):
    """Whatever can draw the overview."""

    def show_screen(self, screen: ReferralScreen) -> None:
        """Draw it."""
        ...


class ReferralPresenter:
    """Sums the referral up. Asking for it begins it, pre-filled, the first time."""

    def __init__(
        self,
        view: ReferralView,
        pack: PackId,
        words: FormDefinition,
        workflow: WorkflowWords,
        referrals: PrepareReferral,
        packs: WorkPack,
        evidence: KeepEvidence,
        go: Go,
        reach: ReachSafely,
    ) -> None:
        self._safe_contact = reach.lines(pack)
        self._view, self._words, self._workflow = view, words, workflow
        self._referrals, self._packs, self._evidence, self._go = referrals, packs, evidence, go
        self._referral = referrals.of(pack)

    def begin(self) -> None:
        """Draw the overview."""
        pack = self._packs.get(self._referral.pack)
        files = self._evidence.of(pack.id)
        referral = with_files(self._referral, files)
        wrong = Counter(one.field for one in self._referrals.missing(self._referral))
        final = settled(self._words.form, values(referral.answers))
        asked = [one for one in asked_fields(self._words.form, final) if not one.theirs]
        there = sum(1 for one in asked if one.id not in wrong)
        left = len(wrong)
        standing = self._referrals.standing(self._referral)
        gates = Gates(self._words, self._definitions, referral, standing.behind, set(wrong))
        self._view.show_screen(
            ReferralScreen(
                about=f"{self._route_title(referral)}. Pack {pack.number}",
                title=_title(left, len(standing.traces)),
                intro=f"{there} of {len(asked)} questions need nothing more. “Does not know” "
                "and “not safe to ask” count as answers.",
                back=f"Pack {pack.number}",
                sections=self._sections(referral, set(wrong)),
                gates=gates.lines(),
                rail=self._rail(pack),
                ready=not (left or standing.holds_back),
                helps=help_lines(standing.advice),
                traces=trace_lines(standing.traces, self._words.label, self._page_of),
                rewritten=rewritten_lines(
                    ((one, final[one.id]) for one in asked if one.id in final),
                    self._words.label,
                    self._page_of,
                ),
                unsent=_kept(len(unsent(self._words.form, self._referral.answers))),
                newer=newer_form(self._referrals.newer(self._referral)),
                safe_contact=self._safe_contact,
            )
        )

    def open(self, page: str) -> None:
        """Open one page of the referral."""
        self._go(AtReferralPage(self._referral.id, page))

    def first_gap(self) -> None:
        """Go to what must be mended first: an answer, a name, a point; or on to sealing."""
        missing = self._referrals.missing(self._referral)
        if missing:
            self.open(self._page_of(missing[0].field))
        elif (standing := self._referrals.standing(self._referral)).traces:
            self.open(self._page_of(standing.traces[0].field))
        elif standing.holds_back:
            self._go(AtPack(self._referral.pack))
        else:
            self._go(AtSeal(self._referral.id))

    def read(self) -> None:
        """Read it all through."""
        self._go(AtReading(self._referral.id))

    def transcribe(self) -> None:
        """Copy it into their form, box by box."""
        self._go(AtTranscribe(self._referral.id))

    def exchange(self) -> None:
        """Save the answers to a file, or take them from one."""
        self._go(AtExchange(self._referral.id))

    def move(self) -> None:
        """Go on with the newest form. The overview is entered anew, with its words."""
        self._referrals.move(self._referral.id)
        self._go(AtReferral(self._referral.pack))

    def seal(self) -> None:
        """Go on to sealing."""
        self._go(AtSeal(self._referral.id))

    def back(self) -> None:
        """Go back to the pack."""
        self._go(AtPack(self._referral.pack))

    @property
    def _definitions(self) -> Definitions:
        return self._referrals.rules.definitions

    def _route_title(self, referral: Referral) -> str:
        final = settled(self._words.form, values(referral.answers))
        taken = route(self._words.form, final)
        return self._words.route_title(taken) if taken else "Referral to the NRM"

    def _page_of(self, field: str) -> str:
        form = self._words.form
        referral = with_files(self._referral, self._evidence.of(self._referral.pack))
        pages = asked_pages(form, settled(form, values(referral.answers)))
        return next(p.id for p in pages if any(f.id == field for f in p.fields))

    def _sections(self, referral: Referral, wrong: set[str]) -> tuple[SectionLine, ...]:
        form = self._words.form
        final = settled(form, values(referral.answers))
        by_section: dict[str, list[tuple[str, Field]]] = {}
        for asked in asked_pages(form, final):
            for one in shown(asked, final):
                by_section.setdefault(asked.section, []).append((asked.id, one))
        lines = []
        theirs: list[tuple[str, Field]] = []
        for section, found in by_section.items():
            theirs += [(page, one) for page, one in found if one.theirs]
            ours = [(page, one) for page, one in found if not one.theirs]
            if ours:
                lines.append(self._section(section, ours, referral, wrong))
        if theirs:
            page = theirs[0][0]
            count = f"{len(theirs)} theirs"
            lines.append(SectionLine(page, "For the first responder to fill", count, "", "theirs"))
        return tuple(lines)

    def _section(
        self, section: str, found: list[tuple[str, Field]], referral: Referral, wrong: set[str]
    ) -> SectionLine:
        missing = [(page, field) for page, field in found if field.id in wrong]
        needed = [
            field
            for _, field in found
            if field.required or field.id in wrong or _answered(referral, field)
        ]
        done = sum(1 for field in needed if field.id not in wrong)
        gaps = sum(1 for field in needed if _is_gap(referral, field))
        title = self._words.section_title(section)
        count = f"{done} of {len(needed)}"
        if missing:
            labels = [self._words.label(field.id) for _, field in missing[:2]]
            more = f" And {len(missing) - 2} more." if len(missing) > 2 else ""
            told = " ".join(map(_sentence, labels))
            return SectionLine(missing[0][0], title, count, told + more, "open")
        note = f"{counted(gaps)} left with a reason" if gaps else ""
        return SectionLine(found[0][0], title, count, note, "gap" if gaps else "done")

    def _rail(self, pack: IncidentPack) -> RailScreen:
        stages = stages_due(self._workflow.workflow, pack)
        now = next((one.stage.id for one in stages if one.stage.does in {"referral", "seal"}), None)
        steps = tuple(
            RailStep(
                one.stage.id,
                self._workflow.text(one.stage.id, "title"),
                "now" if one.stage.id == now else _rail_state(one.state),
            )
            for one in stages
        )
        title = f"Pack {pack.number}"
        return RailScreen(title, (RailGroup("", steps),), f"{title}: referral")


def _rail_state(state: State) -> str:
    return state.value if state in {State.DONE, State.SKIPPED} else "next"


def _answered(referral: Referral, field: Field) -> bool:
    answer = referral.answers.get(field.id)
    return answer is not None and not is_blank(answer.value)


def _is_gap(referral: Referral, field: Field) -> bool:
    answer = referral.answers.get(field.id)
    return answer is not None and isinstance(answer.value, Gap)


def _sentence(label: str) -> str:
    return label if label.endswith(("?", ".")) else f"{label}."


def _kept(count: int) -> str:
    if not count:
        return ""
    return (
        "1 answer is kept and not sent" if count == 1 else f"{count} answers are kept and not sent"
    )


def _title(left: int, traces: int) -> str:
    if left == 0 and traces:
        places = "One place" if traces == 1 else f"{counted(traces)} places"
        return f"{places} could say who it is"
    if left == 0:
        return "Nothing of ours is missing"
    return "One answer to go" if left == 1 else f"{counted(left)} answers to go"
