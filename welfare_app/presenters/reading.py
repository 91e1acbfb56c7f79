"""A referral read through, in the order it will be printed."""

from dataclasses import dataclass, field
from typing import Protocol

from welfare_app.domain.answers import Gap, Values, is_blank, values
from welfare_app.domain.form import Row, asked_pages, settled, summary
from welfare_app.domain.ids import ReferralId
from welfare_app.domain.wording import said
from welfare_app.presenters.places import AtReferral, AtReferralPage, Go
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.prepare_referral import PrepareReferral, with_files


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of the summary: what was asked, what was said, and the page to change it on."""

    label: str
    value: str = field(repr=False)
    page: str = ""
    gap: bool = False


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
        self._whole = with_files(self._referral, evidence.of(self._referral.pack))

    def begin(self) -> None:
        """Draw the summary."""
        form = self._words.form
        final = settled(form, values(self._whole.answers))
        pages = {page.id for page in asked_pages(form, final)}
        sections = tuple(
            (
                self._words.section_title(section),
                tuple(self._line(row, final, pages) for row in rows),
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

    def _line(self, row: Row, final: Values, pages: set[str]) -> ReadLine:
        fields = {field.id: field for field in self._words.form.fields()}
        lines: list[str] = []
        gap = False
        for id in dict.fromkeys((*row.needs, *row.fields)):
            answer = self._whole.answers.get(id)
            if answer and id in fields and id in final and not is_blank(answer.value):
                lines += said(fields[id], answer.value, self._words)
                gap = gap or isinstance(answer.value, Gap)
        page = next((one for one in row.pages if one in pages), "")
        return ReadLine(self._words.row_label(row.id), "\n".join(lines) or "None", page, gap)
