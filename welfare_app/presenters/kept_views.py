"""The views of the case desk that somebody keeps: chosen, named, renamed and removed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.ids import ViewId
from welfare_app.domain.kept_view import LONGEST_NAME, KeptView, Looking
from welfare_app.presenters.cases import CasesPresenter
from welfare_app.presenters.telling import trouble
from welfare_app.services.definitions import Definitions
from welfare_app.services.keep_views import KeepViews


@dataclass(frozen=True, slots=True)
class Naming:
    """A view is being named. `words` are those of the search, which may be left out.

    `renames` is whether the view is kept already and only its name changes.
    """

    name: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    with_words: bool = False
    renames: bool = False
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ViewsScreen:
    """My views by id and name, the one looked at if it is one, and the one being named."""

    listed: tuple[tuple[ViewId, str], ...] = field(default=(), repr=False)
    here: str = ""
    naming: Naming | None = None


class ViewsView(Protocol):
    """Whatever can draw my views."""

    def show_views(self, screen: ViewsScreen) -> None:
        """Draw them."""
        ...

    def say_removed(self, name: str, undo: Callable[[], None]) -> None:
        """Say that a view was removed, with the way back."""
        ...

    def say(self, words: str) -> None:
        """Say what could not be done."""
        ...


class KeptViewsPresenter:
    """Goes with the presenter of the desk, and changes what that one looks at."""

    def __init__(
        self, view: ViewsView, cases: CasesPresenter, views: KeepViews, definitions: Definitions
    ) -> None:
        self._view, self._cases, self._views = view, cases, views
        self._definitions = definitions
        self._mine: tuple[KeptView, ...] = ()
        self._naming: Naming | None = None
        self._removed: KeptView | None = None
        cases.when_drawn(self._draw)

    def begin(self) -> None:
        """Read my views, then draw the desk with them, as it was left before a case was opened."""
        self._mine = self._views.mine()
        self._cases.look(self._views.where_left() or self._cases.looking)

    def show(self, shown: str) -> None:
        """Show other cases. Whoever goes on from a view of theirs leaves all of it behind."""
        self._naming = None
        if self._here() is None:
            self._cases.show(shown)
        else:
            self._cases.look(Looking(shown))

    def choose(self, id: str) -> None:
        """Look at one of my views."""
        self._naming = None
        for view in self._mine:
            if view.id == id:
                self._cases.look(view.looking)
                return

    def name(self) -> None:
        """Ask for a name for what is looked at; what is on suggests one."""
        said = ", ".join(one.said for one in self._cases.filters_on())
        words = self._cases.looking.words.strip()
        self._ask(Naming(said if len(said) <= LONGEST_NAME else "", words))

    def rename(self) -> None:
        """Ask for another name for the view that is looked at."""
        here = self._here()
        if here is not None:
            self._ask(Naming(here.name, renames=True))

    def named(self, name: str, with_words: bool) -> None:
        """Keep what is looked at by this name, or call the view so that is being renamed."""
        naming, looking = self._naming, self._cases.looking
        if naming is None:
            return
        asked = replace(naming, name=name, with_words=with_words)
        try:
            here = self._here()
            if naming.renames and here is not None:
                self._views.rename(here.id, name)
            else:
                kept = looking if with_words else replace(looking, words="")
                self._views.keep(name, kept)
                self._cases.look(kept)
        except WelfareAppError as error:
            told = trouble(self._definitions, error)
            self._ask(replace(asked, problem=f"{told.happened} {told.todo}".strip()))
            return
        self._naming = None
        self._read_again()

    def leave_naming(self) -> None:
        """Name nothing after all."""
        self._naming = None
        self._draw()

    def remove(self) -> None:
        """Remove the view that is looked at. What it shows stays on the screen."""
        here = self._here()
        if here is None:
            return
        try:
            self._removed = self._views.remove(here.id)
        except WelfareAppError as error:
            self._view.say(trouble(self._definitions, error).sentence())
        else:
            self._view.say_removed(here.name, self.put_back)
        self._naming = None
        self._read_again()

    def put_back(self) -> None:
        """Keep again what was removed last."""
        if self._removed is None:
            return
        try:
            self._views.put_back(self._removed)
        except WelfareAppError as error:
            self._view.say(trouble(self._definitions, error).sentence())
        self._removed = None
        self._read_again()

    def _ask(self, naming: Naming) -> None:
        self._naming = naming
        self._draw()

    def _read_again(self) -> None:
        self._mine = self._views.mine()
        self._draw()

    def _here(self) -> KeptView | None:
        now = self._cases.looking
        return next((view for view in self._mine if view.looking == now), None)

    def _draw(self) -> None:
        self._views.leave(self._cases.looking)
        here = self._here()
        if self._naming is not None and self._naming.renames and here is None:
            self._naming = None
        listed = tuple((view.id, view.name) for view in self._mine)
        self._view.show_views(ViewsScreen(listed, here.id if here else "", self._naming))
