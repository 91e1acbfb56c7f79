"""Who may open the vault, and who no longer may; and what is left when it stops half-way."""

from dataclasses import replace

import pytest

from tests.desks import ORGANISATION, WORDS, events, quick_keys, stopped
from tests.services.staffing import IDRIS, NEW_WORDS, NOOR, begin, managing
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.events import ViewKept
from welfare_app.domain.ids import ViewId
from welfare_app.domain.kept_view import KeptView, Looking
from welfare_app.domain.people import Role
from welfare_app.services.manage_staff import ManageStaff, Newcomer, Way
from welfare_app.services.own_key import OwnKey
from welfare_app.services.shift import Shift
from welfare_app.services.unlock import Unlock
from welfare_app.store.work import VaultWork


class World:
    """A vault that Rosa has open, and everybody's way to it."""

    def __init__(self, tools, folder):
        self.tools, self.folder = tools, folder
        self.rosa, self.code = begin(tools, folder)
        self.unlock = Unlock(tools.door, quick_keys, folder, quick_keys)
        self.heard = []
        self.sit_down(self.rosa.id, WORDS)

    def sit_down(self, who, words):
        self.opened = self.unlock.open(who, words)
        self.manage = managing(self.tools, self.opened, self.folder, heard=self.heard)

    def close(self):
        self.opened.vault.close()

    def ways(self):
        return {one.staff.name: one.way for one in self.manage.everyone()}

    def opens(self, who, words):
        """Whether someone gets in, with the vault closed and opened again around it."""
        self.close()
        try:
            self.unlock.open(who, words).vault.close()
        except (Refused, Unavailable) as error:
            return error.code
        finally:
            self.sit_down(self.rosa.id, WORDS)
        return True


@pytest.fixture
def world(tools, tmp_path):
    world = World(tools, tmp_path / "vault")
    yield world
    world.close()


@pytest.fixture
def idris(world):
    return world.manage.add(IDRIS, WORDS)


def test_someone_added_gets_in_with_the_passphrase_they_typed(world, idris):
    assert world.opens(idris.id, IDRIS.passphrase) is True
    assert world.ways() == {"Rosa Example": Way.ON, "Idris Example": Way.ON}
    assert idris.phone == IDRIS.phone
    assert "StaffAdded" in events(world.opened.vault)
    assert any(idris.id in changes for changes in world.heard)


def test_a_weak_passphrase_adds_nobody(world):
    with stopped(Refused, "key.weak-passphrase"):
        world.manage.add(Newcomer("Bo Example", Role.LEAD, "", "", "Bo Example 1"), WORDS)

    assert world.ways() == {"Rosa Example": Way.ON}


def test_nothing_is_changed_without_the_leads_own_passphrase(world, idris):
    manage = world.manage
    for change in (
        lambda: manage.add(NOOR, NEW_WORDS),
        lambda: manage.switch(idris.id, NEW_WORDS, on=False),
    ):
        with stopped(Unavailable, "key.wrong-passphrase"):
            change()
    assert world.ways() == {"Rosa Example": Way.ON, "Idris Example": Way.ON}


@pytest.mark.parametrize("role", [Role.CHAMPION, Role.CHECKER, Role.AUDITOR])
def test_only_a_lead_looks_after_staff(world, role, tools):
    person = world.manage.add(Newcomer("Bo Example", role, "", "", NEW_WORDS), WORDS)
    world.close()
    world.sit_down(person.id, NEW_WORDS)
    manage = world.manage

    for act in (
        manage.everyone,
        manage.faults,
        lambda: manage.add(IDRIS, NEW_WORDS),
        lambda: manage.take_away(world.rosa.id, NEW_WORDS),
        lambda: manage.switch(world.rosa.id, NEW_WORDS, on=False),
        lambda: manage.change_role(world.rosa.id, Role.AUDITOR, NEW_WORDS),
        lambda: manage.give_passphrase(world.rosa.id, NEW_WORDS, NEW_WORDS),
        lambda: manage.new_sheet(NEW_WORDS),
        lambda: manage.accept(NEW_WORDS),
    ):
        with stopped(Refused, "role.not-yours"):
            act()


