"""Breaking the glass: opening, in an emergency, a case that is kept to a circle of others."""

from dataclasses import dataclass, replace
from typing import Protocol

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import InterviewId, PackId
from welfare_app.presenters.places import AtInterview, AtPack, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.jobs import JobRunner
from welfare_app.services.keep_circle import BreakGlass, Entered

ASKED = (
    ("number", "Type the number of the case, such as W-0012 or P-0003"),
    ("reason", "Say why you must see it now"),
    ("own", "Type your own passphrase"),
)


@dataclass(frozen=True, slots=True)
class GlassScreen:
    """Everything the page shows. A practice vault asks for no passphrase."""

    practice: bool
    problems: tuple[tuple[str, str], ...] = ()
    busy: bool = False
    trouble: Trouble | None = None


class GlassView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: GlassScreen) -> None:
        """Draw it."""
        ...


class GlassPresenter:
    """Asks for a number, a reason and one's own passphrase, and goes to the case."""

    def __init__(
        self,
        view: GlassView,
        glass: BreakGlass,
        definitions: Definitions,
        jobs: JobRunner,
        go: Go,
    ) -> None:
        self._view, self._glass = view, glass
        self._definitions, self._jobs, self._go = definitions, jobs, go
        self._screen = GlassScreen(glass.practice)

    def begin(self) -> None:
        """Draw the page."""
        self._view.show_screen(self._screen)

    def open(self, number: str, reason: str, own: str) -> None:
        """Open the case, or say what to mend first."""
        if self._screen.busy:
            return
        said = {"number": number, "reason": reason, "own": own or self._glass.practice}
        problems = tuple((key, words) for key, words in ASKED if not str(said[key] or "").strip())
        self._draw(replace(self._screen, problems=problems, busy=not problems, trouble=None))
        if not problems:
            self._jobs.start(
                lambda _: self._glass.open(number, reason, own),
                done=self._opened,
                failed=self._failed,
            )

    def _opened(self, entered: Entered) -> None:
        self._draw(replace(self._screen, busy=False))
        talk = entered.kind == "interview"
        root = entered.root
        self._go(AtInterview(InterviewId(root)) if talk else AtPack(PackId(root)))

    def _failed(self, error: Exception) -> None:
        said = trouble(self._definitions, error)
        if isinstance(error, WelfareAppError) and error.code == "circle.no-such-case":
            self._draw(replace(self._screen, busy=False, problems=(("number", said.happened),)))
            return
        self._draw(replace(self._screen, busy=False, trouble=said))

    def _draw(self, screen: GlassScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)
