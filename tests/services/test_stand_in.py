"""Damage where the organisation and its staff are written down locks nobody out."""

import pytest

from tests.desks import WORDS, quick_keys, register
from tests.store.breaking import PAGE, fill, flip, page_with
from welfare_app.domain.ids import StaffId
from welfare_app.domain.people import Role, Staff
from welfare_app.services.jobs import no_progress
from welfare_app.services.stand_in import NAMELESS
from welfare_app.services.unlock import Unlock

LEAD = Staff(StaffId("staff-rosa"), "Rosa Example", Role.LEAD, "0113 496 0000")


@pytest.mark.parametrize("rescued_first", [False, True])
@pytest.mark.parametrize("lost", ["organisation", LEAD.id])
def test_the_vault_still_opens_and_work_goes_on(tools, identity, tmp_path, lost, rescued_first):
    key, _code = quick_keys(tmp_path).create(LEAD, WORDS)
    vault = tools.door.create(tmp_path, key)
    register(vault, identity)
    fill(vault, 1, 40)
    vault.close()
    at = page_with(tmp_path, "version", lambda cell: cell.values[:2] == (lost, ""), key)
    flip(tmp_path / "records.db", (at - 1) * PAGE + 90)
    if rescued_first:
        tools.rescuer.rescue(tmp_path, key, LEAD.id, no_progress)

    opened = Unlock(tools.door, quick_keys, tmp_path).open(LEAD.id, WORDS)

    assert (opened.staff.name, opened.staff.role) == ("Rosa Example", Role.LEAD)
    assert opened.organisation.name in {NAMELESS, "Orchard Example Labour Ltd"}
    with opened.vault.work(LEAD.id) as work:
        assert work.interviews.all()
    opened.vault.close()
