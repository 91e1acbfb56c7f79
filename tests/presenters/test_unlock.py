"""The locked screen: who are you, your passphrase, and the way in when it is forgotten."""

import shutil

import pytest

from tests.desks import ORGANISATION, WORDS, Screens, quick_keys
from welfare_app.domain.events import PackChecked
from welfare_app.presenters.unlock import UnlockPresenter
from welfare_app.services.first_run import Beginning, MakeVault
from welfare_app.services.unlock import Unlock


@pytest.fixture(scope="module")
def made(tools, tmp_path_factory):
    """A vault folder, who it belongs to, and its recovery code."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    make = MakeVault(tools.door, quick_keys, tools.new_identity, tools.now, tools.new_id)
    begun = make.begin(folder, Beginning(ORGANISATION, "Rosa Example"), WORDS)
    begun.vault.close()
    return folder, begun.staff.id, str(begun.recovery_code)


@pytest.fixture
def let_in():
    """What the locked screen handed on, closed again afterwards."""
    opened = []
    yield opened
    for one in opened:
        one.vault.close()


@pytest.fixture
def vouched():
    """Codes that were right, and who may go on with them."""
    return []


@pytest.fixture
def locked(tools, made, now, let_in, vouched, tmp_path):
    shutil.copytree(made[0], tmp_path / "vault")

    def at(jobs=now, folder=tmp_path / "vault"):
        view = Screens()
        unlock = Unlock(tools.door, quick_keys, folder)
        presenter = UnlockPresenter(
            view,
            unlock,
            tools.definitions,
            jobs,
            tools.now,
            let_in.append,
            lambda code, people: vouched.append((code, people)),
        )
        presenter.begin()
        return presenter, view

    return at


def test_it_greets_whoever_comes_and_names_who_can_open_it(locked, made):
    _, view = locked()

    assert view.now.greeting == "Good afternoon"
    assert view.now.people == ((made[1], "Rosa Example, lead"),)
    assert (view.now.busy, view.now.trouble, view.now.recovering) == (False, None, False)


def test_the_right_passphrase_hands_on_the_open_vault(locked, made, let_in):
    presenter, _ = locked()
    presenter.try_passphrase(made[1], WORDS)

    [opened] = let_in
    assert opened.staff.name == "Rosa Example"


def test_a_wrong_passphrase_says_so_calmly_and_can_be_tried_again(locked, made, let_in):
    presenter, view = locked()
    presenter.try_passphrase(made[1], "gravel teapot lantern orbits")
    assert view.now.trouble.happened == "That did not open it."
    assert not view.now.trouble.grave
    assert not view.now.restores
    assert (view.now.busy, let_in) == (False, [])

    presenter.try_passphrase(made[1], WORDS)
    assert len(let_in) == 1


def test_a_second_try_while_one_is_under_way_is_not_heard(locked, made, let_in, later):
    presenter, view = locked(later)
    for _ in range(3):
        presenter.try_passphrase(made[1], WORDS)
    assert view.now.busy
    assert len(later.waiting) == 1

    later.catch_up()
    assert len(let_in) == 1


def test_whoever_forgot_goes_on_with_the_recovery_sheet_to_a_new_passphrase(
    locked, made, let_in, vouched
):
    presenter, view = locked()
    presenter.recover_instead(True)
    assert view.now.recovering
    typed = made[2].lower().replace("-", " ")

    presenter.try_code(typed)

    [(code, people)] = vouched
    assert (code, [one.staff for one in people]) == (typed, [made[1]])
    assert let_in == []


def test_after_the_third_slip_it_says_how_long_to_wait_and_tries_nothing(locked, made, let_in):
    presenter, view = locked()
    for _ in range(2):
        presenter.try_passphrase(made[1], "gravel teapot lantern orbits")
        assert view.now.wait == 0
    presenter.try_passphrase(made[1], "gravel teapot lantern orbits")
    assert view.now.trouble.happened == "That did not open it."
    assert 4 <= view.now.wait <= 5

    presenter.try_passphrase(made[1], WORDS)
    assert (view.now.trouble, let_in) == (None, [])
    assert view.now.wait > 0
    presenter.recover_instead(True)
    assert view.now.wait == 0


def test_while_the_vault_opens_nothing_is_said_of_waiting(locked, made, later):
    presenter, view = locked(later)
    for _ in range(3):
        presenter.try_passphrase(made[1], "gravel teapot lantern orbits")
        assert (view.now.busy, view.now.wait) == (True, 0)
        later.catch_up()

    assert view.now.wait > 0


def test_a_mistyped_code_stays_on_the_recovery_page(locked, made, let_in):
    presenter, view = locked()
    presenter.recover_instead(True)
    presenter.try_code(made[2][:-1])

    assert view.now.recovering
    assert view.now.trouble.todo == "Read it again from the sheet, group by group."
    assert let_in == []

    presenter.recover_instead(False)
    assert (view.now.recovering, view.now.trouble) == (False, None)


def test_where_the_ways_in_are_gone_it_says_whom_to_call(locked, tmp_path):
    (tmp_path / "vault" / "slots.json").unlink()
    _, view = locked()

    assert view.now.people == ()
    assert view.now.trouble.todo.startswith("Call your lead")
    assert view.now.restores


def test_an_older_copy_put_back_is_grave(locked, made, tools, tmp_path, let_in):
    presenter, view = locked()
    presenter.try_passphrase(made[1], WORDS)
    with let_in[0].vault.work(made[1]) as work:
        work.audit.note(PackChecked("00", "genuine"))
        work.commit()
    let_in[0].vault.close()
    shutil.copy(made[0] / "records.db", tmp_path / "vault" / "records.db")
    presenter.try_passphrase(made[1], WORDS)

    assert view.now.trouble.grave
    assert view.now.trouble.todo.startswith("Stop.")
    assert view.now.restores
    assert len(let_in) == 1
