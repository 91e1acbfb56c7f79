"""What became of the views of the case desk that people keep. Names of views are never told."""

from dataclasses import dataclass

from welfare_app.domain.ids import ViewId


@dataclass(frozen=True, slots=True)
class ViewKept:
    """Someone kept a view of the desk, or put one back that they had just removed."""

    view: ViewId


@dataclass(frozen=True, slots=True)
class ViewRenamed:
    """Someone calls one of their views something else."""

    view: ViewId


@dataclass(frozen=True, slots=True)
class ViewRemoved:
    """Someone removed one of their views. Nothing of it is left."""

    view: ViewId
