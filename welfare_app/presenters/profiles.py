"""Which column of strengths an interview is looked at with: an adult's, or a child's."""

from welfare_app.domain.answers import Answers
from welfare_app.domain.ids import FieldId

ADULT, CHILD = "adult_labour", "child_labour"
UNDER_18 = FieldId("under-18")
PERHAPS = frozenset({"yes", "not-sure"})
"""Not sure counts as a child."""


def profile_of(answers: Answers) -> str:
    """The profile that the answer to the worker's age leads to; an adult's until it is given."""
    answer = answers.get(UNDER_18)
    return CHILD if answer is not None and answer.value in PERHAPS else ADULT


def why(answers: Answers) -> str:
    """Why this profile, in words."""
    answer = answers.get(UNDER_18)
    match answer.value if answer is not None else None:
        case "yes":
            return "The worker is under 18, so a child’s strengths count."
        case "not-sure":
            return "It is not sure that the worker is 18, so a child’s strengths count."
        case "no":
            return "The worker is 18 or over, so an adult’s strengths count."
        case _:
            return "Nobody has answered yet whether the worker is under 18. An adult’s count here."
