"""A referral read through, in the order it will be printed."""

from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.answers import values
from welfare_app.domain.form import Row, asked_pages, settled, summary
from welfare_app.domain.ids import ReferralId
from welfare_app.domain.summing import Asked
from welfare_app.domain.text_rules import visible
from welfare_app.presenters.places import AtReferral, AtReferralPage, Go
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.prepare_referral import PrepareReferral, with_files


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of the summary: what was asked, what was said, and the page to change it on.

    `added` is what was added after it could no longer be changed.
    """

    label: str
    value: str = field(repr=False)
    page: str = ""
    gap: bool = False
    added: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class ReadingScreen:
    """The whole summary, by section."""

    where: str
    sections: tuple[tuple[str, tuple[ReadLine, ...]], ...]


class ReadingView(Protocol):
    """Whatever can draw the summary."""

    def show_screen(self, screen: ReadingScreen) -> None:
        """Draw it."""
        ...


class ReadingPresenter:
    """Sums up in the Home Office's order; each line leads to where it can be changed."""

    def __init__(
        self,
        view: ReadingView,
        id: ReferralId,
        words: FormDefinition,
        referrals: PrepareReferral,
        evidence: KeepEvidence,
        go: Go,
    ) -> None:
        self._view, self._words, self._go = view, words, go
        self._referral = referrals.get(id)
        whole = with_files(self._referral, evidence.of(self._referral.pack))
        self._asked = Asked(words.form, words, whole.answers)
        self._counting = self._asked.counting()

    def begin(self) -> None:
        """Draw the summary."""
        form = self._words.form
        final = settled(form, values(self._asked.answers))
        pages = {page.id for page in asked_pages(form, final)}
        sections = tuple(
            (
                self._words.section_title(section),
                tuple(self._line(row, pages) for row in rows),
            )
            for section, rows in summary(form, final)
        )
        self._view.show_screen(ReadingScreen(f"Referral, pack {self._referral.number}", sections))

    def change(self, page: str) -> None:
        """Go to the page a line comes from."""
        self._go(AtReferralPage(self._referral.id, page))

    def back(self) -> None:
        """Go back to the overview."""
        self._go(AtReferral(self._referral.pack))

    def _line(self, row: Row, pages: set[str]) -> ReadLine:
        summed = self._counting.folded(row)
        text = visible("\n".join(line.text for line in summed.lines)) or "None"
        page = next((one for one in row.pages if one in pages), "")
        return ReadLine(summed.label, text, page, summed.gap)
