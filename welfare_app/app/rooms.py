"""Makes the room for each place once the vault is open: page, presenter, and their wires."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from welfare_app.app.late import page_image
from welfare_app.app.room import Room, RoomJobs
from welfare_app.presenters import places
from welfare_app.presenters.cases import CasesPresenter
from welfare_app.presenters.check import CheckPresenter
from welfare_app.presenters.home import HomePresenter
from welfare_app.presenters.interview import InterviewPresenter
from welfare_app.presenters.laptop import LaptopPresenter
from welfare_app.presenters.pack import PackPresenter
from welfare_app.presenters.places import Go, Place
from welfare_app.presenters.questions import Asking
from welfare_app.presenters.reading import ReadingPresenter
from welfare_app.presenters.referral import ReferralPresenter
from welfare_app.presenters.referral_page import ReferralPagePresenter
from welfare_app.presenters.seal import SealPresenter
from welfare_app.presenters.signs import SignsPresenter
from welfare_app.services.desk import INTERVIEW, REFERRAL, WORKFLOW, Desk
from welfare_app.services.jobs import JobRunner
from welfare_app.services.ports import Changes
from welfare_app.services.tools import Tools
from welfare_app.ui.pages.cases_page import CasesPage
from welfare_app.ui.pages.check_page import CheckPage
from welfare_app.ui.pages.home_page import HomePage
from welfare_app.ui.pages.interview_page import InterviewPage
from welfare_app.ui.pages.laptop_page import LaptopPage
from welfare_app.ui.pages.pack_page import PackPage
from welfare_app.ui.pages.question_page import QuestionPage
from welfare_app.ui.pages.reading_page import ReadingPage
from welfare_app.ui.pages.referral_page import ReferralPage
from welfare_app.ui.pages.seal_page import SealPage
from welfare_app.ui.pages.signs_page import SignsPage
from welfare_app.ui.parts import Kit
from welfare_app.ui.shell import Page

PLACES: dict[str, Callable[[], Place]] = {
    "home": places.AtHome,
    "cases": places.AtCases,
    "check": places.AtCheck,
    "laptop": places.AtLaptop,
}


@dataclass(frozen=True, slots=True)
class Rooms:
    """Knows every place that needs an open vault."""

    tools: Tools
    desk: Desk
    jobs: JobRunner
    go: Go
    folder: Path
    look: Callable[[], tuple[str, float]]
    choose_look: Callable[[str, float], None]
    say_kept: Callable[[str], None]

    def room(self, place: Place, kit: Kit) -> Room:
        """The room for a place, drawn and wired."""
        match place:
            case places.AtHome():
                return self._home(kit)
            case places.AtCases():
                return self._cases(kit)
            case places.AtInterview():
                return self._interview(place, kit)
            case places.AtSigns():
                return self._signs(place, kit)
            case places.AtPack():
                return self._pack(place, kit)
            case places.AtReferral():
                return self._referral(place, kit)
            case places.AtReferralPage():
                return self._question(place, kit)
            case places.AtReading():
                return self._reading(place, kit)
            case places.AtSeal():
                return self._seal(place, kit)
            case places.AtCheck():
                return self._check(kit)
            case places.AtLaptop():
                return self._laptop(kit)
            case places.AtStart() | places.AtLocked() | places.AtEmergency():
                raise LookupError
            case _:
                assert_never(place)

    def _home(self, kit: Kit) -> Room:
        desk = self.desk
        page = HomePage(kit, self._person())
        presenter = HomePresenter(
            page,
            desk.around,
            desk.interviews,
            desk.packs,
            desk.definitions,
            desk.shift.now,
            self.go,
            practice=desk.organisation.practice,
        )
        page.interview_wanted.connect(presenter.start_interview)
        page.pack_wanted.connect(presenter.open_pack)
        page.followed.connect(presenter.follow)
        self._follow_rail(page)
        presenter.begin()
        return self._room(page, presenter, places.AtHome, changed=presenter.changed)

    def _cases(self, kit: Kit) -> Room:
        desk = self.desk
        page = CasesPage(kit, self._person(), practice=desk.organisation.practice)
        presenter = CasesPresenter(page, desk.around, desk.definitions, desk.shift.now, self.go)
        page.followed.connect(presenter.follow)
        self._follow_rail(page)
        presenter.begin()
        return self._room(page, presenter, places.AtCases)

    def _interview(self, place: places.AtInterview, kit: Kit) -> Room:
        desk = self.desk
        words = desk.definitions.form(INTERVIEW)
        page = InterviewPage(kit, self._languages())
        presenter = InterviewPresenter(
            page,
            place.interview,
            place.page,
            Asking(desk.definitions, words),
            words,
            desk.definitions.catalogue(),
            desk.interviews,
            desk.signs,
            desk.packs,
            desk.rules,
            self.go,
        )
        page.answered.connect(presenter.answered)
        page.continued.connect(presenter.next)
        page.postponed.connect(presenter.later)
        page.stepped_back.connect(presenter.back)
        page.step_chosen.connect(presenter.look_at)
        page.sign_wanted.connect(presenter.add_sign)
        page.kept.connect(self.say_kept)
        page.pack_wanted.connect(presenter.open_pack)
        presenter.begin()
        return self._room(
            page, presenter, lambda: presenter.place, presenter.pause, forget=presenter.leave
        )

    def _signs(self, place: places.AtSigns, kit: Kit) -> Room:
        desk = self.desk
        page = SignsPage(kit)
        presenter = SignsPresenter(
            page,
            place.interview,
            place.page,
            desk.definitions.catalogue(),
            desk.definitions.form(INTERVIEW),
            desk.interviews,
            desk.signs,
            desk.definitions,
            self.go,
        )
        page.searched.connect(presenter.search)
        page.noted.connect(presenter.note)
        page.left.connect(presenter.back)
        presenter.begin()
        return self._room(page, presenter, lambda: place, back=presenter.back)

    def _pack(self, place: places.AtPack, kit: Kit) -> Room:
        desk = self.desk
        workflow = desk.definitions.workflow(WORKFLOW)
        page, jobs = PackPage(kit, self._languages()), RoomJobs(self.jobs)
        presenter = PackPresenter(
            page,
            place.pack,
            place.stage,
            workflow,
            Asking(desk.definitions, desk.packs.form),
            desk.packs,
            desk.evidence,
            desk.definitions,
            jobs,
            desk.organisation.nation,
            self.go,
        )
        page.answered.connect(presenter.answered)
        page.acted.connect(presenter.act)
        page.stage_chosen.connect(presenter.look_at)
        page.files_given.connect(presenter.attach)
        page.cancelled.connect(presenter.cancel)
        page.skipped.connect(presenter.skip)
        page.referral_wanted.connect(presenter.to_referral)
        page.kept.connect(self.say_kept)
        presenter.begin()
        return Room(
            page,
            lambda: presenter.place,
            presenter,
            jobs,
            presenter.home,
            forget=presenter.leave,
        )

    def _referral(self, place: places.AtReferral, kit: Kit) -> Room:
        desk = self.desk
        page = ReferralPage(kit)
        presenter = ReferralPresenter(
            page,
            place.pack,
            desk.definitions.form(REFERRAL),
            desk.definitions.workflow(WORKFLOW),
            desk.referrals,
            desk.packs,
            desk.evidence,
            self.go,
        )
        page.page_chosen.connect(presenter.open)
        page.gap_wanted.connect(presenter.first_gap)
        page.reading_wanted.connect(presenter.read)
        page.sealing_wanted.connect(presenter.seal)
        presenter.begin()
        return self._room(page, presenter, lambda: place, back=presenter.back)

    def _question(self, place: places.AtReferralPage, kit: Kit) -> Room:
        desk = self.desk
        words = desk.definitions.form(REFERRAL)
        page = QuestionPage(kit, self._languages())
        presenter = ReferralPagePresenter(
            page,
            place.referral,
            place.page,
            words,
            Asking(desk.definitions, words),
            desk.referrals,
            desk.evidence,
            self.go,
        )
        page.answered.connect(presenter.answered)
        page.continued.connect(presenter.next)
        page.stepped_back.connect(presenter.back)
        page.step_chosen.connect(presenter.look_at)
        page.kept.connect(self.say_kept)
        presenter.begin()
        return self._room(
            page, presenter, lambda: presenter.place, presenter.overview, forget=presenter.leave
        )

    def _reading(self, place: places.AtReading, kit: Kit) -> Room:
        desk = self.desk
        words = desk.definitions.form(REFERRAL)
        page = ReadingPage(kit)
        presenter = ReadingPresenter(
            page, place.referral, words, desk.referrals, desk.evidence, self.go
        )
        page.change_wanted.connect(presenter.change)
        presenter.begin()
        return self._room(page, presenter, lambda: place, back=presenter.back)

    def _seal(self, place: places.AtSeal, kit: Kit) -> Room:
        desk = self.desk
        page, jobs = SealPage(kit, page_image), RoomJobs(self.jobs)
        presenter = SealPresenter(
            page,
            place.referral,
            desk.referrals,
            desk.evidence,
            desk.seal,
            self.tools.page_count,
            desk.definitions,
            jobs,
            self.go,
        )
        page.named.connect(presenter.named)
        page.sealing_wanted.connect(presenter.seal)
        page.cancelled.connect(presenter.cancel)
        page.read_back.connect(presenter.read_back)
        page.hidden.connect(presenter.hide)
        page.sealed_again.connect(presenter.again)
        page.stepped_back.connect(presenter.back)

        def forget() -> None:
            page.forget()
            presenter.forget()

        presenter.begin()
        return Room(
            page,
            lambda: place,
            presenter,
            jobs,
            page.step_back,
            forget=forget,
            holds=lambda: presenter.holds,
        )

    def _check(self, kit: Kit) -> Room:
        page, jobs = CheckPage(kit, self._person()), RoomJobs(self.jobs)
        presenter = CheckPresenter(page, self.desk.check, self.desk.definitions, jobs)
        page.checked.connect(presenter.check)
        page.restarted.connect(presenter.again)
        self._follow_rail(page)
        presenter.begin()
        return Room(page, places.AtCheck, presenter, jobs, forget=page.forget)

    def _laptop(self, kit: Kit) -> Room:
        desk = self.desk
        page, jobs = self._laptop_page(kit), RoomJobs(self.jobs)
        whose = (desk.organisation.name, desk.organisation.laptop)
        presenter = LaptopPresenter(
            page, whose, self.look(), desk.shift, self.tools.disk, desk.definitions, jobs
        )
        page.look_chosen.connect(self.choose_look)
        page.examine_asked.connect(presenter.examine)
        page.certificate_wanted.connect(presenter.save_certificate)
        self._follow_rail(page)
        presenter.begin()
        return Room(page, places.AtLaptop, presenter, jobs)

    def _laptop_page(self, kit: Kit) -> LaptopPage:
        practice = self.desk.organisation.practice
        return LaptopPage(kit, self._person(), str(self.folder), practice=practice)

    def _room(
        self,
        page: Page,
        presenter: object,
        place: Callable[[], Place],
        back: Callable[[], None] = lambda: None,
        changed: Callable[[Changes], None] = lambda _: None,
        forget: Callable[[], None] = lambda: None,
    ) -> Room:
        return Room(page, place, presenter, RoomJobs(self.jobs), back, changed, forget)

    def _follow_rail(self, page: Page) -> None:
        if page.rail is not None:
            page.rail.chosen.connect(lambda key: self.go(PLACES[key]()))

    def _person(self) -> str:
        staff = self.desk.shift.staff
        return f"{staff.name}, {staff.role}"

    def _languages(self) -> tuple[tuple[str, str, bool], ...]:
        known, names = self.desk.definitions.languages()
        return tuple((one.tag, names[one.tag], one.right_to_left) for one in known)
