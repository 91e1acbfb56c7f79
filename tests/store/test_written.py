"""The rows a trail vouches for, compared without holding them all."""

from tests.conftest import NOON
from tests.factories import ROSA, interview
from tests.store.test_vault import answer, force, keep, rows
from welfare_app.store.written import Written


def test_what_was_written_is_known_by_the_entry_that_wrote_it(vault):
    keep(vault, interview())
    answer(vault, "interview-1", "how", "by bus")

    written = Written(vault._connection())

    kept = dict(rows(vault, "SELECT number, digest FROM audit"))
    assert {number: written.pop(number, b"") for number in (1, 2)} == kept
    assert not written
    assert written.pop(1, b"nothing") == b"nothing"


def test_rows_that_no_entry_wrote_are_left_over(vault):
    keep(vault, interview())
    vault._connection().execute("PRAGMA foreign_keys = OFF")
    force(vault, "version", "UPDATE version SET entry = 7 WHERE part = '@'")

    written = Written(vault._connection())
    written.pop(1, b"")

    assert written
    assert list(written) == [7]
    assert vault.examine().faults


def test_rows_of_one_entry_in_two_records_are_left_over(vault):
    keep(vault, interview())
    keep(vault, interview(2))
    vault._connection().execute(
        "INSERT INTO version VALUES ('interview-1', 'answer:how', 2, '{\"value\": \"by van\"}')"
    )

    written = Written(vault._connection())
    for number in (1, 2):
        written.pop(number, b"")

    assert list(written) == [2]
    assert vault.examine().faults == ("audit.content-changed",)


def test_a_check_says_how_far_it_has_come(vault):
    with vault.work(ROSA) as work:
        for number in range(1, 1_002):
            record = interview(number)
            work.interviews.save(record, because=record.finish(NOON)[1])
        work.commit()
    told = []

    vault.examine_trail(lambda done, total: told.append((done, total)))

    assert told == [(0, 1_001), (1_000, 1_001)]
