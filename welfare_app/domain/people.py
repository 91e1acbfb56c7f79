"""The organisation whose laptop this is, and the staff who use it."""

from dataclasses import dataclass, field
from enum import StrEnum

from welfare_app.domain.contacts import Nation
from welfare_app.domain.ids import StaffId


class Role(StrEnum):
    """What a member of staff may do."""

    CHAMPION = "champion"
    LEAD = "lead"
    CHECKER = "checker"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Staff:
    """Someone who can open the vault, or could: `off` for a while, or `gone` for good.

    Who is gone stays in the register, so that what they wrote keeps their name.
    """

    id: StaffId
    name: str = field(repr=False)
    role: Role = Role.LEAD
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    off: bool = False
    gone: bool = False

    @property
    def welcome(self) -> bool:
        """Whether they may open the vault, whatever the list of ways in says."""
        return not (self.off or self.gone)

    @property
    def ways(self) -> tuple[str, ...]:
        """How whoever has a question reaches them. A referral wants two."""
        return tuple(way for way in (self.phone, self.email) if way)


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose laptop this is. `practice` marks a vault of made-up cases."""

    name: str
    nation: Nation
    laptop: str
    practice: bool = False
