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
    """Someone who can open the vault."""

    id: StaffId
    name: str = field(repr=False)
    role: Role = Role.LEAD
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whose laptop this is. `practice` marks a vault of made-up cases."""

    name: str
    nation: Nation
    laptop: str
    practice: bool = False
