"""A sound vault is made of what can be read; it says what is missing, and loses nothing else."""

import json
import os
import shutil

import pytest

from tests.conftest import KEY, NOON
from tests.desks import events, stopped
from tests.factories import ROSA
from tests.store import breaking
from tests.store.breaking import PAGE, copy, flip, look, owners, page_count, put_page, read_page
from tests.store.test_damage import root_of
from welfare_app.domain.errors import Tampered, Unavailable
from welfare_app.services.jobs import no_progress
from welfare_app.store import rescue
from welfare_app.store.in_place import RESCUED

TORTURE = "WELFARE_APP_TORTURE" in os.environ
HOW_MANY = 120
DATED = f"damaged-{NOON:%Y-%m-%d-%H%M%S}"


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    return breaking.make(tmp_path_factory.mktemp("rescue") / "vault", HOW_MANY)


@pytest.fixture
def broken(made, tmp_path):
    return copy(made, tmp_path / "broken")


def rescued(folder, progress=no_progress):
    return breaking.new_rescuer().rescue(folder, KEY, ROSA, progress)


def one_in_the_middle(folder, table):
    """A page that holds something of the fiftieth interview, or the fiftieth entry."""
    if table == "version":
        return breaking.page_of_interview(folder, 50)
    return breaking.page_with(folder, table, lambda cell: cell.number == 50)


def harm(folder, table, where=one_in_the_middle):
    number = where(folder, table)
    flip(folder / "records.db", (number - 1) * PAGE + 100)
    return number


def force(folder, *sql):
    """Change a vault as someone who holds its key could."""
    vault = breaking.new_door().open(folder, KEY)
    connection = vault._connection()
    connection.execute("PRAGMA foreign_keys = OFF")
    for one in sql:
        connection.execute(one)
    vault.close()


def test_whatever_page_is_bad_a_sound_vault_comes_of_the_rest(made, broken):
    every = range(1, page_count(made) + 1, 1 if TORTURE else 4)
    for number in every:
        folder = copy(made, broken)
        flip(folder / "records.db", (number - 1) * PAGE + number % PAGE)

        came = rescued(folder)

        seen = look(folder)
        assert (number, seen.refused, seen.faults) == (number, "", ())
        assert seen.unreadable <= sum(one.wholly for one in came.lost) <= 12
        assert seen.interviews + seen.unreadable == HOW_MANY
        assert came.gone <= 20


def test_all_that_is_readable_comes_over_as_it_was(broken):
    harm(broken, "version")

    came = rescued(broken)

    vault = breaking.new_door().open(broken, KEY)
    with vault.work(ROSA) as work:
        for one in work.interviews.all():
            number = one.number.lstrip("W-0") or "0"
            if "how" in one.answers:
                assert one.answers["how"].value.startswith(f"{number} by bus ")
        assert work.register.organisation().name == "Orchard Example Labour Ltd"
        assert b"".join(work.evidence.read("photo-10")) == breaking.PHOTO
        assert work.drafts.of("interview-1") == "He said that"
        assert work.views.of(ROSA) == (breaking.LATE,)
    assert events(vault)[-1] == "VaultRescued"
    vault.close()
    assert came.lost


@pytest.mark.parametrize("table", ["version", "record", "record_by_kind", "audit"])
def test_an_inner_page_takes_no_more_with_it_than_what_lay_on_it(broken, table):
    harm(broken, table, root_of)

    came = rescued(broken)

    assert look(broken).faults == ()
    assert len(came.lost) <= 16
    assert came.kinds["interview"] >= HOW_MANY - 16


def test_a_lost_salt_loses_nothing(broken):
    flip(broken / "records.db", 3)

    came = rescued(broken)

    assert (came.kinds["interview"], came.lost, came.gone) == (HOW_MANY, (), 0)
    assert look(broken).faults == ()


def test_a_lost_salt_that_nobody_wrote_down_loses_nothing_that_the_trail_proves(broken):
    flip(broken / "records.db", 3)
    (broken / "anchor.json").unlink()

    came = rescued(broken)

    assert (came.kinds["interview"], came.lost) == (HOW_MANY, ())
    assert look(broken).faults == ()


def test_a_page_changed_by_hand_proves_nothing_where_the_salt_is_lost(broken):
    number = breaking.page_of_interview(broken, 50)
    flip(broken / "records.db", (number - 1) * PAGE + 3_900)
    flip(broken / "records.db", 3)
    (broken / "anchor.json").unlink()

    came = rescued(broken)

    seen = look(broken)
    assert (seen.faults, seen.interviews + seen.unreadable) == ((), HOW_MANY)
    assert came.lost


def test_a_lost_first_page_loses_no_record(broken):
    put_page(broken / "records.db", 1, bytes(PAGE))

    came = rescued(broken)

    assert (came.kinds["interview"], came.lost, came.gone) == (HOW_MANY, (), 0)
    assert came.drafts_lost
    assert look(broken).faults == ()


