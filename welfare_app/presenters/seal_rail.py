"""The steps of sealing, and the rail that shows which of them somebody is at."""

from enum import StrEnum

from welfare_app.presenters.steps import RailGroup, RailScreen, RailStep


class Step(StrEnum):
    """Where the sealing has got to."""

    WHO = "who"
    LOOK = "look"
    WORDS = "words"
    DONE = "done"


STEPS = (
    (Step.WHO, "Who it is for, and why"),
    (Step.LOOK, "Look it through, and seal"),
    (Step.WORDS, "Read out the words"),
    (Step.DONE, "Hand it over"),
)


def seal_rail(at: Step) -> RailScreen:
    """The rail at one of the steps."""
    order = [step for step, _ in STEPS]
    now = order.index(at)
    steps = tuple(
        RailStep(
            step, title, "done" if order.index(step) < now else "now" if step is at else "next"
        )
        for step, title in STEPS
    )
    title = f"Step {now + 1} of {len(STEPS)}"
    return RailScreen("Seal and hand over", (RailGroup("", steps),), f"{title}: {STEPS[now][1]}")
