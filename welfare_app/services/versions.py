"""What a record is drawn with: the versions of the form and the stages it was begun on."""

from typing import Protocol

from welfare_app.services.case_words import WorkflowWords
from welfare_app.services.definitions import Definitions, FormDefinition


class OnForm(Protocol):
    """A record that answers a form, and remembers which version of it."""

    @property
    def form(self) -> str:
        """The form."""
        ...

    @property
    def form_version(self) -> int:
        """Its version when the record was begun."""
        ...


class OnStages(Protocol):
    """A record that is worked by stages, and remembers which version of them."""

    @property
    def workflow(self) -> str:
        """The workflow."""
        ...

    @property
    def workflow_version(self) -> int:
        """Its version when the record was begun."""
        ...


def form_of(definitions: Definitions, record: OnForm) -> FormDefinition:
    """The form a record is drawn, checked and sealed with."""
    return definitions.form(record.form, version=record.form_version)


def workflow_of(definitions: Definitions, pack: OnStages) -> WorkflowWords:
    """The stages a pack is worked by."""
    return definitions.workflow(pack.workflow, version=pack.workflow_version)


def stages_of(definitions: Definitions, pack: OnStages) -> FormDefinition:
    """The questions of those stages, which have the version of the stages."""
    form = workflow_of(definitions, pack).workflow.form
    return definitions.form(form, version=pack.workflow_version)
