"""Copying into their form: each box in their order, with exactly what goes into it."""

from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.answers import values
from welfare_app.domain.form import Kind, route, settled
from welfare_app.domain.ids import FieldId, ReferralId
from welfare_app.domain.transcript import Box, Doing, transcript
from welfare_app.domain.wording import said
from welfare_app.presenters.places import AtReferral, Go
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.note_reads import NoteReads
from welfare_app.services.prepare_referral import PrepareReferral, with_files

DOING = {
    Doing.TYPE: "",
    Doing.CHOOSE: "Choose",
    Doing.TICK: "Tick",
    Doing.ATTACH: "Add this file",
    Doing.EMPTY: "Leave it empty",
    Doing.UNANSWERED: "Cannot be typed here: tell them why",
    Doing.THEIRS: "For them to fill",
}

THEIRS_HERE = "For them to fill. What we were told:"


@dataclass(frozen=True, slots=True)
class BoxLine:
    """One box: what is asked, their own name for it, what to do, and what goes in.

    `typed` says that it is typed, and so can be copied.
    """

    label: str
    id: str
    doing: str
    text: str = field(repr=False)
    typed: bool


@dataclass(frozen=True, slots=True)
class PageLines:
    """One page of their form."""

    section: str
    title: str
    lines: tuple[BoxLine, ...]


@dataclass(frozen=True, slots=True)
class TranscribeScreen:
    """Everything the view shows."""

    where: str
    about: str
    rail: RailScreen
    pages: tuple[PageLines, ...]


class TranscribeView(Protocol):
    """Whatever can draw the boxes."""

    def show_screen(self, screen: TranscribeScreen) -> None:
        """Draw them."""
        ...


class TranscribePresenter:
    """Lays the boxes out in their order, and keeps the rail at the one that is read out."""

    def __init__(
        self,
        view: TranscribeView,
        id: ReferralId,
        words: FormDefinition,
        referrals: PrepareReferral,
        evidence: KeepEvidence,
        go: Go,
        reads: NoteReads,
    ) -> None:
        self._view, self._words, self._go, self._reads = view, words, go, reads
        self._referral = referrals.get(id)
        whole = with_files(self._referral, evidence.of(self._referral.pack))
        self._way = route(words.form, settled(words.form, values(whole.answers)))
        self._fields = {one.id: one for one in words.form.fields()}
        self._pages = tuple(
            PageLines(page.section, words.page_title(page.id), tuple(map(self._line, boxes)))
            for page, boxes in transcript(words.form, whole.answers)
            if boxes
        )
        self._section = self._pages[0].section if self._pages else ""

    def begin(self) -> None:
        """Draw every box."""
        self._draw()

    def reached(self, section: str) -> None:
        """Another section is being copied now."""
        if section != self._section:
            self._section = section
            self._draw()

    def copied(self, box: str) -> None:
        """A box is being copied out: write that down."""
        self._reads.copied(self._referral.id, FieldId(box))

    def back(self) -> None:
        """Go back to the overview."""
        self._go(AtReferral(self._referral.pack))

    def _draw(self) -> None:
        way = self._words.route_title(self._way) if self._way else "Referral to the NRM"
        number = self._referral.number
        self._view.show_screen(
            TranscribeScreen(
                f"Referral, pack {number}", f"{way}. Pack {number}", self._rail(), self._pages
            )
        )

    def _rail(self) -> RailScreen:
        sections = tuple(dict.fromkeys(page.section for page in self._pages))
        steps = tuple(
            RailStep(one, self._words.section_title(one), "now" if one == self._section else "next")
            for one in sections
        )
        here = self._words.section_title(self._section) if self._section else ""
        return RailScreen("Their form", (RailGroup("", steps),), f"Their form: {here}")

    def _line(self, box: Box) -> BoxLine:
        asked = self._fields[box.asked]
        label = self._words.label(box.asked)
        if asked.kind is Kind.REPEAT and box.part:
            label = f"{label} {box.part}: {self._words.label(box.id)}"
        elif box.part:
            label = f"{label}: {box.part}"
        text = box.text
        if text and box.doing in {Doing.CHOOSE, Doing.TICK}:
            value = (text,) if asked.kind is Kind.CHOICES else text
            text = "\n".join(said(asked, value, self._words))
        doing = DOING[box.doing]
        if asked.theirs and box.doing is not Doing.THEIRS:
            doing = THEIRS_HERE
        return BoxLine(label, box.id, doing, text, box.doing is Doing.TYPE)
