"""The room where the organisation's seal is looked after."""

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.presenters import places
from welfare_app.presenters.identity import IdentityPresenter
from welfare_app.presenters.signer import SignerPresenter
from welfare_app.services.keep_identity import KeepIdentity
from welfare_app.services.keep_signer import KeepSigner
from welfare_app.ui.pages.identity_page import IdentityPage
from welfare_app.ui.parts import Kit


def identity(house: House, kit: Kit) -> Room:
    """The card, and the certificates behind it."""
    page, jobs, desk = IdentityPage(kit, house.person()), RoomJobs(house.jobs), house.desk
    presenter = IdentityPresenter(page, keeping(house), desk.check, desk.definitions, jobs)
    page.card_wanted.connect(presenter.save_card)
    page.root_wanted.connect(presenter.save_root)
    page.page_wanted.connect(presenter.save_page)
    page.lists_wanted.connect(presenter.save_lists)
    page.list_brought.connect(presenter.take_list)
    page.renewal_wanted.connect(presenter.renew)
    page.next_root_wanted.connect(presenter.follow_root)
    page.loss_told.connect(presenter.distrust)
    signer = _signer(house, page, jobs)
    house.follow_rail(page)
    presenter.begin()
    signer.begin()

    def forget() -> None:
        page.forget()
        signer.forget()

    def back() -> None:
        house.go(places.AtLaptop())

    return Room(page, places.AtIdentity, (presenter, signer), jobs, back, forget=forget)


def _signer(house: House, page: IdentityPage, jobs: RoomJobs) -> SignerPresenter:
    """What stands behind the part about a provider's certificate."""
    desk, part = house.desk, page.signer
    presenter = SignerPresenter(
        part, keeping_signer(house), desk.sign_beside, desk.definitions, jobs
    )
    part.looked_at.connect(presenter.look)
    part.kept.connect(presenter.keep)
    part.dropped.connect(presenter.drop)
    part.removed.connect(presenter.remove)
    part.file_signed.connect(presenter.sign)
    return presenter


def keeping(house: House) -> KeepIdentity:
    """What a lead does about the seal, at this desk."""
    tools = house.tools
    return KeepIdentity(house.desk.shift, tools.certifier, tools.renderer, tools.disk)


def keeping_signer(house: House) -> KeepSigner:
    """What a lead does about a provider's certificate, at this desk."""
    desk = house.desk
    return KeepSigner(desk.shift, house.tools.signatures, desk.organisation.practice)
