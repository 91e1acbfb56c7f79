"""Backups as they are told: when proved, what failed, and what restoring would change."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.backups import Elsewhere, door_of, made, make_vault, restorer_of, talk
from tests.conftest import NOON
from tests.desks import ROSA, WORDS, Screens, quick_keys
from welfare_app.domain.backup import Backup
from welfare_app.domain.comparison import Comparison, Here, Item
from welfare_app.domain.people import Role
from welfare_app.presenters.backup_words import ago
from welfare_app.presenters.backups import BackupsPresenter
from welfare_app.presenters.home_backups import BackupsOnHome
from welfare_app.presenters.places import AtBackups, AtRestore
from welfare_app.presenters.restore import RestorePresenter, groups
from welfare_app.presenters.ways import WAYS, ways_for
from welfare_app.services.back_up import BackUp
from welfare_app.services.restore import Restore
from welfare_app.services.shift import Shift


class View(Screens):
    """Screens, and how far things had got."""

    def __init__(self):
        super().__init__()
        self.heard = []

    def show_progress(self, done, total):
        self.heard.append((done, total))


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "home" / "vault"


@pytest.fixture
def elsewhere():
    return Elsewhere()


@pytest.fixture
def vault(elsewhere, folder, tools):
    door = door_of(elsewhere, tools.now)
    vault = door.open(folder, make_vault(door, folder))
    talk(vault, 1)
    yield vault
    vault.close()


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def back_up(tools, vault):
    return BackUp(Shift(vault, ROSA, tools.now, tools.new_id, lambda _: None), tools.version)


@pytest.fixture
def view():
    return View()


@pytest.fixture
def begun(view, back_up, tools, now, went):
    def at(jobs=now, back_up=back_up, **more):
        presenter = BackupsPresenter(view, back_up, tools.definitions, jobs, went.append, **more)
        presenter.begin()
        return presenter

    return at


def test_before_anything_was_made_it_says_so(begun, view):
    begun()

    assert (view.now.place, view.now.lines) == ("", ())
    assert (view.now.sentence, view.now.needs) == ("No backup has been made yet.", True)


def test_choosing_a_place_makes_the_first_backup_at_once(begun, view, stick):
    begun().choose(stick)

    assert view.now.done.startswith("A backup was made and proved: ")
    [line] = view.now.lines
    assert (line.made, line.proved, line.sure) == ("12 May, 13:00", "Proved today", True)
    assert view.now.sentence == "Last backup proved today."
    assert view.now.warning.startswith("This is the disk the vault is on.")
    assert view.heard[-1] == (1000, 1000)
    assert [done for done, _ in view.heard] == sorted(done for done, _ in view.heard)


def test_the_vaults_own_folder_is_no_place_for_them(begun, view, folder):
    begun().choose(folder)

    assert view.now.trouble.happened.startswith("Backups cannot go into")
    assert view.now.place == ""


def test_while_one_is_made_another_wish_is_not_heard_and_it_can_be_stopped(
    begun, view, stick, later, back_up
):
    back_up.choose(stick)
    presenter = begun(later)
    later.catch_up()
    presenter.make()
    presenter.make()
    assert view.now.busy
    assert len(later.waiting) == 1

    presenter.cancel()
    later.catch_up()
    assert view.now.done.startswith("Stopped.")
    assert list(stick.iterdir()) == []


def test_what_last_failed_is_said_in_words_and_with_its_day(begun, view, stick, back_up, clock):
    back_up.choose(stick)
    stick.rename(stick.with_name("drawer"))
    back_up.keep_up()
    clock.move(days=2)
    begun()

    assert view.now.failed.happened == (
        "Since 12 May: The place for backups is not connected just now."
    )
    assert not view.now.failed.grave


def test_an_older_one_is_proved_again(begun, view, stick, clock):
    presenter = begun()
    presenter.choose(stick)
    clock.move(days=9)
    presenter.changed(frozenset())
    assert (view.now.sentence, view.now.needs) == ("Last backup proved 9 days ago.", True)

    presenter.prove(view.now.lines[0].name)
    assert view.now.done.startswith("The backup of 12 May was opened and is whole")
    assert view.now.lines[0].proved == "Proved today"


def test_restoring_leads_away_and_only_those_who_may_see_it(begun, view, stick, back_up, went):
    presenter = begun()
    presenter.choose(stick)
    name = view.now.lines[0].name
    presenter.restore(name)
    presenter.restore("")

    assert went == [AtRestore(stick / name), AtRestore(None)]
    assert view.now.restores
    champion = replace(back_up.shift, staff=replace(ROSA, role=Role.CHAMPION))
    begun(back_up=replace(back_up, shift=champion))
    assert not view.now.restores
    begun(practice=True)
    assert not view.now.restores


def test_the_way_there_is_for_those_who_keep_backups(back_up):
    [way] = [one for one in WAYS if one.place == AtBackups()]

    assert way in ways_for(back_up.shift)
    auditor = replace(back_up.shift, staff=replace(ROSA, role=Role.AUDITOR))
    assert way not in ways_for(auditor)


def test_home_is_quiet_while_a_backup_is_fresh(back_up, stick, tools, clock):
    back_up.choose(stick)
    back_up.make()
    clock.move(days=3)

    assert BackupsOnHome(back_up).say(tools.now()) == ("Last backup proved 3 days ago", ())


@pytest.mark.parametrize(
    ("state", "what", "about"),
    [
        ("none", "Choose where backups go", "No backup has been made yet"),
        ("old", "Make a backup", "Last backup proved 8 days ago"),
        ("away", "Connect the place for backups", "Last backup proved 8 days ago"),
    ],
)
def test_home_asks_for_one_that_is_old_or_was_never_made(
    back_up, stick, tools, clock, state, what, about
):
    if state != "none":
        back_up.choose(stick)
        back_up.make()
        clock.move(days=8)
    if state == "away":
        stick.rename(stick.with_name("drawer"))
        back_up.keep_up()

    quiet, [need] = BackupsOnHome(back_up).say(tools.now())
    assert (quiet, need.what, need.about, need.late) == ("", what, about, True)
    assert need.place == AtBackups()


def test_an_auditor_is_told_and_not_asked(back_up, tools):
    shift = replace(back_up.shift, staff=replace(ROSA, role=Role.AUDITOR))

    said = BackupsOnHome(replace(back_up, shift=shift)).say(tools.now())
    assert said == ("No backup has been made yet", ())


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "yesterday"), (3, "3 days ago"), (-1, "today")]
)
def test_how_long_ago_is_said_in_days(days, words):
    assert ago(NOON - timedelta(days=days), NOON) == words


# Restoring


@pytest.fixture
def left():
    return []


@pytest.fixture
def restoring(view, vault, stick, elsewhere, folder, tools, now, left):
    backup = made(vault, stick)
    talk(vault, 2)
    vault.close()
    restore = Restore(restorer_of(elsewhere, tools.now), quick_keys, folder)

    def begin(jobs=now):
        presenter = RestorePresenter(
            view, restore, tools.definitions, jobs, tools.now, lambda: left.append(True)
        )
        presenter.begin()
        return presenter

    begin.backup = stick / backup.name
    return begin


def test_a_chosen_backup_says_who_can_open_it(restoring, view):
    restoring().choose(restoring.backup)

    assert view.now.people == ((ROSA.id, "Rosa Example, lead"),)
    assert view.now.backup == restoring.backup.name


def test_a_folder_that_is_none_says_so(restoring, view, stick):
    restoring().choose(stick)

    assert view.now.trouble.happened.startswith("This folder is not a backup")
    assert view.now.people == ()


def test_a_wrong_passphrase_can_be_tried_again(restoring, view):
    presenter = restoring()
    presenter.choose(restoring.backup)
    presenter.look(ROSA.id, "no such words")

    assert view.now.trouble.happened == "That did not open it."
    assert (view.now.busy, view.now.step) == ("", "choose")


def test_what_would_be_lost_is_shown_and_nothing_has_changed(restoring, view, folder):
    before = (folder / "records.db").read_bytes()
    presenter = restoring()
    presenter.choose(restoring.backup)
    presenter.look(ROSA.id, WORDS)

    assert view.now.step == "compare"
    assert view.now.made.startswith("Made on 12 May at 13:00: ")
    [group] = view.now.groups
    assert (group.title, group.grave) == ("Lost", True)
    assert group.lines == ("Talk W-0002, begun 12 May, 13:00",)
    assert (folder / "records.db").read_bytes() == before


def test_saying_yes_puts_it_in_place(restoring, view, folder):
    presenter = restoring()
    presenter.choose(restoring.backup)
    presenter.look(ROSA.id, WORDS)
    presenter.put_in_place()

    assert view.now.step == "done"
    assert len(list(folder.parent.glob("vault-put-aside-*"))) == 1


def test_leaving_takes_what_was_brought_away(restoring, folder, left):
    presenter = restoring()
    presenter.choose(restoring.backup)
    presenter.look(ROSA.id, WORDS)
    presenter.go_back()
    presenter.forget()

    assert left == [True]
    assert not folder.with_name(".vault.bringing").exists()
    presenter.put_in_place()
    assert not list(folder.parent.glob("vault-put-aside-*"))


def test_records_are_named_by_number_and_the_rest_are_counted():
    changed = (
        Item("interview", "W-0007", NOON),
        Item("note", "", NOON),
        Item("note", "", NOON),
        Item("hold", "", NOON),
    )
    [lost, back] = groups(Comparison(Here.READ, lost=changed, back=changed[:1]), NOON)

    assert lost.lines[0] == "Talk W-0007, begun 12 May, 13:00"
    assert set(lost.lines[1:]) == {"Two lines of talks", "One other record"}
    assert (back.title, back.grave) == ("Come back", False)


def test_where_nothing_would_change_that_is_said():
    [nothing] = groups(Comparison(Here.READ), NOON)

    assert nothing.title == "Nothing"
    assert groups(Comparison(Here.UNREADABLE), NOON) == ()


def test_a_backup_does_not_tell_where_it_lies():
    backup = Backup(NOON, "somebody's stick", 1, 1)

    assert "somebody" not in repr(backup)
