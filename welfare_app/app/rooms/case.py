"""The room of an incident pack."""

from welfare_app.app.room import Room, RoomJobs
from welfare_app.app.rooms.house import House
from welfare_app.presenters import places
from welfare_app.presenters.chronology import ChronologyPresenter
from welfare_app.presenters.pack import PackPresenter
from welfare_app.presenters.questions import Asking
from welfare_app.services.versions import stages_of, workflow_of
from welfare_app.ui.pages.chronology_page import ChronologyPage
from welfare_app.ui.pages.pack_page import PackPage
from welfare_app.ui.parts import Kit


def pack(house: House, place: places.AtPack, kit: Kit) -> Room:
    """What do I do now?"""
    desk = house.desk
    opened = desk.packs.get(place.pack)
    page, jobs = PackPage(kit, house.languages()), RoomJobs(house.jobs)
    presenter = PackPresenter(
        page,
        place.pack,
        place.stage,
        workflow_of(desk.definitions, opened),
        Asking(desk.definitions, stages_of(desk.definitions, opened)),
        desk.packs,
        desk.evidence,
        desk.definitions,
        jobs,
        desk.organisation.nation,
        house.go,
        desk.reach,
        desk.staff_names(),
        desk.hand_over,
        desk.ladder,
    )
    page.answered.connect(presenter.answered)
    page.acted.connect(presenter.act)
    page.stage_chosen.connect(presenter.look_at)
    page.files_given.connect(presenter.attach)
    page.cancelled.connect(presenter.cancel)
    page.skipped.connect(presenter.skip)
    page.date_met.connect(presenter.meet)
    page.called.connect(presenter.call)
    page.path_chosen.connect(presenter.choose)
    page.referral_wanted.connect(presenter.to_referral)
    page.chronology_wanted.connect(presenter.to_chronology)
    page.handover_wanted.connect(presenter.to_handover)
    page.circle_wanted.connect(presenter.to_circle)
    page.evidence_wanted.connect(presenter.to_evidence)
    page.kept.connect(house.say_kept)
    presenter.begin()
    return Room(
        page,
        lambda: presenter.place,
        presenter,
        jobs,
        presenter.home,
        forget=presenter.leave,
    )


def chronology(house: House, place: places.AtChronology, kit: Kit) -> Room:
    """What happened, in order."""
    desk = house.desk
    page, jobs = ChronologyPage(kit), RoomJobs(house.jobs)
    presenter = ChronologyPresenter(
        page, place.pack, desk.chronology, desk.definitions, jobs, house.go
    )
    page.write_wanted.connect(presenter.write)
    page.correct_wanted.connect(presenter.correct)
    page.given.connect(presenter.keep)
    page.left.connect(presenter.leave_it)
    page.save_wanted.connect(presenter.save)
    presenter.begin()
    return Room(
        page,
        lambda: place,
        presenter,
        jobs,
        presenter.back,
        changed=presenter.changed,
        forget=page.forget,
    )
