"""Which steps of a talk are left, and whether the gate of each is open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from welfare_app.domain.answers import Values, values
from welfare_app.domain.checks import Rulebook, page_problems
from welfare_app.domain.form import Form, Page, Problem, asked_pages, counting, holds, settled
from welfare_app.domain.interview import Course, Interview, Passed


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands between a step and the next: stops, answers missing, and a reason given."""

    page: Page
    stops: tuple[str, ...]
    problems: tuple[Problem, ...]
    passed: Passed | None = None

    @property
    def against(self) -> tuple[str, ...]:
        """Everything that stands against going on, by name."""
        return (*self.stops, *(problem.field for problem in self.problems))

    @property
    def open(self) -> bool:
        """Whether one may go on: nothing stands against it, or all of it was passed over."""
        over = self.passed.over if self.passed else ()
        return set(self.against) <= set(over)


def pages_left(form: Form, interview: Interview) -> tuple[Page, ...]:
    """The steps of the talk on the course it has taken.

    An older form that knows no such course keeps all of its steps.
    """
    asked = asked_pages(form, settled(form, values(interview.told)))
    if interview.course is Course.WHOLE:
        return asked
    return tuple(page for page in asked if interview.course in page.stays) or asked


def gate(form: Form, page: Page, given: Values, interview: Interview, rules: Rulebook) -> Gate:
    """The gate of a step. Expects `settled` answers. Past sign-off it stands open."""
    if interview.finished is not None:
        return Gate(page, (), ())
    return Gate(
        page,
        tuple(_stops(form, page, given)),
        tuple(page_problems(page, given, rules)),
        interview.passed.get(page.id),
    )


def closed(
    form: Form, interview: Interview, rules: Rulebook, *, before: str = ""
) -> Iterator[Gate]:
    """The gates that are closed, in order; only those before a page, where one is named.

    Once something serious was heard, or the talk was stopped, no gate keeps anyone from any step
    that is left: they wait for sign-off.
    """
    if before and interview.course is not Course.WHOLE:
        return
    given = settled(form, values(interview.told))
    for page in _until(pages_left(form, interview), before):
        found = gate(form, page, given, interview, rules)
        if not found.open:
            yield found


def _stops(form: Form, page: Page, given: Values) -> Iterator[str]:
    """The stops that stand: an answer to a question no longer asked holds nobody up."""
    if not page.stops:
        return
    told = counting(form, given)
    asked = {id: value for id, value in given.items() if id in told}
    yield from (stop.id for stop in page.stops if holds(stop.when, asked))


def _until(pages: Iterable[Page], before: str) -> Iterator[Page]:
    for page in pages:
        if page.id == before:
            return
        yield page
