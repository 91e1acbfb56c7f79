"""Staff and ways in, as a lead sees and changes them; and what everyone may do about their own."""

import shutil
from dataclasses import replace

import pytest

from tests.desks import WORDS, quick_keys
from tests.services.staffing import IDRIS, NEW_WORDS, begin, managing
from welfare_app.domain.errors import Unavailable
from welfare_app.domain.people import Role
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.presenters.new_sheet import NewSheetPresenter
from welfare_app.presenters.own_key import Change, OwnKeyPresenter
from welfare_app.presenters.places import AtNewSheet, AtNewStaff, AtOwnKey, AtStaff, AtStaffMember
from welfare_app.presenters.staff import StaffPresenter
from welfare_app.presenters.staff_member import MemberPresenter
from welfare_app.presenters.staff_new import NewStaffPresenter, SaidOfThem
from welfare_app.presenters.ways import ways_for
from welfare_app.services.manage_staff import ManageStaff
from welfare_app.services.own_key import OwnKey
from welfare_app.services.shift import Shift
from welfare_app.services.unlock import Unlock

SAID = SaidOfThem(
    " Idris Example ",
    "champion",
    "01632 960118",
    "",
    IDRIS.passphrase,
    IDRIS.passphrase,
    WORDS,
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "vault"


@pytest.fixture
def rosa(tools, folder):
    return begin(tools, folder)


@pytest.fixture
def opened(tools, folder, rosa):
    opened = Unlock(tools.door, tools.keys_for, folder).open(rosa[0].id, WORDS)
    yield opened
    opened.vault.close()


@pytest.fixture
def manage(tools, folder, opened):
    return managing(tools, opened, folder, tools.keys_for)


@pytest.fixture
def listing(tools, manage, screens, now, went):
    presenter = StaffPresenter(screens, manage, tools.definitions, now, went.append)
    presenter.begin()
    return presenter


@pytest.fixture
def adding(tools, manage, screens, now, went):
    presenter = NewStaffPresenter(screens, manage, tools.definitions, now, went.append)
    presenter.begin()
    return presenter


@pytest.fixture
def member(tools, manage, screens, now, went):
    idris = manage.add(IDRIS, WORDS)
    presenter = MemberPresenter(screens, manage, idris.id, tools.definitions, now, went.append)
    presenter.begin()
    return presenter


@pytest.mark.parametrize("role", Role)
def test_everyone_finds_their_own_passphrase_and_a_lead_finds_staff(opened, tools, role):
    person = type(opened.staff)(opened.staff.id, "Rosa Example", role)
    shift = Shift(opened.vault, person, tools.now, tools.new_id, lambda _: None)

    places = [way.place for way in ways_for(shift)]
    assert AtOwnKey() in places
    assert (AtStaff() in places) is (role is Role.LEAD)


def test_the_list_says_who_can_open_the_vault(listing, screens, manage):
    bo = manage.add(IDRIS, WORDS)
    manage.switch(bo.id, WORDS, on=False)
    listing.begin()

    [rosa, idris] = screens.now.lines
    assert (rosa.role, rosa.state, rosa.stands) == ("Lead", "Can open the vault", True)
    assert rosa.note.endswith("This is you")
    assert (idris.role, idris.state, idris.stands) == ("Champion", "Switched off", False)
    assert not screens.now.older


def test_the_list_leads_to_each_thing_that_is_done(listing, went):
    listing.add()
    listing.new_sheet()
    listing.open("someone")

    assert went == [AtNewStaff(), AtNewSheet(), AtStaffMember("someone")]


def test_an_older_list_put_back_is_grave_until_a_lead_keeps_it(listing, manage, screens, folder):
    shutil.copy(folder / "slots.json", folder.parent / "older.json")
    manage.add(IDRIS, WORDS)
    shutil.copy(folder.parent / "older.json", folder / "slots.json")
    listing.begin()
    assert screens.now.older
    assert screens.now.trouble.grave

    listing.accept("")
    assert screens.now.problems == (("own", "Type your own passphrase"),)
    listing.accept(NEW_WORDS)
    assert screens.now.trouble.happened == "That did not open it."
    listing.accept(WORDS)
    assert (screens.now.older, screens.now.trouble) == (False, None)


def test_someone_is_added_once_everything_is_said(adding, screens, manage, went):
    adding.submit(SaidOfThem("", "", "", "not an address", "short", "", ""))
    assert [field for field, _ in screens.now.problems] == [
        *("name", "role", "email", "passphrase", "own"),
    ]
    adding.passphrase_typed("short", "Idris Example")
    assert not screens.now.weighed.enough
    adding.passphrase_typed(IDRIS.passphrase, "Idris Example")
    assert screens.now.weighed.enough

    adding.submit(SAID)

    assert went == [AtStaff()]
    assert [one.staff.name for one in manage.everyone()] == ["Rosa Example", "Idris Example"]


def test_a_wrong_own_passphrase_adds_nobody_and_keeps_the_page(adding, screens, manage, went):
    adding.submit(SaidOfThem("Idris", "lead", "", "", NEW_WORDS, NEW_WORDS, "wrong words"))

    assert screens.now.trouble.happened == "That did not open it."
    assert (went, len(manage.everyone())) == ([], 1)


def test_a_second_press_while_someone_is_added_is_not_heard(tools, manage, screens, later, went):
    presenter = NewStaffPresenter(screens, manage, tools.definitions, later, went.append)
    presenter.submit(SAID)
    presenter.submit(SAID)

    assert screens.now.busy
    later.catch_up()
    assert len(manage.everyone()) == 2


def test_each_change_asks_for_the_leads_own_passphrase(member, screens, manage):
    member.switch("")
    assert screens.now.problems == (("own", "Type your own passphrase"),)
    assert screens.now.on


def test_a_way_in_is_switched_off_and_on(member, screens):
    member.switch(WORDS)
    assert (screens.now.on, screens.now.done) == (False, "They can no longer open the vault.")

    member.switch(WORDS)
    assert (screens.now.on, screens.now.done) == (True, "They can open the vault again.")


def test_a_role_is_changed_and_shown(member, screens):
    member.change_role("auditor", WORDS)

    assert (screens.now.role, screens.now.who.role) == ("auditor", "Auditor")


def test_a_new_passphrase_is_typed_twice(member, screens):
    member.give(NEW_WORDS, "another", WORDS)
    assert screens.now.problems == (("again", "The two are not the same. Type it once more"),)

    member.give(NEW_WORDS, NEW_WORDS, WORDS)
    assert screens.now.done.startswith("They have a new passphrase.")


def test_who_is_taken_away_is_gone_from_the_page_too(member, went, manage):
    member.take_away(WORDS)

    assert went == [AtStaff()]
    assert manage.everyone()[-1].staff.gone


def test_what_goes_wrong_is_said_and_the_rest_stays(member, screens):
    member.switch(NEW_WORDS)

    assert screens.now.trouble.happened == "That did not open it."
    assert (screens.now.on, screens.now.busy) == (True, False)


def test_on_ones_own_page_nothing_can_be_changed(tools, manage, screens, now, went, rosa):
    presenter = MemberPresenter(screens, manage, rosa[0].id, tools.definitions, now, went.append)
    presenter.begin()

    assert screens.now.mine


def test_a_new_sheet_is_held_until_it_is_saved(tools, manage, screens, now, went, tmp_path):
    presenter = NewSheetPresenter(
        screens, manage, tools.renderer, tools.disk, tools.definitions, now, went.append
    )
    presenter.begin()
    presenter.make("")
    assert screens.now.problems
    presenter.make(WORDS)
    code = screens.now.code
    assert code.count("-") == 8
    assert presenter.holds()
    presenter.make(WORDS)
    assert screens.now.code == code

    presenter.save(tmp_path / "no" / "folder" / "sheet.pdf")
    assert (screens.now.code, screens.now.saved, presenter.holds()) == (code, False, True)
    assert screens.now.trouble
    presenter.save(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert (screens.now.saved, presenter.holds()) == (True, False)
    presenter.go_on()
    assert went == [AtStaff()]


class Locked(NoSecrets):
    """A keyring nobody unlocks."""

    def make(self, vault, slot):
        raise Unavailable("keyring.locked")


def test_a_lead_whose_keyring_stays_locked_can_still_add_people_and_help_them(
    tools, opened, folder, manage, screens, now, went
):
    keys = lambda: KeyCabinet(folder, Locked(), Cost())  # noqa: E731
    stuck = ManageStaff(
        manage.shift, manage.organisation, keys, tools.strength, lambda: quick_keys(folder)
    )
    adding = NewStaffPresenter(screens, stuck, tools.definitions, now, went.append)
    adding.submit(SAID)
    assert screens.now.trouble.happened == "This laptop’s keyring is locked."
    assert screens.now.without_offered
    idris = stuck.everyone()[-1].staff
    member = MemberPresenter(screens, stuck, idris.id, tools.definitions, now, went.append)
    member.begin()
    assert (screens.now.has_way, screens.now.without_offered) == (False, False)
    member.give(IDRIS.passphrase, IDRIS.passphrase, WORDS)
    assert screens.now.without_offered
    member.give(IDRIS.passphrase, IDRIS.passphrase, WORDS, True)
    assert (screens.now.has_way, screens.now.trouble) == (True, None)
    adding.submit(replace(SAID, name="Bo Example", without_keyring=True))
    assert went == [AtStaff()]

    own = OwnKey(
        manage.shift, manage.organisation, keys, tools.strength, lambda: quick_keys(folder)
    )
    mine = OwnKeyPresenter(screens, own, tools.definitions, now)
    mine.change(Change(WORDS, NEW_WORDS, NEW_WORDS))
    assert screens.now.without_offered
    mine.change(Change(WORDS, NEW_WORDS, NEW_WORDS, without_keyring=True))
    assert screens.now.done.startswith("Your passphrase is changed.")
