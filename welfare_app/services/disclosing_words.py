"""What sealing and the hand-over ask of the content."""

from typing import Protocol

from welfare_app.domain.disclosing import Disclosing


class DisclosingWords(Protocol):
    """What giving a case out rests on and how it travels, with the words for it."""

    @property
    def rules(self) -> Disclosing:
        """The bases and ways."""
        ...

    def basis(self, id: str) -> str:
        """What a basis is called."""
        ...

    def law(self, id: str) -> str:
        """The articles it rests on."""
        ...

    def fits(self, id: str) -> str:
        """When it fits."""
        ...

    def way(self, id: str) -> str:
        """How something travels."""
        ...

    def outcome(self, id: str) -> str:
        """What was decided."""
        ...
