"""What the services need of circles: who each case is kept to."""

from typing import Protocol

from welfare_app.domain.circle import Circle
from welfare_app.domain.events import Event, GlassSeen


class Circles(Protocol):
    """The circles in the vault. What a circle keeps from someone, it keeps from them here too."""

    def all(self) -> tuple[Circle, ...]:
        """Every one that whoever asks may know of."""
        ...

    def save(self, record: Circle, *, because: Event) -> None:
        """Keep it, and say why."""
        ...

    def see(self, record: Circle, *, because: GlassSeen) -> None:
        """Keep that someone in it was told who broke in."""
        ...

    def of_case(self, root: str) -> Circle:
        """The circle of a case; one that keeps it from nobody where there never was any."""
        ...

    def root_of(self, record: str) -> str:
        """The root of the case a record belongs to."""
        ...

    def called(self, number: str) -> str:
        """The root of the case that a number belongs to, kept or not; refused where none does."""
        ...

    def shuts_out(self, root: str) -> bool:
        """Whether whoever is at work is kept from a case."""
        ...

    def break_into(self, root: str) -> Circle | None:
        """Enter a case from outside. It holds once committed, until the vault is closed.

        Gives its circle; nothing where damage took that, which keeps nobody from the case.
        """
        ...
