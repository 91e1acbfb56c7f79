"""Keeping cards true: whatever the audit trail says has changed gets a new card."""

from dataclasses import dataclass

from welfare_app.domain.cards import pack_card, talk_card
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.ids import InterviewId, PackId
from welfare_app.domain.search_words import pack_words, talk_words
from welfare_app.services.definitions import Definitions
from welfare_app.services.ports import UnitOfWork
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of, workflow_of


@dataclass(frozen=True, slots=True)
class KeepCards:
    """Brings the index of cards up to the newest entry. It is done before a list is asked for.

    Cards follow the trail and not the saving of records, so that whatever wrote a record, a
    talk, a colleague's bundle or a rescue, is in the lists; and saving costs nothing more.
    """

    shift: Shift
    definitions: Definitions

    def catch_up(self) -> None:
        """Make the cards true. On a full disk the lists stay as they were: reading goes on."""
        try:
            while self._some():
                pass
        except Unavailable as error:
            if error.code not in _GOES_ON:
                raise

    def _some(self) -> bool:
        """Catch up with some entries, in a piece of work of its own; whether there were any."""
        with self.shift.work() as work:
            behind = work.cards.behind()
            if behind is None:
                return False
            for id, kind in behind.records:
                self._renew(work, id, kind)
            work.cards.caught_up(behind.to)
            work.commit()
        return True

    def _renew(self, work: UnitOfWork, id: str, kind: str) -> None:
        try:
            if kind == "pack":
                talk = self._renew_pack(work, PackId(id))
                if talk is not None:  # which waited for a pack, or whose name changed
                    self._renew_talk(work, talk)
            else:
                self._renew_talk(work, InterviewId(id))
        except Refused:
            work.cards.drop(id)

    def _renew_pack(self, work: UnitOfWork, id: PackId) -> InterviewId | None:
        pack = work.packs.get(id)
        talk = work.interviews.get(pack.interview) if pack.interview else None
        workflow = workflow_of(self.definitions, pack).workflow
        words = pack_words(pack, talk, work.evidence.of(id))
        work.cards.put(pack_card(pack, workflow, talk), words)
        return pack.interview

    def _renew_talk(self, work: UnitOfWork, id: InterviewId) -> None:
        talk, signs = work.interviews.get(id), work.signs.of(id)
        card = talk_card(
            talk,
            form_of(self.definitions, talk).form,
            signs=any(sign.stands for sign in signs),
            packed=bool(work.packs.of(id)),
        )
        work.cards.put(card, talk_words(talk, work.notes.of(id), signs))


_GOES_ON = frozenset({"vault.disk-full", "vault.disk-failed", "vault.read-only"})
