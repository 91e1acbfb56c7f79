"""A rescue keeps what was erased erased, and what colleagues wrote beside what is current."""

from tests.conftest import KEY, NOON
from tests.desks import stopped
from tests.factories import ROSA, interview
from tests.laptops import Laptop
from tests.store import breaking
from tests.store.breaking import PAGE, flip, look
from welfare_app.domain.errors import Refused
from welfare_app.domain.events import InterviewStarted
from welfare_app.services.jobs import no_progress
from welfare_app.store.rescue import Rescuer
from welfare_app.store.vault import Door


def test_what_was_erased_stays_erased_and_is_no_loss(tmp_path):
    folder = breaking.make(tmp_path / "vault", 60)
    vault = breaking.new_door().open(folder, KEY)
    with vault.work(ROSA) as work:
        work.archive.erase("interview-3", "interview")
        work.commit()
    assert vault.examine().sound
    vault.close()
    flip(folder / "records.db", (breaking.page_of_interview(folder, 40) - 1) * PAGE + 100)

    came = breaking.new_rescuer().rescue(folder, KEY, ROSA, no_progress)

    assert came.lost
    seen = look(folder)
    assert (seen.faults, seen.interviews + seen.unreadable) == ((), 59)
    vault = breaking.new_door().open(folder, KEY)
    assert vault.examine_trail().sound
    with vault.work(ROSA) as work:
        assert work.interviews.next_number() == "W-0061"
        with stopped(Refused, "erasure.stays-erased"):
            one = interview(3)
            work.interviews.save(one, because=InterviewStarted(one.id, one.form, 1))
    assert list(folder.glob("damaged-*"))
    vault.clear_remains()
    assert not list(folder.glob("damaged-*"))
    vault.close()


def test_what_two_laptops_wrote_stands_beside_each_other_after_a_rescue(tmp_path):
    ours, theirs = Laptop(tmp_path / "ours", 1), Laptop(tmp_path / "theirs", 2)
    ours.begin()
    theirs.takes(ours.gives())
    ours.answer("a red van")
    theirs.answer("a green van")
    ours.takes(theirs.gives())
    before = ours.contested()
    assert before
    ours.vault.close()
    folder, key = tmp_path / "ours", bytes([1]) * 32
    door = Door(lambda: NOON, "Laptop 1", breaking.anchors)
    rescuer = Rescuer(door, lambda: NOON, "Laptop 1", breaking.anchors)

    assert rescuer.rescue(folder, key, ROSA, no_progress).lost == ()

    ours.vault = door.open(folder, key)
    assert ours.vault.examine().faults == ()
    assert ours.contested() == before
    ours.vault.close()
