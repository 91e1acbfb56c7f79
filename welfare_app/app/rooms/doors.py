"""Makes the room for each place once the vault is open: page, presenter, and their wires."""

from typing import assert_never

from welfare_app.app.room import Room
from welfare_app.app.rooms import (
    access,
    case,
    circle,
    copying,
    courier,
    everyday,
    evidence,
    handover,
    identity,
    keeping,
    paper,
    referral,
    retention,
    staff,
    talk,
    trail,
)
from welfare_app.app.rooms.house import House
from welfare_app.app.rooms.threshold import crossed
from welfare_app.presenters import places
from welfare_app.presenters.places import Place
from welfare_app.ui.parts import Kit


def room(house: House, place: Place, kit: Kit) -> Room:  # noqa: C901, PLR0911, PLR0912 - a line a place
    """The room for a place, drawn and wired."""
    match place := crossed(house, place):
        case places.AtHome():
            return everyday.home(house, kit)
        case places.AtCases():
            return everyday.cases(house, kit)
        case places.AtCheck():
            return everyday.check(house, kit)
        case places.AtLaptop():
            return everyday.laptop(house, kit)
        case places.AtPaper():
            return paper.paper(house, kit)
        case places.AtTrail():
            return trail.trail(house, kit)
        case places.AtCourier():
            return courier.room(house, kit)
        case places.AtInterview():
            return talk.interview(house, place, kit)
        case places.AtSigns():
            return talk.signs(house, place, kit)
        case places.AtTurned():
            return talk.turned(house, place, kit)
        case places.AtAssessment():
            return talk.assessment(house, place, kit)
        case places.AtConsents():
            return talk.consents(house, place, kit)
        case places.AtPack():
            return case.pack(house, place, kit)
        case places.AtCircle():
            return circle.circle(house, place, kit)
        case places.AtGlass():
            return circle.glass(house, kit)
        case places.AtLadder():
            return staff.ladder(house, kit)
        case places.AtEvidence():
            return evidence.listed(house, place, kit)
        case places.AtExhibit():
            return evidence.exhibit(house, place, kit)
        case places.AtChronology():
            return case.chronology(house, place, kit)
        case places.AtReferral():
            return referral.overview(house, place, kit)
        case places.AtReferralPage():
            return referral.question(house, place, kit)
        case places.AtReading():
            return referral.reading(house, place, kit)
        case places.AtTranscribe():
            return copying.transcribe(house, place, kit)
        case places.AtExchange():
            return copying.exchange(house, place, kit)
        case places.AtSeal():
            return referral.seal(house, place, kit)
        case places.AtHandover():
            return handover.handover(house, place, kit)
        case places.AtDisclosures():
            return handover.disclosures(house, place, kit)
        case places.AtBackups():
            return keeping.backups(house, kit)
        case places.AtRetention():
            return retention.retention(house, place, kit)
        case places.AtAccess():
            return access.access(house, place, kit)
        case places.AtIdentity():
            return identity.identity(house, kit)
        case places.AtStaff():
            return staff.staff(house, kit)
        case places.AtStaffMember():
            return staff.member(house, place, kit)
        case places.AtNewStaff():
            return staff.newcomer(house, kit)
        case places.AtNewSheet():
            return staff.new_sheet(house, kit)
        case places.AtOwnKey():
            return staff.own_key(house, kit)
        case (
            places.AtStart()
            | places.AtLocked()
            | places.AtRestore()
            | places.AtRescue()
            | places.AtEmergency()
        ):
            raise LookupError
        case _:
            assert_never(place)
