"""Opens the guide at the topic for the place someone is at."""

from welfare_app.presenters import places
from welfare_app.presenters.guide import guide
from welfare_app.presenters.places import Place
from welfare_app.services.definitions import GuideWords
from welfare_app.ui.pages.guide_page import GuidePage
from welfare_app.ui.parts import Kit

PLACE_KEYS: dict[type[Place], str] = {
    places.AtStart: "start",
    places.AtLocked: "locked",
    places.AtHome: "home",
    places.AtCases: "cases",
    places.AtInterview: "interview",
    places.AtSigns: "signs",
    places.AtConsents: "consents",
    places.AtTurned: "turned",
    places.AtAssessment: "assessment",
    places.AtPack: "pack",
    places.AtEvidence: "evidence",
    places.AtExhibit: "exhibit",
    places.AtChronology: "chronology",
    places.AtReferral: "referral",
    places.AtReferralPage: "referral-page",
    places.AtReading: "reading",
    places.AtTranscribe: "transcribe",
    places.AtExchange: "exchange",
    places.AtSeal: "seal",
    places.AtHandover: "handover",
    places.AtDisclosures: "disclosures",
    places.AtCheck: "check",
    places.AtLaptop: "laptop",
    places.AtPaper: "paper",
    places.AtRescue: "rescue",
    places.AtTrail: "trail",
    places.AtCourier: "courier",
    places.AtBackups: "backups",
    places.AtRestore: "restore",
    places.AtRetention: "retention",
    places.AtAccess: "access",
    places.AtIdentity: "identity",
    places.AtStaff: "staff",
    places.AtStaffMember: "staff-member",
    places.AtNewStaff: "staff-new",
    places.AtNewSheet: "recovery-sheet",
    places.AtOwnKey: "own-passphrase",
    places.AtCircle: "circle",
    places.AtGlass: "glass",
    places.AtLadder: "ladder",
}
"""What the guide calls each place. Emergency numbers stand in front of a place and need no help."""


def guide_page(kit: Kit, words: GuideWords, place: Place, *, locked: bool) -> GuidePage:
    """The guide, at the topic for a place."""
    page = GuidePage(kit, locked=locked)
    page.show_screen(guide(words, PLACE_KEYS.get(type(place), "")))
    return page
