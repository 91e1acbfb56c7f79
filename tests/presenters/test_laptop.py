"""This laptop: whether the vault is well."""

import pytest

from welfare_app.presenters.laptop import LaptopPresenter
from welfare_app.presenters.locking import Cause
from welfare_app.presenters.places import AtRescue


@pytest.fixture
def went():
    return []


class Choice:
    """A computer that tells of its lock screen and no more."""

    minutes, heard = 10, frozenset({Cause.LOCKED})

    def choose(self, minutes):
        self.minutes = minutes


@pytest.fixture
def locking():
    return Choice()


@pytest.fixture
def opened(desk, tools, screens, now, went, locking):
    def at(jobs=now):
        presenter = LaptopPresenter(
            screens,
            ("Orchard Example Labour Ltd", "Site laptop 3"),
            ("dark", 1.5),
            desk.shift,
            tools.disk,
            desk.definitions,
            jobs,
            went.append,
            locking,
        )
        presenter.begin()
        return presenter

    return at


def test_it_says_whose_laptop_it_is_and_how_it_looks(opened, screens):
    opened()

    assert (screens.now.organisation, screens.now.laptop) == (
        "Orchard Example Labour Ltd",
        "Site laptop 3",
    )
    assert (screens.now.scheme, screens.now.scale, screens.now.well) == ("dark", 1.5, "")


def test_a_sound_vault_is_called_well(opened, screens):
    opened().examine()

    assert screens.now.well == ("Everything is as it was left. The audit trail holds 3 entries.")
    assert not screens.now.busy


def test_looking_it_over_shows_that_it_is_under_way(opened, screens, later):
    presenter = opened(later)
    presenter.examine()
    assert (screens.now.busy, screens.now.well) == (True, "")

    later.catch_up()
    assert screens.now.well


def test_where_something_is_wrong_a_lead_is_offered_a_rescue(opened, screens, went, vault):
    vault._connection().execute("DROP TRIGGER version_refuses_update")
    vault._connection().execute("UPDATE version SET body = body || ' '")
    presenter = opened()
    presenter.examine()
    assert screens.now.rescue

    presenter.rescue()
    assert went == [AtRescue()]


def test_a_changed_record_is_grave_and_says_to_stop(opened, screens, vault):
    connection = vault._connection()
    connection.execute("DROP TRIGGER version_refuses_update")
    connection.execute("UPDATE version SET body = replace(body, 'Orchard', 'Orchid')")
    opened().examine()

    assert screens.now.trouble.grave
    assert screens.now.trouble.todo.startswith("Stop.")
    assert screens.now.well == ""


def test_a_vault_that_was_locked_meanwhile_is_trouble_but_not_grave(opened, screens, vault):
    presenter = opened()
    vault.close()
    presenter.examine()

    assert screens.now.trouble.happened == "The vault is locked."
    assert not screens.now.trouble.grave


def test_the_organisations_certificate_can_be_handed_out_and_holds_no_secret(
    opened, screens, identity, tmp_path
):
    opened().save_certificate(tmp_path / "root.crt")

    assert (tmp_path / "root.crt").read_bytes() == identity.root_certificate
    assert b"PRIVATE" not in (tmp_path / "root.crt").read_bytes()
    assert screens.now.saved.startswith("Saved.")


def test_a_certificate_that_cannot_be_written_is_trouble(opened, screens, tmp_path):
    opened().save_certificate(tmp_path / "gone" / "root.crt")

    assert screens.now.trouble.happened == "The file could not be written there."
    assert screens.now.saved == ""


def test_it_says_what_locks_it_here_and_what_it_is_not_told_of(opened, screens):
    opened()

    said = screens.now.locking
    assert said.minutes == 10
    assert said.heard[:3] == (
        "You press Ctrl+L, on any page",
        "Nobody touches it for 10 minutes",
        "The computer is locked",
    )
    assert "The lid is shut" in said.unheard


def test_another_time_holds_and_is_said_without_taking_back_what_is_under_way(
    opened, screens, later, locking
):
    presenter = opened(later)
    presenter.examine()
    presenter.lock_after(5)

    assert locking.minutes == 5
    assert "Nobody touches it for 5 minutes" in screens.now.locking.heard
    assert screens.now.busy