def test_nothing_is_left_of_the_views_of_somebody_who_is_taken_away(world, idris):
    view = KeptView(ViewId("view-1"), "Mine", Looking("open"))
    with world.opened.vault.work(idris.id) as work:
        for who in (idris.id, world.rosa.id):
            kept = replace(view, id=ViewId(f"view-{who}"))
            work.views.put(who, kept, because=ViewKept(kept.id))
        work.commit()
    world.manage.take_away(idris.id, WORDS)

    with world.opened.vault.work(world.rosa.id) as work:
        assert work.views.of(idris.id) == ()
        assert [one.name for one in work.views.of(world.rosa.id)] == ["Mine"]


def test_who_is_taken_away_no_longer_gets_in_and_keeps_their_name(world, idris):
    world.manage.take_away(idris.id, WORDS)

    assert world.opens(idris.id, IDRIS.passphrase) == "key.no-slot"
    assert world.ways() == {"Rosa Example": Way.ON, "Idris Example": Way.GONE}
    assert "StaffRemoved" in events(world.opened.vault)
    for again in (
        lambda: world.manage.switch(idris.id, WORDS, on=True),
        lambda: world.manage.give_passphrase(idris.id, NEW_WORDS, WORDS),
    ):
        with stopped(Refused, "staff.gone"):
            again()


def test_a_way_in_is_switched_off_and_on_again(world, idris):
    world.manage.switch(idris.id, WORDS, on=False)
    assert world.opens(idris.id, IDRIS.passphrase) == "key.disabled"
    assert world.ways()["Idris Example"] is Way.OFF

    world.manage.switch(idris.id, WORDS, on=True)
    assert world.opens(idris.id, IDRIS.passphrase) is True


def test_a_new_role_needs_no_new_passphrase(world, idris):
    world.manage.change_role(idris.id, Role.LEAD, WORDS)
    world.close()

    world.sit_down(idris.id, IDRIS.passphrase)
    assert world.opened.staff.role is Role.LEAD
    world.manage.change_role(world.rosa.id, Role.CHAMPION, IDRIS.passphrase)
    world.manage.change_role(world.rosa.id, Role.LEAD, IDRIS.passphrase)
    assert world.opens(world.rosa.id, WORDS) is True


def test_a_lead_helps_somebody_who_forgot_to_a_new_passphrase(world, idris):
    world.manage.give_passphrase(idris.id, NEW_WORDS, WORDS)

    assert world.opens(idris.id, IDRIS.passphrase) == "key.wrong-passphrase"
    assert world.opens(idris.id, NEW_WORDS) is True
    assert "PassphraseChanged" in events(world.opened.vault)


