"""One page of a referral: its questions, with what was copied and from where."""

from dataclasses import dataclass
from typing import Protocol

from welfare_app.domain.anonymity import Trace
from welfare_app.domain.answers import Answer, values
from welfare_app.domain.export import unsent
from welfare_app.domain.form import Page, asked_pages, settled
from welfare_app.domain.ids import FieldId, ReferralId
from welfare_app.domain.referral import Referral
from welfare_app.presenters.interview import need_another_look
from welfare_app.presenters.keeping import Keeping
from welfare_app.presenters.places import AtReferral, AtReferralPage, Go
from welfare_app.presenters.questions import Asking, Question
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.presenters.telling import Trouble
from welfare_app.presenters.tracing import TraceLine, trace_lines
from welfare_app.services.definitions import FormDefinition
from welfare_app.services.keep_evidence import KeepEvidence
from welfare_app.services.prepare_referral import PrepareReferral, uploads, with_files


@dataclass(frozen=True, slots=True)
class ReferralPageScreen:
    """Everything one page shows."""

    where: str
    title: str
    intro: str
    rail: RailScreen
    questions: tuple[Question, ...]
    problems: str
    kept: str
    trouble: Trouble | None = None
    said: str = ""
    traces: tuple[TraceLine, ...] = ()


class ReferralPageView(Protocol):
    """Whatever can draw a page."""

    def show_screen(self, screen: ReferralPageScreen) -> None:
        """Draw it."""
        ...


class ReferralPagePresenter:
    """Answers one page, and moves to the next that applies."""

    def __init__(
        self,
        view: ReferralPageView,
        id: ReferralId,
        page: str,
        words: FormDefinition,
        asking: Asking,
        referrals: PrepareReferral,
        evidence: KeepEvidence,
        go: Go,
    ) -> None:
        self._view, self._words, self._asking = view, words, asking
        self._referrals, self._go = referrals, go
        self._referral = referrals.get(id)
        self._files = evidence.of(self._referral.pack)
        self._page, self._show_problems = page, False
        self._keeping = Keeping(self._save, asking.definitions, referrals.shift.now)

    def begin(self) -> None:
        """Draw the page."""
        self._draw()

    def answered(self, field: FieldId, answer: Answer) -> None:
        """Keep an answer as soon as it is given."""
        if self._referral.answers.get(field) != answer:
            before, asked = self._unsent(), self._pages()
            self._referral = self._keeping.keep(field, answer) or self._referral
            stopped = self._unsent() - before if self._pages() != asked else ()
            self._draw(said=no_longer_sent(len(stopped)))

    def confirm(self, key: str) -> None:
        """Someone says that what was found is not the person."""
        traces = self._traces()
        found = next((one for one in traces if one.digest == key), None)
        if found is not None:
            self._referral = self._referrals.confirm(self._referral.id, found)
            self._draw()

    def next(self) -> None:
        """Say once what is missing here; then go on, or to the overview after the last."""
        if not self._show_problems and self._missing(self._words.form.page(self._page)):
            self._show_problems = True
            self._draw()
        else:
            self._step(1)

    def back(self) -> None:
        """Go back a page, or to the overview from the first."""
        self._step(-1)

    def look_at(self, page: str) -> None:
        """Go to a page from the rail."""
        self._page, self._show_problems = page, False
        self._draw()

    def overview(self) -> None:
        """Go back to the overview."""
        self._go(AtReferral(self._referral.pack))

    def leave(self) -> None:
        """The page is going away: try once more to keep what the disk would not take."""
        self._referral = self._keeping.again() or self._referral

    @property
    def place(self) -> AtReferralPage:
        """Where this is, to come back to."""
        return AtReferralPage(self._referral.id, self._page)

    def _save(self, field: FieldId, answer: Answer) -> Referral:
        return self._referrals.answer(self._referral.id, field, answer)

    def _pages(self) -> tuple[Page, ...]:
        referral = with_files(self._referral, self._files)
        return asked_pages(self._words.form, settled(self._words.form, values(referral.answers)))

    def _unsent(self) -> set[FieldId]:
        return set(unsent(self._words.form, self._referral.answers))

    def _traces(self) -> tuple[Trace, ...]:
        fields = [one.id for one in self._words.form.page(self._page).fields]
        return self._referrals.traces(self._referral, fields)

    def _step(self, by: int) -> None:
        ids = [page.id for page in self._pages()]
        at = (ids.index(self._page) if self._page in ids else 0) + by
        if not 0 <= at < len(ids):
            self.overview()
            return
        self.look_at(ids[at])

    def _draw(self, said: str = "") -> None:
        page = self._words.form.page(self._page)
        referral = with_files(self._referral, self._files)
        questions = self._asking.page(
            page,
            {**referral.answers, **self._keeping.waiting},
            self._referrals.rules.today(uploads(self._files)),
            show_problems=self._show_problems,
        )
        wrong = sum(1 for one in questions if one.problem and not one.theirs)
        self._view.show_screen(
            ReferralPageScreen(
                where=f"Referral, pack {referral.number}",
                title=self._words.page_title(self._page),
                intro=self._words.page_intro(self._page),
                rail=self._rail(),
                questions=questions,
                problems=need_another_look(wrong),
                kept=self._keeping.kept,
                trouble=self._keeping.trouble,
                said=said,
                traces=trace_lines(self._traces(), self._words.label, lambda _: self._page),
            )
        )

    def _missing(self, page: Page) -> bool:
        """Whether something of ours is still missing on a page."""
        return page.id in self._with_gaps((page,))

    def _with_gaps(self, pages: tuple[Page, ...]) -> set[str]:
        missing = {one.field for one in self._referrals.missing(self._referral)}
        return {page.id for page in pages if any(field.id in missing for field in page.fields)}

    def _rail(self) -> RailScreen:
        pages = self._pages()
        section = next((page.section for page in pages if page.id == self._page), "")
        with_gaps = self._with_gaps(pages)
        steps = tuple(
            RailStep(
                page.id,
                self._words.page_title(page.id),
                "now" if page.id == self._page else "next" if page.id in with_gaps else "done",
            )
            for page in pages
            if page.section == section
        )
        title = self._words.section_title(section) if section else ""
        here = self._words.page_title(self._page)
        return RailScreen(title, (RailGroup("", steps),), f"{title}: {here}")


def no_longer_sent(count: int) -> str:
    """What to say when an answer has led another way; blank where nothing was left behind."""
    if count == 0:
        return ""
    if count == 1:
        return "1 answer no longer applies on this way. It is kept here and not sent."
    return f"{count} answers no longer apply on this way. They are kept here and not sent."
