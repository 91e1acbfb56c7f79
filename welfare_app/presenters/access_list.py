"""The requests for access there are, and beginning one."""

from dataclasses import dataclass, replace
from typing import Protocol

from welfare_app.domain.access import AccessRequest
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.partial_date import PartialDate
from welfare_app.presenters.access_clock import clock_words
from welfare_app.presenters.places import AtAccess, Go
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.answer_access import AnswerAccess
from welfare_app.services.definitions import Definitions

COERCION = (
    "Someone may be making them ask",
    (
        "Meet them alone before anything else. Never tell an employer, a landlord, family or an "
        "interpreter that they asked, and send nothing to an address or a phone others can reach."
    ),
)


@dataclass(frozen=True, slots=True)
class RequestLine:
    """A request as it is listed."""

    id: str
    number: str
    state: str
    late: bool


@dataclass(frozen=True, slots=True)
class AccessListScreen:
    """Everything the page shows. `problems` are by field: what to mend."""

    requests: tuple[RequestLine, ...] = ()
    warning: tuple[str, str] = COERCION
    problems: tuple[tuple[str, str], ...] = ()
    trouble: Trouble | None = None


class AccessListView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: AccessListScreen) -> None:
        """Draw it."""
        ...


class AccessListPresenter:
    """Lists requests by number, and writes down a new one."""

    def __init__(
        self, view: AccessListView, access: AnswerAccess, definitions: Definitions, go: Go
    ) -> None:
        self._view, self._access, self._definitions, self._go = view, access, definitions, go
        self._screen = AccessListScreen()

    def begin(self) -> None:
        """Draw the list."""
        try:
            found = self._access.requests()
        except WelfareAppError as error:
            self._draw(AccessListScreen(trouble=trouble(self._definitions, error)))
            return
        self._draw(AccessListScreen(tuple(self._line(one) for one in found)))

    def open(self, id: str) -> None:
        """Go on with a request."""
        self._go(AtAccess(id))

    def start(self, number: str, received: str) -> None:
        """Somebody asked on a day (ISO 8601), about the case with this number."""
        known = PartialDate.read(received)
        problems = []
        if not number.strip():
            problems.append(("number", "Type the number of their talk or pack"))
        if known is None or not known.day:
            problems.append(("received", "Give a real day, with day, month and year"))
        if problems or known is None:
            self._draw(replace(self._screen, problems=tuple(problems), trouble=None))
            return
        try:
            request = self._access.begin(number, known.first_day())
        except WelfareAppError as error:
            said = trouble(self._definitions, error)
            self._draw(replace(self._screen, problems=(), trouble=said))
            return
        self._go(AtAccess(request.id))

    def _line(self, one: AccessRequest) -> RequestLine:
        if one.answers:
            count = len(one.answers)
            state = "Answered" if count == 1 else f"Answered {count} times"
            return RequestLine(one.id, one.number, state, False)
        told = clock_words(one, self._access.shift.now().date())
        return RequestLine(one.id, one.number, f"{told.left}, {told.by}", told.late)

    def _draw(self, screen: AccessListScreen) -> None:
        self._screen = screen
        self._view.show_screen(screen)
