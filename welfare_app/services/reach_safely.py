"""Reaching a worker safely: what they agreed to, for every screen where someone could try."""

from dataclasses import dataclass

from welfare_app.domain.ids import PackId
from welfare_app.domain.safe_contact import safe_contact
from welfare_app.domain.summing import Asked
from welfare_app.services.definitions import Definitions
from welfare_app.services.shift import Shift
from welfare_app.services.versions import form_of


@dataclass(frozen=True, slots=True)
class ReachSafely:
    """Says how a worker may be reached and who must not know, in the words of the talk."""

    shift: Shift
    definitions: Definitions

    def lines(self, pack: PackId) -> tuple[str, ...]:
        """What the talk behind a pack says of it; none where there was no talk."""
        with self.shift.work() as work:
            interview = work.packs.get(pack).interview
            record = work.interviews.get(interview) if interview else None
        if record is None:
            return ()
        words = form_of(self.definitions, record)
        return safe_contact(Asked(words.form, words, record.answers))
