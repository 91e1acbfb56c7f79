"""One's own passphrase: changed with the old one, or made stronger as it is."""

from collections.abc import Callable
from dataclasses import dataclass

from welfare_app.domain.errors import Refused
from welfare_app.domain.events import Event, PassphraseChanged, WayInRenewed
from welfare_app.domain.people import Organisation
from welfare_app.services.shift import Shift
from welfare_app.services.tools import Keys, StrengthJudge


@dataclass(frozen=True, slots=True)
class OwnKey:
    """What everyone may do about their own way in. Each takes a second or more: use a job."""

    shift: Shift
    organisation: Organisation
    keys: Callable[[], Keys]
    strength: StrengthJudge
    portable_keys: Callable[[], Keys] | None = None
    """Makes a way in that does without this laptop's keyring, where that was chosen."""

    def renewal(self) -> tuple[str, ...]:
        """Codes of why this way in could be made stronger on this laptop; mostly none."""
        if self.organisation.practice:
            return ()
        return tuple(self.keys().renewal(self.shift.staff.id))

    def change(self, old: str, new: str, *, without_keyring: bool = False) -> None:
        """Have another passphrase from now on."""
        key = self._key(old)
        if not self.strength(new, (self.shift.staff.name, self.organisation.name)).enough:
            raise Refused("key.weak-passphrase")
        keys = self.portable_keys if without_keyring and self.portable_keys else self.keys
        keys().change_passphrase(key, self.shift.staff.id, new)
        self._note(PassphraseChanged(self.shift.staff.id))

    def renew(self, passphrase: str) -> None:
        """Keep the passphrase, and make what it opens as strong as this laptop affords."""
        key = self._key(passphrase)
        self.keys().change_passphrase(key, self.shift.staff.id, passphrase)
        self._note(WayInRenewed(self.shift.staff.id))

    def _key(self, own: str) -> bytes:
        if self.organisation.practice:
            raise Refused("staff.practice")
        return self.keys().unlock(self.shift.staff.id, own)

    def _note(self, because: Event) -> None:
        with self.shift.work() as work:
            work.audit.note(because)
            work.commit()
