"""The room where paper is printed for a site with no laptop."""

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.presenters import places
from welfare_app.presenters.paper import PaperPresenter
from welfare_app.services.print_paper import PrintPaper
from welfare_app.ui.pages.paper_page import PaperPage
from welfare_app.ui.parts import Kit


def paper(house: House, kit: Kit) -> Room:
    """What can be printed blank."""
    desk, tools = house.desk, house.tools
    page, jobs = PaperPage(kit, house.person()), RoomJobs(house.jobs)
    service = PrintPaper(desk.definitions, tools.renderer, tools.disk)
    nation = desk.organisation.nation
    presenter = PaperPresenter(page, service, desk.definitions, jobs, nation, house.go)
    page.pack_wanted.connect(presenter.save_pack)
    page.card_wanted.connect(presenter.save_card)
    page.language_chosen.connect(presenter.choose)
    house.follow_rail(page)
    presenter.begin()
    return Room(page, places.AtPaper, presenter, jobs, presenter.back)
