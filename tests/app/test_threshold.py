"""The threshold of every room: what is read is written down, and roles keep to their places."""

import shutil
from dataclasses import fields, replace
from typing import get_args

import pytest

from tests.desks import events
from tests.journeys.conftest import switch_on, tools  # noqa: F401 - fixtures are found by name
from tests.ui.kit.conftest import settle
from tests.ui.pages.aloud import names
from welfare_app.app.rooms.house import PLACES
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.people import Role
from welfare_app.domain.trail import Asked
from welfare_app.presenters import places
from welfare_app.presenters.places import AtCheck, AtHome, AtLaptop, AtTrail, Place
from welfare_app.services.practice import open_practice
from welfare_app.services.unlock import Opened

BEFORE = (places.AtStart, places.AtLocked, places.AtRestore, places.AtRescue, places.AtEmergency)
STAFF = (places.AtStaff, places.AtStaffMember, places.AtNewStaff, places.AtNewSheet)
LEADS = (
    *(*STAFF, places.AtCourier, places.AtRetention, places.AtAccess),
    *(places.AtGlass, places.AtLadder, places.AtIdentity),
    *(AtTrail, places.AtDisclosures),
)
LISTS = (
    *(AtHome, AtCheck, AtLaptop, places.AtCases, places.AtBackups, places.AtOwnKey),
    *(places.AtPaper, places.AtCircle),
    *(place for place in LEADS if place not in {AtTrail, places.AtDisclosures}),
)


@pytest.fixture
def opened(switch_on, tools, tmp_path, practice_made):  # noqa: F811
    """The practice vault, opened by someone in this role."""
    shutil.copytree(practice_made, tmp_path / "practice")

    def as_role(role):
        desktop = switch_on().desktop
        found = open_practice(tools, tmp_path / "practice")
        desktop._open(found)
        desktop.pack, desktop.interview = desktop._desk.around.all()
        desktop.referral = desktop._desk.referrals.of(desktop.pack).id
        desktop.evidence = desktop._desk.evidence.of(desktop.pack)[0].id
        if role is not Role.LEAD:
            desktop._open(replace(found, staff=replace(found.staff, role=role)))
        return desktop

    return as_role


def everywhere(desktop):
    """One of each place there is once the vault is open."""
    known = {
        "interview": desktop.interview,
        "pack": desktop.pack,
        "record": desktop.pack,
        "evidence": desktop.evidence,
        "referral": desktop.referral,
        "page": "how-they-were-treated",
        "staff": desktop._desk.shift.staff.id,
    }
    for kind in get_args(Place):
        if kind not in BEFORE:
            told = {one.name: known[one.name] for one in fields(kind) if one.name in known}
            if kind is not places.AtReferralPage:
                told.pop("page", None)
            yield kind(**told)


def read(desktop):
    """What the trail says was read, in order."""
    with desktop._desk.shift.work() as work:
        numbers = work.audit.numbers(Asked(events=("RecordRead",)))
        entries = reversed(work.audit.entries(numbers))
    return [(one.record, one.facts["kind"]) for one in entries]


def test_going_to_any_place_that_shows_a_record_is_written_down_once(qtbot, opened):
    desktop = opened(Role.LEAD)
    stood = []

    for place in everywhere(desktop):
        desktop._desk.reads._told.clear()
        before = len(read(desktop))
        for _ in range(2):
            desktop.go(place)
            settle(qtbot)
        assert len(read(desktop)) - before == (type(place) not in LISTS), place
        stood.append(type(place))

    assert {*stood, *BEFORE} == set(get_args(Place))


def test_each_way_of_looking_at_a_record_has_its_own_word(qtbot, opened):
    desktop = opened(Role.LEAD)
    for place in everywhere(desktop):
        desktop.go(place)
        settle(qtbot)

    assert set(read(desktop)) == {
        (desktop.interview, "record"),
        (desktop.interview, "assessment"),
        (desktop.interview, "turned"),
        (desktop.pack, "pack"),
        (desktop.pack, "evidence"),
        (desktop.evidence, "exhibit"),
        (desktop.pack, "chronology"),
        (desktop.pack, "handover"),
        (desktop.pack, "disclosures"),
        (desktop.pack, "referral"),
        (desktop.referral, "reading"),
        (desktop.referral, "transcribing"),
        (desktop.referral, "preview"),
        ("", "trail"),
    }
    assert len(read(desktop)) == len(set(read(desktop)))


