"""Home: what needs me now, and the two ways to begin."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from welfare_app.domain.interview import Interview
from welfare_app.domain.pack import Due
from welfare_app.presenters.emergency import Number, number
from welfare_app.presenters.places import AtInterview, AtPack, Go, Place
from welfare_app.presenters.times import clock, day, day_and_hour
from welfare_app.services.definitions import Definitions
from welfare_app.services.look_around import LookAround, OpenPack
from welfare_app.services.ports import Changes, Clock
from welfare_app.services.take_interview import TakeInterview
from welfare_app.services.versions import workflow_of
from welfare_app.services.work_pack import WorkPack

INTERVIEW_FORM = "welfare-interview"
MOST = 8
LATER = 3


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that needs me: what to do, about which record, by when, and where that is."""

    icon: str
    what: str
    about: str
    when: str
    late: bool
    action: str
    place: Place


@dataclass(frozen=True, slots=True)
class HomeScreen:
    """Everything Home shows. `later` are (when, what)."""

    today: str
    needs: tuple[Need, ...]
    later: tuple[tuple[str, str], ...]
    helpline: Number | None
    practice: bool


class HomeView(Protocol):
    """Whatever can draw Home."""

    def show_screen(self, screen: HomeScreen) -> None:
        """Draw it."""
        ...


class HomePresenter:
    """Shows what needs someone, and begins interviews and packs."""

    def __init__(
        self,
        view: HomeView,
        around: LookAround,
        interviews: TakeInterview,
        packs: WorkPack,
        definitions: Definitions,
        now: Clock,
        go: Go,
        *,
        practice: bool,
    ) -> None:
        self._view, self._around, self._interviews, self._packs = view, around, interviews, packs
        self._definitions, self._now, self._go, self._practice = definitions, now, go, practice

    def begin(self) -> None:
        """Draw the page."""
        around, now = self._around.look(), self._now()
        needs: list[tuple[datetime, Need]] = []
        later: list[tuple[datetime, str]] = []
        for opened in around.open_packs:
            first, *rest = opened.due
            needs.append((first.by or opened.pack.opened, self._stage(opened, first, now)))
            later += [(one.by, self._later(opened, one)) for one in rest[:1] if one.by]
        needs += [(one.started, self._unfinished(one, now)) for one in around.unfinished]
        needs += [(one.started, self._unanswered(one)) for one in around.unanswered]
        needs.sort(key=lambda item: item[0])
        later.sort(key=lambda item: item[0])
        self._view.show_screen(
            HomeScreen(
                day(now),
                tuple(need for _, need in needs[:MOST]),
                tuple((day_and_hour(at, now), what) for at, what in later[:LATER]),
                self._helpline(),
                self._practice,
            )
        )

    def changed(self, _changes: Changes) -> None:
        """Something was saved somewhere: draw again."""
        self.begin()

    def start_interview(self) -> None:
        """Begin a welfare interview."""
        form = self._definitions.form(INTERVIEW_FORM).form
        self._go(AtInterview(self._interviews.start(form).id))

    def open_pack(self) -> None:
        """Open an incident pack from nothing but a worry."""
        self._go(AtPack(self._packs.open(None).id))

    def follow(self, place: Place) -> None:
        """Go where a thing can be done."""
        self._go(place)

    def _stage(self, opened: OpenPack, due: Due, now: datetime) -> Need:
        words = workflow_of(self._definitions, opened.pack)
        left = clock(due.by, now) if due.by else None
        done = len(opened.pack.done)
        return Need(
            "circle-alert" if left and left.late else "clock",
            words.text(due.stage.id, "order") or words.text(due.stage.id, "title"),
            f"Pack {opened.pack.number}. Stage {done + 1} of {opened.total}",
            (left.left if left.late else left.by) if left else "",
            bool(left and left.late),
            "Open",
            AtPack(opened.pack.id),
        )

    def _later(self, opened: OpenPack, due: Due) -> str:
        title = workflow_of(self._definitions, opened.pack).text(due.stage.id, "title")
        return f"{title}, {opened.pack.number}"

    def _unfinished(self, interview: Interview, now: datetime) -> Need:
        return Need(
            "pen-line",
            "Finish the interview while it is fresh",
            f"Interview {interview.number}, begun {day_and_hour(interview.started, now)}",
            "1 answer" if len(interview.answers) == 1 else f"{len(interview.answers)} answers",
            False,
            "Go on",
            AtInterview(interview.id),
        )

    def _unanswered(self, interview: Interview) -> Need:
        return Need(
            "flag",
            "Say what follows from the signs",
            f"Interview {interview.number} has signs and no incident pack",
            "",
            False,
            "Open",
            AtInterview(interview.id),
        )

    def _helpline(self) -> Number | None:
        words = self._definitions.contacts()
        found = (one for one in words.contacts if "advice" in one.purposes and one.phone)
        first = next(found, None)
        return number(first, words) if first else None
