"""What was half-typed behind a button when the laptop was locked: no record, and not lost."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from welfare_app.domain.errors import WelfareAppError
from welfare_app.domain.roles import Act
from welfare_app.services.shift import Shift


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """Some questions and the words under them. `where` is the page; `key` is what they are kept by.

    `record` is the case they were about, with which they are erased; blank where there is none.
    """

    record: str
    where: str
    said: tuple[tuple[str, str], ...] = field(repr=False)
    key: str = ""


@dataclass(frozen=True, slots=True)
class KeepHalfTyped:
    """Keeps such words for whoever typed them, until they say that they are done with them."""

    shift: Shift

    def keep(self, words: HalfTyped) -> None:
        """Keep these too. Where the vault does not take them, the lock must not wait for it."""
        if not words.said:
            return
        key = f"{self._mine}/{self.shift.new_id()}/{words.record}"
        body = json.dumps({"where": words.where, "said": words.said})
        with suppress(WelfareAppError), self.shift.work() as work:
            work.drafts.keep(key, body)
            work.commit()

    def mine(self) -> Sequence[HalfTyped]:
        """What is kept for whoever is at work, the oldest first."""
        if not self.shift.may(Act.READ_CASES):
            return ()
        with self.shift.work() as work:
            kept = work.drafts.under(self._mine)
        return tuple(_read(key, body) for key, body in kept)

    def let_go(self, key: str) -> None:
        """They are done with it."""
        with self.shift.work() as work:
            work.drafts.keep(key, "")
            changes = work.commit()
        self.shift.announce(changes)

    @property
    def _mine(self) -> str:
        return f"half-typed/{self.shift.staff.id}"


def _read(key: str, body: str) -> HalfTyped:
    kept = json.loads(body)
    said = tuple((str(asked), str(words)) for asked, words in kept["said"])
    return HalfTyped(key.rpartition("/")[2], kept["where"], said, key)
