"""What is remembered outside the file, and what a file cut down to nothing is taken for."""

import pytest

from tests.conftest import KEY, NOON
from tests.factories import interview
from tests.store.test_vault import keep
from welfare_app.domain.errors import Unavailable
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.vault import Door


@pytest.mark.parametrize("left", ["", "[]", '{"head": 7}', '{"head": "seven:zz"}', "[" * 100_000])
def test_a_missing_anchor_is_said_and_reading_alone_does_not_make_one(door, vault, tmp_path, left):
    keep(vault, interview())
    vault.close()
    (tmp_path / "anchor.json").write_text(left, "utf-8")

    for _ in range(2):
        again = door.open(tmp_path, KEY)
        assert again.examine().faults == ("audit.no-anchor",)
        again.close()


def test_a_new_vault_is_anchored_from_its_birth(vault):
    assert vault.examine().sound
    keep(vault, interview())
    assert vault.examine().sound


@pytest.mark.parametrize("size", [0, 100])
def test_an_emptied_file_is_damage_and_not_a_new_vault(door, vault, tmp_path, size):
    keep(vault, interview())
    vault.close()
    (tmp_path / "records.db").write_bytes(bytes(size))

    with pytest.raises(Unavailable) as refused:
        door.open(tmp_path, KEY)

    assert refused.value.code == "vault.damaged"
    assert (tmp_path / "records.db").stat().st_size == size


def test_a_vault_has_one_name_wherever_it_lies(tmp_path):
    named = []

    def anchors(folder, vault):
        named.append(vault)
        return [FileAnchor(folder)]

    door = Door(lambda: NOON, "Test laptop", anchors)
    (tmp_path / "here").mkdir()
    door.create(tmp_path / "here", KEY).close()
    (tmp_path / "here").rename(tmp_path / "there")
    door.open(tmp_path / "there", KEY).close()
    (tmp_path / "here").mkdir()
    door.create(tmp_path / "here", bytes(32)).close()

    assert named[0] == named[1] != named[2]
