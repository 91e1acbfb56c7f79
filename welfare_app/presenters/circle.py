"""Who may see a case: the people it is kept to, those kept out, and who opened it from outside."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from welfare_app.domain.circle import Breaking, Circle
from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import StaffId
from welfare_app.domain.ladder import key
from welfare_app.domain.roles import Act, may
from welfare_app.presenters.ladder_words import TITLES
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.presenters.times import day_and_hour
from welfare_app.services.definitions import Definitions
from welfare_app.services.keep_circle import KeepCircle
from welfare_app.services.keep_ladder import KeepLadder

GONE = "Someone no longer here"
BOTH = "Somebody is both let in and kept out. Choose one of the two."


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who can be let in or kept out."""

    id: str
    name: str = field(repr=False)
    readable: bool
    """Whether their role reads cases at all."""


@dataclass(frozen=True, slots=True)
class CircleScreen:
    """Everything the page shows. `told` are sentences about who broke in, the newest first."""

    where: str
    now: str = field(repr=False)
    stands: bool
    people: tuple[Person, ...]
    members: tuple[str, ...]
    barred: tuple[str, ...]
    since: str = field(default="", repr=False)
    """Who decided that last, when, and why if they said so."""
    told: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    unseen: bool = False
    may_change: bool = True
    problem: str = ""
    done: str = ""
    trouble: Trouble | None = None


class CircleView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: CircleScreen) -> None:
        """Draw it."""
        ...


class CirclePresenter:
    """Lets people in, keeps others out, and opens a case to everyone again."""

    def __init__(
        self,
        view: CircleView,
        record: str,
        circles: KeepCircle,
        ladder: KeepLadder,
        definitions: Definitions,
        back: Callable[[], None],
    ) -> None:
        self._view, self._record, self._circles = view, record, circles
        self._ladder = ladder
        self._definitions, self.back = definitions, back

    def begin(self) -> None:
        """Draw the page."""
        self._view.show_screen(self._screen())

    def draw(self, members: tuple[str, ...], barred: tuple[str, ...], reason: str) -> None:
        """Keep the case to these, and to whoever says so."""
        if set(members) & set(barred):
            self._view.show_screen(replace(self._screen(), problem=BOTH))
            return
        let_in, out = (tuple(StaffId(one) for one in some) for some in (members, barred))
        self._attempt(
            lambda: self._circles.draw(self._record, let_in, out, reason),
            "From now on only these people see this case.",
        )

    def lift(self, reason: str) -> None:
        """Open it to everyone again."""
        self._attempt(
            lambda: self._circles.lift(self._record, reason), "Everyone can see this case again."
        )

    def see(self) -> None:
        """Who broke in was read."""
        self._attempt(lambda: self._circles.see(self._record), "")

    def _attempt(self, change: Callable[[], Circle], done: str) -> None:
        try:
            change()
        except WelfareAppError as error:
            said = trouble(self._definitions, error)
            self._view.show_screen(replace(self._screen(), trouble=said))
        else:
            self._view.show_screen(replace(self._screen(), done=done))

    def _screen(self) -> CircleScreen:
        circle, shift = self._circles.of(self._record), self._circles.shift
        staff = self._circles.staff()
        names = {one.id: one.name for one in staff}
        me = shift.staff.id
        others = [one for one in staff if one.welcome and one.id != me]
        among = ", ".join(names.get(one, GONE) for one in circle.members)
        return CircleScreen(
            self._circles.number(self._record),
            f"Kept to {among}" if circle.stands else "Open to everyone who reads cases here",
            circle.stands,
            tuple(
                Person(one.id, f"{one.name}, {one.role}", may(one.role, Act.READ_CASES))
                for one in others
            )
            + self._rungs(),
            tuple(one for one in circle.members if one != me),
            circle.barred if circle.drawn else self._named(me),
            self._since(circle, names),
            tuple((self._told(one, names), one.reason) for one in reversed(circle.breakings)),
            bool(circle.unseen(me)),
            shift.may(Act.WORK_CASES),
        )

    def _named(self, me: StaffId) -> tuple[StaffId, ...]:
        """Those the pack names already, ticked before anybody has decided."""
        rungs = (
            StaffId(key(one.standing.rung))
            for one in self._ladder.climbed(self._record)
            if one.passed and one.standing.staff is None
        )
        return (*(one for one in self._circles.named(self._record) if one != me), *rungs)

    def _rungs(self) -> tuple[Person, ...]:
        """Those on the ladder who have no way in: they can be kept from being told."""
        return tuple(
            Person(key(one.rung), f"{one.name}, {TITLES[one.rung].lower()}", readable=False)
            for one in self._ladder.all()
            if one.filled and one.staff is None
        )

    def _since(self, circle: Circle, names: Mapping[StaffId, str]) -> str:
        if not circle.drawn:
            return ""
        last = circle.drawn[-1]
        when = day_and_hour(last.at, self._circles.shift.now())
        why = f": “{last.reason}”" if last.reason else ""
        return f"{names.get(last.by, GONE)}, {when}{why}"

    def _told(self, one: Breaking, names: Mapping[StaffId, str]) -> str:
        who = names.get(one.by, GONE)
        when = day_and_hour(one.at, self._circles.shift.now())
        return f"{who} opened it {when}, by breaking the glass"
