"""The vault itself, and who may open it."""

from dataclasses import dataclass

from welfare_app.domain.ids import StaffId


@dataclass(frozen=True, slots=True)
class VaultMade:
    """An organisation's vault came to be."""

    practice: bool


@dataclass(frozen=True, slots=True)
class StaffAdded:
    """Someone was given a way in."""

    staff: StaffId
    role: str