def test_the_damaged_vault_is_kept_whole_under_a_dated_name(broken):
    harm(broken, "version")
    before = {path.name: path.read_bytes() for path in broken.iterdir() if path.is_file()}

    came = rescued(broken)

    assert came.kept_as == DATED
    kept = {path.name: path.read_bytes() for path in (broken / DATED).iterdir()}
    assert kept == {name: data for name, data in before.items() if name != "in-use.lock"}
    assert not (broken / RESCUED).exists()


def test_what_was_lost_is_told_by_kind_number_and_day(broken):
    pages = page_count(broken)
    inside = next(at for at in range(2, pages + 1) if at not in owners(broken))
    flip(broken / "records.db", (inside - 1) * PAGE + 9)

    [lost] = rescued(broken).lost

    assert (lost.kind, lost.day, lost.wholly) == ("evidence", "2026-05-12", False)
    assert lost.number.startswith("P-")


def test_a_record_that_was_lost_stays_in_the_list_and_says_so(broken):
    harm(broken, "version")

    came = rescued(broken)

    wholly = [one for one in came.lost if one.wholly and one.kind == "interview"]
    assert wholly
    assert look(broken).unreadable == len(wholly)


def test_the_trail_takes_exactly_the_declared_holes_and_no_others(broken):
    harm(broken, "audit")
    came = rescued(broken)
    assert came.gone > 0
    vault = breaking.new_door().open(broken, KEY)
    gone = vault.examine().declared
    there = [n for (n,) in vault._connection().execute("SELECT number FROM audit")]
    vault.close()
    assert gone == came.gone

    beside = next(n for n in there if n - 1 not in there and n > 1)
    force(
        broken,
        "DROP TRIGGER audit_refuses_delete",
        f"DELETE FROM audit WHERE number = {int(beside)}",  # noqa: S608
    )

    assert "audit.broken" in look(broken).faults


def test_what_is_left_of_a_record_cannot_be_changed_after_a_rescue(broken):
    harm(broken, "audit")
    rescued(broken)
    vault = breaking.new_door().open(broken, KEY)
    [facts] = (
        vault._connection()
        .execute("SELECT facts FROM audit WHERE event = 'VaultRescued'")
        .fetchone()
    )
    vault.close()
    entry = next(number for number, _ in json.loads(facts)["remains"])
    force(
        broken,
        "DROP TRIGGER version_refuses_update",
        f"UPDATE version SET body = body || ' ' WHERE entry = {int(entry)}",  # noqa: S608
    )

    assert "audit.content-changed" in look(broken).faults


def test_a_declaration_that_someone_edits_covers_nothing(broken):
    harm(broken, "audit")
    rescued(broken)
    force(
        broken,
        "DROP TRIGGER audit_refuses_update",
        "UPDATE audit SET facts = replace(facts, '\"lost\": ', '\"lost\": 1')"
        " WHERE event = 'VaultRescued'",
    )

    assert "audit.broken" in look(broken).faults


def test_work_goes_on_after_a_rescue(broken):
    newest = max(at for at, name in owners(broken).items() if name == "audit")
    flip(broken / "records.db", (newest - 1) * PAGE + 50)

    came = rescued(broken)

    assert came.gone > 0
    breaking.add_answers(broken, [1, 2], field="afterwards")
    assert look(broken).faults == ()


def test_a_vault_can_be_rescued_twice(broken):
    harm(broken, "version")
    rescued(broken)
    harm(broken, "version", lambda folder, _table: breaking.page_of_interview(folder, 20))
    harm(broken, "audit")

    later = rescue.Rescuer(
        breaking.new_door(), lambda: NOON.replace(hour=15), "L", breaking.anchors
    )
    later.rescue(broken, KEY, ROSA, no_progress)

    assert look(broken).faults == ()
    assert len(list(broken.glob("damaged-*"))) == 2


def test_an_older_vault_put_back_can_be_gone_on_with_and_says_what_is_gone(made, tmp_path):
    newer = copy(made, tmp_path / "newer")
    breaking.add_answers(newer, [1, 2, 3])
    shutil.copy(made / "records.db", newer / "records.db")

    came = rescued(newer)

    assert came.gone == 3
    assert look(newer).faults == ()
    shutil.copy(made / "records.db", newer / "records.db")
    with pytest.raises(Tampered):
        breaking.new_door().open(newer, KEY)


def test_an_older_page_put_back_is_declared_too(made, tmp_path):
    newer = copy(made, tmp_path / "newer")
    breaking.add_answers(newer, range(1, HOW_MANY, 3))
    number = next(
        at
        for at, name in sorted(owners(made).items())
        if name == "version"
        and read_page(made / "records.db", at) != read_page(newer / "records.db", at)
    )
    put_page(newer / "records.db", number, read_page(made / "records.db", number))

    rescued(newer)

    assert look(newer).faults == ()


def test_where_nothing_can_be_read_nothing_is_made(broken):
    path = broken / "records.db"
    path.write_bytes(os.urandom(path.stat().st_size))
    before = sorted(one.name for one in broken.iterdir())

    with stopped(Unavailable, "vault.nothing-readable"):
        rescued(broken)

    assert sorted(one.name for one in broken.iterdir()) == before
