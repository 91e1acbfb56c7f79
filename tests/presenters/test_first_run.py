"""The first run: whose laptop this is, a passphrase, and a recovery sheet to lock away."""

from dataclasses import replace

import pytest

from tests.desks import WORDS, Screens, quick_keys
from welfare_app.domain.errors import Unavailable
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.presenters.first_run import FirstRunPresenter, Said
from welfare_app.services.first_run import MakeVault

SAID = Said("Orchard Example Labour Ltd", "wales", "", "Rosa Example", "", WORDS, WORDS)


@pytest.fixture
def begun():
    """The open vaults that were handed on, closed again afterwards."""
    found = []
    yield found
    for one in found:
        one.vault.close()


@pytest.fixture
def opened(tools, now, begun, tmp_path):
    made = []

    def at(jobs=now, **tool):
        view, given = Screens(), replace(tools, **{"keys_for": quick_keys, **tool})
        presenter = FirstRunPresenter(
            view,
            MakeVault(
                given.door,
                given.keys_for,
                given.new_identity,
                given.now,
                given.new_id,
                quick_keys,
            ),
            tmp_path / "vault",
            given.definitions,
            jobs,
            given.strength,
            given.renderer,
            given.disk,
            given.now,
            begun.append,
        )
        presenter.begin()
        made.append(presenter)
        return presenter, view

    yield at
    for presenter in made:
        presenter.go_on()  # hands on whatever vault is open, so that it is closed


class FullDisk:
    """A disk with no room left."""

    def write_whole(self, _path, _data, before_rename=None):
        raise Unavailable("disk.full")


def problems(view):
    return [field for field, _ in view.now.problems]


def test_the_first_page_asks_and_accuses_nobody(opened):
    _, view = opened()

    assert (problems(view), view.now.strength, view.now.code) == ([], "", "")
    assert [id for id, _ in view.now.nations] == [
        *("england", "wales", "scotland", "northern-ireland"),
    ]


def test_what_was_left_out_is_named_and_no_vault_is_made(opened, tmp_path):
    presenter, view = opened()
    presenter.submit(Said(" ", "", "", "", "", "", ""))

    assert problems(view) == ["organisation", "nation", "name", "passphrase"]
    assert not (tmp_path / "vault").exists()


def test_an_e_mail_that_cannot_be_one_is_noticed_and_none_is_no_problem(opened):
    presenter, view = opened()
    presenter.submit(replace(SAID, email="rosa at work", again=""))
    assert problems(view) == ["email", "again"]

    presenter.submit(replace(SAID, email=" ", again=""))
    assert problems(view) == ["again"]


def test_two_passphrases_that_differ_are_noticed(opened, tmp_path):
    presenter, view = opened()
    presenter.submit(replace(SAID, again=f"{WORDS} "))

    assert problems(view) == ["again"]
    assert not (tmp_path / "vault").exists()


def test_a_passphrase_made_of_ones_own_name_is_not_enough(opened):
    presenter, view = opened()
    presenter.submit(replace(SAID, passphrase="Rosa Example", again="Rosa Example"))

    assert problems(view) == ["passphrase"]


def test_how_long_a_passphrase_would_last_is_said_while_it_is_typed(opened):
    presenter, view = opened()
    presenter.passphrase_typed("password", ())
    assert not view.now.enough
    assert view.now.strength.endswith("Four unrelated words are good")

    presenter.passphrase_typed(WORDS, ())
    assert view.now.enough
    assert view.now.strength in {"Good", "Very good"}

    presenter.passphrase_typed("", ())
    assert view.now.strength == ""


def test_the_vault_is_made_and_its_recovery_code_must_be_seen_first(opened, begun, tmp_path):
    presenter, view = opened()
    presenter.go_on()
    assert begun == []

    presenter.submit(SAID)
    assert view.now.code
    assert not view.now.sheet_saved
    assert begun == []

    presenter.go_on()
    [one] = begun
    with one.vault.work(one.staff.id) as work:
        organisation = work.register.organisation()
    assert (organisation.nation, organisation.laptop) == ("wales", "This laptop")
    assert str(one.recovery_code) == view.now.code


def test_pressing_twice_makes_one_vault(opened, later):
    presenter, view = opened(later)
    for _ in range(2):
        presenter.submit(SAID)
    assert view.now.busy
    assert len(later.waiting) == 1

    later.catch_up()
    presenter.submit(SAID)
    assert later.waiting == []


def test_the_recovery_sheet_is_saved_as_a_pdf_with_the_code_still_in_sight(opened, tmp_path):
    presenter, view = opened()
    presenter.save_sheet(tmp_path / "early.pdf")
    assert not (tmp_path / "early.pdf").exists()

    presenter.submit(SAID)
    presenter.save_sheet(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert view.now.sheet_saved
    assert view.now.code


def test_a_sheet_that_cannot_be_saved_leaves_the_code_on_the_screen(opened, tmp_path):
    presenter, view = opened(disk=FullDisk())
    presenter.submit(SAID)
    code = view.now.code
    presenter.save_sheet(tmp_path / "sheet.pdf")

    assert view.now.trouble.happened == "The disk is full. The file was not written."
    assert (view.now.code, view.now.sheet_saved) == (code, False)


def test_a_folder_that_holds_a_vault_already_is_left_alone(opened, begun):
    first, _ = opened()
    first.submit(SAID)
    first.go_on()
    second, view = opened()
    second.submit(SAID)

    assert view.now.trouble.happened == "There is a vault in this folder already."
    assert view.now.code == ""
    assert not view.now.busy


def test_what_was_typed_stays_out_of_what_programs_print(opened):
    presenter, view = opened()
    presenter.submit(SAID)

    assert WORDS not in repr(SAID)
    assert "Rosa" not in repr(SAID)
    assert view.now.code not in repr(view.now)


class SaysNo(NoSecrets):
    """A keyring that is there, and that nobody allows to answer."""

    def make(self, vault, slot):
        raise Unavailable("keyring.denied")


def test_where_the_keyring_says_no_going_on_without_it_is_offered_not_chosen(opened, tmp_path):
    presenter, view = opened(keys_for=lambda folder: KeyCabinet(folder, SaysNo(), Cost()))
    assert not view.now.without_offered
    presenter.submit(SAID)
    assert view.now.trouble.happened == "This laptop’s keyring was asked and said no."
    assert view.now.without_offered
    assert not (tmp_path / "vault").exists()

    presenter.submit(replace(SAID, without_keyring=True))

    assert view.now.code
