"""The steps of a talk as a screen shows them: the rail, the ways on and back, the closed gates."""

from dataclasses import dataclass

from welfare_app.domain.answers import Value, is_blank, values
from welfare_app.domain.checks import Rulebook
from welfare_app.domain.form import Form, Page, settled, shown
from welfare_app.domain.gates import Gate, closed, gate, pages_left
from welfare_app.domain.ids import FieldId
from welfare_app.domain.interview import Interview
from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep
from welfare_app.presenters.times import hour
from welfare_app.services.definitions import FormDefinition


@dataclass(frozen=True, slots=True)
class GateScreen:
    """What stands against going on: stops with what to do, and how many answers are missing."""

    stops: tuple[tuple[str, str], ...]
    missing: int


@dataclass(frozen=True, slots=True)
class TalkSteps:
    """The steps that are left of an interview, seen from one of them."""

    words: FormDefinition
    interview: Interview
    page: str
    rules: Rulebook

    @property
    def pages(self) -> tuple[Page, ...]:
        """The steps of the course the talk is on."""
        return pages_left(self.words.form, self.interview)

    @property
    def last(self) -> bool:
        """Whether this is the last step."""
        return self.pages[-1].id == self.page

    def beside(self, by: int) -> str:
        """The step so many away, or the nearest there is."""
        ids = [page.id for page in self.pages]
        return ids[min(max(self._at(ids) + by, 0), len(ids) - 1)]

    def in_the_way(self, of: str) -> Gate | None:
        """The first closed gate before a step, if one cannot go there yet."""
        ids = [page.id for page in self.pages]
        if of not in ids or ids.index(of) <= self._at(ids):
            return None  # going back is always allowed
        return next(closed(self.words.form, self.interview, self.rules, before=of), None)

    def first_closed(self) -> Gate | None:
        """The first closed gate of all that are left."""
        return next(closed(self.words.form, self.interview, self.rules), None)

    def gate(self, page: Page) -> Gate:
        """The gate of a step as it stands."""
        return gate(self.words.form, page, self._given(), self.interview, self.rules)

    def screen_of(self, gate: Gate) -> GateScreen:
        """A gate in words."""
        over = gate.passed.over if gate.passed else ()
        stops = tuple(self.words.stop(stop) for stop in gate.stops if stop not in over)
        missing = sum(1 for problem in gate.problems if problem.field not in over)
        return GateScreen(stops, missing)

    def rail(self) -> RailScreen:
        """Every step, with how it stands."""
        pages = self.pages
        ids = [page.id for page in pages]
        groups: dict[str, list[RailStep]] = {}
        for page in pages:
            state, stamp = self._state(page)
            title = self.words.page_title(page.id, self.interview.course)
            groups.setdefault(page.section, []).append(RailStep(page.id, title, state, stamp))
        title = f"Step {self._at(ids) + 1} of {len(pages)}"
        return RailScreen(
            title,
            tuple(
                RailGroup(self.words.section_title(section), tuple(steps))
                for section, steps in groups.items()
            ),
            f"{title}: {self.words.page_title(self.page, self.interview.course)}",
        )

    def _state(self, page: Page) -> tuple[str, str]:
        stamp = ""
        found = self.gate(page)
        if found.passed and found.against:
            stamp = f"Left with a reason {hour(found.passed.at)}"
        if page.id == self.page:
            return "now", stamp
        if found.passed and found.open and found.against:
            return "skipped", stamp
        given = self._given()
        begun = any(not is_blank(given.get(one.id)) for one in shown(page, given))
        return ("done" if begun and found.open else "next"), stamp

    def _given(self) -> dict[FieldId, Value]:
        return settled(self.words.form, values(self.interview.told))

    def _at(self, ids: list[str]) -> int:
        return ids.index(self.page) if self.page in ids else 0


def landing(form: Form, interview: Interview, page: str) -> str:
    """The step to stand at: the one wanted, or where what is said next is written down."""
    left = pages_left(form, interview)
    if any(one.id == page for one in left):
        return page
    return next((one.id for one in left if one.notes), left[0].id)
