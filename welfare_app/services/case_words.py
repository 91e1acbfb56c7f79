"""What is said while a case is worked: of its stages, and of whom to call."""

from typing import Protocol

from welfare_app.domain.contacts import Contact
from welfare_app.domain.workflow import Workflow


class WorkflowWords(Protocol):
    """A workflow and its words."""

    @property
    def workflow(self) -> Workflow:
        """The stages."""
        ...

    def text(self, stage: str, name: str) -> str:
        """One text of a stage (`title`, `order`, `why`, `done`), or blank."""
        ...

    def lines(self, stage: str, name: str) -> tuple[str, ...]:
        """The lines of a stage (`say`, `tasks`, `never`)."""
        ...


class ContactWords(Protocol):
    """The published contacts and their words."""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact."""
        ...

    def name(self, contact: str) -> str:
        """Who answers."""
        ...

    def note(self, contact: str) -> str:
        """What it is for, and any doubt about it."""
        ...
