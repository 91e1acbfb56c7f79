"""Shows what is to be mended in a form: beside each field, and as a list at the top."""

from collections.abc import Mapping

from welfare_app.ui.parts import Field
from welfare_app.ui.parts.problems import ProblemList

_COUNTS = ("One answer needs", "Two answers need", "Three answers need", "Four answers need")


def show_problems(
    listed: ProblemList, fields: Mapping[str, Field], problems: tuple[tuple[str, str], ...]
) -> None:
    """Say what needs another look, leaving alone what was typed."""
    found = dict(problems)
    for key, field in fields.items():
        if field.problem != found.get(key, ""):
            field.set_problem(found.get(key, ""))
    count = sum(bool(field.problem) for field in fields.values())
    words = _COUNTS[count - 1] if 0 < count <= len(_COUNTS) else f"{count} answers need"
    listed.show_problems(f"{words} another look", list(fields.values()))
