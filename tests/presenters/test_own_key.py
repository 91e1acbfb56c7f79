"""One's own passphrase, and a new one after the recovery sheet."""

import pytest

from tests.desks import WORDS, Screens, quick_keys
from tests.services.staffing import NEW_WORDS, begin, managing
from welfare_app.domain.errors import Unavailable
from welfare_app.keys.cabinet import KeyCabinet
from welfare_app.keys.cost import Cost
from welfare_app.keys.device_secret import NoSecrets
from welfare_app.presenters.own_key import Change, OwnKeyPresenter
from welfare_app.presenters.recovered import Chosen, RecoveredPresenter
from welfare_app.services.own_key import OwnKey
from welfare_app.services.unlock import Unlock


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


class Weak(KeyCabinet):
    """The keys of a laptop that can do more than when a way in was made."""

    def renewal(self, staff):
        return ("renewal.cheap",) if not self.renewed else ()

    renewed = False

    def change_passphrase(self, key, staff, new):
        Weak.renewed = True
        super().change_passphrase(key, staff, new)


@pytest.fixture
def own(tools, opened, folder, screens, now, manage, monkeypatch):
    monkeypatch.setattr(Weak, "renewed", False)
    service = OwnKey(
        manage.shift,
        manage.organisation,
        lambda: Weak(folder, NoSecrets(), Cost()),
        tools.strength,
    )
    presenter = OwnKeyPresenter(screens, service, tools.definitions, now)
    presenter.begin()
    return presenter


def test_a_passphrase_is_changed_once_all_three_are_typed(own, screens):
    own.change(Change("", "short", ""))
    assert [field for field, _ in screens.now.problems] == ["old", "passphrase"]
    own.passphrase_typed(NEW_WORDS)
    assert screens.now.weighed.enough
    own.change(Change("wrong words", NEW_WORDS, NEW_WORDS))
    assert screens.now.trouble.happened == "That did not open it."

    own.change(Change(WORDS, NEW_WORDS, NEW_WORDS))
    assert screens.now.done.startswith("Your passphrase is changed.")


def test_a_stronger_way_in_is_offered_and_never_forced(own, screens):
    assert screens.now.renewal == (
        "It was made on a slower laptop, and is quicker to guess than it could be.",
    )
    assert screens.now.trouble is None
    own.renew("")
    assert screens.now.problems == (("own", "Type your own passphrase"),)

    own.renew(WORDS)

    assert screens.now.done.startswith("Your way in is stronger now.")
    assert screens.now.renewal == ()


# After the recovery sheet


@pytest.fixture
def let_in():
    opened = []
    yield opened
    for one in opened:
        one.vault.close()


@pytest.fixture
def recovering(tools, folder, rosa, now, let_in):
    def at(keys_for=quick_keys):
        view = Screens()
        unlock = Unlock(tools.door, keys_for, folder, quick_keys)
        people = Unlock(tools.door, quick_keys, folder).vouch(rosa[1])
        presenter = RecoveredPresenter(
            view, unlock, rosa[1], people, tools.definitions, tools.strength, now, let_in.append
        )
        presenter.begin()
        return presenter, view

    return at


def test_the_vault_opens_for_whoever_set_a_passphrase(recovering, rosa, let_in):
    presenter, view = recovering()
    assert view.now.people == ((rosa[0].id, "Rosa Example, lead"),)
    presenter.submit(Chosen("", "short", ""))
    assert [field for field, _ in view.now.problems] == ["who", "passphrase"]
    presenter.passphrase_typed(rosa[0].id, NEW_WORDS)
    assert view.now.weighed.enough

    presenter.submit(Chosen(rosa[0].id, NEW_WORDS, NEW_WORDS))

    assert let_in[0].staff == rosa[0]


class Locked(NoSecrets):
    """A keyring nobody unlocks."""

    def make(self, vault, slot):
        raise Unavailable("keyring.locked")


def test_where_the_keyring_stays_locked_going_on_without_it_is_offered(recovering, rosa, let_in):
    presenter, view = recovering(lambda folder: KeyCabinet(folder, Locked(), Cost()))
    assert not view.now.without_offered
    presenter.submit(Chosen(rosa[0].id, NEW_WORDS, NEW_WORDS))
    assert view.now.trouble.happened == "This laptop’s keyring is locked."
    assert (view.now.without_offered, let_in) == (True, [])

    presenter.submit(Chosen(rosa[0].id, NEW_WORDS, NEW_WORDS, without_keyring=True))

    assert let_in[0].staff == rosa[0]
