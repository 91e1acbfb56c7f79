import shutil
from pathlib import Path

import pytest

from tests.conftest import KEY
from tests.factories import ROSA
from welfare_app.store.anchors import FileAnchor
from welfare_app.store.migrations import STEPS, version

OLD = sorted(path for path in (Path(__file__).parents[1] / "vaults").iterdir() if path.is_dir())


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.name)
def test_a_vault_of_a_released_version_opens_whole(door, tmp_path, old):
    shutil.copytree(old, tmp_path / "vault")

    vault = door.open(tmp_path / "vault", KEY)

    with vault.work(ROSA) as work:
        [interview] = work.interviews.all()
        assert interview.answers["how"].value == "by bus, he said"
    assert vault.examine().sound
    assert version(vault._connection()) == len(STEPS)
    vault.close()


def test_every_step_so_far_has_been_met_by_an_old_vault():
    assert OLD, "no released version has a vault"
    assert FileAnchor(OLD[0]).recall("head")
