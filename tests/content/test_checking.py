"""The receivers' page as content: whole, or named where it is not."""

import shutil

import pytest

from tests.seal.receiver import RESOURCES
from welfare_app.content.checking import SCRIPTS, checking_page
from welfare_app.content.library import Library
from welfare_app.domain.errors import BadContent


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(RESOURCES / "checking", tmp_path / "checking")
    return tmp_path


def test_every_script_that_lies_there_is_in_the_page():
    assert {path.stem for path in (RESOURCES / "checking").glob("*.js")} == set(SCRIPTS)
    assert "<!--scripts-->" not in checking_page(RESOURCES)


def test_a_script_that_is_missing_is_named(folder):
    (folder / "checking" / "lock.js").unlink()

    with pytest.raises(BadContent) as caught:
        checking_page(folder)
    assert caught.value.facts["file"] == "checking/lock.js"
    assert ("checking/lock.js", "", "content.no-file") in Library(folder).check_everything()
