"""What must be explained to an adult before agreeing can mean anything, and whether it was."""

from welfare_app.domain.answers import Answers
from welfare_app.domain.form import Form
from welfare_app.domain.ids import FieldId

POINTS = (FieldId("points"), FieldId("consent-points"))
"""The ticks of an interview and of a pack's consent stage: the same points, told at either."""


def unexplained(form: Form, *told: Answers) -> tuple[str, ...]:
    """The points of an interview's form that are ticked nowhere, in its order.

    A form that asks for none, or an older one that asks for fewer, is held to no more than that.
    """
    points = next((field.options for field in form.fields() if field.id == POINTS[0]), ())
    ticked: set[str] = set()
    for answers in told:
        for id in POINTS:
            answer = answers.get(id)
            if answer is not None and isinstance(answer.value, tuple):
                ticked |= set(answer.value)
    return tuple(one for one in points if one not in ticked)
