"""The page of the ladder: who stands on each rung, how they are reached, when that was checked."""

from dataclasses import dataclass, field, replace
from typing import Protocol

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import StaffId
from welfare_app.domain.ladder import Rung, Standing
from welfare_app.presenters.ladder_words import TITLES, checked_words
from welfare_app.presenters.telling import Trouble, trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.keep_ladder import KeepLadder

FIELDS = {"ladder.no-way": "phone", "ladder.no-phone": "phone"}
"""Beside which field a refusal is said."""


@dataclass(frozen=True, slots=True)
class RungLine:
    """A rung as it is listed; `stale` is whether it wants checking."""

    rung: Rung
    title: str
    name: str = field(repr=False)
    ways: str = field(repr=False)
    note: str
    stale: bool


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed about who stands on a rung."""

    name: str = field(repr=False)
    phone: str = field(repr=False)
    email: str = field(repr=False)
    staff: str
    checked: bool


@dataclass(frozen=True, slots=True)
class LadderScreen:
    """Everything the page shows. `changing` is the rung that is being written about."""

    lines: tuple[RungLine, ...]
    staff: tuple[tuple[str, str], ...] = field(repr=False)
    changing: Standing | None = None
    title: str = ""
    problems: tuple[tuple[str, str], ...] = ()
    done: str = ""
    trouble: Trouble | None = None


class LadderView(Protocol):
    """Whatever can draw the page."""

    def show_screen(self, screen: LadderScreen) -> None:
        """Draw it."""
        ...


class LadderPresenter:
    """Shows the ladder, and writes down who stands on it."""

    def __init__(self, view: LadderView, ladder: KeepLadder, definitions: Definitions) -> None:
        self._view, self._ladder, self._definitions = view, ladder, definitions
        self._changing: Standing | None = None

    def begin(self) -> None:
        """Draw the page."""
        self._view.show_screen(self._screen())

    def change(self, rung: str) -> None:
        """Write about a rung."""
        self._changing = next(one for one in self._ladder.all() if one.rung == rung)
        self.begin()

    def put(self, typed: Typed) -> None:
        """Keep who stands there."""
        if self._changing is None:
            return
        standing = Standing(
            self._changing.rung,
            typed.name.strip(),
            typed.phone.strip(),
            typed.email.strip(),
            StaffId(typed.staff) if typed.staff else None,
        )
        try:
            self._ladder.put(standing, checked=typed.checked)
        except WelfareAppError as error:
            said = trouble(self._definitions, error)
            beside = FIELDS.get(error.code)
            problems = ((beside, f"{said.happened} {said.todo}"),) if beside else ()
            shown = None if beside else said
            self._view.show_screen(replace(self._screen(), problems=problems, trouble=shown))
            return
        self._changing = None
        self._view.show_screen(replace(self._screen(), done=f"{TITLES[standing.rung]}: kept."))

    def _screen(self) -> LadderScreen:
        today = self._ladder.shift.now().astimezone().date()
        lines = tuple(
            RungLine(
                one.rung,
                TITLES[one.rung],
                one.name,
                ", ".join(way for way in (one.phone, one.email) if way),
                checked_words(one, today) if one.filled else "",
                one.filled and one.stale(today),
            )
            for one in self._ladder.all()
        )
        staff = tuple((str(one.id), one.name) for one in self._ladder.staff())
        title = TITLES[self._changing.rung] if self._changing else ""
        return LadderScreen(lines, staff, self._changing, title)
