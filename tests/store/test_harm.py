"""Each kind of harm to a vault's files has its own name, and nobody is ever shown an empty one."""

import shutil

import pytest

from tests.conftest import KEY
from tests.desks import stopped
from tests.factories import ROSA
from tests.store import breaking
from tests.store.breaking import PAGE, copy, flip, look, page_count, put_page, read_page
from welfare_app.domain.errors import Tampered, Unavailable

HOW_MANY = 60


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return breaking.make(tmp_path_factory.mktemp("harm") / "vault", HOW_MANY)


@pytest.fixture(scope="module")
def crashed(tmp_path_factory):
    return breaking.killed(tmp_path_factory.mktemp("crash"))


@pytest.fixture
def broken(made, tmp_path):
    return copy(made, tmp_path / "broken")


@pytest.fixture
def stopped_short(crashed, tmp_path):
    return copy(crashed, tmp_path / "crashed")


def faults(folder):
    return breaking.new_rescuer().look_over(folder, KEY).faults


def cut(path, size):
    with path.open("rb+") as file:
        file.truncate(size)


def test_a_zeroed_page_is_called_emptied(broken):
    put_page(broken / "records.db", 20, bytes(PAGE))

    assert faults(broken) == ("vault.page-zeroed",)


def test_two_pages_swapped_are_called_that(broken):
    path = broken / "records.db"
    one, two = read_page(path, 20), read_page(path, 21)
    put_page(path, 20, two)
    put_page(path, 21, one)

    assert faults(broken) == ("vault.pages-swapped",)


@pytest.mark.parametrize("at", [0, 15, 16, 100, PAGE - 1])
def test_a_broken_first_page_is_named_and_nothing_is_changed(broken, at):
    flip(broken / "records.db", at)
    before = (broken / "records.db").read_bytes()

    seen = look(broken)

    assert (seen.refused, seen.faults) == ("vault.damaged", ("vault.header-damaged",))
    assert (broken / "records.db").read_bytes() == before


@pytest.mark.parametrize("left", [0, 1, 100, 512])
def test_a_file_cut_down_to_nothing_is_damage_and_stays_as_it_is(broken, left):
    cut(broken / "records.db", left)

    seen = look(broken)

    assert seen.refused == "vault.damaged"
    assert set(seen.faults) <= {"vault.truncated", "vault.header-damaged"}
    assert seen.faults
    assert (broken / "records.db").stat().st_size == left


@pytest.mark.parametrize("off", [1, 17, PAGE, PAGE + 5, 10 * PAGE, 25 * PAGE + 99])
def test_a_file_cut_short_opens_for_reading_as_far_as_it_goes(made, broken, off):
    cut(broken / "records.db", page_count(made) * PAGE - off)
    before = (broken / "records.db").read_bytes()

    seen = look(broken)

    assert (seen.refused, seen.faults) == ("", ("vault.truncated",))
    assert seen.interviews + seen.unreadable > 0
    assert (broken / "records.db").read_bytes() == before


def test_nothing_is_written_into_a_file_cut_short(broken, made):
    cut(broken / "records.db", page_count(made) * PAGE - PAGE)
    vault = breaking.new_door().open(broken, KEY)

    with pytest.raises(Unavailable) as refused:
        breaking.fill(vault, 900, 900)

    assert refused.value.code in {"vault.read-only", "vault.damaged"}
    vault.close()


def test_a_whole_older_vault_put_back_is_told_from_a_trail_that_was_cut(made, tmp_path):
    newer = copy(made, tmp_path / "newer")
    breaking.add_answers(newer, [1, 2, 3])
    shutil.copy(made / "records.db", newer / "records.db")

    with stopped(Tampered, "audit.cut-short"):
        breaking.new_door().open(newer, KEY)
    assert faults(newer) == ("audit.rolled-back",)


def test_a_cut_trail_is_told_from_an_older_vault(made, tmp_path):
    newer = copy(made, tmp_path / "newer")
    breaking.add_answers(newer, [1, 2, 3])
    vault = breaking.new_door().open(newer, KEY)
    connection = vault._connection()
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DROP TRIGGER audit_refuses_delete")
    connection.execute("DELETE FROM audit WHERE number = (SELECT max(number) FROM audit)")
    vault.close()

    assert set(faults(newer)) == {"audit.content-changed", "audit.cut-short"}


def test_a_killed_vault_opens_whole_with_its_log(stopped_short):
    seen = look(stopped_short)

    assert (seen.faults, seen.interviews) == ((), 20)


@pytest.mark.parametrize("at", [0, 5, 20, 30, 36, 42, 52, 532, 12_492])
def test_a_broken_log_is_not_opened_over_and_loses_nothing(stopped_short, at):
    """The database alone would take what comes before the bad byte, and drop the rest."""
    log = stopped_short / "records.db-wal"
    flip(log, at)
    before = log.read_bytes()

    seen = look(stopped_short)

    assert (seen.refused, seen.faults) == ("vault.wal-damaged", ("vault.wal-damaged",))
    assert log.read_bytes() == before
    rescued = breaking.new_rescuer().rescue(stopped_short, KEY, ROSA, lambda *_: None)
    assert (rescued.kinds["interview"], rescued.lost) == (20, ())
    assert look(stopped_short).faults == ()


def test_a_log_broken_in_its_last_commit_is_missed_and_still_there_afterwards(stopped_short):
    log = stopped_short / "records.db-wal"
    flip(log, log.stat().st_size - 5)
    before = log.read_bytes()

    with stopped(Unavailable, "vault.wal-damaged"):
        breaking.new_door().open(stopped_short, KEY)

    assert log.read_bytes() == before
    assert faults(stopped_short) == ("vault.wal-damaged",)


@pytest.mark.parametrize("size", [None, 0, 10, 32, 2_032])
def test_a_log_that_is_gone_is_missed(stopped_short, size):
    log = stopped_short / "records.db-wal"
    if size is None:
        log.unlink()
    else:
        cut(log, size)

    with stopped(Tampered, "audit.cut-short"):
        breaking.new_door().open(stopped_short, KEY)
    assert faults(stopped_short) == ("vault.wal-missing",)


@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_a_log_cut_in_its_middle_is_missed(stopped_short, part):
    log = stopped_short / "records.db-wal"
    cut(log, int(log.stat().st_size * part))

    with stopped(Tampered, "audit.cut-short"):
        breaking.new_door().open(stopped_short, KEY)
    # what was in the file already may be newer than what is left of the log
    mixed = {"audit.content-changed", "audit.cut-short"}
    told = set(faults(stopped_short))
    assert told == mixed or told <= {"vault.wal-damaged", "vault.wal-missing"}


def test_the_shared_memory_of_a_log_may_be_anything(stopped_short):
    (stopped_short / "records.db-shm").write_bytes(b"\xff" * 32_768)

    assert look(stopped_short).faults == ()
