"""Looking around: what is unfinished, what is due, and everything there is."""

from dataclasses import dataclass
from datetime import date

from welfare_app.domain.errors import Unavailable
from welfare_app.domain.interview import Interview
from welfare_app.domain.outcome import asks_for_a_pack, review_due
from welfare_app.domain.pack import Due, IncidentPack, State, stages_due
from welfare_app.domain.visits import Visit, same_visit, visits
from welfare_app.services.definitions import Definitions
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of, workflow_of


@dataclass(frozen=True, slots=True)
class OpenPack:
    """A pack that is not finished, with the stages that can be done now or are running."""

    pack: IncidentPack
    due: tuple[Due, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Around:
    """What there is, the newest first. `unanswered` are finished talks that wait for a pack.

    `reviews` are those under watch, with the day they are looked at again. `visits` are those on
    which several people may talk, each in private.
    """

    interviews: tuple[Interview, ...]
    packs: tuple[IncidentPack, ...]
    unfinished: tuple[Interview, ...]
    open_packs: tuple[OpenPack, ...]
    unanswered: tuple[Interview, ...]
    visits: tuple[Visit, ...] = ()
    reviews: tuple[tuple[date, Interview], ...] = ()
    unreadable: int = 0
    """How many interviews and packs cannot be read, because the vault is damaged."""


@dataclass(frozen=True, slots=True)
class LookAround:
    """Answers what needs someone now."""

    shift: Shift
    definitions: Definitions

    def look(self) -> Around:
        """Everything, as it stands."""
        with self.shift.work() as work:
            interviews, packs = work.interviews.all(), work.packs.all()
            with_pack = {one.interview for one in packs}
            unanswered = tuple(
                one
                for one in interviews
                if one.id not in with_pack and asks_for_a_pack(one, signs=_has_signs(work, one))
            )
            unreadable = work.interviews.unreadable() + work.packs.unreadable()
        unfinished = tuple(one for one in interviews if one.finished is None)
        still_open = tuple(found for one in packs if (found := self._open(one)))
        on_visits = visits(one for one in interviews if self._on_visit(one))
        reviews = tuple((day, one) for one in interviews if (day := review_due(one)))
        return Around(
            interviews, packs, unfinished, still_open, unanswered, on_visits, reviews, unreadable
        )

    def visit_of(self, interview: Interview) -> Visit | None:
        """The visit a talk belongs to, where others talked on it too."""
        if not self._on_visit(interview):
            return None
        with self.shift.work() as work:
            there = visits(one for one in work.interviews.all() if same_visit(one, interview))
        return next((one for one in there if one.shared), None)

    def _on_visit(self, interview: Interview) -> bool:
        return form_of(self.definitions, interview).form.visit

    def _open(self, pack: IncidentPack) -> OpenPack | None:
        stages = stages_due(workflow_of(self.definitions, pack).workflow, pack)
        due = tuple(one for one in stages if one.state in {State.NOW, State.NEXT})
        return OpenPack(pack, due, len(stages)) if due else None


def _has_signs(work: UnitOfWork, interview: Interview) -> bool:
    """Whether a sign stands in it. One that cannot be read is taken to: it may not be passed by."""
    try:
        return any(sign.stands for sign in work.signs.of(interview.id))
    except Unavailable:
        return True
