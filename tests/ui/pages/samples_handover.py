"""Screens for what became of a sealed pack, and for what left. All of it is invented."""

from dataclasses import replace

from tests.ui.pages.samples_sealing import DIGEST
from welfare_app.domain.handover import Step
from welfare_app.presenters.disclosures import DisclosureLine, DisclosuresScreen
from welfare_app.presenters.handover import (
    SAME_WAY,
    TITLES,
    HandoverScreen,
    SealedLine,
    StepLine,
)
from welfare_app.services.hand_over import ToldStep

CHOICES = {
    Step.HANDED: (("in-person", "By hand"), ("secure-mail", "By secure e-mail")),
    Step.TOLD: (("telephone", "Read out by telephone"), ("secure-mail", "By secure e-mail")),
    Step.REASONABLE: (("positive", "There are reasonable grounds"),),
    Step.CONCLUSIVE: (("conclusive-yes", "There are conclusive grounds"),),
    Step.OTHER: (("withdrawn", "It was withdrawn"),),
}


def step(one: Step, **more) -> StepLine:
    told = {"said": "", "note": "", "begin": ToldStep(DIGEST, one, "2026-11-20", "16:30")} | more
    return StepLine(one, TITLES[one], **told)


HANDED = step(
    Step.HANDED,
    said="By secure e-mail, by Rosa Example, 20 November 2026",
    note="Written down 16:30 today, Rosa Example",
)
TOLD = step(
    Step.TOLD,
    said="By secure e-mail, to Det. Sgt A. Example, 20 November 2026",
    note="Written down 16:31 today, Rosa Example",
    warning=SAME_WAY,
    earlier=("Before: By hand. Written down 16:30 today, Rosa Example",),
)
LATE = step(Step.RECEIVED, due="2 h late", late=True)


def screen(*lines: StepLine, **more) -> HandoverScreen:
    known = {line.step: line for line in lines}
    pack = SealedLine(
        DIGEST,
        "Sealed 16:20 today",
        (("For", "Det. Sgt A. Example, Northvale Police", "Telephone 01632 960 145"),),
        tuple(known.get(one) or step(one) for one in Step),
    )
    told = {"may_write": True, "may_read_register": True} | more
    return HandoverScreen("Incident pack P-0042", (pack,), CHOICES, **told)


def nothing() -> HandoverScreen:
    return replace(screen(), packs=())


def left() -> DisclosuresScreen:
    return DisclosuresScreen(
        "All cases",
        (
            DisclosureLine(
                "20 November 2026, 16:20",
                "A sealed pack, P-0042",
                (
                    ("To", "Det. Sgt A. Example, Northvale Police"),
                    ("Lawful basis", "Detecting or preventing crime"),
                    ("Left out", "The evidence files, because: They asked for less"),
                    ("SHA-256", DIGEST),
                ),
            ),
        ),
        "1 thing left, the newest first.",
    )
