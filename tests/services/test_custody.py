"""Whose hands a file was in is in the vault for good; what leaves enters by itself."""

import pytest

from tests.desks import ROSA, events, stopped
from tests.preview import files
from welfare_app.domain.custody import Deed
from welfare_app.domain.errors import Refused, Unavailable
from welfare_app.domain.trail import Asked
from welfare_app.store.disk import LocalDisk


@pytest.fixture
def file(desk, tmp_path):
    path = tmp_path / "van.jpg"
    path.write_bytes(files.photo())
    return desk.evidence.keep(desk.packs.open(None).id, path)


def hand(desk, file, deed=Deed.TAKEN, who="The worker", day="2026-05"):
    return desk.evidence.handle(file.id, deed, who, "Rosa Example", day, "By hand")


def deeds(desk, file):
    return [one.deed for one in desk.evidence.get(file.id).handled]


def test_links_stay_in_the_order_they_were_written(desk, file, vault, clock, heard):
    hand(desk, file)
    clock.move(hours=1)
    hand(desk, file, Deed.SHOWN, "PC Example")

    first, second = desk.evidence.get(file.id).handled
    assert (first.deed, first.who, first.by) == (Deed.TAKEN, "The worker", ROSA.id)
    assert (second.at - first.at).total_seconds() == 3600
    assert events(vault)[-2:] == ["EvidenceHandled", "EvidenceHandled"]
    assert heard[-1] == {file.id, file.pack}


def test_nothing_of_a_person_is_in_the_trail(desk, file):
    hand(desk, file, Deed.SHOWN, "Quixotelia")

    with desk.shift.work() as work:
        [entry] = work.audit.entries(work.audit.numbers(Asked(events=("EvidenceHandled",))))
    assert entry.facts == {"evidence": file.id, "deed": "shown"}


@pytest.mark.parametrize(
    ("who", "day", "code"),
    [
        (" ", "2026", "custody.who"),
        ("The worker", "", "custody.day"),
        ("The worker", "2031", "custody.future"),
    ],
)
def test_a_link_with_something_missing_is_not_written(desk, file, who, day, code):
    with stopped(Refused, code):
        hand(desk, file, who=who, day=day)
    assert deeds(desk, file) == []


def test_a_day_that_has_not_come_is_not_kept_of_a_file_either(desk, file):
    desk.evidence.describe(file.id, "The van", "2026-03")
    with stopped(Refused, "evidence.future"):
        desk.evidence.describe(file.id, "The van", "2031-01-01")

    assert desk.evidence.get(file.id).dated == "2026-03"


def test_a_copy_saved_outside_is_the_file_as_it_came_and_enters_by_itself(desk, file, tmp_path):
    desk.evidence.save_copy(file.id, tmp_path / "copy.jpg", LocalDisk())

    assert (tmp_path / "copy.jpg").read_bytes() == files.photo()
    assert deeds(desk, file) == [Deed.SAVED]


def test_a_copy_that_cannot_be_begun_leaves_the_chain_alone(desk, file, tmp_path):
    with stopped(Unavailable, "disk.failed"):
        desk.evidence.save_copy(file.id, tmp_path / "no" / "copy.jpg", LocalDisk())

    assert deeds(desk, file) == []


def test_a_seal_that_holds_it_enters_by_itself(sealed, sealed_desk):
    pack = sealed_desk.referrals.get(sealed.referral).pack
    [file] = sealed_desk.evidence.of(pack)

    assert [one.deed for one in file.handled] == [Deed.SEALED]
    assert file.handled[0].who
    assert file.handled[0].done_by == ROSA.name


def test_a_pack_erased_while_it_is_open_takes_nothing_in(desk, file, tmp_path, vault):
    with desk.shift.work() as work:
        for id, kind in work.archive.under(file.pack):
            work.archive.erase(id, kind)
        work.commit()
    (tmp_path / "more.png").write_bytes(files.picture())

    with stopped(Refused, "pack.unknown"):
        desk.evidence.keep(file.pack, tmp_path / "more.png")
    with stopped(Refused, "evidence.unknown"):
        hand(desk, file)
    assert vault._connection().execute("SELECT count(*) FROM chunk").fetchone() == (0,)
