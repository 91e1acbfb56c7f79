"""Whom to call: published numbers with the source and the day they were last checked."""

from dataclasses import dataclass
from enum import StrEnum


class Nation(StrEnum):
    """Where in the United Kingdom. Values are the Home Office's own."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


@dataclass(frozen=True, slots=True)
class Contact:
    """A published way to reach someone.

    `purposes` say what it is for (danger, police, advice, adult-referral, child, labour…);
    no `nations` means all four. `checked` is an ISO date, cut short where only the month is
    known. `doubt` is true where sources disagree or are old: the
    words then say so.
    """

    id: str
    phone: str
    email: str
    purposes: tuple[str, ...]
    nations: tuple[Nation, ...]
    source: str
    checked: str
    doubt: bool = False

    def serves(self, nation: Nation) -> bool:
        """Whether it is for people in this nation."""
        return not self.nations or nation in self.nations
