"""`vault check` with one passphrase, whoever's it is, and an older list of ways in put back."""

import shutil

import pytest

from tests.desks import WORDS
from tests.services.conftest import (  # noqa: F401 - fixtures are found by name
    still_clock,
    tools,
)
from tests.services.staffing import IDRIS, NEW_WORDS, begin, managing
from welfare_app.cli.vault import check
from welfare_app.services.unlock import Unlock


@pytest.fixture
def vault(tools, tmp_path):  # noqa: F811 - the fixture, not the module's name
    """A vault with two people, the list of ways in from before the second, and a passphrase."""
    folder = tmp_path / "vault"
    rosa, _ = begin(tools, folder, tools.keys_for)
    shutil.copy(folder / "slots.json", tmp_path / "older.json")
    opened = Unlock(tools.door, tools.keys_for, folder).open(rosa.id, WORDS)
    managing(tools, opened, folder, tools.keys_for).add(IDRIS, WORDS)
    opened.vault.close()
    return folder


def test_a_check_takes_anybodys_passphrase_and_tells_of_an_older_list(
    tools,  # noqa: F811
    vault,
    tmp_path,
    capsys,
):
    words = tmp_path / "words"
    for passphrase in (WORDS, IDRIS.passphrase):
        words.write_text(passphrase)
        assert check(tools, vault, words) == 0
    assert "Sound: " in capsys.readouterr().err

    shutil.copy(tmp_path / "older.json", vault / "slots.json")
    words.write_text(WORDS)

    assert check(tools, vault, words) == 2
    assert capsys.readouterr().err.startswith("key.slots-rolled-back: An older list")


def test_nobodys_passphrase_is_said_once_and_makes_nobody_wait(
    tools,  # noqa: F811
    vault,
    tmp_path,
    capsys,
):
    words = tmp_path / "words"
    words.write_text(NEW_WORDS)
    assert [check(tools, vault, words) for _ in range(4)] == [2] * 4
    told = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert told == [*["key.wrong-passphrase"] * 3, "key.wait"]

    unlock = Unlock(tools.door, tools.keys_for, vault)
    assert [unlock.wait(one.staff) for one in unlock.people()] == [0, 0]
