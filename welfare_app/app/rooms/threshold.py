"""The threshold of every room: who may cross it, and what is written down as they do."""

from collections.abc import Mapping

from welfare_app.app.rooms.house import House
from welfare_app.domain.errors import Refused
from welfare_app.domain.ids import InterviewId
from welfare_app.domain.roles import Act
from welfare_app.presenters import places
from welfare_app.presenters.places import Place
from welfare_app.presenters.ways import WAYS
from welfare_app.services.note_reads import As

UNREAD = "Reading not yet written down"
"""What stands where the kept time does, while the disk takes nothing."""

OPEN = (places.AtCheck, places.AtLaptop)
"""Where anyone may be, whatever their role."""

OF_STAFF = (places.AtStaffMember, places.AtNewStaff, places.AtNewSheet)
"""What the page of the staff leads to, and so is for the same people."""

_READ_AS: Mapping[type, tuple[str, As]] = {
    places.AtTurned: ("interview", As.TURNED),
    places.AtAssessment: ("interview", As.ASSESSMENT),
    places.AtPack: ("pack", As.PACK),
    places.AtChronology: ("pack", As.CHRONOLOGY),
    places.AtEvidence: ("pack", As.EVIDENCE),
    places.AtExhibit: ("evidence", As.EXHIBIT),
    places.AtReferral: ("pack", As.REFERRAL),
    places.AtReading: ("referral", As.READING),
    places.AtTranscribe: ("referral", As.TRANSCRIBING),
    places.AtSeal: ("referral", As.PREVIEW),
    places.AtHandover: ("pack", As.HANDOVER),
}
"""Places that show one record: which, and as what it is read there."""


def crossed(house: House, place: Place) -> Place:
    """Where someone really goes: a place their role allows. What they read is written down."""
    place = _allowed(house, place)
    try:
        read = _read(house, place)
        house.desk.circles.must_be_in(read[0] if read else getattr(place, "record", ""))
    except Refused as error:
        if error.code != "circle.shut":
            raise
        return _allowed(house, places.AtGlass())
    if read and not house.desk.reads.opened(*read):
        house.say_kept(UNREAD)
    return place


def _allowed(house: House, place: Place) -> Place:
    """The place, or where this person's work begins where it is not theirs."""
    act, shift = act_of(place), house.desk.shift
    if act is None or shift.may(act):
        return place
    return places.AtHome() if shift.may(Act.READ_CASES) else places.AtTrail()


def act_of(place: Place) -> Act | None:
    """What someone must be allowed to do to be there: reading cases, if nobody said otherwise."""
    if isinstance(place, OPEN):
        return None
    if isinstance(place, OF_STAFF):
        return Act.MANAGE_STAFF
    return next((way.act for way in WAYS if type(way.place) is type(place)), Act.READ_CASES)


def _read(house: House, place: Place) -> tuple[str, As] | None:
    """Which record is read by going there, and as what; nothing where none is."""
    if found := _READ_AS.get(type(place)):
        record, kind = found
        return getattr(place, record), kind
    match place:
        case places.AtInterview(talk) | places.AtSigns(talk) | places.AtConsents(talk):
            return talk, _talk_as(house, talk)
        case places.AtReferralPage(referral) | places.AtExchange(referral):
            return house.desk.referrals.get(referral).pack, As.REFERRAL
        case places.AtRetention(case) if case:
            return case, As.RECORD
        case places.AtTrail():
            return "", As.TRAIL
        case places.AtDisclosures(pack):
            return pack or "", As.DISCLOSURES
        case _:
            return None


def _talk_as(house: House, talk: InterviewId) -> As:
    return As.RECORD if house.desk.interviews.resume(talk).finished else As.TALK
