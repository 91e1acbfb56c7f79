"""What the services need of whose vault it is, who works with it, and what it seals with."""

from typing import Protocol

from welfare_app.domain.events import Event
from welfare_app.domain.ladder import Standing
from welfare_app.domain.people import Organisation, Staff
from welfare_app.domain.seal import Identity
from welfare_app.domain.second_signature import SecondSigner


class Register(Protocol):
    """Whose vault it is, who works with it, and what it seals with."""

    def organisation(self) -> Organisation:
        """The organisation."""
        ...

    def save_organisation(self, record: Organisation, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def staff(self) -> tuple[Staff, ...]:
        """Everyone whose entry can be read, in the order added."""
        ...

    def unreadable_staff(self) -> int:
        """How many entries of staff cannot be read, because the vault is damaged there."""
        ...

    def save_staff(self, record: Staff, *, because: Event) -> None:
        """Keep someone's entry, and say why."""
        ...

    def ladder(self) -> tuple[Standing, ...]:
        """Who stands on the rungs of the ladder, as far as anybody was put there."""
        ...

    def save_rung(self, record: Standing, *, because: Event) -> None:
        """Keep who stands on a rung, and say why."""
        ...

    def identity(self) -> Identity:
        """What packs are sealed with."""
        ...

    def save_identity(self, record: Identity, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def second_signer(self) -> SecondSigner | None:
        """What second signatures are made with, where a provider's certificate is kept."""
        ...

    def keep_second_signer(self, record: SecondSigner, *, because: Event) -> None:
        """Keep it in the place of the one before, of which nothing is left, and say why."""
        ...

    def erase_second_signer(self, *, because: Event) -> None:
        """Leave nothing of it, and say why; nothing happens where there is none."""
        ...
