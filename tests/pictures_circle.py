"""A case kept to a circle, broken into by a lead, and read by those in it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from tests.pictures_upkeep import settle
from welfare_app.app.desktop import Desktop
from welfare_app.domain.answers import Answer
from welfare_app.domain.events import StaffAdded
from welfare_app.domain.ids import FieldId, StaffId
from welfare_app.domain.ladder import Rung, Standing
from welfare_app.domain.people import Role, Staff
from welfare_app.presenters import places
from welfare_app.presenters.ladder import Typed
from welfare_app.services.unlock import Opened

NOOR = Staff(StaffId("staff-noor"), "Noor Example", Role.LEAD)
OTHERS = (
    Staff(StaffId("staff-bo"), "Bo Example", Role.CHAMPION),
    Staff(StaffId("staff-mina"), "Mina Sample", Role.CHECKER),
    Staff(StaffId("staff-nia"), "Nia Sample", Role.AUDITOR),
)
LADDER = (
    Standing(Rung.LINE, "Bo Example", "01632 960002", staff=StaffId("staff-bo")),
    Standing(Rung.REGIONAL, "Tess Example", "01632 960003", "tess@example.org"),
    Standing(Rung.BOARD, "Nia Trustee", "", "nia.trustee@example.org"),
)


def circled(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """From the gate that offers a circle to the line on Home about who broke in."""
    desk = desktop._desk
    with desk.shift.work() as work:
        for one in (NOOR, *OTHERS):
            work.register.save_staff(one, because=StaffAdded(one.id, one.role))
        work.commit()
    yield from laddered(app, desktop)
    pack = desk.packs.open(None)
    told = {"danger-now": "no", "under-18": "no", "inside": "yes", "inside-who": "Bo, on nights"}
    for field, value in told.items():
        desk.packs.answer(pack.id, FieldId(field), Answer(value))
    desktop.go(places.AtPack(pack.id))
    settle(app)
    yield "pack-inside"
    desk.packs.answer(pack.id, FieldId("inside-who"), Answer("Bo, Nia and Tess"))
    desktop.go(places.AtPack(pack.id))
    settle(app)
    desktop.window.resize(1280, 1400)
    settle(app)
    yield "pack-nobody-left"
    desktop.window.resize(1280, 800)
    desk.packs.answer(pack.id, FieldId("inside-who"), Answer("Bo, on nights"))
    desktop.go(places.AtCircle(pack.id, places.AtPack(pack.id)))
    settle(app)
    yield "circle"
    desktop._room.presenter.draw(("staff-mina",), ("staff-mina",), "")
    settle(app)
    yield "circle-both"
    desktop._room.presenter.draw(("staff-mina",), ("staff-bo",), "Bo drives the van he named")
    settle(app)
    yield "circle-drawn"
    mine = Opened(desk.shift.vault, desk.organisation, desk.shift.staff)
    desktop._open(Opened(desk.shift.vault, desk.organisation, NOOR))
    desktop.go(places.AtGlass())
    settle(app)
    yield "glass"
    desktop._room.presenter.open(pack.number, "", "")
    settle(app)
    yield "glass-asked"
    desktop._room.presenter.open(pack.number, "He did not come back from his shift", "")
    settle(app, lambda: isinstance(desktop._room.place(), places.AtPack))
    yield "glass-broken"
    desktop._open(mine)
    settle(app)
    yield "home-broken"
    desktop.go(places.AtCircle(pack.id))
    settle(app)
    yield "circle-broken"


def laddered(app: QApplication, desktop: Desktop) -> Iterator[str]:
    """The ladder, and a rung of it that will not do."""
    desk = desktop._desk
    for rung in LADDER:
        desk.ladder.put(rung, checked=rung.rung is not Rung.BOARD)
    desktop.go(places.AtLadder())
    settle(app)
    yield "ladder"
    desktop._room.presenter.change("lead")
    settle(app)
    desktop._room.presenter.put(Typed("Noor Example", "12", "", NOOR.id, checked=False))
    settle(app)
    yield "ladder-changing"
