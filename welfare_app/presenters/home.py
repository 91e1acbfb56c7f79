"""Home: what needs me now, and the ways to begin."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Protocol

from welfare_app.domain.cards import CHASE, RECEIPT, PackCard, Running, TalkCard
from welfare_app.domain.ids import PackId, StageId
from welfare_app.domain.visits import Visit
from welfare_app.presenters.damage_words import cannot_be_read
from welfare_app.presenters.emergency import Number, number
from welfare_app.presenters.places import (
    AtCourier,
    AtEvidence,
    AtHandover,
    AtInterview,
    AtLaptop,
    AtPack,
    Go,
    Place,
)
from welfare_app.presenters.times import clock, day, day_and_hour, spell
from welfare_app.presenters.visiting import VisitCard, visit_card
from welfare_app.services.definitions import Definitions
from welfare_app.services.look_around import Around, LookAround
from welfare_app.services.ports import Changes, Clock
from welfare_app.services.take_interview import TakeInterview
from welfare_app.services.versions import form_of, workflow_of
from welfare_app.services.work_pack import WorkPack

INTERVIEW_FORM = "welfare-interview"
OTHER_FORMS = ("probation-review", "site-surgery")
MOST = 8
LATER = 3
_HEARD = "Ask whether they have the sealed pack and can open it"
_CHASE = "Ask again for the records that others should keep"
_KEEP = "Do not copy or repair the folder."


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
class TalkKind:
    """A kind of talk that can be begun."""

    form: str
    title: str
    about: str


@dataclass(frozen=True, slots=True)
class HomeScreen:
    """Everything Home shows. `later` are (when, what); `kinds` are the other kinds of talk."""

    today: str
    needs: tuple[Need, ...]
    later: tuple[tuple[str, str], ...]
    helpline: Number | None
    practice: bool
    kinds: tuple[TalkKind, ...] = ()
    visit: VisitCard | None = None
    backup: str = ""


class HomeView(Protocol):
    """Whatever can draw Home."""

    def show_screen(self, screen: HomeScreen) -> None:
        """Draw it."""
        ...


class HomeBackups(Protocol):
    """What Home says of backups."""

    def say(self, now: datetime) -> tuple[str, tuple[Need, ...]]:
        """A quiet sentence while all is well, or blank and what needs somebody."""
        ...


class HomeNeeds(Protocol):
    """What Home says of something else that may need somebody: circles, or our certificates."""

    def say(self, now: datetime) -> tuple[Need, ...]:
        """What needs whoever is at work, until it is done."""
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
        circles: HomeNeeds | None = None,
        backups: HomeBackups | None = None,
        seal: HomeNeeds | None = None,
    ) -> None:
        self._view, self._around, self._interviews, self._packs = view, around, interviews, packs
        self._definitions, self._now, self._go, self._practice = definitions, now, go, practice
        self._backups, self._circles, self._seal = backups, circles, seal

    def begin(self) -> None:
        """Draw the page."""
        around, now = self._around.look(), self._now()
        needs: list[tuple[datetime, Need]] = []
        later: list[tuple[datetime, str, str]] = []
        for pack in around.open_packs:
            first, *beside = pack.running
            needs.append((first.by or pack.opened, self._stage(pack, first, now)))
            dated = [(one, one.by) for one in beside if one.by]
            needs += [(by, self._stage(pack, one, now)) for one, by in dated if by < now]
            to_come = [(by, one) for one, by in dated if by >= now][:1]
            later += [(by, day_and_hour(by, now), self._later(pack, one)) for by, one in to_come]
        needs += [(one.started, self._unfinished(one, now)) for one in around.unfinished]
        needs += [(one.started, self._unanswered(one)) for one in around.unanswered]
        for talk in around.reviews:
            if (on := talk.review) is None:
                continue
            at = datetime.combine(on, time(), now.tzinfo)
            if on <= now.astimezone().date():
                needs.append((at, self._review(on, talk, now)))
            else:
                later.append((at, day(at), f"Look again at {self._named(talk)}"))
        if around.unreadable:
            needs.append((datetime.min.replace(tzinfo=now.tzinfo), _damaged(around)))
        needs.sort(key=lambda item: item[0])
        backup, overdue = self._backups.say(now) if self._backups else ("", ())
        broken = self._circles.say(now) if self._circles else ()
        overdue += self._seal.say(now) if self._seal else ()
        later.sort(key=lambda item: item[0])
        self._view.show_screen(
            HomeScreen(
                day(now),
                (
                    *broken,
                    *_contested(around.contested),
                    *_chosen([need for _, need in needs]),
                    *overdue,
                ),
                tuple((when, what) for _, when, what in later[:LATER]),
                self._helpline(),
                self._practice,
                self._kinds(),
                self._card(around, now),
                backup,
            )
        )

    def changed(self, _changes: Changes) -> None:
        """Something was saved somewhere: draw again."""
        self.begin()

    def start_interview(self) -> None:
        """Begin a welfare interview."""
        self.start_talk(INTERVIEW_FORM)

    def start_talk(self, form: str) -> None:
        """Begin a talk of this kind."""
        begun = self._interviews.start(self._definitions.form(form).form)
        self._go(AtInterview(begun.id))

    def next_person(self) -> None:
        """Begin the next talk of the visit; only what the visit shares goes with it."""
        visit = self._under_way(self._around.look(), self._now())
        if visit is not None:
            form = self._definitions.form(visit.last.form).form
            self._go(AtInterview(self._interviews.start(form, after=visit.last.id).id))

    def open_pack(self) -> None:
        """Open an incident pack from nothing but a worry."""
        self._go(AtPack(self._packs.open(None).id))

    def follow(self, place: Place) -> None:
        """Go where a thing can be done."""
        self._go(place)

    def _stage(self, pack: PackCard, running: Running, now: datetime) -> Need:
        if running.stage in _OWED:
            return _owed(pack, running, now)
        words = workflow_of(self._definitions, pack)
        left = clock(running.by, now) if running.by else None
        return Need(
            "circle-alert" if left and left.late else "clock",
            words.text(running.stage, "order") or words.text(running.stage, "title"),
            f"Pack {pack.number}. Stage {pack.done + 1} of {pack.total}",
            (left.left if left.late else left.by) if left else "",
            bool(left and left.late),
            "Open",
            AtPack(pack.id),
        )

    def _later(self, pack: PackCard, running: Running) -> str:
        if running.stage in _OWED:
            return f"{_OWED[running.stage][0]}, {pack.number}"
        title = workflow_of(self._definitions, pack).text(running.stage, "title")
        return f"{title}, {pack.number}"

    def _unfinished(self, interview: TalkCard, now: datetime) -> Need:
        return Need(
            "pen-line",
            "Finish the interview while it is fresh",
            f"{self._named(interview)}, begun {day_and_hour(interview.started, now)}",
            "1 answer" if interview.answers == 1 else f"{interview.answers} answers",
            False,
            "Go on",
            AtInterview(interview.id),
        )

    def _unanswered(self, interview: TalkCard) -> Need:
        return Need(
            "flag",
            "Say what follows from the signs",
            f"{self._named(interview)} asks for an incident pack, and has none",
            "",
            False,
            "Open",
            AtInterview(interview.id),
        )

    def _review(self, on: date, interview: TalkCard, now: datetime) -> Need:
        days = (now.astimezone().date() - on).days
        late = f"{spell(timedelta(days=days))} late" if days else "today"
        return Need(
            "calendar-clock",
            "Look again, and add what you found to the outcome",
            f"{self._named(interview)}, kept under watch",
            late,
            days > 0,
            "Open",
            AtInterview(interview.id),
        )

    def _named(self, interview: TalkCard) -> str:
        return f"{form_of(self._definitions, interview).title} {interview.number}"

    def _kinds(self) -> tuple[TalkKind, ...]:
        worded = {name: self._definitions.form(name) for name in OTHER_FORMS}
        return tuple(TalkKind(name, one.title, one.about) for name, one in worded.items())

    def _card(self, around: Around, now: datetime) -> VisitCard | None:
        visit = self._under_way(around, now)
        return visit_card(visit) if visit else None

    def _under_way(self, around: Around, now: datetime) -> Visit | None:
        return around.visit if around.visit and around.visit.under_way(now) else None

    def _helpline(self) -> Number | None:
        words = self._definitions.contacts()
        found = (one for one in words.contacts if "advice" in one.purposes and one.phone)
        first = next(found, None)
        return number(first, words) if first else None


_OWED: dict[StageId, tuple[str, str, Callable[[PackId], Place]]] = {
    RECEIPT: (
        _HEARD,
        "Pack {} was sealed, and nobody has written down that it arrived",
        AtHandover,
    ),
    CHASE: (_CHASE, "Pack {}: somebody was asked, and has not answered", AtEvidence),
}
"""What others have not said yet: what to do, about what, and where it is written down."""


def _owed(pack: PackCard, running: Running, now: datetime) -> Need:
    left, (what, about, place) = clock(running.by or now, now), _OWED[running.stage]
    return Need(
        "circle-alert" if left.late else "clock",
        what,
        about.format(pack.number),
        left.left if left.late else left.by,
        left.late,
        "Open",
        place(pack.id),
    )


def _damaged(around: Around) -> Need:
    """What cannot be read, and where to see what to do about it."""
    title, rest = cannot_be_read(around.unreadable, around.listed)
    return Need("circle-alert", title, rest or _KEEP, "", True, "See", AtLaptop())


def _contested(count: int) -> tuple[Need, ...]:
    """That somebody should choose between what two laptops wrote, first of all."""
    if not count:
        return ()
    about = "1 thing was" if count == 1 else f"{count} things were"
    about = f"{about} written on two laptops. Both are kept"
    return (Need("users", "Choose which one stands", about, "", False, "Choose", AtCourier()),)


def _chosen(needs: list[Need]) -> tuple[Need, ...]:
    """As many as there is room for; no incident pack, nor damage, is left out for a talk."""
    packs = [need for need in needs if isinstance(need.place, AtPack | AtHandover | AtLaptop)]
    talks = [need for need in needs if need not in packs]
    kept = {id(need) for need in (*packs[:MOST], *talks[: max(MOST - len(packs), 0)])}
    return tuple(need for need in needs if id(need) in kept)
