"""A provider's certificate through the room as it is wired, from its file to a lock."""

from dataclasses import replace

import pytest

from tests.app.conftest import settle
from tests.providers import HOLDER, PASSWORD, provider_file
from tests.ui.pages.aloud import heard
from welfare_app.presenters.places import AtIdentity
from welfare_app.presenters.signer import Step
from welfare_app.ui.parts import Button


def press(part, words):
    [button] = [one for one in part.findChildren(Button) if one.words == words and one.isVisible()]
    button.click()


@pytest.fixture
def seen(talk, tmp_path):
    """The part once it has opened a file, and what stands behind it."""
    given = tmp_path / "from-provider.p12"
    given.write_bytes(provider_file(talk.desktop._tools.now()))
    talk.go(AtIdentity())
    part, presenter = talk.page.signer, talk.desktop._room.presenter[1]
    assert not part._asking.isVisible(), "where anybody can unlock, none is taken in"
    presenter._keep = replace(presenter._keep, practice=False)
    presenter.begin()
    part._well.show_path(given)
    part._password.setText(PASSWORD)
    press(part, "See what it says")
    talk.qtbot.waitUntil(lambda: part._shown.step is Step.SEEN)
    return part, presenter


def test_it_is_looked_at_and_kept_through_the_window(talk, seen):
    part, _ = seen
    press(part, "Keep it")
    talk.qtbot.waitUntil(lambda: part._shown.step is Step.KEPT)
    settle(talk.qtbot)

    assert any(HOLDER in words for one in heard(talk.page) for words in one[1:])
    with talk.desktop._desk.shift.work() as work:
        assert work.register.second_signer() is not None


def test_locking_lets_go_of_what_was_only_looked_at(talk, seen):
    _, presenter = seen
    assert presenter._looked is not None
    talk.desktop.lock()
    assert presenter._looked is None