CHANGES = {
    "take away": lambda world, who: world.manage.take_away(who, WORDS),
    "switch off": lambda world, who: world.manage.switch(who, WORDS, on=False),
    "another role": lambda world, who: world.manage.change_role(who, Role.AUDITOR, WORDS),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_last_lead_with_a_way_in_stays(world, idris, change):
    noor = world.manage.add(NOOR, WORDS)
    world.manage.switch(noor.id, WORDS, on=False)  # a lead who cannot get in is no lead

    with stopped(Refused, "staff.last-lead"):
        change(world, world.rosa.id)

    assert world.opens(world.rosa.id, WORDS) is True


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nobody_changes_their_own_way_in(world, change):
    world.manage.add(NOOR, WORDS)

    with stopped(Refused, "staff.own-way-in"):
        change(world, world.rosa.id)


def test_the_old_sheet_no_longer_opens_once_there_is_a_new_one(world):
    new = world.manage.new_sheet(WORDS)
    world.close()

    with stopped(Unavailable, "key.wrong-recovery-code"):
        world.unlock.vouch(world.code)
    assert [one.staff for one in world.unlock.vouch(new)] == [world.rosa.id]
    world.sit_down(world.rosa.id, WORDS)
    assert "RecoverySheetReplaced" in events(world.opened.vault)


def test_the_practice_vault_has_nobody_to_let_in(world, idris):
    practice = ORGANISATION.__class__("P", ORGANISATION.nation, "L", practice=True)
    shift, keys = world.manage.shift, world.manage.keys
    manage = ManageStaff(shift, practice, keys, world.tools.strength)
    own = OwnKey(shift, practice, keys, world.tools.strength)

    for change in (
        lambda: manage.take_away(idris.id, WORDS),
        lambda: own.change(WORDS, NEW_WORDS),
        lambda: own.renew(WORDS),
    ):
        with stopped(Refused, "staff.practice"):
            change()
    assert own.renewal() == ()


# One's own passphrase


@pytest.fixture
def own(world):
    shift = Shift(
        world.opened.vault, world.rosa, world.tools.now, world.tools.new_id, lambda _: None
    )
    return OwnKey(shift, ORGANISATION, world.manage.keys, world.tools.strength)


def test_ones_own_passphrase_is_changed_with_the_old_one(world, own):
    with stopped(Unavailable, "key.wrong-passphrase"):
        own.change(NEW_WORDS, NEW_WORDS)
    with stopped(Refused, "key.weak-passphrase"):
        own.change(WORDS, "short")

    own.change(WORDS, NEW_WORDS)

    world.close()
    with stopped(Unavailable, "key.wrong-passphrase"):
        world.unlock.open(world.rosa.id, WORDS)
    world.sit_down(world.rosa.id, NEW_WORDS)
    assert "PassphraseChanged" in events(world.opened.vault)


def test_a_way_in_is_renewed_under_the_same_passphrase(world, own):
    before = (world.folder / "slots.json").read_bytes()
    own.renew(WORDS)

    assert (world.folder / "slots.json").read_bytes() != before
    assert world.opens(world.rosa.id, WORDS) is True
    assert "WayInRenewed" in events(world.opened.vault)


# Stopped between the list of ways in and the register


class Stopped(BaseException):
    """The power went."""


def stop(monkeypatch, change):
    """Do something, and lose the power before the vault has kept its half."""

    def killed(_):
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(VaultWork, "commit", killed)
        with pytest.raises(Stopped):
            change()


def test_an_addition_stopped_half_way_leaves_nobody_a_way_in(world, monkeypatch):
    stop(monkeypatch, lambda: world.manage.add(NOOR, WORDS))
    assert world.ways() == {"Rosa Example": Way.ON}
    assert [one.staff for one in quick_keys(world.folder).people(everyone=True)] == [world.rosa.id]

    def killed(*_):
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr("welfare_app.keys.slots_file.write", killed)
        with pytest.raises(Stopped):
            world.manage.add(NOOR, WORDS)
    assert world.ways() == {"Rosa Example": Way.ON, "Noor Example": Way.NONE}
    noor = world.manage.everyone()[1].staff
    assert world.manage.add(NOOR, WORDS).id == noor.id
    assert world.ways() == {"Rosa Example": Way.ON, "Noor Example": Way.ON}
    assert world.opens(noor.id, NOOR.passphrase) is True


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (CHANGES["take away"], Way.NONE),
        (CHANGES["switch off"], Way.OFF),
        (CHANGES["another role"], Way.ON),
    ],
    ids=CHANGES,
)
def test_a_change_stopped_half_way_locks_nobody_out_and_is_finished_by_doing_it_again(
    world, idris, monkeypatch, change, left
):
    stop(monkeypatch, lambda: change(world, idris.id))

    assert world.ways() == {"Rosa Example": Way.ON, "Idris Example": left}
    assert world.opens(world.rosa.id, WORDS) is True
    if left is not Way.ON:
        assert world.opens(idris.id, IDRIS.passphrase) is not True
    change(world, idris.id)
    assert world.ways()["Idris Example"] is (Way.GONE if left is Way.NONE else left)


def test_switching_on_stopped_half_way_still_keeps_them_out(world, idris, monkeypatch):
    world.manage.switch(idris.id, WORDS, on=False)
    stop(monkeypatch, lambda: world.manage.switch(idris.id, WORDS, on=True))

    assert world.ways()["Idris Example"] is Way.OFF
    assert world.opens(idris.id, IDRIS.passphrase) == "staff.switched-off"
    world.manage.switch(idris.id, WORDS, on=True)
    assert world.opens(idris.id, IDRIS.passphrase) is True


def test_a_new_passphrase_stopped_half_way_opens_all_the_same(world, idris, monkeypatch):
    stop(monkeypatch, lambda: world.manage.give_passphrase(idris.id, NEW_WORDS, WORDS))

    assert world.opens(idris.id, NEW_WORDS) is True
