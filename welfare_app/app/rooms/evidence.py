"""The rooms of evidence: the list of a pack, and one file of it."""

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.presenters import places
from welfare_app.presenters.evidence import EvidencePresenter
from welfare_app.presenters.exhibit import ExhibitPresenter
from welfare_app.presenters.preserving import PreservingPresenter
from welfare_app.ui.pages.evidence_page import EvidencePage
from welfare_app.ui.pages.exhibit_page import ExhibitPage
from welfare_app.ui.parts import Kit

_PAGE = 664
"""Pixels of a page at normal text, as wide as the middle."""


def listed(house: House, place: places.AtEvidence, kit: Kit) -> Room:
    """What is kept, what is new, and what others keep."""
    desk, jobs = house.desk, RoomJobs(house.jobs)
    page = EvidencePage(kit)
    presenter = EvidencePresenter(
        page,
        place.pack,
        desk.packs,
        desk.evidence,
        desk.scans,
        desk.staff_names,
        desk.definitions,
        jobs,
        house.go,
    )
    keeping = PreservingPresenter(
        page, place.pack, desk.preserving, desk.staff_names, desk.definitions
    )
    page.opened.connect(presenter.open)
    page.files_given.connect(presenter.attach)
    page.cancelled.connect(presenter.cancel)
    page.folder_chosen.connect(presenter.choose_folder)
    page.look_wanted.connect(presenter.look)
    page.keep_asked.connect(keeping.ask)
    page.answered.connect(keeping.answer)
    presenter.begin()
    keeping.begin()
    return Room(page, lambda: presenter.place, (presenter, keeping), jobs, presenter.back)


def exhibit(house: House, place: places.AtExhibit, kit: Kit) -> Room:
    """One file."""
    desk, jobs = house.desk, RoomJobs(house.jobs)
    page = ExhibitPage(kit)
    presenter = ExhibitPresenter(
        page,
        place,
        desk.packs.get(place.pack).number,
        round(kit.theme.scaled(_PAGE) * page.devicePixelRatioF()),
        desk.evidence,
        desk.looking,
        desk.staff_names,
        desk.definitions,
        house.tools.disk,
        jobs,
        house.go,
    )
    page.turned.connect(presenter.turn)
    page.zoomed.connect(presenter.zoom)
    page.described.connect(presenter.describe)
    page.handled.connect(presenter.handle)
    page.copy_wanted.connect(presenter.save_copy)
    page.cancelled.connect(presenter.cancel)
    presenter.begin()

    def forget() -> None:
        presenter.forget()
        page.forget()

    return Room(page, lambda: presenter.place, presenter, jobs, presenter.back, forget=forget)
