"""Who may open the vault, how that changed, and when they did. Times are text, as it is stored."""

from dataclasses import dataclass

from welfare_app.domain.ids import StaffId


@dataclass(frozen=True, slots=True)
class StaffRemoved:
    """Someone's way in was taken away. Their name stays with what they wrote."""

    staff: StaffId


@dataclass(frozen=True, slots=True)
class StaffSwitched:
    """Someone's way in was switched off for a while, or on again."""

    staff: StaffId
    on: bool


@dataclass(frozen=True, slots=True)
class StaffRoleChanged:
    """Someone may do other things from now on."""

    staff: StaffId
    role: str


@dataclass(frozen=True, slots=True)
class LadderChanged:
    """Somebody else stands on a rung of the ladder, or how they are reached was checked."""

    rung: str


@dataclass(frozen=True, slots=True)
class PassphraseChanged:
    """Someone has another passphrase; set by a lead, by themselves or with the recovery sheet."""

    staff: StaffId


@dataclass(frozen=True, slots=True)
class WayInRenewed:
    """Someone's way in was made anew for this laptop. Their passphrase is the same."""

    staff: StaffId


@dataclass(frozen=True, slots=True)
class RecoverySheetReplaced:
    """A new recovery sheet was made. The one before no longer opens."""


@dataclass(frozen=True, slots=True)
class WaysInAccepted:
    """An older list of the ways in had been put back; a lead looked into it and kept it."""


@dataclass(frozen=True, slots=True)
class VaultUnlocked:
    """Someone opened the vault. `way` is "passphrase" or "recovery"."""

    way: str


@dataclass(frozen=True, slots=True)
class UnlockFailed:
    """Wrong tries before an unlocking. `staff` is blank where they were no one's in particular."""

    staff: StaffId
    times: int
    first: str
    last: str
