"""One request for access, in four steps: safety, records, passages, answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from welfare_app.domain.access import Answered, Decided, Ground, Verdict
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import AccessId, StaffId
from welfare_app.domain.partial_date import PartialDate
from welfare_app.domain.passages import slips, undecided
from welfare_app.domain.same_person import Alike
from welfare_app.presenters.access_clock import clock_words
from welfare_app.presenters.access_screen import (
    ANSWER,
    KINDS,
    PASSAGES,
    RECORDS,
    SAFETY,
    AccessScreen,
    AccessView,
    PassageCard,
    RecordLine,
    Safety,
    summary,
    theirs,
)
from welfare_app.presenters.places import AtAccess, Go
from welfare_app.presenters.telling import trouble
from welfare_app.services.answer_access import AnswerAccess, Through
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner, Progress, Ticket


class AccessPresenter:
    """Goes through a request with the person who answers it, one thing at a time."""

    def __init__(
        self,
        view: AccessView,
        request: str,
        access: AnswerAccess,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        self._view, self._id, self._access = view, AccessId(request), access
        self._definitions, self._jobs, self._go = definitions, jobs, go
        self._screen, self._at = AccessScreen(), 0
        self._through: Through | None = None
        self._ticket: Ticket | None = None

    def begin(self) -> None:
        """Draw the step that comes first of those that are left."""
        self._attempt(self._begin)

    def leave(self) -> None:
        """Nobody is waiting for what was being looked for."""
        if self._ticket is not None:
            self._ticket.cancel()

    def back(self) -> None:
        """Go back to the requests."""
        self._go(AtAccess())

    def step_to(self, step: str) -> None:
        """Go to another step."""
        self._attempt(lambda: self._show(step))

    # Safety

    def kept_safe(self, told: Safety) -> None:
        """Write the first step down, and go on to the next."""
        days = {"proof_asked": told.proof_asked, "proved": told.proved}
        problems = tuple(
            (name, "Give a real day, with day, month and year, or none")
            for name, text in days.items()
            if text and _day(text) is None
        )
        if problems:
            self._draw(replace(self._screen, problems=problems, trouble=None, safety=told))
            return

        def keeping() -> None:
            self._access.meet(
                self._id,
                alone=told.alone,
                proof_asked=_day(told.proof_asked),
                proved=_day(told.proved),
                delivery=told.delivery,
            )
            if told.extended.strip() and told.extended.strip() != self._screen.safety.extended:
                self._access.extend(self._id, told.extended)
            self._show(RECORDS)

        self._attempt(keeping)

    # Records

    def look(self) -> None:
        """Look through every other case for the same person."""
        self._draw(replace(self._screen, busy="Looking through the other cases…", trouble=None))
        self._ticket = self._jobs.start(
            lambda progress: self._access.alike(self._id, progress),
            done=self._found,
            failed=self._failed,
        )

    def include(self, case: str) -> None:
        """A case is about the same person."""
        left = tuple(one for one in self._screen.alike if one.case != case)

        def including() -> None:
            self._access.include(self._id, case)
            self._show(RECORDS, alike=left)

        self._attempt(including)

    def leave_out(self, case: str) -> None:
        """A case is about somebody else."""

        def leaving() -> None:
            self._access.leave_out(self._id, case)
            self._show(RECORDS, alike=self._screen.alike)

        self._attempt(leaving)

    # Passages

    def decide(self, what: str, ground: str, hidden: str) -> None:
        """Decide the passage in sight, and go on to the next that is left."""
        through, card = self._through, self._screen.card
        if through is None or card is None:
            return
        words = tuple(line.strip() for line in hidden.split("\n") if line.strip())
        kept = Decided(Verdict(what), Ground(ground), words if what == Verdict.HIDE.value else ())
        passage = through.passages[self._at]

        def deciding() -> None:
            self._access.decide(self._id, passage, kept)
            self._show(PASSAGES, onward=True)

        self._attempt(deciding)

    def accept_theirs(self) -> None:
        """Give all that is about them alone and where nothing looks like a name."""
        through = self._through
        if through is None:
            return
        chosen = tuple(passage.id for passage, _ in theirs(through))

        def accepting() -> None:
            self._access.accept(self._id, chosen)
            self._show(PASSAGES, onward=True)

        self._attempt(accepting)

    def turn(self, by: int) -> None:
        """Look at the passage before, or the next."""
        if self._through is not None and self._through.passages:
            self._at = (self._at + by) % len(self._through.passages)
            self._attempt(lambda: self._show(PASSAGES))

    # The answer

    def answer(self, second: str, passphrase: str, path: Path | None) -> None:
        """Write the answer, once a colleague has vouched for it."""
        told = (
            ("second", "Choose the colleague who has read it", second),
            ("passphrase", "Your colleague types their own passphrase", passphrase),
        )
        problems = tuple((name, words) for name, words, said in told if not said)
        if problems or path is None or self._screen.busy:
            self._draw(replace(self._screen, problems=problems, trouble=None))
            return

        def writing(progress: Progress) -> Answered:
            return self._access.answer(self._id, StaffId(second), passphrase, path, progress)

        self._draw(replace(self._screen, busy="Writing the answer…", problems=(), trouble=None))
        self._jobs.start(writing, done=self._answered, failed=self._failed)

    # What is drawn

    def _begin(self) -> None:
        request = self._access.get(self._id)
        known = request.alone and request.proved and request.delivery
        self._show(RECORDS if known else SAFETY)

    def _show(self, step: str, alike: tuple[RecordLine, ...] = (), *, onward: bool = False) -> None:
        """Draw a step; `onward` goes to the next passage that is left."""
        through = self._read()
        if onward:
            self._to_next()
        request = through.request
        looked = self._screen.looked and step == RECORDS
        screen = AccessScreen(
            request.number,
            step,
            clock_words(request, self._access.shift.now().date()),
            safety=Safety(
                request.alone,
                request.proof_asked.isoformat() if request.proof_asked else "",
                request.proved.isoformat() if request.proved else "",
                request.delivery,
                request.extended,
            ),
            records=tuple(
                RecordLine(one.case, ", ".join(one.numbers), first=one.case == request.case)
                for one in through.cases
            ),
            alike=alike,
            looked=looked,
            left=len(undecided(request, through.passages)),
            theirs=len(theirs(through)),
            file_name=f"answer-{request.number}.pdf",
        )
        if step == PASSAGES and through.passages:
            screen = replace(screen, card=self._card(through))
        if step == ANSWER:
            screen = replace(
                screen,
                summary=summary(through),
                slips=tuple(
                    f"{one.record}: {one.label}" for one in slips(request, through.passages)
                ),
                people=tuple(
                    (one.staff, f"{one.name}, {one.role}") for one in self._access.second.people()
                ),
            )
        self._draw(screen)

    def _read(self) -> Through:
        self._through = self._access.through(self._id)
        self._at = min(self._at, max(len(self._through.passages) - 1, 0))
        return self._through

    def _to_next(self) -> None:
        """Stand at the next passage that is left, or stay where none is."""
        through = self._through
        if through is None or not through.passages:
            return
        left = {one.id for one in undecided(through.request, through.passages)}
        count = len(through.passages)
        order = (*range(self._at + 1, count), *range(self._at + 1))
        self._at = next((at for at in order if through.passages[at].id in left), self._at)

    def _card(self, through: Through) -> PassageCard:
        passage, proposal = through.passages[self._at], through.proposals[self._at]
        decided = through.request.decided.get(passage.id)
        now = decided or proposal.decided
        return PassageCard(
            passage.id,
            f"{passage.record}, {passage.group}",
            passage.label,
            tuple(line.text for line in passage.lines),
            passage.exact_words,
            "Decided" if decided else f"Proposed: {proposal.why[0].lower()}{proposal.why[1:]}",
            proposal.perhaps,
            now.what.value,
            now.ground.value,
            "\n".join(now.hidden),
            decided is not None,
            self._at + 1,
            len(through.passages),
        )

    def _found(self, found: tuple[Alike, ...]) -> None:
        lines = tuple(
            RecordLine(
                one.case,
                ", ".join(one.numbers),
                f"Shares {' and '.join(KINDS[kind] for kind in one.kinds)}",
            )
            for one in found
        )
        self._draw(replace(self._screen, alike=lines, looked=True, busy=""))

    def _answered(self, _answered: Answered) -> None:
        done = (
            "The answer is written: one file to read, and one beside it for machines. Hand them "
            "over as agreed, and delete them from this laptop. They are not locked."
        )
        self._draw(replace(self._screen, busy="", done=done))

    def _attempt(self, doing: Callable[[], None]) -> None:
        try:
            doing()
        except WelfareAppError as error:
            self._failed(error)

    def _failed(self, error: Exception) -> None:
        said = trouble(self._definitions, error)
        self._draw(replace(self._screen, busy="", problems=(), trouble=said))

    def _draw(self, screen: AccessScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)


def _day(text: str) -> date | None:
    known = PartialDate.read(text) if text else None
    return known.first_day() if known and known.day else None
