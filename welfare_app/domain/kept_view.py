"""A view of the case desk that somebody named, to come back to."""

from dataclasses import dataclass, field

from welfare_app.domain.desk_view import Order
from welfare_app.domain.ids import ViewId

MOST_VIEWS = 9
"""As many as there are number keys: more would be another list to search."""

LONGEST_NAME = 40
"""Characters: what still fits on a button."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The filters that are on. A blank one keeps everything.

    `due` is one of the spans a screen offers; the others say which site, path, stage or person.
    """

    site: str = field(default="", repr=False)
    path: str = ""
    stage: str = ""
    due: str = ""
    by: str = ""

    def __bool__(self) -> bool:
        """Whether any is on."""
        return bool(self.site or self.path or self.stage or self.due or self.by)


@dataclass(frozen=True, slots=True)
class Looking:
    """All that makes up what is looked at: the view, the filters, the search and the order."""

    shown: str
    narrowing: Narrowing = Narrowing()
    words: str = field(default="", repr=False)
    order: Order = Order.DUE
    descending: bool = False


@dataclass(frozen=True, slots=True)
class KeptView:
    """One person's view. What it is called and looks for may name people: it stays in the vault."""

    id: ViewId
    name: str = field(repr=False)
    looking: Looking


def same_name(one: str, other: str) -> bool:
    """Whether two names could not be told apart in a list."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
