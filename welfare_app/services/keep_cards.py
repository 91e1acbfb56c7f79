"""Keeping cards true: whatever the audit trail says has changed gets a new card."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from welfare_app.domain.cards import CHASE, RECEIPT, Card, Running, pack_card, talk_card
from welfare_app.domain.clocks import ticking
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.handover_feed import waited_for
from welfare_app.domain.ids import InterviewId, PackId
from welfare_app.domain.interview import Interview
from welfare_app.domain.pack import IncidentPack
from welfare_app.domain.search_words import pack_words, talk_words
from welfare_app.domain.workflow import Workflow
from welfare_app.services.definitions import Definitions
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.record_words import due_by
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of, workflow_of

Found = TypeVar("Found")
Made: TypeAlias = tuple[Card, str]
"""A card, and the words its record is found by."""

DAMAGED, UNREADABLE = "vault.damaged", "record.unreadable"


@dataclass(frozen=True, slots=True)
class KeepCards:
    """Brings the index of cards up to the newest entry. It is done before a list is asked for.

    Cards follow the trail and not the saving of records, so that whatever wrote a record, a
    talk, a colleague's bundle or a rescue, is in the lists; and saving costs nothing more.

    Damage hides nothing but itself: what cannot be read keeps the card it had, and where the
    cards themselves cannot be read they are made in memory of what can.
    """

    shift: Shift
    definitions: Definitions

    def catch_up(self) -> None:
        """Make the cards true. On a full disk the lists stay as they were: reading goes on."""
        try:
            while self._some():
                pass
        except Unavailable as error:
            if error.code in {DAMAGED, UNREADABLE}:
                self._around_damage()
            elif error.code not in _GOES_ON:
                raise

    def ask(self, question: Callable[[UnitOfWork], Found], *, fresh: bool = True) -> Found:
        """Answer from the cards, from those in memory where the vault's cannot be read."""
        if fresh:
            self.catch_up()
        for _ in range(_TRIES):
            try:
                with self.shift.work() as work:
                    return question(work)
            except Unavailable as error:
                if error.code != DAMAGED:
                    raise
        self._begin_aside()
        with self.shift.work() as work:
            return question(work)

    def mend(self, ids: Sequence[str]) -> None:
        """Make the cards of these records anew, which are not there or cannot be made out.

        Those of a case that is kept from whoever is at work are left as they are.
        """
        with self.shift.work() as work:
            ids = [id for id in ids if not work.circles.shuts_out(id)]
        for id in ids:
            try:
                with self.shift.upkeep() as work:
                    talk = self._cards_of(work, id, "interview")
                    _put(work, id, talk or self._cards_of(work, id, "pack"))
                    work.commit()
            except Unavailable as error:
                if error.code not in {DAMAGED, UNREADABLE} | _GOES_ON:
                    raise

    def unreadable(self) -> int:
        """How many talks and packs cannot be read, as far as anything has shown that."""
        with self.shift.work() as work:
            known = work.interviews.unreadable() + work.packs.unreadable()
            return known or sum(
                self._cannot_be_read(work, id, kind) for id, kind in work.cards.without()
            )

    def _some(self) -> bool:
        """Catch up with some entries, in a piece of work of its own; whether there were any."""
        with self.shift.upkeep() as work:
            behind = work.cards.behind()
            if behind is None:
                return False
            for id, kind in behind.records:
                _put(work, id, self._cards_of(work, id, kind))
            work.cards.caught_up(behind.to)
            work.commit()
        return True

    def _around_damage(self) -> None:
        try:
            while self._some_around():
                pass
        except Unavailable as error:
            if error.code in _GOES_ON:
                return
            if error.code != DAMAGED:
                raise
            self._begin_aside()

    def _begin_aside(self) -> None:
        with self.shift.upkeep() as work:
            work.cards.set_aside()
        while self._some_around():
            pass

    def _some_around(self) -> bool:
        """The same in two pieces of work: whatever reads damage must not write any more."""
        made: list[tuple[str, Sequence[Made] | None]] = []
        with self.shift.upkeep() as work:
            behind = work.cards.behind()
            if behind is None:
                return False
            for id, kind in behind.records:
                try:
                    made.append((id, self._cards_of(work, id, kind)))
                except Unavailable as error:
                    if error.code != UNREADABLE:
                        raise
        with self.shift.upkeep() as work:
            for id, cards in made:
                _put(work, id, cards)
            work.cards.caught_up(behind.to)
            work.commit()
        return True

    def _cards_of(self, work: UnitOfWork, id: str, kind: str) -> Sequence[Made] | None:
        """The cards that follow from a record; nothing where it is not there any more."""
        try:
            if kind != "pack":
                return [self._of_talk(work, InterviewId(id))]
            pack = work.packs.get(PackId(id))
            talk = _talk_of(work, pack)
            made = self._of_pack(work, pack, talk)
        except Refused:
            return None
        if talk is None:
            return [made]
        try:  # the talk waited for a pack, or its name changed
            return [made, self._of_talk(work, talk.id)]
        except Refused:
            return [made]

    def _of_pack(self, work: UnitOfWork, pack: IncidentPack, talk: Interview | None) -> Made:
        workflow = workflow_of(self.definitions, pack).workflow
        evidence = _as_far_as_read(lambda: work.evidence.of(pack.id)) or ()
        is_working = self.definitions.working_days(work.register.organisation().nation)
        clocks = ticking(workflow, pack, is_working)
        owed = tuple(self._owed(work, workflow, pack))
        return pack_card(pack, workflow, talk, clocks, owed), pack_words(pack, talk, evidence)

    def _owed(self, work: UnitOfWork, workflow: Workflow, pack: IncidentPack) -> Iterator[Running]:
        """What others have not said yet, and by when they should have."""
        within = self.definitions.disclosing().rules.receipt_within
        referrals = _as_far_as_read(lambda: work.referrals.of(pack.id)) or ()
        if receipt := waited_for(workflow, pack, referrals, within):
            yield Running(RECEIPT, receipt)
        records = self.definitions.records_to_keep()
        asked = _as_far_as_read(lambda: work.preservations.of(pack.id)) or ()
        due = [by for one in asked if (by := due_by(records, one))]
        if due:
            yield Running(CHASE, min(due))

    def _of_talk(self, work: UnitOfWork, id: InterviewId) -> Made:
        talk = work.interviews.get(id)
        signs = _as_far_as_read(lambda: work.signs.of(id))
        packs = _as_far_as_read(lambda: work.packs.of(id))
        notes = _as_far_as_read(lambda: work.notes.of(id)) or ()
        card = talk_card(
            talk,
            form_of(self.definitions, talk).form,
            # signs that cannot be read are taken to stand: they may not be passed by
            signs=signs is None or any(sign.stands for sign in signs),
            packed=packs is None or bool(packs),
        )
        return card, talk_words(talk, notes, signs or ())

    def _cannot_be_read(self, work: UnitOfWork, id: str, kind: str) -> bool:
        try:
            if kind == "pack":
                work.packs.get(PackId(id))
            else:
                work.interviews.get(InterviewId(id))
        except Unavailable as error:
            return error.code == UNREADABLE
        except Refused:
            return False
        return False


_GOES_ON = frozenset({"vault.disk-full", "vault.disk-failed", "vault.read-only"})
_TRIES = 2
"""A connection that met damage elsewhere is renewed for the second."""


def _put(work: UnitOfWork, id: str, made: Sequence[Made] | None) -> None:
    if made is None:
        work.cards.drop(id)
    for card, words in made or ():
        work.cards.put(card, words)


def _as_far_as_read(read: Callable[[], Found]) -> Found | None:
    """What belongs to a record, or nothing where some of it cannot be read."""
    try:
        return read()
    except Unavailable as error:
        if error.code != UNREADABLE:
            raise
        return None


def _talk_of(work: UnitOfWork, pack: IncidentPack) -> Interview | None:
    """The talk a pack was opened from, if it was from one and that is here and can be read."""
    try:
        return work.interviews.get(pack.interview) if pack.interview else None
    except (Refused, Unavailable) as error:
        if error.code != UNREADABLE and isinstance(error, Unavailable):
            raise
        return None
