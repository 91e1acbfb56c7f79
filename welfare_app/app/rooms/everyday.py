"""The rooms between jobs: Home, Cases, a check of a file, this laptop."""

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.app.rooms.identity import keeping, keeping_signer
from welfare_app.presenters import places
from welfare_app.presenters.cases import CasesPresenter
from welfare_app.presenters.check import CheckPresenter
from welfare_app.presenters.half_typed import HalfTypedPresenter
from welfare_app.presenters.home import HomePresenter
from welfare_app.presenters.home_backups import BackupsOnHome
from welfare_app.presenters.home_circles import CirclesOnHome
from welfare_app.presenters.home_seal import SealOnHome
from welfare_app.presenters.kept_views import KeptViewsPresenter
from welfare_app.presenters.laptop import LaptopPresenter
from welfare_app.ui.pages.cases_page import CasesPage
from welfare_app.ui.pages.check_page import CheckPage
from welfare_app.ui.pages.home_page import HomePage
from welfare_app.ui.pages.laptop_page import LaptopPage
from welfare_app.ui.parts import Kit


def home(house: House, kit: Kit) -> Room:
    """What needs me now."""
    desk = house.desk
    page = HomePage(kit, house.person())
    presenter = HomePresenter(
        page,
        desk.around,
        desk.interviews,
        desk.packs,
        desk.definitions,
        desk.shift.now,
        house.go,
        practice=desk.organisation.practice,
        circles=CirclesOnHome(desk.circles),
        backups=None if desk.organisation.practice else BackupsOnHome(desk.back_up),
        seal=None if desk.organisation.practice else _seal(house),
    )
    page.interview_wanted.connect(presenter.start_interview)
    page.talk_wanted.connect(presenter.start_talk)
    page.next_wanted.connect(presenter.next_person)
    page.pack_wanted.connect(presenter.open_pack)
    page.followed.connect(presenter.follow)
    house.follow_rail(page)
    presenter.begin()
    half_typed = HalfTypedPresenter(page.half_typed, desk.half_typed)
    page.half_typed.done.connect(half_typed.done)
    half_typed.begin()
    return house.room_of(page, (presenter, half_typed), places.AtHome, changed=presenter.changed)


def _seal(house: House) -> SealOnHome:
    return SealOnHome(keeping(house), keeping_signer(house))


def cases(house: House, kit: Kit) -> Room:
    """Every interview and pack."""
    desk = house.desk
    page = CasesPage(kit, house.person(), practice=desk.organisation.practice)
    presenter = CasesPresenter(
        page, desk.around, desk.definitions, desk.shift, desk.staff_names(), house.go
    )
    kept = KeptViewsPresenter(page, presenter, desk.views, desk.definitions)
    page.followed.connect(presenter.follow)
    page.shown.connect(kept.show)
    page.found.connect(presenter.find)
    page.sorted.connect(presenter.sort)
    page.narrowed.connect(presenter.narrow)
    page.cleared.connect(presenter.clear)
    page.filters_opened.connect(presenter.open_filters)
    page.view_chosen.connect(kept.choose)
    page.name_asked.connect(kept.name)
    page.rename_asked.connect(kept.rename)
    page.named.connect(kept.named)
    page.naming_left.connect(kept.leave_naming)
    page.removed.connect(kept.remove)
    house.follow_rail(page)
    kept.begin()
    return house.room_of(page, presenter, places.AtCases, changed=presenter.changed)


def check(house: House, kit: Kit) -> Room:
    """A sealed file, checked."""
    page, jobs = CheckPage(kit, house.person()), RoomJobs(house.jobs)
    presenter = CheckPresenter(page, house.desk.check, house.desk.definitions, jobs)
    page.checked.connect(presenter.check)
    page.cancelled.connect(presenter.cancel)
    page.page_wanted.connect(presenter.save_page)
    page.restarted.connect(presenter.again)
    house.follow_rail(page)
    presenter.begin()
    return Room(page, places.AtCheck, presenter, jobs, forget=page.forget)


def laptop(house: House, kit: Kit) -> Room:
    """How it looks, and whether the vault is well."""
    desk = house.desk
    page, jobs = _laptop_page(house, kit), RoomJobs(house.jobs)
    whose = (desk.organisation.name, desk.organisation.laptop)
    presenter = LaptopPresenter(
        page,
        whose,
        house.look(),
        desk.shift,
        house.tools.disk,
        desk.definitions,
        jobs,
        house.go,
        house.locking,
        practice=desk.organisation.practice,
    )
    page.rescue_wanted.connect(presenter.rescue)
    page.followed.connect(presenter.follow)
    page.look_chosen.connect(house.choose_look)
    page.minutes_chosen.connect(presenter.lock_after)
    page.examine_asked.connect(presenter.examine)
    page.certificate_wanted.connect(presenter.save_certificate)
    house.follow_rail(page)
    presenter.begin()
    return Room(page, places.AtLaptop, presenter, jobs)


def _laptop_page(house: House, kit: Kit) -> LaptopPage:
    practice = house.desk.organisation.practice
    return LaptopPage(kit, house.person(), str(house.folder), practice=practice)