def test_an_auditor_lands_on_the_trail_and_goes_only_where_no_case_is(qtbot, opened):
    desktop = opened(Role.AUDITOR)
    settle(qtbot)
    assert desktop._room.place() == AtTrail()

    stood = set()
    for place in everywhere(desktop):
        desktop.go(place)
        settle(qtbot)
        stood.add(type(desktop._room.place()))

    listed = {AtTrail, places.AtDisclosures}
    assert stood == {*listed, AtCheck, AtLaptop, places.AtOwnKey, places.AtPaper}
    assert set(read(desktop)) == {("", "trail"), (desktop.pack, "disclosures")}


def test_an_auditors_rail_shows_only_what_is_theirs(qtbot, opened):
    desktop = opened(Role.AUDITOR)

    for place in (AtTrail(), AtCheck(), AtLaptop(), places.AtPaper()):
        desktop.go(place)
        settle(qtbot)
        said = names(desktop.window.page.rail)
        assert "What was done" in said
        assert not {"Home", "Cases"} & set(said)

    desktop.window.page.rail.chosen.emit("trail")
    settle(qtbot)
    assert desktop._room.place() == PLACES["trail"]()


def test_a_checker_stands_in_every_place_of_cases_and_changes_nothing(qtbot, opened):
    desktop = opened(Role.CHECKER)
    vault = desktop._desk.shift.vault
    before = [one for one in events(vault) if one != "RecordRead"]

    for place in everywhere(desktop):
        desktop.go(place)
        settle(qtbot)
        wanted = AtHome if isinstance(place, LEADS) else type(place)
        assert type(desktop._room.place()) is wanted

    assert [one for one in events(vault) if one != "RecordRead"] == before


def test_a_disk_that_takes_nothing_lets_people_read_and_says_so(qtbot, opened, monkeypatch):
    desktop = opened(Role.LEAD)
    said = []
    monkeypatch.setattr(desktop.window, "say_kept", said.append)
    desktop._house = replace(desktop._house, say_kept=said.append)
    real = desktop._desk.shift.vault.work

    class Full:
        def __init__(self, work):
            self._work = work

        def __getattr__(self, name):
            return getattr(self._work, name)

        def __enter__(self):
            self._work.__enter__()
            return self

        def __exit__(self, *error):
            return self._work.__exit__(*error)

        def commit(self):
            raise Unavailable("vault.disk-full")

    monkeypatch.setattr(desktop._desk.shift.vault, "work", lambda by: Full(real(by)))
    desktop.go(places.AtPack(desktop.pack))
    settle(qtbot)

    assert desktop._room.place().pack == desktop.pack
    assert said[-1] == "Reading not yet written down"
    monkeypatch.setattr(desktop._desk.shift.vault, "work", real)


def test_whoever_goes_to_a_case_kept_to_others_is_led_elsewhere_and_reads_nothing(qtbot, opened):
    desktop = opened(Role.LEAD)
    desktop._desk.circles.draw(desktop.pack, [], [])
    mine, before = desktop._desk.shift, len(read(desktop))
    someone = replace(mine.staff, id="staff-noor", name="Noor Example")
    for role, elsewhere in ((Role.LEAD, places.AtGlass), (Role.CHAMPION, AtHome)):
        opening = Opened(mine.vault, desktop._desk.organisation, replace(someone, role=role))
        desktop._open(opening)
        for place in (
            places.AtPack(desktop.pack),
            places.AtInterview(desktop.interview),
            places.AtReferralPage(desktop.referral, "how-they-were-treated"),
            places.AtExhibit(desktop.pack, desktop.evidence),
            places.AtCircle(desktop.pack),
        ):
            desktop.go(place)
            settle(qtbot)
            assert type(desktop._room.place()) is elsewhere

    assert len(read(desktop)) == before
