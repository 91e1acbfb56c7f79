"""Whatever stops a rescue, the damaged vault or the sound one is there, and never neither."""

import pytest

from tests.desks import stopped
from tests.store.breaking import look
from tests.store.test_rescue import (  # noqa: F401 - fixtures are found by name
    DATED,
    HOW_MANY,
    broken,
    harm,
    made,
    rescued,
)
from welfare_app.domain.errors import Unavailable
from welfare_app.services.jobs import Cancelled
from welfare_app.store import in_place, rescue
from welfare_app.store.in_place import PENDING, RESCUED


def test_a_rescue_that_is_stopped_leaves_the_vault_as_it_was(broken):  # noqa: F811
    harm(broken, "version")
    before = (broken / "records.db").read_bytes()

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        rescued(broken, stop)

    assert (broken / "records.db").read_bytes() == before
    assert not list(broken.glob("damaged-*")) + list(broken.glob(f"{RESCUED}*"))


class PowerCut(BaseException):
    """The laptop stops."""


@pytest.mark.parametrize("at", range(12))
def test_a_power_cut_while_it_takes_its_place_loses_neither(broken, monkeypatch, at):  # noqa: F811
    """The disk does so much and no more; whoever opens the vault next finishes it."""
    harm(broken, "version")
    done = [0]

    def cut_off(real):
        def may(*words, **more):
            if done[0] == at:
                raise PowerCut
            done[0] += 1
            return real(*words, **more)

        return may

    path = type(broken)
    with monkeypatch.context() as patch:
        for name in ("unlink", "replace", "mkdir"):
            patch.setattr(path, name, cut_off(getattr(path, name)))
        try:
            rescued(broken)
        except PowerCut:
            cut_short = True
        else:
            cut_short = False

    seen = look(broken)
    assert seen.interviews >= HOW_MANY - 12
    assert seen.faults in {(), ("vault.page-damaged",)}
    if not cut_short or (seen.faults == ()):
        assert (broken / DATED / "records.db").exists()
        assert not (broken / PENDING).exists()


def test_a_full_disk_leaves_the_vault_as_it_was(broken, monkeypatch):  # noqa: F811
    harm(broken, "version")
    before = (broken / "records.db").read_bytes()

    def full(*_words):
        raise Unavailable("disk.full")

    monkeypatch.setattr(rescue, "keep_damaged", full)
    with stopped(Unavailable, "disk.full"):
        rescued(broken)

    assert (broken / "records.db").read_bytes() == before
    assert not list(broken.glob(f"{RESCUED}*"))


def test_where_the_disk_knows_no_second_names_the_damaged_vault_is_copied(broken, monkeypatch):  # noqa: F811
    harm(broken, "version")
    before = (broken / "records.db").read_bytes()

    def never(_from, _to):
        raise OSError

    monkeypatch.setattr(in_place.os, "link", never)
    rescued(broken)

    assert (broken / DATED / "records.db").read_bytes() == before
    assert look(broken).faults == ()
