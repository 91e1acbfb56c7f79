"""The branches of a run-book, drawn one after another."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from tests.pictures_upkeep import settle
from welfare_app.app.desktop import Desktop
from welfare_app.domain.answers import Answer
from welfare_app.domain.handover import Step
from welfare_app.domain.ids import FieldId, StageId
from welfare_app.presenters import places
from welfare_app.services.hand_over import ToldStep
from welfare_app.ui.parts import Link

NOTICED = {
    "danger-now": "no",
    "under-18": "no",
    "noticed-what": "A worker on the night line says that his passport is kept by the house boss.",
    "noticed-how": "told",
    "noticed-when": "2026-03-12",
}
SAFE = {
    "inside": "not-sure",
    "inside-who": "The house boss, and the driver",
    "may-know": "Test Champion, Test Lead",
    "safe-contact": "0113 496 0101, between 14:00 and 16:00",
}
PATH = {
    "outcome": "strong",
    "outcome-reason": "Papers and bank card are held",
    "second-opinion": "Test Checker",
}


def branches(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """A case from its first minute, and what changes its path."""
    desk = desktop._desk
    pack = desk.packs.open(None).id

    def tell(answers: dict[str, str]) -> None:
        for name, value in answers.items():
            desk.packs.answer(pack, FieldId(name), Answer(value))

    def shown(stage: str | None = None) -> None:
        desktop.go(places.AtPack(pack, StageId(stage) if stage else None))
        settle(app)

    shown()
    yield "pack-new"
    tell({"danger-now": "yes", "under-18": "not-sure"})
    shown()
    yield "pack-danger"
    shown("S1C")
    yield "pack-child"
    tell(NOTICED)
    desk.packs.complete(pack, StageId("S0"))
    shown()
    yield "pack-safe"
    tell(SAFE)
    desk.packs.complete(pack, StageId("S1"))
    shown()
    yield "pack-choose"
    tell(PATH)
    desk.packs.complete(pack, StageId("S2"))
    shown("S5")
    desktop.window.page._calls._answered()
    settle(app)
    yield "pack-call"
    shown("S2")
    desktop.window.page._paths._open()
    settle(app)
    yield "pack-path"
    tell({"spoke-alone": "no", "interpreter-used": "not-independent"})
    shown("S3")
    yield "pack-held"


def handing_over(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """What becomes of the pack that was sealed just now, from its page to the register."""
    desktop._room.presenter.hand_over()
    settle(app)
    yield "handover"
    presenter, page = desktop._room.presenter, desktop._room.page
    digest = presenter._hand_over.of(presenter._pack).sealings[-1].digest
    day = f"{desktop._desk.shift.now().astimezone():%Y-%m-%d}"
    page.findChildren(Link)[0].click()
    settle(app)
    page._open.give()
    settle(app)
    yield "handover-problem"
    for step, who in ((Step.HANDED, "Rosa Penhallow"), (Step.TOLD, "Test Responder One")):
        presenter.write(ToldStep(digest, step, day, "", "secure-mail", who))
    settle(app)
    yield "handover-same-way"
    desktop.go(places.AtPack(presenter._pack, StageId("S8")))
    settle(app)
    yield "pack-sealed"
    desktop.go(places.AtDisclosures(presenter._pack))
    settle(app, lambda: not desktop._room.presenter._screen.busy)
    yield "disclosures"
