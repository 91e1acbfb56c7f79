"""This laptop: whether the vault is well."""

import pytest

from welfare_app.presenters.laptop import LaptopPresenter


@pytest.fixture
def opened(desk, screens, now):
    def at(jobs=now):
        presenter = LaptopPresenter(
            screens,
            ("Orchard Example Labour Ltd", "Site laptop 3"),
            ("dark", 1.5),
            desk.shift.vault,
            desk.definitions,
            jobs,
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
