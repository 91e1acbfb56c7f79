"""Keeping views of the desk: each person their own, by names that may say anything."""

from dataclasses import dataclass, field, replace

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import Event, ViewKept, ViewRemoved, ViewRenamed
from welfare_app.domain.ids import ViewId
from welfare_app.domain.kept_view import LONGEST_NAME, MOST_VIEWS, KeptView, Looking, same_name
from welfare_app.services.shift import Shift


@dataclass(frozen=True, slots=True)
class KeepViews:
    """The views of whoever is at the laptop. Nobody sees another's.

    Lives as long as a shift, and knows for as long where its desk was left.
    """

    shift: Shift
    _left: list[Looking] = field(default_factory=list, repr=False)

    def where_left(self) -> Looking | None:
        """What was looked at last, to come back to from a case; nothing before anything was."""
        return self._left[-1] if self._left else None

    def leave(self, looking: Looking) -> None:
        """Know where the desk is left. It is written down nowhere."""
        self._left[:] = [looking]

    def mine(self) -> tuple[KeptView, ...]:
        """My views, in the order I kept them."""
        with self.shift.work() as work:
            return work.views.of(self.shift.staff.id)

    def keep(self, name: str, looking: Looking) -> KeptView:
        """Keep a view under a name that none of mine has yet."""
        view = KeptView(ViewId(self.shift.new_id()), _named(name), looking)
        self._put(view, ViewKept(view.id))
        return view

    def rename(self, id: ViewId, name: str) -> KeptView:
        """Call one of my views something else."""
        view = replace(self._one(id), name=_named(name))
        self._put(view, ViewRenamed(id))
        return view

    def remove(self, id: ViewId) -> KeptView:
        """Remove one of my views, and give it back so that it can be put back."""
        view = self._one(id)
        with self.shift.work() as work:
            work.views.drop(id, because=ViewRemoved(id))
            work.commit()
        return view

    def put_back(self, view: KeptView) -> None:
        """Keep again what was just removed, where it stood."""
        self._put(view, ViewKept(view.id))

    def _one(self, id: ViewId) -> KeptView:
        found = next((view for view in self.mine() if view.id == id), None)
        if found is None:
            raise Refused("view.gone")
        return found

    def _put(self, view: KeptView, because: Event) -> None:
        with self.shift.work() as work:
            others = [one for one in work.views.of(self.shift.staff.id) if one.id != view.id]
            if any(same_name(one.name, view.name) for one in others):
                raise Refused("view.name-taken")
            if len(others) >= MOST_VIEWS:
                raise Refused("view.too-many", most=MOST_VIEWS)
            work.views.put(self.shift.staff.id, view, because=because)
            work.commit()


def _named(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise Refused("view.no-name")
    if len(plain) > LONGEST_NAME:
        raise Refused("view.long-name", most=LONGEST_NAME)
    return plain
